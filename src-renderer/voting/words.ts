/** How figures of a round are said on screen. */
import type { CardTally, RoundTally } from '../../src-shared/domain/tally.ts';

/** 4, 4.5, 0.25: as many decimals as it has, at most two. */
export const plain = (value: number): string => String(Math.round(value * 100) / 100);

/** The nearest of the anchors that Schmidt (1997), "Managing Delphi surveys using nonparametric statistical techniques", gives for W. */
export function concordanceWord(w: number): string {
	if (w < 0.2) return 'very weak';
	if (w < 0.4) return 'weak';
	if (w < 0.6) return 'moderate';
	if (w < 0.8) return 'strong';
	return 'unusually strong';
}

export interface Camps {
	title: string;
	text: string;
}

/** What a contested card's votes look like, in words; null for a card the room agrees on. */
export function campsOf({ agreed, histogram, n }: CardTally): Camps | null {
	if (agreed !== false) return null;
	const low = histogram[0] + histogram[1];
	const between = histogram[2];
	const high = histogram[3] + histogram[4];
	const rest = between === 0 ? 'Nobody sits between them.' : `${people(between)} between them.`;
	if (low > between && high > between && Math.min(low, high) > 1) {
		const title = low === high ? `Two camps of ${low}.` : `Two camps: ${low} low, ${high} high.`;
		return { title, text: rest };
	}
	return { title: 'Spread out.', text: `${low} of ${n} said 1 or 2, ${between} said 3, ${high} said 4 or 5.` };
}

const people = (n: number): string => (n === 1 ? 'One person sits' : `${n} people sit`);

/** "3 of 12 cards agreed", counting only cards that anyone voted on. */
export function agreedCount({ cards }: RoundTally): { agreed: number; voted: number } {
	const voted = cards.filter((card) => card.agreed !== null);
	return { agreed: voted.filter((card) => card.agreed).length, voted: voted.length };
}

/** For those who hear the histogram: "Votes from 1 to 5: 0, 1, 3, 9, 18". */
export const histogramLabel = ({ histogram }: Pick<CardTally, 'histogram'>): string => `Votes from 1 to 5: ${histogram.join(', ')}`;

/** The bars that the median falls on: one, or the two it lies between. */
export const isMedianBar = (median: number | null, value: number): boolean => median !== null && Math.abs(median - value) < 1;

/** "Round 2" after the highest number so far, so that a deleted draft does not give its name twice. */
export function nextRoundTitle(titles: readonly string[]): string {
	const numbers = titles.map((title) => Number(/^Round (\d+)$/.exec(title)?.[1] ?? 0));
	return `Round ${Math.max(titles.length, ...numbers, 0) + 1}`;
}
