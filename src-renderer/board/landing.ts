/** Where a card would come to stand if it were let go: the nearest free row to the one it is held over. */
import { flips, lanesLayout, type CardSizes, type LanesLayout, type PlacedCard } from '../../src-shared/domain/lanesLayout.ts';
import type { Placement } from '../../src-shared/schemas/records.ts';

export interface Crowd {
	placed: readonly PlacedCard[];
	layout: LanesLayout;
	sizes: CardSizes;
}

/**
 * @param wish time, lane and row held over.
 * @param rowsInSight rows that the lane shows; a row below them is taken only when those are all covered at this time.
 * @returns the placement to store: its height is the row in which the card will really stand.
 */
export function landing(crowd: Crowd, cardId: string, wish: Placement, rowsInSight: number): Placement {
	const others = crowd.placed.filter((card) => card.id !== cardId && crowd.layout.cards.get(card.id)?.laneId === wish.laneId);
	const covered = coveredRows(crowd, others, { id: cardId, ...wish });
	let height = nearestFree(covered, wish.height, rowsInSight);
	// The others may move up once the card has left where it was, so only the whole layout knows; it never answers with a
	// row above the one asked for, so asking for its answer comes to an end.
	for (;;) {
		const row = standingRow(crowd, others, { id: cardId, at: wish.at, laneId: wish.laneId, height });
		if (row === height) return { at: wish.at, laneId: wish.laneId, height };
		height = row;
	}
}

function standingRow({ sizes }: Crowd, others: readonly PlacedCard[], card: PlacedCard): number {
	const lane = others.map((other) => ({ ...other, laneId: card.laneId }));
	return lanesLayout([{ id: card.laneId }], [...lane, card], sizes).cards.get(card.id)!.row;
}

function coveredRows({ layout, sizes }: Crowd, others: readonly PlacedCard[], card: PlacedCard): Set<number> {
	const mine = spanOf(card.at, sizes);
	const inTheWay = others.filter((other) => {
		const span = spanOf(other.at, sizes);
		return span.start < mine.end - touching && mine.start < span.end - touching;
	});
	return new Set(inTheWay.map((other) => layout.cards.get(other.id)!.row));
}

const touching = 1e-9;

function spanOf(at: number, { cardYears, gapYears, tabYears = 0, roomYears }: CardSizes): { start: number; end: number } {
	const start = flips(at, cardYears, roomYears) ? at + tabYears / 2 - cardYears : at - tabYears / 2;
	return { start, end: start + cardYears + gapYears };
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
