/** The window's records in the shape of a workshop file, for the rules that find the uses of a card. */
import type { UseRecords } from '../../src-shared/domain/cardUses.ts';
import type { Records } from './records.svelte.ts';

export function useRecords(records: Records): UseRecords | null {
	const { workshop, scenarios, clusters, drivers, consequences, signposts } = records;
	if (!workshop) return null;
	return { workshop, scenarios: scenarios.all, clusters: clusters.all, drivers: drivers.all, consequences: consequences.all, signposts: signposts.all };
}
