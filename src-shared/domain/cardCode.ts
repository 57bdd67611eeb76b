/** The short code that people say aloud: the letter of the card's kind and its number in the workshop (S1, C4). */
import type { Kind } from '../schemas/document.ts';

export const kindLetters: Readonly<Record<Kind, string>> = {
	signal: 'S',
	concern: 'C',
	behavior: 'B',
	technology: 'T',
	issue: 'I',
};

export const cardCode = (kind: Kind, number: number): string => `${kindLetters[kind]}${number}`;

/** One more than the highest number given to this kind, so that a number never moves to another card. */
export function nextNumber(kind: Kind, existing: Iterable<{ kind: Kind; number: number }>): number {
	let highest = 0;
	for (const card of existing) if (card.kind === kind) highest = Math.max(highest, card.number);
	return highest + 1;
}
