/**
 * How placed cards stand in their lanes without covering each other. A card keeps its date; when another card already
 * covers its span it goes to the next free row below, and the lane grows; in a lane that may not grow, it goes under the
 * card that is in its way, and is counted there; what would cover the count is counted as well. The canvas and the printed
 * report both use it.
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
	/** What the count of those under a card takes beside it, in years: once, and for each of its figures. None where it stands on the card. */
	countYears?: { sign: number; figure: number };
}

export interface Standing {
	laneId: string;
	/** From 0 at the lane's top. */
	row: number;
	/** The card lies to the left of its tab, since it would leave the canvas at the right. */
	flipped: boolean;
	/** The card that lies on this one, where no row was left for it. */
	under?: string;
}

export interface LanesLayout {
	/** By card id; every placed card is in it. */
	cards: Map<string, Standing>;
	/** How many rows each lane has, at least 1, by lane id. */
	rows: Map<string, number>;
	/** The cards that lie under another one, by its id. */
	stacks: Map<string, string[]>;
}

/** A wanted row beyond this is a damaged record; without a limit one card could make a lane kilometres high. */
const highestWantedRow = 199;

/** Late cards lie to the left of their tab, so that the tab stays on the date. */
export function flips(at: number, cardYears: number, roomYears = 0): boolean {
	return at + cardYears > horizonYears + roomYears;
}

/**
 * @param lanes in order; a card whose lane is not among them goes to the first one.
 * @param mostRows of lanes that may not grow, by lane id.
 * Earlier cards, by wanted row, then time, then id, have the first choice, so that the result depends on nothing else.
 */
export function lanesLayout(
	lanes: readonly { id: string }[],
	placed: readonly PlacedCard[],
	sizes: CardSizes,
	mostRows: ReadonlyMap<string, number> = new Map(),
): LanesLayout {
	const layout: LanesLayout = { cards: new Map(), rows: new Map(lanes.map((lane) => [lane.id, 1])), stacks: new Map() };
	const firstLane = lanes[0]?.id;
	const taken = new Map<string, Span[]>();
	for (const card of [...placed].sort(byWish)) {
		const laneId = layout.rows.has(card.laneId) ? card.laneId : (firstLane ?? card.laneId);
		const span = spanOf(card, sizes);
		const flipped = flips(clampAt(card.at), sizes.cardYears, sizes.roomYears);
		const most = mostRows.get(laneId);
		const row = most === undefined ? claimBelow(taken, laneId, wantedRow(card), span) : claimWithin(taken, laneId, wantedRow(card), span, most);
		if (row === null) putUnder(layout, taken, laneId, card, span, most!, sizes);
		else {
			layout.cards.set(card.id, { laneId, row, flipped });
			layout.rows.set(laneId, Math.max(layout.rows.get(laneId) ?? 1, row + 1));
		}
	}
	return layout;
}

type Taken = Map<string, Span[]>;

function claimBelow(taken: Taken, laneId: string, wanted: number, span: Span): number {
	let row = wanted;
	while (!claim(taken, `${row} ${laneId}`, span)) row++;
	return row;
}

/** The rows from the wanted one down, then those above it. */
function claimWithin(taken: Taken, laneId: string, wanted: number, span: Span, most: number): number | null {
	const from = Math.min(wanted, most - 1);
	for (let row = from; row < most; row++) if (claim(taken, `${row} ${laneId}`, span)) return row;
	for (let row = from - 1; row >= 0; row--) if (claim(taken, `${row} ${laneId}`, span)) return row;
	return null;
}

/**
 * Under the nearest in time of the cards that are in its way: of several, under one that others lie under already, else one
 * that has room for the count, else the lowest.
 */
function putUnder(layout: LanesLayout, taken: Taken, laneId: string, card: PlacedCard, span: Span, most: number, { countYears }: CardSizes): void {
	const least = countRoom(countYears, 10);
	let top: InTheWay | null = null;
	for (let row = 0; row < most; row++) {
		const spans = taken.get(`${row} ${laneId}`) ?? [];
		// In order of time: those that could be in its way stand just before where it would.
		for (let at = placeOf(spans, span.end) - 1; at >= 0 && spans[at]!.end > span.start; at--) {
			const other = spans[at]!;
			const away = Math.abs(other.at - span.at);
			if (top && away > top.away) continue;
			const hasRoom = at + 1 === spans.length || spans[at + 1]!.start >= other.edge + least - touching;
			const fitness = layout.stacks.has(other.id) ? 2 : Number(hasRoom);
			if (!top || away < top.away || fitness >= top.fitness) top = { spans, other, away, fitness };
		}
	}
	lie(layout, card.id, top!.other.id);
	if (countYears) giveRoom(layout, top!, countYears);
}

interface InTheWay {
	/** Of its row. */
	spans: Span[];
	other: Span;
	away: number;
	fitness: number;
}

function lie(layout: LanesLayout, cardId: string, topId: string): void {
	const { laneId, row, flipped } = layout.cards.get(topId)!;
	layout.cards.set(cardId, { laneId, row, flipped, under: topId });
	const stack = layout.stacks.get(topId);
	if (stack) stack.push(cardId);
	else layout.stacks.set(topId, [cardId]);
}

/** The cards that stand where the count does go under as well, with those that lie under them. */
function giveRoom(layout: LanesLayout, { spans, other: top }: InTheWay, countYears: NonNullable<CardSizes['countYears']>): void {
	const at = spans.indexOf(top);
	for (;;) {
		top.end = Math.max(top.end, top.edge + countRoom(countYears, layout.stacks.get(top.id)!.length));
		const next = spans[at + 1];
		if (!next || next.start >= top.end - touching) return;
		spans.splice(at + 1, 1);
		const below = layout.stacks.get(next.id) ?? [];
		layout.stacks.delete(next.id);
		for (const id of [next.id, ...below]) lie(layout, id, top.id);
	}
}

/** Years after a card that the count of those under it takes. */
export const countRoom = (years: CardSizes['countYears'], count: number): number => (years && count > 0 ? years.sign + years.figure * String(count).length : 0);

interface Span {
	id: string;
	at: number;
	start: number;
	/** Of the card. */
	edge: number;
	/** With the gap after it, or with its count. */
	end: number;
}

/** Cards that only touch are not in each other's way; binary fractions must not make them so. */
export const touching = 1e-9;

function wantedRow(card: { height: number }): number {
	return Math.min(highestWantedRow, Math.max(0, Math.floor(card.height) || 0));
}

/** The order of choice; of cards of one date, that in which their rows are. */
export function byWish(a: Omit<PlacedCard, 'laneId'>, b: Omit<PlacedCard, 'laneId'>): number {
	return wantedRow(a) - wantedRow(b) || clampAt(a.at) - clampAt(b.at) || (a.id < b.id ? -1 : Number(a.id > b.id));
}

function spanOf(card: PlacedCard, { cardYears, gapYears, tabYears = 0, roomYears }: CardSizes): Span {
	const at = clampAt(card.at);
	const start = flips(at, cardYears, roomYears) ? at + tabYears / 2 - cardYears : at - tabYears / 2;
	return { id: card.id, at, start, edge: start + cardYears, end: start + cardYears + gapYears };
}

/** How many of them start before a time. */
function placeOf(spans: readonly Span[], time: number): number {
	let low = 0;
	let high = spans.length;
	while (low < high) {
		const middle = (low + high) >> 1;
		if (spans[middle]!.start < time) low = middle + 1;
		else high = middle;
	}
	return low;
}

/** Takes the span in a row whose spans are kept in order of time, unless one of them is in the way. */
function claim(rows: Map<string, Span[]>, key: string, span: Span): boolean {
	const spans = rows.get(key);
	if (!spans) {
		rows.set(key, [span]);
		return true;
	}
	const low = placeOf(spans, span.start);
	const before = spans[low - 1];
	const after = spans[low];
	if (before && before.end > span.start + touching) return false;
	if (after && span.end > after.start + touching) return false;
	spans.splice(low, 0, span);
	return true;
}
