/** How the five kinds are called on screen. Spelling is that of the documents. */
import type { Kind } from '../../src-shared/schemas/document.ts';

export const kindNames: Record<Kind, string> = {
	signal: 'Signal',
	concern: 'Concern',
	behavior: 'Behavior',
	technology: 'Technology',
	issue: 'Issue',
};

export const kindMeanings: Record<Kind, string> = {
	signal: 'Something seen today that may grow',
	concern: 'What could go wrong',
	behavior: 'What people or firms now do',
	technology: 'What makes it possible',
	issue: 'A question still open',
};

/** Five digits and more are read in groups: "3250", "97,620". */
export const number = (n: number): string => (n < 10_000 ? String(n) : n.toLocaleString('en'));

/** For where there is little room: "3250", "97.6k". */
export const shortNumber = (n: number): string => (n < 10_000 ? String(n) : `${(n / 1000).toFixed(n < 100_000 ? 1 : 0)}k`);

/** "1 card", "2 cards". */
export const counted = (n: number, one: string, many = `${one}s`): string => `${number(n)} ${n === 1 ? one : many}`;
