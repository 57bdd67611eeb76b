/** Where a card would come to stand if it were let go: the nearest free row to the one it is held over. */
import { countRoom, flips, lanesLayout, touching, type CardSizes, type PlacedCard } from '../../src-shared/domain/lanesLayout.ts';
import type { Crowd } from './crowd.ts';

/** A date, a band and a row of it. */
export interface Spot {
	at: number;
	bandId: string;
	row: number;
}

/**
 * @param wish where it is held over.
 * @param rowsInSight rows that the band shows; a row below them is taken only when those are all covered at this time.
 * @param mayGrow a band that may not grow puts the card under another when it has no row left.
 * @returns the spot to store: its row is the one in which the card will really stand.
 */
export function landing(crowd: Crowd, cardId: string, wish: Spot, rowsInSight: number, mayGrow = true): Spot {
	const others = crowd.placed.filter((card) => card.id !== cardId && card.laneId === wish.bandId);
	const covered = coveredRows(crowd, others, wish.at);
	let row = nearestFree(covered, wish.row, rowsInSight);
	if (!mayGrow) return { ...wish, row: row < rowsInSight ? row : Math.min(wish.row, rowsInSight - 1) };
	// The others may move up once the card has left where it was, so only the whole layout knows; it never answers with a
	// row above the one asked for, so asking for its answer comes to an end.
	for (;;) {
		const stands = standingRow(crowd, others, { id: cardId, at: wish.at, laneId: wish.bandId, height: row });
		if (stands === row) return { ...wish, row };
		row = stands;
	}
}

const standingRow = ({ sizes }: Crowd, others: readonly PlacedCard[], card: PlacedCard): number =>
	lanesLayout([{ id: card.laneId }], [...others, card], sizes).cards.get(card.id)!.row;

function coveredRows({ layout, sizes }: Crowd, others: readonly PlacedCard[], at: number): Set<number> {
	const mine = spanOf(at, sizes);
	const inTheWay = others.filter((other) => {
		const span = spanOf(other.at, sizes, layout.stacks.get(other.id)?.length);
		return span.start < mine.end - touching && mine.start < span.end - touching;
	});
	return new Set(inTheWay.map((other) => layout.cards.get(other.id)!.row));
}

/** From and to in years, with the gap after the card or the count of those under it. */
export interface Span {
	start: number;
	end: number;
}

export function spanOf(at: number, { cardYears, gapYears, tabYears = 0, roomYears, countYears }: CardSizes, count = 0): Span {
	const start = flips(at, cardYears, roomYears) ? at + tabYears / 2 - cardYears : at - tabYears / 2;
	return { start, end: start + cardYears + Math.max(gapYears, countRoom(countYears, count)) };
}

function nearestFree(covered: ReadonlySet<number>, wanted: number, rowsInSight: number): number {
	for (let away = 0; away < rowsInSight; away++) {
		for (const row of [wanted + away, wanted - away]) {
			if (row >= 0 && row < rowsInSight && !covered.has(row)) return row;
		}
	}
	let row = rowsInSight;
	while (covered.has(row)) row++;
	return row;
}
