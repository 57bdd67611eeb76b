/**
 * How placed cards stand in their lanes without covering each other. A card keeps its date; when another card already
 * covers its span it goes to the next free row below, and the lane grows. The canvas and the printed report both use it.
 */
import { clampAt, horizonYears } from './horizon.ts';

export interface PlacedCard {
	id: string;
	/** Years from the base year, 0 to 10: the centre of the card's tab. */
	at: number;
	laneId: string;
	/** Rows from the lane's top that the card was put at; its whole part is the row it wants. */
	height: number;
}

export interface CardSizes {
	/** Width of a card, at the present scale, in years. */
	cardYears: number;
	/** Least room between two cards of a row, in years. */
	gapYears: number;
	/** Width of a card's tab, in years; the tab's centre is on the date. 0 puts the card's edge there. */
	tabYears?: number;
	/** Room after the last year, in years: a card may reach that far before it flips. */
	roomYears?: number;
}

export interface Standing {
	laneId: string;
	/** From 0 at the lane's top. */
	row: number;
	/** The card lies to the left of its tab, since it would leave the canvas at the right. */
	flipped: boolean;
}

export interface LanesLayout {
	/** By card id; every placed card is in it. */
	cards: Map<string, Standing>;
	/** How many rows each lane has, at least 1, by lane id. */
	rows: Map<string, number>;
}

/** A wanted row beyond this is a damaged record; without a limit one card could make a lane kilometres high. */
const highestWantedRow = 199;

/** Late cards lie to the left of their tab, so that the tab stays on the date. */
export function flips(at: number, cardYears: number, roomYears = 0): boolean {
	return at + cardYears > horizonYears + roomYears;
}

/**
 * @param lanes in order; a card whose lane is not among them goes to the first one.
 * Earlier cards, by wanted row, then time, then id, have the first choice, so that the result depends on nothing else.
 */
export function lanesLayout(
	lanes: readonly { id: string }[],
	placed: readonly PlacedCard[],
	sizes: CardSizes,
): LanesLayout {
	const layout: LanesLayout = { cards: new Map(), rows: new Map(lanes.map((lane) => [lane.id, 1])) };
	const firstLane = lanes[0]?.id;
	const taken = new Map<string, Span[]>();
	for (const card of [...placed].sort(byWish)) {
		const laneId = layout.rows.has(card.laneId) ? card.laneId : (firstLane ?? card.laneId);
		const span = spanOf(card, sizes);
		let row = wantedRow(card);
		while (!claim(taken, `${row} ${laneId}`, span)) row++;
		layout.cards.set(card.id, { laneId, row, flipped: flips(clampAt(card.at), sizes.cardYears, sizes.roomYears) });
		layout.rows.set(laneId, Math.max(layout.rows.get(laneId) ?? 1, row + 1));
	}
	return layout;
}

interface Span {
	start: number;
	end: number;
}

function wantedRow(card: PlacedCard): number {
	return Math.min(highestWantedRow, Math.max(0, Math.floor(card.height) || 0));
}

function byWish(a: PlacedCard, b: PlacedCard): number {
	return wantedRow(a) - wantedRow(b) || clampAt(a.at) - clampAt(b.at) || (a.id < b.id ? -1 : Number(a.id > b.id));
}

function spanOf(card: PlacedCard, { cardYears, gapYears, tabYears = 0, roomYears }: CardSizes): Span {
	const at = clampAt(card.at);
	const start = flips(at, cardYears, roomYears) ? at + tabYears / 2 - cardYears : at - tabYears / 2;
	return { start, end: start + cardYears + gapYears };
}

/** Takes the span in a row whose spans are kept in order of time, unless one of them is in the way. */
function claim(rows: Map<string, Span[]>, key: string, span: Span): boolean {
	const spans = rows.get(key);
	if (!spans) {
		rows.set(key, [span]);
		return true;
	}
	let low = 0;
	let high = spans.length;
	while (low < high) {
		const middle = (low + high) >> 1;
		if (spans[middle]!.start < span.start) low = middle + 1;
		else high = middle;
	}
	// Cards that only touch are not in each other's way; binary fractions must not make them so.
	const touching = 1e-9;
	const before = spans[low - 1];
	const after = spans[low];
	if (before && before.end > span.start + touching) return false;
	if (after && span.end > after.start + touching) return false;
	spans.splice(low, 0, span);
	return true;
}
