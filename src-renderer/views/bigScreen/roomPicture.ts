/**
 * The canvas as a room sees it on a wall: 900 high however many pixels that is, nothing under 26. Drawn from what a room may
 * see and from nothing else.
 */
import { horizonYears } from '../../../src-shared/domain/horizon.ts';
import { line, type Box, type Picture, type Setter, type Shape } from '../../../src-shared/domain/picture/shapes.ts';
import type { StructureParts } from '../../../src-shared/domain/picture/structureLegend.ts';
import { curveY, overlayShapes } from '../../../src-shared/domain/picture/overlayShapes.ts';
import { horizons } from '../../../src-shared/schemas/names.ts';
import type { Lane, Overlay } from '../../../src-shared/schemas/records.ts';
import type { RoomCanvas } from '../../db/roomCanvas.ts';
import { counted } from '../../ui/kinds.ts';
import type { ScreenView } from './messages.ts';
import { fitted, footer, hopedFor, noParts } from './roomFooter.ts';
import { formed, type Formed } from './roomForms.ts';
import { drawing, type Drawing } from './roomLanes.ts';
import { edge, namesEnd, plotEnd, plotStart, roomHeight, type Context, type RoomLane, type RoomSight } from './roomSight.ts';
import { overlaps } from './roomStructure.ts';

const leastLane = 44;

/** @param aspect width by height of the screen. */
export function roomPicture(canvas: RoomCanvas, sight: RoomSight, aspect: number, setter: Setter): Picture {
	const width = Math.round(roomHeight * Math.min(4, Math.max(1, aspect)));
	const { lanes: all, outside } = inSight(canvas, sight.view);
	const head = heading(canvas, width, setter);
	const axisFoot = head.height + 52;
	const x = xIn(sight.view, width);
	const todayX = sight.today === null ? null : x(sight.today);
	const isTodayIn = todayX !== null && todayX >= plotStart - 20 && todayX <= width - 30;
	const { results, structure } = canvas;
	// A canvas can have more lanes than a wall has room for lines of text.
	const lanes = all.slice(0, Math.max(1, Math.floor((roomHeight - axisFoot - 100) / leastLane)));
	const cut = all.slice(lanes.length);
	const sum = (count: (lane: RoomLane) => number) => cut.reduce((total, lane) => total + count(lane), 0);
	const elsewhere = { cards: outside.cards + sum(({ cards }) => cards.length), notes: outside.notes + sum(({ notes }) => notes.length), lanes: cut.length };
	const context: Context = { canvas, sight, width, x, bounds: { left: namesEnd, right: width - 16 }, setter, todayX: isTodayIn ? todayX : null };
	const seen = new Set(lanes.flatMap(({ cards }) => cards.map(({ id }) => id)));
	const influences = structure.influences.filter(({ fromId, toId }) => seen.has(fromId) && seen.has(toId));
	const clusters = structure.clusters.map((cluster) => ({ ...cluster, cardIds: cluster.cardIds.filter((id) => seen.has(id)) })).filter(({ cardIds }) => cardIds.length > 0);
	const form = (foot: number): Formed =>
		formed(
			{
				lanes, clusters, x, bounds: context.bounds, height: foot - axisFoot, hasArrows: influences.length > 0,
				median: (id) => results.get(id)?.[sight.rating]?.median ?? null, shown: (id) => sight.shown.has(id), hasWhisker: (id) => Boolean(results.get(id)?.timing),
			},
			setter,
		);
	const draw = (forms: Formed): Drawing => drawing(context, lanes, forms, axisFoot, influences);
	const footOf = (parts: StructureParts, without: string) => footer(canvas, sight, lanes, { ...elsewhere, today: isTodayIn ? (parts === noParts ? 'Today' : sight.todayName) : null, parts, without }, width, setter);
	const { drawn, foot: said } = fitted(hopedFor(canvas, lanes, clusters.length, influences), form, draw, footOf);
	const extent = { left: plotStart - 20, top: axisFoot, width: width - plotStart + 4, height: drawn.foot - axisFoot };
	return {
		width, height: roomHeight, background: 'bg-canvas',
		title: canvas.workshop.question || canvas.workshop.title,
		description: described(canvas, sight.view, lanes, drawn.parts),
		shapes: [
			...drawn.grounds,
			...overlayShapes(structure.overlays, { x, extent, today: sight.today }, { thick: 3.5, dashes: 2, opacity: 0.6 }),
			...curveNames(structure.overlays, extent, x, drawn.walls),
			...years(context, head.height, axisFoot, drawn.foot), ...today(context, axisFoot, drawn.foot), ...drawn.back, ...head.shapes, ...drawn.front, ...said.shapes,
		],
	};
}

/** Where the curves end, beside the last year, or as near to there as nothing else stands. */
function curveNames(overlays: readonly Overlay[], extent: Box, x: (at: number) => number, walls: readonly Box[]): Shape[] {
	const [left, height] = [x(horizonYears) + 19, 31];
	if (!overlays.includes('horizons') || left + 36 > extent.left + extent.width) return [];
	const taken = [...walls];
	return horizons.flatMap((horizon): Shape[] => {
		const places = [0, -24, 24].map((by): Box => ({ left, top: curveY(horizon, 1, extent) - 16 + by, width: 36, height }));
		const box = places.find((place) => place.top >= extent.top && place.top + height <= extent.top + extent.height && !taken.some((wall) => overlaps(wall, place)));
		if (!box) return [];
		taken.push(box);
		return [{ is: 'text', text: `H${horizon}`, role: 'roomSmall', colour: `horizon-${horizon}`, x: left, top: box.top, leading: height }];
	});
}

/** What is in a lane that is gone stands in the first, as on the facilitator's canvas. */
function inSight({ workshop, cards, structure }: RoomCanvas, view: ScreenView | null): { lanes: RoomLane[]; outside: { cards: number; notes: number } } {
	const seen = view?.laneIds.length ? new Set(view.laneIds) : null;
	const ids = view?.cardIds ? new Set(view.cardIds) : null;
	const laneIds = new Set(workshop.lanes.map(({ id }) => id));
	const isIn = (laneId: string, lane: Lane, index: number) => laneId === lane.id || (index === 0 && !laneIds.has(laneId));
	const isSeen = (at: number) => !view || (at >= view.from && at <= view.to);
	const lanes = workshop.lanes.flatMap((lane, index): RoomLane[] => {
		if (seen && !seen.has(lane.id)) return [];
		const own = cards.filter(({ id, placement: { laneId, at } }) => isIn(laneId, lane, index) && isSeen(at) && (ids === null || ids.has(id)));
		return [{ lane, cards: own, notes: structure.notes.filter(({ laneId, at }) => isIn(laneId, lane, index) && isSeen(at)) }];
	});
	const left = (all: number, count: (lane: RoomLane) => number) => all - lanes.reduce((sum, lane) => sum + count(lane), 0);
	return { lanes, outside: { cards: left(cards.length, (lane) => lane.cards.length), notes: left(structure.notes.length, (lane) => lane.notes.length) } };
}

function xIn(view: ScreenView | null, width: number): (at: number) => number {
	const [from, to] = view && view.to - view.from > 0.1 ? [view.from, view.to] : [0, horizonYears];
	return (at) => plotStart + ((at - from) / (to - from)) * (width - plotEnd - plotStart);
}

function heading({ workshop, vote }: RoomCanvas, width: number, setter: Setter): { shapes: Shape[]; height: number } {
	const chip = vote ? chipShapes(vote, width, setter) : null;
	const room = width - 2 * edge - (chip ? chip.width + 30 : 0);
	const lines = setter.lines(workshop.question || workshop.title, 'roomTitle', room, 2);
	return {
		height: 30 + lines.length * 48,
		shapes: [...lines.map((text, index): Shape => ({ is: 'text', text, role: 'roomTitle', colour: 'ink', x: edge, top: 22 + index * 48, leading: 48 })), ...(chip?.shapes ?? [])],
	};
}

/** A round is open: how many have voted, and nothing of what. */
function chipShapes({ voted, people }: NonNullable<RoomCanvas['vote']>, width: number, setter: Setter): { shapes: Shape[]; width: number } {
	const text = people === null ? `${voted} voted` : `${voted} of ${people} voted`;
	const label = setter.width('Vote', 'roomLane');
	const wide = label + setter.width(text, 'roomBadge') + 14 + 2 * 18;
	const left = width - edge - wide;
	return {
		width: wide,
		shapes: [
			{ is: 'rect', left, top: 20, width: wide, height: 54, radius: 12, fill: 'sun' },
			{ is: 'text', text: 'Vote', role: 'roomLane', colour: 'ink', x: left + 18, top: 20, leading: 54 },
			{ is: 'text', text, role: 'roomBadge', colour: 'ink', x: left + 18 + label + 14, top: 20, leading: 54 },
		],
	};
}

function years({ canvas, width, x }: Context, top: number, axisFoot: number, foot: number): Shape[] {
	const all = Array.from({ length: horizonYears + 1 }, (_, year) => ({ year, x: x(year) })).filter((mark) => mark.x >= plotStart - 30 && mark.x <= width - 30);
	const year = x(1) - x(0);
	const step = year >= 112 ? 1 : 2;
	const halves = year < 150 ? [] : all.slice(0, -1).map((mark) => mark.x + year / 2).filter((half) => half <= width - 30);
	return [
		...all.map((mark) => line(mark.x, axisFoot, mark.x, foot, 'line-soft', 2)),
		...halves.map((half) => line(half, axisFoot - 8, half, axisFoot, 'ink', 2)),
		...all.map((mark) => line(mark.x, axisFoot - 13, mark.x, axisFoot, 'ink', 3)),
		...all.filter(({ year }) => year % step === 0).map((mark): Shape => ({ is: 'text', text: String(canvas.workshop.baseYear + mark.year), role: 'roomYear', colour: 'ink', x: mark.x, top, leading: 36, align: 'middle' })),
		line(0, axisFoot, width, axisFoot, 'ink', 3),
	];
}

function today({ todayX: at }: Context, axisFoot: number, foot: number): Shape[] {
	if (at === null) return [];
	return [line(at, axisFoot, at, foot, 'sun', 4), { is: 'circle', x: at, y: axisFoot, r: 9, fill: 'sun', stroke: 'bg-canvas', thick: 3 }];
}

function described({ workshop }: RoomCanvas, view: ScreenView | null, lanes: readonly RoomLane[], { clusters, strengths, notes }: StructureParts): string {
	const [from, to] = view ? [Math.floor(view.from), Math.ceil(view.to)] : [0, horizonYears];
	const cards = lanes.reduce((sum, lane) => sum + lane.cards.length, 0);
	const more = [...(clusters ? ['clusters'] : []), ...(strengths.length > 0 ? [counted(strengths.length, 'influence')] : []), ...(notes ? ['notes'] : [])].join(', ');
	return `The horizon canvas from ${workshop.baseYear + from} to ${workshop.baseYear + to}, ${counted(cards, 'card')} in the lanes ${lanes.map(({ lane }) => lane.name).join(', ')}${more && `; ${more}`}.`;
}
