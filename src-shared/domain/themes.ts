/** The themes of chosen cards: groups that share words which are common among them and rare elsewhere, named by those words. */
import { empty } from './evidence.ts';
import { termsOf } from './words.ts';

export interface Theme {
	/** The words that name it, weightiest first. */
	terms: string[];
	/** Places of its texts among those given. */
	members: number[];
}

interface Options {
	/** How rare a term is in the whole library (evidence.ts). */
	rarityOf(term: string): number;
	most?: number;
}

/**
 * Greedy clustering by frequent terms (Beil, Ester & Xu 2002, "Frequent term-based text clustering", here with sets of
 * one term and a cover that leaves nothing twice): the term that binds most of the texts not yet taken, weighted by its
 * rarity in the library, opens a theme and takes its texts; the theme is named by the terms that its texts share most.
 * Deterministic. A text that shares no term with another is in no theme.
 */
export function themesOf(texts: readonly string[], { rarityOf, most = 8 }: Options): Theme[] {
	const termSets = texts.map((text) => new Set(termsOf(text).filter((term) => term.length > 3 && !empty.has(term))));
	const having = new Map<string, number[]>();
	termSets.forEach((terms, at) => terms.forEach((term) => {
		const list = having.get(term);
		if (list) list.push(at);
		else having.set(term, [at]);
	}));
	// A word in most of the texts tells none apart.
	const usable = [...having].filter(([, members]) => members.length >= 2 && members.length <= Math.max(2, texts.length * 0.6));
	const free = new Set(texts.keys());
	const themes: Theme[] = [];
	while (themes.length < most) {
		const opening = weightiest(usable, free, rarityOf);
		if (!opening) break;
		const members = opening.members.filter((at) => free.has(at));
		themes.push({ terms: naming(opening.term, members, termSets, rarityOf), members });
		for (const at of members) free.delete(at);
	}
	return themes;
}

function weightiest(usable: readonly [string, number[]][], free: ReadonlySet<number>, rarityOf: (term: string) => number) {
	let best: { term: string; members: number[]; worth: number } | null = null;
	for (const [term, members] of usable) {
		let left = 0;
		for (const at of members) if (free.has(at)) left++;
		if (left < 2) continue;
		const worth = left * rarityOf(term);
		if (!best || worth > best.worth || (worth === best.worth && term < best.term)) best = { term, members, worth };
	}
	return best;
}

function naming(first: string, members: readonly number[], termSets: readonly ReadonlySet<string>[], rarityOf: (term: string) => number): string[] {
	const counts = new Map<string, number>();
	for (const at of members) for (const term of termSets[at]!) if (term !== first) counts.set(term, (counts.get(term) ?? 0) + 1);
	const worth = ([term, count]: [string, number]) => count * rarityOf(term);
	const others = [...counts].filter(([, count]) => count >= 2).sort((a, b) => worth(b) - worth(a) || (a[0] < b[0] ? -1 : 1));
	return [first, ...others.slice(0, 2).map(([term]) => term)];
}
