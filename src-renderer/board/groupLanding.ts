/**
 * Where several cards that are let go together come to stand among the others of a band. What is found here is free, so the
 * layout puts each card just there: a preview drawn from it is what a drop brings about.
 */
import { lanesLayout, type CardSizes } from '../../src-shared/domain/lanesLayout.ts';
import type { Crowd } from './crowd.ts';
import type { BandBox } from './geometry.ts';
import { spanOf, touching, type Span } from './landing.ts';

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

function inShapeWithin(most: number, taken: Taken, wishes: readonly Wish[], sizes: CardSizes, mostRows: number): Map<string, number> {
	const canBeOne = allShifted(new Taken(), wishes, sizes, Infinity, 0) !== null;
	for (let away = 0; canBeOne && away <= Math.min(most, mostRows); away++) {
		for (const by of away === 0 ? [0] : [away, -away]) {
			const rows = allShifted(taken, wishes, sizes, mostRows, by);
			if (rows) return rows;
		}
	}
	return eachBy((wish) => nearest(wish.row), taken, wishes, sizes, mostRows);
}

/** Below each other, from the first one's row down. */
export const below: Search = (taken, wishes, sizes, mostRows) => {
	let from = 0;
	return eachBy((wish) => downward(Math.max(from, wish.row)), taken, wishes, sizes, mostRows, (row) => (from = row + 1));
};

/** @param hand the ids in the hand; the same object while the same cards are held, so that what is round them is looked at once. */
export function groupRows(crowd: Crowd, band: BandBox, hand: { has(id: string): boolean }, wishes: readonly Wish[], search: Search): Map<string, number> {
	return search(new Taken(takenIn(crowd, band, hand)), wishes, crowd.sizes, band.mostRows ?? Infinity);
}

/** Spans by row; those of what is tried out lie over those of the others. */
class Taken {
	readonly #under: Taken | null;
	readonly #rows = new Map<number, Span[]>();

	constructor(under: Taken | null = null) {
		this.#under = under;
	}
	isFree(row: number, span: Span): boolean {
		const isInTheWay = (other: Span) => other.start < span.end - touching && span.start < other.end - touching;
		return !this.#rows.get(row)?.some(isInTheWay) && (this.#under?.isFree(row, span) ?? true);
	}
	add(row: number, span: Span): void {
		const spans = this.#rows.get(row);
		if (spans) spans.push(span);
		else this.#rows.set(row, [span]);
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
	const { cards } = lanesLayout([band], others, crowd.sizes, limits);
	const taken = new Taken();
	for (const { id, at } of others) taken.add(cards.get(id)!.row, spanOf(at, crowd.sizes));
	latest.bands.set(band.id, taken);
	return taken;
}

function allShifted(under: Taken, wishes: readonly Wish[], sizes: CardSizes, mostRows: number, by: number): Map<string, number> | null {
	const taken = new Taken(under);
	const rows = new Map<string, number>();
	for (const { id, at, row } of wishes) {
		const span = spanOf(at, sizes);
		const to = row + by;
		if (to < 0 || to >= mostRows || !taken.isFree(to, span)) return null;
		taken.add(to, span);
		rows.set(id, to);
	}
	return rows;
}

/** Where a band may not grow and no row is left, a card goes under another in the row it asked for. */
function eachBy(candidates: (wish: Wish) => Iterable<number>, taken: Taken, wishes: readonly Wish[], sizes: CardSizes, mostRows: number, found: (row: number) => void = () => {}): Map<string, number> {
	const rows = new Map<string, number>();
	for (const wish of wishes) {
		const span = spanOf(wish.at, sizes);
		const row = firstFree(candidates(wish), taken, span, mostRows) ?? Math.min(wish.row, mostRows - 1);
		taken.add(row, span);
		rows.set(wish.id, row);
		found(row);
	}
	return rows;
}


function firstFree(rows: Iterable<number>, taken: Taken, span: Span, mostRows: number): number | null {
	for (const row of rows) if (row >= 0 && row < mostRows && taken.isFree(row, span)) return row;
	return null;
}

function* nearest(row: number): Iterable<number> {
	yield row;
	for (let away = 1; away < furthest; away++) {
		yield row + away;
		yield row - away;
	}
}

function* downward(from: number): Iterable<number> {
	for (let row = from; row < furthest; row++) yield row;
}
