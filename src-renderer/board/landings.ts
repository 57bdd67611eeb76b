/** Where the cards in a hand would come to stand: one by itself, a group as a whole, new ones below each other. */
import { bandIdOf, placementIn } from '../../src-shared/domain/bands.ts';
import { clampAt, horizonYears } from '../../src-shared/domain/horizon.ts';
import type { Placement } from '../../src-shared/schemas/records.ts';
import type { BandBox } from './geometry.ts';
import type { Placements, Point, Step } from './interaction.ts';
import { below, groupRows, inShape, type Search, type Wish } from './groupLanding.ts';
import { landing, type Spot } from './landing.ts';
import { middle, spotOf, wishAt, type Scene } from './scene.ts';

/** The cards in the hand with where they were taken from, null for the library; the first is the one that is held. */
export type HandFull = ReadonlyMap<string, Placement | null>;

export function landingsAt(scene: Scene, hand: HandFull, anchor: Point, free: boolean): Placements {
	return landingsFor(scene, hand, wishAt(scene, anchor, free));
}

export const landingsMidView = (scene: Scene, hand: HandFull): Placements => landingsAt(scene, hand, middle(scene), false);

/** @param search how a group that was taken from the canvas finds its rows. */
export function landingsFor(scene: Scene, hand: HandFull, wish: Spot, search: Search = inShape): Placements {
	const [[leader, from] = ['', null]] = hand;
	if (hand.size === 1) return new Map([[leader, alone(scene, leader, from, wish)]]);
	const placed = [...hand].filter((entry): entry is [string, Placement] => entry[1] !== null);
	if (from !== null && placed.length === hand.size) return together(scene, new Map(placed), shiftTo(scene, leader, wish), hand, search);
	return inColumn(scene, hand, wish);
}

/** @param from the cards and where they are now, or are aimed at. */
export function landingsBeside(scene: Scene, from: Placements, step: Step, search: Search = inShape): Placements {
	const [[leader, at] = ['', null]] = from;
	if (!at) return from;
	const start = standsAt(scene, leader, at);
	const index = indexOf(scene, start.bandId);
	const bandId = scene.boxes[Math.min(scene.boxes.length - 1, Math.max(0, index + step.lanes))]!.id;
	const time = step.quarters === 0 ? at.at : clampAt(nextQuarter(at.at, step.quarters));
	if (from.size === 1) return new Map([[leader, alone(scene, leader, at, { at: time, bandId, row: start.row })]]);
	const quarters = time - at.at;
	return together(scene, from, { years: quarters, bands: indexOf(scene, bandId) - index, rows: 0 }, from, search);
}

function alone(scene: Scene, cardId: string, from: Placement | null, wish: Spot): Placement {
	const band = allowed(scene, cardId, wish.bandId);
	const row = Math.min(Math.max(0, wish.row), band.rows - 1);
	const spot = landing(scene.crowd, cardId, { at: wish.at, bandId: band.id, row }, band.rows, band.mostRows === null);
	return placementIn(band, scene.frame.means, { at: spot.at, height: spot.row }, from);
}

interface Shift {
	years: number;
	bands: number;
	rows: number;
}

function shiftTo(scene: Scene, leader: string, wish: Spot): Shift {
	const now = scene.crowd.byId.get(leader);
	const standing = scene.crowd.layout.cards.get(leader);
	if (!now || !standing) return { years: 0, bands: 0, rows: 0 };
	const bands = indexOf(scene, wish.bandId) - indexOf(scene, standing.laneId);
	return { years: wish.at - now.at, bands, rows: bands === 0 ? wish.row - standing.row : 0 };
}

/** A card of a group with the band and the row that it is to come to. */
interface Aimed extends Wish {
	band: BandBox;
	from: Placement | null;
}

/** A group keeps its shape: it stops as a whole where its first card would leave the horizon or the lanes. */
function together(scene: Scene, from: Placements, shift: Shift, hand: HandFull, search: Search): Placements {
	const spots = [...from].map(([id, placement]) => [id, placement, standsAt(scene, id, placement)] as const);
	const times = spots.map(([, placement]) => placement.at);
	const indices = spots.map(([, , { bandId }]) => indexOf(scene, bandId));
	const years = Math.min(horizonYears - Math.max(...times), Math.max(-Math.min(...times), shift.years));
	const bands = Math.min(scene.boxes.length - 1 - Math.max(...indices), Math.max(-Math.min(...indices), shift.bands));
	const aimed = spots.map(([id, placement, { row }], nth): Aimed => {
		const band = allowed(scene, id, scene.boxes[indices[nth]! + bands]!.id);
		return { id, from: placement, band, at: clampAt(placement.at + years), row: Math.max(0, row + shift.rows) };
	});
	return settled(scene, aimed, hand, search);
}

/** New cards come to the same date, in rows below each other. */
function inColumn(scene: Scene, hand: HandFull, wish: Spot): Placements {
	const aimed = [...hand].map(([id, from]): Aimed => ({ id, from, band: allowed(scene, id, wish.bandId), at: wish.at, row: wish.row }));
	return settled(scene, aimed, hand, below);
}

/** Band by band, each card in a row that is free for it; in a folded lane every one keeps the row it has when that is open. */
function settled(scene: Scene, aimed: readonly Aimed[], hand: HandFull, search: Search): Placements {
	const rows = new Map<string, number>();
	for (const band of new Set(aimed.map((card) => card.band))) {
		if (band.folded) continue;
		const wishes = aimed.filter((card) => card.band === band);
		for (const [id, row] of groupRows(scene.crowd, band, hand, wishes, search)) rows.set(id, row);
	}
	return new Map(aimed.map(({ id, from, band, at, row }) => [id, placementIn(band, scene.frame.means, { at, height: rows.get(id) ?? row }, from)]));
}

/** Where a card stands, which is not always the row it asked for; a place it is only aimed at, as it is. */
function standsAt(scene: Scene, cardId: string, placement: Placement): Spot {
	const spot = spotOf(scene, placement);
	const now = scene.crowd.byId.get(cardId);
	const standing = scene.crowd.layout.cards.get(cardId);
	const isHere = now && standing && now.at === placement.at && now.height === placement.height && standing.laneId === spot.bandId;
	return isHere ? { ...spot, row: standing.row } : spot;
}

const indexOf = (scene: Scene, bandId: string): number => Math.max(0, scene.boxes.findIndex(({ id }) => id === bandId));

/** The band that is asked for, or where the card's lane is given, the like band of that lane. */
function allowed(scene: Scene, cardId: string, bandId: string): BandBox {
	const band = scene.boxes[indexOf(scene, bandId)]!;
	const laneId = scene.frame.required(cardId);
	if (laneId === null || laneId === band.laneId) return band;
	const wanted = bandIdOf(scene.frame.lanes, scene.frame.means, { laneId, ...(band.impact !== null && { impact: band.impact }) });
	return scene.boxes.find(({ id }) => id === wanted) ?? scene.boxes.find((box) => box.laneId === laneId) ?? band;
}

/** From between two quarters, the first step goes to the next one in its direction. */
function nextQuarter(at: number, quarters: number): number {
	const exact = at * 4;
	const from = quarters > 0 ? Math.floor(exact + 1e-6) : Math.ceil(exact - 1e-6);
	return (from + quarters) / 4;
}
