/**
 * Where several cards that are let go together come to stand among the others of a band. What is found here is free, so the
 * layout puts each card just there: a preview drawn from it is what a drop brings about.
 */
import { lanesLayout, touching, type CardSizes } from '../../src-shared/domain/lanesLayout.ts';
import type { Crowd } from './crowd.ts';
import type { BandBox } from './geometry.ts';
import { spanOf, type Span } from './landing.ts';

export interface Wish {
	id: string;
	at: number;
	row: number;
}

/** Rows that a group gives way by as a whole, to keep its shape, before its cards find a row each by itself. */
const reach = 4;
/** Further down than any card stands: a lane of ten thousand cards on one date is a damaged one. */
const furthest = 4000;

export type Search = (taken: Taken, wishes: readonly Wish[], sizes: CardSizes, mostRows: number) => Map<string, number>;

/** In their shape where that fits near by, else each in the row nearest to its own. @returns rows by card id. */
export const inShape: Search = (taken, wishes, sizes, mostRows) => inShapeWithin(reach, taken, wishes, sizes, mostRows);

/** In their shape wherever that fits first: a cluster whose cards parted would have a frame round everything between them. */
export const asOne: Search = (taken, wishes, sizes, mostRows) => inShapeWithin(furthest, taken, wishes, sizes, mostRows);

function inShapeWithin(most: number, under: Taken, wishes: readonly Wish[], sizes: CardSizes, mostRows: number): Map<string, number> {
	const cards = spread(wishes, sizes);
	for (let away = 0; away <= Math.min(most, mostRows); away++) {
		const rows = allShifted(under, cards, mostRows, away) ?? (away > 0 ? allShifted(under, cards, mostRows, -away) : null);
		if (rows) return rows;
		// A pile is in its own way wherever it goes.
		if (away === reach && !allShifted(new Taken(), cards, Infinity, 0)) break;
	}
	const taken = under.copy();
	return new Map(cards.map((card) => [card.id, claimed(taken, card, nearestFree(taken, card, mostRows), mostRows)]));
}

/** Below each other, from the first one's row down. */
export const below: Search = (under, wishes, sizes, mostRows) => {
	const taken = under.copy();
	let from = 0;
	return new Map(spread(wishes, sizes).map((card) => {
		const row = claimed(taken, card, freeBelow(taken, card, Math.max(from, card.row), mostRows), mostRows);
		from = row + 1;
		return [card.id, row];
	}));
};

/** @param hand the ids in the hand; the same object while the same cards are held, so that what is round them is looked at once. */
export function groupRows(crowd: Crowd, band: BandBox, hand: { has(id: string): boolean }, wishes: readonly Wish[], search: Search): Map<string, number> {
	return search(takenIn(crowd, band, hand), wishes, crowd.sizes, band.mostRows ?? Infinity);
}

/** Spans by row; those of what is tried out lie over those of the others. Asked thousands of times while a group is dragged. */
class Taken {
	readonly #under: Taken | null;
	/** From and to, one after the other. */
	#rows: (number[] | undefined)[] = [];

	constructor(under: Taken | null = null) {
		this.#under = under;
	}
	copy(): Taken {
		const copy = new Taken(this.#under);
		copy.#rows = this.#rows.map((spans) => spans?.slice());
		return copy;
	}
	isFree(row: number, start: number, end: number): boolean {
		const spans = this.#rows[row];
		if (spans !== undefined) {
			for (let at = 0; at < spans.length; at += 2) if (spans[at]! < end - touching && start < spans[at + 1]! - touching) return false;
		}
		return this.#under === null || this.#under.isFree(row, start, end);
	}
	add(row: number, start: number, end: number): void {
		(this.#rows[row] ??= []).push(start, end);
	}
}

let latest: { crowd: Crowd; hand: unknown; bands: Map<string, Taken> } | undefined;

/** What the others of a band take once the hand has left it. */
function takenIn(crowd: Crowd, band: BandBox, hand: { has(id: string): boolean }): Taken {
	if (latest?.crowd !== crowd || latest.hand !== hand) latest = { crowd, hand, bands: new Map() };
	const known = latest.bands.get(band.id);
	if (known) return known;
	const others = crowd.placed.filter((card) => card.laneId === band.id && !hand.has(card.id));
	const limits = band.mostRows === null ? new Map<string, number>() : new Map([[band.id, band.mostRows]]);
	const { cards, stacks } = lanesLayout([band], others, crowd.sizes, limits);
	const taken = new Taken();
	for (const { id, at } of others) {
		const { start, end } = spanOf(at, crowd.sizes, stacks.get(id)?.length);
		taken.add(cards.get(id)!.row, start, end);
	}
	latest.bands.set(band.id, taken);
	return taken;
}

interface Spread extends Wish, Span {}

const spread = (wishes: readonly Wish[], sizes: CardSizes): Spread[] => wishes.map((wish) => ({ ...wish, ...spanOf(wish.at, sizes) }));

function allShifted(under: Taken, cards: readonly Spread[], mostRows: number, by: number): Map<string, number> | null {
	const taken = new Taken(under);
	for (const { row, start, end } of cards) {
		const to = row + by;
		if (to < 0 || to >= mostRows || !taken.isFree(to, start, end)) return null;
		taken.add(to, start, end);
	}
	return new Map(cards.map(({ id, row }) => [id, row + by]));
}

/** Where a band may not grow and no row is left, a card goes under another in the row it asked for. */
function claimed(taken: Taken, { row, start, end }: Spread, free: number | null, mostRows: number): number {
	const to = free ?? Math.min(row, mostRows - 1);
	taken.add(to, start, end);
	return to;
}

function nearestFree(taken: Taken, { row, start, end }: Spread, mostRows: number): number | null {
	for (let away = 0; away < furthest; away++) {
		if (row + away < mostRows && taken.isFree(row + away, start, end)) return row + away;
		if (away > 0 && away <= row && row - away < mostRows && taken.isFree(row - away, start, end)) return row - away;
	}
	return null;
}

function freeBelow(taken: Taken, { start, end }: Spread, from: number, mostRows: number): number | null {
	for (let row = from; row < Math.min(furthest, mostRows); row++) if (taken.isFree(row, start, end)) return row;
	return null;
}
