/** How figures of a round are said on screen. */
import { percent, yearName } from '../../src-shared/domain/criterionWords.ts';
import type { Movement } from '../../src-shared/domain/movement.ts';
import type { AnyCardTally } from '../../src-shared/domain/roundTally.ts';
import type { CardTally, RoundTally } from '../../src-shared/domain/tally.ts';
import type { TimingTally, Year } from '../../src-shared/domain/timing.ts';

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

/** For those who hear the bars of years: "Votes by year, 2028: 2, 2030: 1, after 2036, or never: 3". */
export function yearsLabel({ years, later }: Pick<TimingTally, 'years' | 'later'>, baseYear: number): string {
	const parts = years.flatMap((count, index) => (count > 0 ? [`${baseYear + index}: ${count}`] : []));
	const all = [...parts, ...(later > 0 ? [`${yearName(baseYear, 'later')}: ${later}`] : [])];
	return all.length === 0 ? 'No votes' : `Votes by year, ${all.join(', ')}`;
}

/** "2028 Q1 to 2031 Q1", or the one date where they are the same. */
export function spanName(baseYear: number, from: Year, to: Year): string {
	const [start, end] = [yearName(baseYear, from), yearName(baseYear, to)];
	return start === end ? start : `${start} to ${end}`;
}

/** A card in the figures of its criterion: "median 4, IQR 1", "2030 Q2", "14 dots from 9 people", "73% yes". */
export function cardFigure(card: AnyCardTally, baseYear: number): string {
	if ('dots' in card) return `${card.dots} ${card.dots === 1 ? 'dot' : 'dots'} from ${card.voters} ${card.voters === 1 ? 'person' : 'people'}`;
	if ('share' in card) return card.share === null ? 'no votes' : `${percent(card.share)} yes`;
	if (card.median === null) return 'no votes';
	return 'spread' in card ? yearName(baseYear, card.median) : `median ${plain(card.median)}, IQR ${plain(card.iqr ?? 0)}`;
}

/** A spot of a movement in words: "4", "2030 Q2", "73%". */
export function spotName(at: number | null, criterion: 'rating' | 'timing' | 'share', baseYear: number): string {
	if (at === null) return 'no votes';
	if (criterion === 'share') return percent(at);
	return criterion === 'timing' ? yearName(baseYear, at === Infinity ? 'later' : at) : plain(at);
}

/** What became of a card's agreement: "now agreed", "still split"; nothing where it was and is agreed. */
export function agreementSince({ before, after }: Movement): string {
	if (before.agreed === null || after.agreed === null) return '';
	if (after.agreed) return before.agreed ? '' : 'now agreed';
	return before.agreed ? 'now split' : 'still split';
}

/** "Round 2" after the highest number so far, so that a deleted draft does not give its name twice. */
export function nextRoundTitle(titles: readonly string[]): string {
	const numbers = titles.map((title) => Number(/^Round (\d+)$/.exec(title)?.[1] ?? 0));
	return `Round ${Math.max(titles.length, ...numbers, 0) + 1}`;
}
