/** What the commands of this room share: names for labels, places in an order, and fields that say nothing. */
import type { RecordOf, RecordTable, Scenario } from '../../src-shared/schemas/records.ts';
import type { RecordChange } from '../../src-shared/schemas/journal.ts';
import type { App } from '../context.ts';
import { changed } from '../db/changes.ts';

export type Desk = Pick<App, 'records' | 'ledger'>;

/** “Open tenders”, or what it is where it has no name yet. */
export const quoted = (title: string, unnamed: string): string => (title.trim() === '' ? unnamed : `“${title.trim()}”`);

export const worldName = (world: { title: string } | undefined): string => world?.title.trim() || 'an unnamed world';

export const nextOrder = (records: readonly { order: number }[]): number => Math.max(0, ...records.map(({ order }) => order)) + 1;

/** A patch whose undefined fields are left out of the record, as records have it that never had them. */
export function patched<T extends RecordTable>(table: T, before: RecordOf<T>, patch: { [K in keyof RecordOf<T>]?: RecordOf<T>[K] | undefined }): RecordChange {
	const kept = Object.entries({ ...before, ...patch }).filter(([, value]) => value !== undefined);
	return { ...changed(table, before, {}), after: Object.fromEntries(kept) };
}

/** The id of the workshop that is open. @throws where none is. */
export function openWorkshop({ records }: Desk): string {
	if (records.openWorkshopId === null) throw new Error('Open a workshop first.');
	return records.openWorkshopId;
}

/** Worlds as their own step has them. */
export const worldsInOrder = (scenarios: readonly Scenario[]): Scenario[] =>
	[...scenarios].sort((a, b) => a.order - b.order || a.createdAt.localeCompare(b.createdAt));
