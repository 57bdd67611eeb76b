/** Rules for what stands on the canvas beside the cards: who is in which cluster, what an influence says, what the room sees. */
import type { Cluster, Influence, Note } from '../schemas/records.ts';

/** The cluster a card is in; a card is in one at most. */
export const clusterOf = (clusters: readonly Cluster[], cardId: string): Cluster | undefined =>
	clusters.find(({ cardIds }) => cardIds.includes(cardId));

/**
 * @param to the cluster each of these cards goes to; null for none.
 * @returns the clusters whose cards change, with all of the cards they then have; cards that come later stand last.
 */
export function regrouped(clusters: readonly Cluster[], to: ReadonlyMap<string, string | null>): { cluster: Cluster; cardIds: string[] }[] {
	return clusters.flatMap((cluster) => {
		const stay = cluster.cardIds.filter((id) => (to.get(id) ?? (to.has(id) ? null : cluster.id)) === cluster.id);
		const come = [...to].flatMap(([id, target]) => (target === cluster.id && !stay.includes(id) ? [id] : []));
		const isSame = come.length === 0 && stay.length === cluster.cardIds.length;
		return isSame ? [] : [{ cluster, cardIds: [...stay, ...come] }];
	});
}

/** "Cluster 3": the next name that no cluster has. */
export function freshName(clusters: readonly Pick<Cluster, 'name'>[]): string {
	const taken = new Set(clusters.map(({ name }) => name));
	let number = clusters.length + 1;
	while (taken.has(`Cluster ${number}`)) number++;
	return `Cluster ${number}`;
}

export const strengths = [-3, -2, -1, 0, 1, 2, 3] as const;

/** "+2", "−2" with a true minus, "0". */
export const signed = (strength: number): string => (strength > 0 ? `+${strength}` : strength < 0 ? `−${-strength}` : '0');

/** "reinforces", "inhibits"; of a strength of 0 neither is said. */
export function influenceVerb(strength: number): string {
	if (strength === 0) return 'neither reinforces nor inhibits';
	return strength > 0 ? 'reinforces' : 'inhibits';
}

/** There is one influence from a card to another, and none of a card on itself. */
export const influenceBetween = (influences: readonly Influence[], fromId: string, toId: string): Influence | undefined =>
	influences.find((one) => one.fromId === fromId && one.toId === toId);

/** For every screen and picture that the room may see: notes to self are not among them. */
export const notesForRoom = (notes: readonly Note[]): Note[] => notes.filter(({ toSelf }) => toSelf !== true);
