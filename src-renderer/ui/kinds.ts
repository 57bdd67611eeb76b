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

/** "1 card", "2 cards". */
export const counted = (n: number, one: string, many = `${one}s`): string => `${n} ${n === 1 ? one : many}`;
