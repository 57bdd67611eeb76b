/** Several cards at once on the time axis: the same date, even gaps, a span that is filled. Times in years from the base year. */
import { clampAt, snapToQuarter } from './horizon.ts';

export interface Dated {
	id: string;
	at: number;
}

export type Alignment = 'earliest' | 'latest';

/** All at the earliest or the latest date among them. */
export function align(cards: readonly Dated[], to: Alignment): Map<string, number> {
	const times = cards.map(({ at }) => at);
	const at = to === 'earliest' ? Math.min(...times) : Math.max(...times);
	return new Map(cards.map(({ id }) => [id, at]));
}

/** Even gaps between the first and the last, which stay where they are. */
export function distribute(cards: readonly Dated[]): Map<string, number> {
	const times = cards.map(({ at }) => at);
	return spread(cards, Math.min(...times), Math.max(...times));
}

/** In their order over a span, from its beginning to its end; at quarters. One card goes to the beginning. */
export function spread(cards: readonly Dated[], from: number, to: number): Map<string, number> {
	const [start, end] = [clampAt(Math.min(from, to)), clampAt(Math.max(from, to))];
	const gap = cards.length > 1 ? (end - start) / (cards.length - 1) : 0;
	return new Map([...cards].sort(byDate).map(({ id }, index) => [id, snapToQuarter(start + index * gap)]));
}

const byDate = (a: Dated, b: Dated): number => a.at - b.at || (a.id < b.id ? -1 : Number(a.id > b.id));
