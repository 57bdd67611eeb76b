/** The cards of one source, read from IndexedDB when somebody looks at it and again after each change to the library. */
import type { Card } from '../../src-shared/schemas/records.ts';
import type { Database } from './database.ts';
import { cardsOfSources } from './libraryUse.ts';
import type { Records } from './records.svelte.ts';

export class SourceCards {
	all = $state.raw<readonly Card[]>([]);

	/** To be made where a component starts; follows the id that the function gives. */
	constructor({ database, records }: { database: Database; records: Records }, sourceId: () => string | null | undefined) {
		let shown: string | null | undefined;
		$effect(() => {
			const id = sourceId();
			void records.libraryVersion;
			if (id !== shown) this.all = [];
			shown = id;
			if (id === null || id === undefined) return;
			let isWanted = true;
			void cardsOfSources(database, [id]).then((cards) => isWanted && (this.all = cards));
			return () => (isWanted = false);
		});
	}
}
