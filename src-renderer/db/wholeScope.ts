/** Everything this side has of a scope, as changes that lead a journal there: how a lost or damaged one is written again. */
import { emptyFold, foldLine, foldOf } from '../../src-shared/domain/fold.ts';
import { entryOf } from '../../src-shared/domain/versions.ts';
import type { Change, JournalLine, Scope, Snapshot } from '../../src-shared/schemas/journal.ts';
import { ownTables } from '../../src-shared/schemas/names.ts';
import type { Database } from './database.ts';

/** Before `whole`: the removal of what the journal's lines lead to and `whole` does not have. Documents stay, with their cards. */
export function withoutOthers(left: { snapshot: Snapshot | null; lines: JournalLine[] }, whole: Change[]): Change[] {
	const state = left.snapshot ? foldOf(left.snapshot) : emptyFold();
	for (const line of left.lines) foldLine(state, line);
	const kept = new Set(whole.map(({ table, key }) => `${table} ${key}`));
	const others = [...state.tables].flatMap(([table, rows]) =>
		[...rows.keys()].filter((key) => !kept.has(`${table} ${key}`)).map((key) => ({ table, key, before: null, after: null }) as Change),
	);
	return [...others, ...whole];
}

export async function wholeScope(database: Database, scope: Scope): Promise<Change[]> {
	if (scope === 'library') {
		const [sources, cards] = await Promise.all([database.sources.toArray(), database.cards.toArray()]);
		const present = new Set(cards.map(({ id }) => id));
		// A document brings all of its cards, so those that were deleted since are named; the records of the others hold
		// what people made of them, and stay even where the document itself is lost.
		const deleted = sources.flatMap(({ id, cardCount }) => Array.from({ length: cardCount }, (_, index) => `${id}-${index + 1}`).filter((key) => !present.has(key)));
		return [
			...sources.map((source): Change => ({ table: 'documents', key: source.id, before: null, after: entryOf(source) })),
			...deleted.map((key): Change => ({ table: 'cards', key, before: null, after: null })),
			...cards.map((after): Change => ({ table: 'cards', key: after.id, before: null, after })),
		];
	}
	const workshopId = scope.slice('workshop-'.length);
	const workshop = await database.workshops.get(workshopId);
	const changes: Change[] = workshop ? [{ table: 'workshops', key: workshopId, before: null, after: workshop }] : [];
	for (const table of ownTables) {
		const rows = (await database.table(table).where('workshopId').equals(workshopId).toArray()) as { id: string }[];
		changes.push(...rows.map((after) => ({ table, key: after.id, before: null, after }) as Change));
	}
	return changes;
}
