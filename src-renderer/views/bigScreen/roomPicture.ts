/**
 * The canvas as a room sees it on a wall: 900 high however many pixels that is, nothing under 26. Drawn from what a room may
 * see and from nothing else.
 */
import { horizonYears } from '../../../src-shared/domain/horizon.ts';
import { legendShapes } from '../../../src-shared/domain/picture/legend.ts';
import { line, type Box, type Picture, type Setter, type Shape } from '../../../src-shared/domain/picture/shapes.ts';
import type { StructureParts } from '../../../src-shared/domain/picture/structureLegend.ts';
import { curveY, overlayShapes } from '../../../src-shared/domain/picture/structureShapes.ts';
import type { ScaleCriterion } from '../../../src-shared/domain/tally.ts';
import { kinds } from '../../../src-shared/schemas/document.ts';
import { horizons, type Lane, type Overlay } from '../../../src-shared/schemas/records.ts';
import type { RoomCanvas, RoomCard, RoomNote } from '../../db/roomCanvas.ts';
import { counted } from '../../ui/kinds.ts';
import type { ScreenView } from './messages.ts';
import { room, type Form, type FormedCard } from './roomCards.ts';
import { badge, boxOfCard, roomCardShapes, whiskerBox, type CardContext } from './roomCardShapes.ts';
import { formed, type Formed } from './roomForms.ts';
import type { FormedLane } from './roomSheet.ts';
import { arrows, frameBox, frameEdge, frameGround, frameName, nameBox, noteBox, noteShapes, overlaps, type Ways } from './roomStructure.ts';

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
const [edge, names, namesEnd, plotStart, plotEnd] = [40, 152, 198, 218, 74] as const;
const leastLane = 44;
const worth: Readonly<Record<Form, number>> = { named: 100, coded: 10, bead: 1 };
const order: readonly Form[] = ['named', 'coded', 'bead'];
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
			...overlayShapes(structure.overlays, { x, extent, today: sight.today, leading: 31 }, { thick: 3.5, dashes: 2, isNamed: false, opacity: 0.6 }),
			...curveNames(structure.overlays, extent, x, drawn.walls),
			...years(context, head.height, axisFoot, drawn.foot), ...today(context, axisFoot, drawn.foot), ...drawn.back, ...head.shapes, ...drawn.front, ...said.shapes,
		],
	};
}

interface Footer {
	shapes: Shape[];
	top: number;
}

/** What a legend leaves out at last, when each of its rows costs cards their names. */
const noParts: StructureParts = { clusters: false, notes: false, strengths: [], horizons: [], futures: false };
/** What is left of the legend when it costs cards their words: at first what goes without saying. */
const legends: readonly ((parts: StructureParts) => StructureParts)[] = [
	(parts) => parts,
	(parts) => ({ ...parts, clusters: false, notes: false }),
	(parts) => ({ ...parts, clusters: false, notes: false, horizons: [], futures: parts.futures && 'briefly' }),
	() => noParts,
];

interface Fitted {
	drawn: Drawing;
	foot: Footer;
}

/** What the legend has to say depends on what is drawn, and that on how much room the legend leaves. The fullest that costs no card its words. */
function fitted(hoped: StructureParts, form: (foot: number) => Formed, draw: (forms: Formed) => Drawing, footOf: (parts: StructureParts, without: string) => Footer): Fitted {
	const bare = wordsOf(form(footOf(noParts, '').top));
	let best: (Fitted & { words: number }) | null = null;
	for (const legend of legends) {
		const { top } = footOf(legend(hoped), '');
		const forms = form(top);
		// Arrows take the longest to find: not for a wall that will not be shown.
		if (wordsOf(forms) < bare && legend !== legends.at(-1)) continue;
		const found = settled((parts, without) => footOf(legend(parts), without), top, forms, form, draw);
		if (!best || found.words > best.words) best = found;
		if (best.words >= bare) break;
	}
	return best!;
}

function settled(footOf: (parts: StructureParts, without: string) => Footer, hoped: number, first: Formed, form: (foot: number) => Formed, draw: (forms: Formed) => Drawing): Fitted & { words: number } {
	let [top, forms] = [hoped, first];
	for (let tries = 0; ; tries++) {
		const drawn = draw(forms);
		const feet = [drawn.without, drawn.withoutBriefly].map((without) => footOf(drawn.parts, without));
		const foot = feet.find((one) => one.top >= top);
		if (foot) return { drawn, foot, words: wordsOf(forms) };
		top = feet.at(-1)!.top - tries * 39;
		forms = form(top);
	}
}

/** How much cards say: more with names than with codes, and with those than with signs. */
const wordsOf = ({ lanes }: Formed): number =>
	lanes.reduce((sum, { cards, sections }) => sum + cards.reduce((own, { form, card }) => own + (sections[form].rows.has(card.id) ? worth[form] : 0), 0), 0);

interface Context extends CardContext {
	sight: RoomSight;
	setter: Setter;
	/** null where today is out of sight. */
	todayX: number | null;
}

interface Drawing {
	/** Behind everything. */
	grounds: Shape[];
	back: Shape[];
	front: Shape[];
	/** Where the last lane ends. */
	foot: number;
	/** Where words stand. */
	walls: readonly Box[];
	parts: StructureParts;
	/** What has no room, in words, and in few. */
	without: string;
	withoutBriefly: string;
}

/** All lanes from the top, and the arrows between their cards. */
function drawing(context: Context, lanes: readonly RoomLane[], { lanes: formedLanes, unplaced }: Formed, start: number, influences: RoomCanvas['structure']['influences']): Drawing {
	const { canvas: { structure, cards }, width, setter } = context;
	let top = start;
	const drawn = formedLanes.map((lane, index) => {
		const shapes = laneShapes(context, lanes[index]!.lane, lane, top, index === formedLanes.length - 1);
		top += lane.height;
		return shapes;
	});
	const byId = new Map(cards.map((card) => [card.id, card]));
	const ways: Ways = {
		cards: new Map(drawn.flatMap(({ cards }) => [...cards])), walls: drawn.flatMap(({ walls }) => walls), soft: drawn.flatMap(({ soft }) => soft),
		plot: { left: namesEnd - 12, top: start, width: width - namesEnd + 12, height: top - start }, cardNamed: (id) => byId.get(id),
	};
	const found = arrows(influences, ways, setter);
	const marks = formedLanes.flatMap((lane) => lane.cards.flatMap(({ mark }) => mark ?? []));
	const counts = [[unplaced.clusters, 'cluster'], [found.without, 'influence'], [unplaced.notes, 'note'], [unplaced.marks, 'horizon mark']] as const;
	const leftOut = counts.reduce((sum, [count]) => sum + count, 0);
	return {
		grounds: drawn.flatMap(({ grounds }) => grounds),
		back: drawn.flatMap(({ back }) => back),
		front: [...found.shapes, ...drawn.flatMap(({ front }) => front)],
		foot: top,
		walls: [...ways.walls, ...found.signs],
		parts: {
			clusters: drawn.some(({ grounds }) => grounds.length > 0), notes: formedLanes.some(({ notes }) => notes.length > 0), strengths: found.drawn.map(({ strength }) => strength),
			horizons: horizons.filter((horizon) => structure.overlays.includes('horizons') || marks.includes(horizon)), futures: structure.overlays.includes('cone'),
		},
		without: leftOut > 0 ? `no room for ${counts.flatMap(([count, what]) => (count > 0 ? [counted(count, what)] : [])).join(', ')}` : '',
		withoutBriefly: leftOut > 0 ? `${counted(leftOut, 'mark')} left out` : '',
	};
}

/** Where the curves end, beside the last year. */
function curveNames(overlays: readonly Overlay[], extent: Box, x: (at: number) => number, walls: readonly Box[]): Shape[] {
	const left = x(horizonYears) + 19;
	if (!overlays.includes('horizons') || left + 36 > extent.left + extent.width) return [];
	return horizons.flatMap((horizon): Shape[] => {
		const box = { left, top: curveY(horizon, 1, extent) - 16, width: 36, height: 31 };
		return walls.some((wall) => overlaps(wall, box)) ? [] : [{ is: 'text', text: `H${horizon}`, role: 'roomSmall', colour: `horizon-${horizon}`, x: left, top: box.top, leading: 31 }];
	});
}

/** What there would be if there were room for all of it. */
function hopedFor({ structure }: RoomCanvas, lanes: readonly RoomLane[], clusters: number, influences: RoomCanvas['structure']['influences']): StructureParts {
	const cards = lanes.flatMap((lane) => lane.cards);
	return {
		clusters: clusters > 0, notes: lanes.some(({ notes }) => notes.length > 0), strengths: influences.map(({ strength }) => strength),
		horizons: horizons.filter((one) => structure.overlays.includes('horizons') || cards.some(({ horizon }) => horizon === one)), futures: structure.overlays.includes('cone'),
	};
}

interface RoomLane {
	lane: Lane;
	cards: RoomCard[];
	notes: RoomNote[];
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

interface DrawnLane extends Pick<Drawing, 'grounds' | 'back' | 'front'> {
	cards: ReadonlyMap<string, Box>;
	walls: readonly Box[];
	soft: readonly Box[];
}

function laneShapes(context: Context, lane: Lane, formedLane: FormedLane, top: number, isLast: boolean): DrawnLane {
	const { width, setter, x } = context;
	const { cards, sections, notes, height } = formedLane;
	const nameLines = setter.lines(lane.name, 'roomLane', names, Math.max(1, Math.floor((height - 8) / 31)));
	const rule = isLast ? [] : [line(0, top + height, width, top + height, 'line', 2)];
	const laneName = nameLines.map((text, index): Shape => ({ is: 'text', text, role: 'roomLane', colour: 'ink-2', x: edge, top: top + 8 + index * 31, leading: 31 }));
	let next = top + room.pad;
	const starts = new Map(order.map((form) => {
		const start = next;
		next += sections[form].count * sections[form].pitch;
		return [form, start] as const;
	}));
	const topOf = (form: Form, id: string) => starts.get(form)! + sections[form].rows.get(id)! * sections[form].pitch;
	const stand = cards.filter(({ form, card }) => sections[form].rows.has(card.id));
	const boxes = new Map(stand.map((card) => [card.card.id, boxOfCard(card, topOf(card.form, card.card.id), sections[card.form].words)]));
	const footOf = ({ form, card: { id } }: FormedCard) => topOf(form, id) + sections[form].words;
	const frames = order.flatMap((form) => sections[form].blocks.map((block) => ({ block, box: frameBox(block, sections[form], starts.get(form)!), name: nameBox(block, sections[form], starts.get(form)!) })));
	const papers = notes.map((note) => ({ note, box: noteBox(note, topOf('named', note.span.id)) }));
	const rest = new Set(sections.bead.rest);
	const counts = restCounts(cards.filter(({ card }) => rest.has(card.id)), next, setter);
	const hint = cards.length + notes.length > 0 || context.sight.view ? null : hintIn(top + (height - 31) / 2, Math.max(x(0), (context.todayX ?? 0) + 20), setter);
	return {
		grounds: frames.map(({ box }) => frameGround(box)),
		back: [...frames.map(({ box }) => frameEdge(box)), ...rule, ...laneName, ...(hint?.shapes ?? [])],
		front: [
			...frames.map(({ block, name }) => frameName(block, name)),
			...stand.map((card) => roomCardShapes(context, card, boxes.get(card.card.id)!, footOf(card))),
			...papers.map(({ note, box }) => noteShapes(note, box)),
			...counts.shapes,
		],
		cards: boxes,
		walls: [...boxes.values(), ...frames.map(({ name }) => name), ...papers.map(({ box }) => box), ...counts.boxes, ...(hint ? [hint.box] : [])],
		soft: stand.flatMap((card) => (card.form === 'named' ? (whiskerBox(card.card, footOf(card), context) ?? []) : [])),
	};
}

function hintIn(top: number, left: number, setter: Setter): { shapes: Shape[]; box: Box } {
	const text = 'No cards. What are we not seeing?';
	const box = { left: left - 4, top, width: setter.width(text, 'roomSmall') + 8, height: 31 };
	return { box, shapes: [{ is: 'rect', ...box, fill: 'bg-canvas', radius: 4 }, { is: 'text', text, role: 'roomSmall', colour: 'ink-3', x: left, top, leading: 31 }] };
}

/** What has no row, counted where it would stand. */
function restCounts(cards: readonly FormedCard[], top: number, setter: Setter): { shapes: Shape[]; boxes: Box[] } {
	const bins: { x: number; count: number }[] = [];
	for (const { x } of [...cards].sort((a, b) => a.x - b.x)) {
		const last = bins.at(-1);
		if (last && x - last.x < 84) last.count++;
		else bins.push({ x, count: 1 });
	}
	const counts = bins.map(({ x, count }) => {
		const text = `+${count}`;
		const wide = setter.width(text, 'roomSmall') + 8;
		return { x, text, box: { left: x - wide / 2, top, width: wide, height: 30 } };
	});
	return {
		boxes: counts.map(({ box }) => box),
		shapes: counts.flatMap(({ x, text, box }): Shape[] => [{ is: 'rect', ...box, radius: 6, fill: 'bg-canvas' }, { is: 'text', text, role: 'roomSmall', colour: 'ink', x, top, leading: 30, align: 'middle' }]),
	};
}

interface FooterNotes {
	/** Outside this view. */
	cards: number;
	notes: number;
	lanes: number;
	today: string | null;
	parts: StructureParts;
	without: string;
}

function footer({ results }: RoomCanvas, { rating }: RoomSight, lanes: readonly RoomLane[], notes: FooterNotes, width: number, setter: Setter): { shapes: Shape[]; top: number } {
	const cards = lanes.flatMap((lane) => lane.cards);
	const here = new Set(cards.map(({ kind }) => kind));
	const outside = ([[notes.lanes, 'lane'], [notes.cards, 'card'], [notes.notes, 'note']] as const).flatMap(([count, what]) => (count > 0 ? [counted(count, what)] : [])).join(' and ');
	const left = outside === '' ? '' : `${outside} outside this view`;
	const leftWidth = left === '' ? 0 : setter.width(left, 'roomSmall') + 40;
	const parts = {
		kinds: kinds.filter((kind) => here.has(kind)), today: notes.today,
		of: rating, badges: cards.some(({ id }) => results.get(id)?.[rating]), whiskers: cards.some(({ id }) => results.get(id)?.timing),
		structure: notes.parts, note: notes.without || undefined,
	};
	const style = { leading: 31, glyph: 28, badge, role: 'roomSmall' as const };
	const box = { left: edge, top: 0, width: width - 2 * edge - leftWidth };
	const top = roomHeight - 18 - legendShapes(parts, box, style, setter).height;
	const texts: Shape[] = left === '' ? [] : [{ is: 'text', text: left, role: 'roomSmall', colour: 'ink-2', x: width - edge, top, leading: 31, align: 'end' }];
	return { top: top - 14, shapes: [line(0, top - 12, width, top - 12, 'line', 2), ...legendShapes(parts, { ...box, top }, style, setter).shapes, ...texts] };
}

function described({ workshop }: RoomCanvas, view: ScreenView | null, lanes: readonly RoomLane[], { clusters, strengths, notes }: StructureParts): string {
	const [from, to] = view ? [Math.floor(view.from), Math.ceil(view.to)] : [0, horizonYears];
	const cards = lanes.reduce((sum, lane) => sum + lane.cards.length, 0);
	const more = [...(clusters ? ['clusters'] : []), ...(strengths.length > 0 ? [counted(strengths.length, 'influence')] : []), ...(notes ? ['notes'] : [])].join(', ');
	return `The horizon canvas from ${workshop.baseYear + from} to ${workshop.baseYear + to}, ${counted(cards, 'card')} in the lanes ${lanes.map(({ lane }) => lane.name).join(', ')}${more && `; ${more}`}.`;
}
