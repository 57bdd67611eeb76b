/** Which card of a document's earlier version is which card of its newer one. */
import type { Kind } from '../schemas/document.ts';
import { aboutIn } from './evidence.ts';
import { plain } from './words.ts';

/** What of a card is compared. */
export interface Reading {
	kind: Kind;
	name: string;
	description: string | null;
}

/** What two cards have to have in common to be one, by Dice's coefficient (1945); more where there are few words to go by. */
const strong = 0.6;
const strongInFew = 0.75;
const few = 6;
/** A word that more cards have than this tells none apart, and comparing all that have it would take long. */
const commonWord = 60;

export const nameKey = ({ kind, name }: Pick<Reading, 'kind' | 'name'>): string => `${kind} ${plain(name).trim()}`;

/**
 * One to one: cards of one kind and plain name, those with the same description first, then those of one kind whose
 * names and descriptions are strongly similar, the most similar first.
 * @returns places in `newer` by those in `earlier`.
 */
export function matchCards(earlier: readonly Reading[], newer: readonly Reading[]): Map<number, number> {
	const pairs = new Map<number, number>();
	const taken = new Set<number>();
	const pair = (from: number, to: number) => {
		pairs.set(from, to);
		taken.add(to);
	};
	for (const keyOf of [(card: Reading) => `${nameKey(card)}\n${card.description ?? ''}`, nameKey]) {
		const places = placesBy(newer, keyOf, (at) => !taken.has(at));
		earlier.forEach((card, from) => {
			const to = pairs.has(from) ? undefined : places.get(keyOf(card))?.shift();
			if (to !== undefined) pair(from, to);
		});
	}
	for (const { from, to } of similar(earlier, newer, (from) => !pairs.has(from), (to) => !taken.has(to))) {
		if (!pairs.has(from) && !taken.has(to)) pair(from, to);
	}
	return pairs;
}

function placesBy(cards: readonly Reading[], keyOf: (card: Reading) => string, counts: (at: number) => boolean): Map<string, number[]> {
	const places = new Map<string, number[]>();
	cards.forEach((card, at) => {
		if (!counts(at)) return;
		const key = keyOf(card);
		const known = places.get(key);
		if (known) known.push(at);
		else places.set(key, [at]);
	});
	return places;
}

interface Likeness {
	from: number;
	to: number;
	share: number;
}

/** Pairs that are alike enough, the most alike first. Only cards that share a word which few have are compared. */
function similar(earlier: readonly Reading[], newer: readonly Reading[], isFree: (from: number) => boolean, isOpen: (to: number) => boolean): Likeness[] {
	const words = newer.map((card, to) => (isOpen(to) ? wordsOf(card) : null));
	const having = new Map<string, number[]>();
	words.forEach((own, to) => own?.forEach((word) => {
		const list = having.get(word);
		if (list) list.push(to);
		else having.set(word, [to]);
	}));
	const found = earlier.flatMap((card, from) => {
		if (!isFree(from)) return [];
		const own = wordsOf(card);
		const near = new Set([...own].flatMap((word) => {
			const list = having.get(word) ?? [];
			return list.length <= commonWord ? list : [];
		}));
		return [...near].flatMap((to) => {
			const share = newer[to]!.kind === card.kind ? likeness(own, words[to]!) : 0;
			return share > 0 ? [{ from, to, share }] : [];
		});
	});
	return found.sort((a, b) => b.share - a.share || a.from - b.from || a.to - b.to);
}

const wordsOf = ({ name, description }: Reading): Set<string> => aboutIn(`${name}\n${description ?? ''}`);

/** @returns 0 where the two are not alike enough. */
function likeness(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
	let shared = 0;
	for (const word of a) if (b.has(word)) shared++;
	const share = (2 * shared) / (a.size + b.size);
	return share >= (Math.min(a.size, b.size) < few ? strongInFew : strong) ? share : 0;
}
