/**
 * The canvas as a room sees it on a wall: 900 high however many pixels that is, nothing under 26. Drawn from what a room may
 * see and from nothing else.
 */
import { horizonYears } from '../../../src-shared/domain/horizon.ts';
import { badgeShapes, whiskerShapes, type PictureBadge } from '../../../src-shared/domain/picture/cardShapes.ts';
import { legendShapes } from '../../../src-shared/domain/picture/legend.ts';
import { line, type Group, type Picture, type Setter, type Shape } from '../../../src-shared/domain/picture/shapes.ts';
import type { ScaleCriterion } from '../../../src-shared/domain/tally.ts';
import type { Year } from '../../../src-shared/domain/timing.ts';
import { kinds } from '../../../src-shared/schemas/document.ts';
import type { Lane } from '../../../src-shared/schemas/records.ts';
import type { RoomCanvas, RoomCard } from '../../db/roomCanvas.ts';
import { counted, kindNames } from '../../ui/kinds.ts';
import type { ScreenView } from './messages.ts';
import { formed, room, type Form, type FormedCard, type FormedLane } from './roomForms.ts';

export interface RoomSight {
	view: ScreenView | null;
	/** Cards that the facilitator points out. */
	shown: ReadonlySet<string>;
	/** Years from the base year. */
	today: number | null;
	todayName: string;
	/** The criterion whose medians are shown. */
	rating: ScaleCriterion;
}

export const roomHeight = 900;
const [edge, names, plotStart, plotEnd] = [40, 152, 218, 74] as const;
const leastLane = 44;
const order: readonly Form[] = ['named', 'coded', 'bead'];
const badge = { width: room.badge, height: room.badge, radius: 9, edge: 3 };

/** @param aspect width by height of the screen. */
export function roomPicture(canvas: RoomCanvas, sight: RoomSight, aspect: number, setter: Setter): Picture {
	const width = Math.round(roomHeight * Math.min(4, Math.max(1, aspect)));
	const { lanes: all, outside } = inSight(canvas, sight.view);
	const head = heading(canvas, width, setter);
	const axisFoot = head.height + 52;
	const x = xIn(sight.view, width);
	const todayX = sight.today === null ? null : x(sight.today);
	const isTodayIn = todayX !== null && todayX >= plotStart - 20 && todayX <= width - 30;
	const { results } = canvas;
	const place = (lanes: readonly RoomLane[], height: number) =>
		formed(
			{
				lanes, x, right: width - 16, height,
				median: (id) => results.get(id)?.[sight.rating]?.median ?? null, shown: (id) => sight.shown.has(id), hasWhisker: (id) => Boolean(results.get(id)?.timing),
			},
			setter,
		);
	// A canvas can have more lanes than a wall has room for lines of text.
	const lanes = all.slice(0, Math.max(1, Math.floor((roomHeight - axisFoot - 100) / leastLane)));
	const cut = all.slice(lanes.length);
	const notes = { cards: outside + cut.reduce((sum, { cards }) => sum + cards.length, 0), lanes: cut.length, today: isTodayIn ? sight.todayName : null };
	const foot = footer(canvas, sight, lanes, notes, width, setter);
	const formedLanes = place(lanes, foot.top - axisFoot);
	const context: Context = { canvas, sight, width, x, setter, todayX: isTodayIn ? todayX : null };
	let top = axisFoot;
	const drawn = formedLanes.map((lane, index) => {
		const shapes = laneShapes(context, lanes[index]!.lane, lane, top, index === formedLanes.length - 1);
		top += lane.height;
		return shapes;
	});
	return {
		width, height: roomHeight, background: 'bg-canvas',
		title: canvas.workshop.question || canvas.workshop.title,
		description: described(canvas, sight.view, lanes),
		shapes: [...years(context, head.height, axisFoot, top), ...today(context, axisFoot, top), ...drawn.flatMap(({ back }) => back), ...head.shapes, ...drawn.flatMap(({ front }) => front), ...foot.shapes],
	};
}

interface Context {
	canvas: RoomCanvas;
	sight: RoomSight;
	width: number;
	x: (at: number) => number;
	setter: Setter;
	/** null where today is out of sight. */
	todayX: number | null;
}

interface RoomLane {
	lane: Lane;
	cards: RoomCard[];
}

/** A card of a lane that is gone stands in the first, as on the facilitator's canvas. */
function inSight({ workshop, cards }: RoomCanvas, view: ScreenView | null): { lanes: RoomLane[]; outside: number } {
	const seen = view?.laneIds.length ? new Set(view.laneIds) : null;
	const ids = view?.cardIds ? new Set(view.cardIds) : null;
	const laneIds = new Set(workshop.lanes.map(({ id }) => id));
	const all = workshop.lanes.map((lane, index): RoomLane => ({
		lane, cards: cards.filter(({ placement: { laneId } }) => laneId === lane.id || (index === 0 && !laneIds.has(laneId))),
	}));
	const isSeen = ({ id, placement: { at } }: RoomCard) => !view || (at >= view.from && at <= view.to && (ids === null || ids.has(id)));
	const lanes = all.filter(({ lane }) => seen?.has(lane.id) ?? true).map(({ lane, cards }) => ({ lane, cards: cards.filter(isSeen) }));
	return { lanes, outside: cards.length - lanes.reduce((sum, { cards }) => sum + cards.length, 0) };
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

function laneShapes(context: Context, lane: Lane, formedLane: FormedLane, top: number, isLast: boolean): { back: Shape[]; front: Shape[] } {
	const { width, setter, x } = context;
	const { cards, sections, height } = formedLane;
	const nameLines = setter.lines(lane.name, 'roomLane', names, Math.max(1, Math.floor((height - 8) / 31)));
	const back: Shape[] = [
		...(isLast ? [] : [line(0, top + height, width, top + height, 'line', 2)]),
		...nameLines.map((text, index): Shape => ({ is: 'text', text, role: 'roomLane', colour: 'ink-2', x: edge, top: top + 8 + index * 31, leading: 31 })),
	];
	let next = top + room.pad;
	const starts = new Map(order.map((form) => {
		const start = next;
		next += sections[form].count * sections[form].pitch;
		return [form, start] as const;
	}));
	const front = cards.flatMap((card): Shape[] => {
		const { rows, pitch } = sections[card.form];
		const row = rows.get(card.card.id);
		return row === undefined ? [] : [cardGroup(context, card, starts.get(card.form)! + row * pitch)];
	});
	const rest = new Set(sections.bead.rest);
	const counts = restCounts(cards.filter(({ card }) => rest.has(card.id)), next, setter);
	const hint: Shape[] = cards.length > 0 || context.sight.view ? [] : [{ is: 'text', text: 'No cards. What are we not seeing?', role: 'roomSmall', colour: 'ink-3', x: Math.max(x(0), (context.todayX ?? 0) + 20), top: top + (height - 31) / 2, leading: 31 }];
	return { back: [...back, ...hint], front: [...front, ...counts] };
}

/** What has no row, counted where it would stand. */
function restCounts(cards: readonly FormedCard[], top: number, setter: Setter): Shape[] {
	const bins: { x: number; count: number }[] = [];
	for (const { x } of [...cards].sort((a, b) => a.x - b.x)) {
		const last = bins.at(-1);
		if (last && x - last.x < 84) last.count++;
		else bins.push({ x, count: 1 });
	}
	return bins.flatMap(({ x, count }): Shape[] => {
		const text = `+${count}`;
		const wide = setter.width(text, 'roomSmall') + 8;
		return [{ is: 'rect', left: x - wide / 2, top, width: wide, height: 30, radius: 6, fill: 'bg-canvas' }, { is: 'text', text, role: 'roomSmall', colour: 'ink', x, top, leading: 30, align: 'middle' }];
	});
}

function cardGroup(context: Context, formedCard: FormedCard, top: number): Group {
	const { canvas, sight } = context;
	const { card, form } = formedCard;
	const voted = canvas.results.get(card.id)?.[sight.rating] ?? null;
	const name = `${kindNames[card.kind]} ${card.code}, ${card.name}`;
	const height = form === 'named' ? Math.max(room.glyph, formedCard.lines.length * room.nameLeading) : form === 'coded' ? room.codedPitch - 4 : room.smallGlyph;
	const face = form === 'bead' ? bead(formedCard, top) : [...clear(formedCard, top, height), ...(form === 'named' ? namedCard(formedCard, top, height, context) : codedCard(formedCard, top, height, context))];
	const halo: Shape[] = sight.shown.has(card.id)
		? [
				{ is: 'rect', left: formedCard.left - 8, top: top - 5, width: formedCard.right - formedCard.left + 16, height: height + 10, radius: 10, fill: 'bg-canvas', stroke: 'sun', thick: 9 },
				{ is: 'rect', left: formedCard.left - 8, top: top - 5, width: formedCard.right - formedCard.left + 16, height: height + 10, radius: 10, stroke: 'ink', thick: 3 },
			]
		: [];
	return { is: 'group', id: card.id, name: voted ? `${name}, median ${voted.median}, ${voted.agreed ? 'agreed' : 'contested'}` : name, shapes: [...halo, ...face] };
}

/** Lines behind a text would make it hard to read from far away. */
const clear = ({ left, right }: FormedCard, top: number, height: number): Shape[] => [{ is: 'rect', left: left - 3, top, width: right - left + 6, height, fill: 'bg-canvas', radius: 4 }];

const bead = ({ card, x }: FormedCard, top: number): Shape[] => [
	{ is: 'circle', x, y: top + room.smallGlyph / 2, r: room.smallGlyph / 2 + 1, fill: 'bg-canvas' },
	{ is: 'glyph', kind: card.kind, left: x - 12, top: top + 2, size: 24 },
];

function codedCard(formedCard: FormedCard, top: number, height: number, context: Context): Shape[] {
	const { card, x, flipped } = formedCard;
	const half = room.smallGlyph / 2;
	const textX = flipped ? x - half - room.gap * 0.7 : x + half + room.gap * 0.7;
	return [
		{ is: 'glyph', kind: card.kind, left: x - half, top: top + (height - 2 * half) / 2, size: 2 * half },
		{ is: 'text', text: card.code, role: 'roomCode', colour: card.kind, x: textX, top, leading: height, ...(flipped && { align: 'end' }) },
		...badgeOf(formedCard, top, height, context),
	];
}

function namedCard(formedCard: FormedCard, top: number, height: number, context: Context): Shape[] {
	const { card, x, lines, flipped } = formedCard;
	const half = room.glyph / 2;
	const textX = flipped ? x - half - room.gap : x + half + room.gap;
	const start = top + (height - lines.length * room.nameLeading) / 2;
	return [
		{ is: 'glyph', kind: card.kind, left: x - half, top: top + (height - room.glyph) / 2, size: room.glyph },
		...lines.map((text, index): Shape => ({ is: 'text', text, role: 'roomName', colour: 'ink', x: textX, top: start + index * room.nameLeading, leading: room.nameLeading, ...(flipped && { align: 'end' }) })),
		...badgeOf(formedCard, top, height, context),
		...whiskerOf(card, top + height + 8, context),
	];
}

function badgeOf({ card, left, right, flipped }: FormedCard, top: number, height: number, { canvas, sight }: Context): Shape[] {
	const rating = canvas.results.get(card.id)?.[sight.rating];
	if (!rating) return [];
	const shown: PictureBadge = { median: String(Math.round(rating.median * 10) / 10), agreed: rating.agreed };
	const size = Math.min(room.badge, height);
	return badgeShapes(shown, { left: flipped ? left : right - room.badge, top: top + (height - size) / 2, width: room.badge, height: size }, { badge }, 'roomBadge');
}

function whiskerOf({ id }: RoomCard, y: number, { canvas: { results, workshop: { baseYear } }, x, width }: Context): Shape[] {
	const timing = results.get(id)?.timing;
	if (!timing) return [];
	const place = (year: Year) => (year === 'later' || year > baseYear + horizonYears ? null : Math.max(plotStart - 20, x(year - baseYear)));
	return whiskerShapes({ from: place(timing.q1), median: place(timing.median), to: place(timing.q3) }, y, width - 30, { reach: 7, stud: 8, thick: 4 });
}

function footer({ results }: RoomCanvas, { rating }: RoomSight, lanes: readonly RoomLane[], notes: { cards: number; lanes: number; today: string | null }, width: number, setter: Setter): { shapes: Shape[]; top: number } {
	const cards = lanes.flatMap((lane) => lane.cards);
	const here = new Set(cards.map(({ kind }) => kind));
	const outside = [...(notes.lanes > 0 ? [counted(notes.lanes, 'lane')] : []), ...(notes.cards > 0 ? [counted(notes.cards, 'card')] : [])].join(' and ');
	const left = outside === '' ? '' : `${outside} outside this view`;
	const leftWidth = left === '' ? 0 : setter.width(left, 'roomSmall') + 40;
	const parts = {
		kinds: kinds.filter((kind) => here.has(kind)), today: notes.today,
		of: rating, badges: cards.some(({ id }) => results.get(id)?.[rating]), whiskers: cards.some(({ id }) => results.get(id)?.timing),
	};
	const style = { leading: 31, glyph: 28, badge, role: 'roomSmall' as const };
	const box = { left: edge, top: 0, width: width - 2 * edge - leftWidth };
	const top = roomHeight - 18 - legendShapes(parts, box, style, setter).height;
	const texts: Shape[] = left === '' ? [] : [{ is: 'text', text: left, role: 'roomSmall', colour: 'ink-2', x: width - edge, top, leading: 31, align: 'end' }];
	return { top: top - 14, shapes: [line(0, top - 12, width, top - 12, 'line', 2), ...legendShapes(parts, { ...box, top }, style, setter).shapes, ...texts] };
}

function described({ workshop }: RoomCanvas, view: ScreenView | null, lanes: readonly RoomLane[]): string {
	const [from, to] = view ? [Math.floor(view.from), Math.ceil(view.to)] : [0, horizonYears];
	const cards = lanes.reduce((sum, lane) => sum + lane.cards.length, 0);
	return `The horizon canvas from ${workshop.baseYear + from} to ${workshop.baseYear + to}, ${counted(cards, 'card')} in the lanes ${lanes.map(({ lane }) => lane.name).join(', ')}.`;
}
