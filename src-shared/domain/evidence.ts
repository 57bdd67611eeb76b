/**
 * Which texts speak of the same thing as a card, and in which sentence. Words count by how rare they are in the library
 * (Spärck Jones 1972, in the form of Robertson & Spärck Jones 1976), so that a name that two documents share weighs
 * more than "in ten years".
 */
import type { Card } from '../schemas/records.ts';
import { termsOf } from './words.ts';

/** Terms of a card and what each is worth. */
export type Weights = ReadonlyMap<string, number>;

/** As if there were so many more texts without the word: what a handful have in common is not common for that. */
const others = 20;

/** @param total how many texts there are; @param having in how many the term occurs. Always above 0. */
export const rarity = (total: number, having: number): number => Math.log(1 + (others + Math.max(0, total - having) + 0.5) / (having + 0.5));

/** Words that carry no topic in English, nor in a library of trends and signals; other languages' are left to their rarity. */
export const empty: ReadonlySet<string> = new Set(
	('a an and are as at be been but by can could do does for from had has have how if in into is it its may might more most no not of on or our ' +
		'over should so such than that the their them then there these they this those through to too toward towards up us was we were what when which ' +
		'while who will with would you your years year trend trends signal signals shift transition increased growing rise new').split(' '),
);

type Words = Pick<Card, 'name' | 'description' | 'change' | 'outlook' | 'drivingForce'>;

/** What a card is about: its name counts most, then what was seen; what may come of it counts least. */
export function cardWeights(card: Words, rarityOf: (term: string) => number): Map<string, number> {
	const weights = new Map<string, number>();
	const fields: [string | null, number][] = [[card.name, 1], [card.description, 1], [card.change, 0.5], [card.drivingForce, 0.5], [card.outlook, 0.25]];
	for (const [text, factor] of fields) {
		for (const term of aboutIn(text ?? '')) weights.set(term, Math.max(weights.get(term) ?? 0, factor * rarityOf(term)));
	}
	return weights;
}

/** A plural and its singular are one term; so are "start-up" and "startup". */
const stem = (term: string): string => (/[^s]s$/.test(term) && term.length > 3 ? term.slice(0, -1) : term);

/** The forms in which texts may have a term. */
export const formsOf = (term: string): string[] => (stem(`${term}s`) === term ? [term, `${term}s`] : [term]);

/** The terms of a text that carry a topic. Of two letters only those that are written large: AI, EU. */
export function aboutIn(text: string): Set<string> {
	const large = new Set((text.match(/\b\p{Lu}{2}\b/gu) ?? []).map((word) => word.toLowerCase()));
	const terms = termsOf(text).concat(...(text.match(/\p{L}+-\p{L}+/gu) ?? []).map((word) => termsOf(word.replace('-', ''))));
	return new Set(terms.filter((term) => !empty.has(term) && (term.length > 2 || large.has(term))).map(stem));
}

export interface Sentence {
	text: string;
	/** From 1. */
	line: number;
}

const longestSentence = 400;

/** Sentences with their lines; a row of a table is one, and what only formats or links is left out. */
export function sentencesOf(text: string): Sentence[] {
	return text.split(/\r\n|\r|\n/).flatMap((line, index) => {
		if (/^\|[\s:|-]+$/.test(line)) return [];
		const parts = line.startsWith('|') ? [tableRow(line)] : readableLine(line).split(/(?<=[.!?…。][”"’)]?)\s+(?=\S)/u);
		return parts.filter((part) => /\p{L}/u.test(part)).map((part) => ({ text: shortened(part.trim()), line: index + 1 }));
	});
}

const tableRow = (line: string): string =>
	line.split(/(?<!\\)\|/).map((cell) => cell.trim()).filter((cell) => cell !== '' && !/^(?:[\d.]+|https?:\/\/\S+)$/.test(cell)).join(' · ');

const readableLine = (line: string): string =>
	line
		.replace(/!\[[^\]]*\]\([^)]*\)/g, '')
		.replace(/\[([^\]]*)\]\([^)]*\)/g, '$1')
		.replace(/https?:\/\/\S+/g, '')
		.replace(/[*_`]{1,3}/g, '')
		.replace(/^\s*(#{1,6}|[-*+>]|\d+\.)\s+/, '')
		.replace(/^\s*[\w-]+:\s+(?="|\S+\s\S+)/, '');

const shortened = (text: string): string => (text.length <= longestSentence ? text : `${text.slice(0, longestSentence - 1).trimEnd()}…`);

export interface Evidence extends Sentence {
	/** The share of what the card is about that the sentence says too, from 0 to 1. */
	share: number;
	/** The shared terms, weightiest first. */
	terms: string[];
}

/** A sentence speaks of the same thing when it says this much of the card, in at least two words. */
export const sameThing = 0.1;

/** @returns the sentence that says most of what the card is about; of equals the shorter one. Null where none does. */
export function bestSentence(text: string, weights: Weights): Evidence | null {
	const total = sum(weights.values());
	let best: { sentence: Sentence; terms: Set<string>; worth: number; share: number } | null = null;
	for (const sentence of sentencesOf(text)) {
		const terms = new Set([...aboutIn(sentence.text)].filter((word) => weights.has(word)));
		if (terms.size < 2) continue;
		const share = sum([...terms].map((term) => weights.get(term)!)) / total;
		// A long sentence holds more words by chance (Robertson & Walker 1994 normalise by length likewise).
		const worth = share / (1 + sentence.text.length / 360);
		if (!best || worth > best.worth) best = { sentence, terms, worth, share };
	}
	if (!best || best.share < sameThing) return null;
	const terms = [...best.terms].sort((a, b) => weights.get(b)! - weights.get(a)! || a.localeCompare(b));
	return { ...best.sentence, share: best.share, terms };
}

const sum = (numbers: Iterable<number>): number => {
	let total = 0;
	for (const number of numbers) total += number;
	return total;
};
