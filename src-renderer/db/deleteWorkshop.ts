/** Takes a workshop off this computer: its journal goes to the data folder's trash, its records leave IndexedDB. The library stays. */
import type { Scope } from '../../src-shared/schemas/journal.ts';
import type { Database } from './database.ts';
import type { Records } from './records.svelte.ts';
import { dropScope } from './sync.svelte.ts';

/** @param removeJournal moves the journal on disk away; what is here stays where it fails. */
export async function deleteWorkshop(
	{ database, records }: { database: Database; records: Records },
	workshopId: string,
	removeJournal: (scope: Scope) => Promise<void>,
): Promise<void> {
	const scope: Scope = `workshop-${workshopId}`;
	await removeJournal(scope);
	await database.transaction('rw', database.tables, async () => {
			await dropScope(database, scope);
		});
	records.workshops.remove([workshopId]);
}
