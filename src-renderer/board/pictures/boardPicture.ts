/** The canvas, or a part of it, as a picture: the scoping question above it, and what its signs mean below. */
import { dateLabel, horizonYears } from '../../../src-shared/domain/horizon.ts';
import type { RoomResult } from '../../../src-shared/domain/roomResults.ts';
import type { ScaleCriterion } from '../../../src-shared/domain/tally.ts';
import type { Year } from '../../../src-shared/domain/timing.ts';
import { canvasShapes, screenStyle, type AxisMark, type CanvasModel, type LaneStrip } from '../../../src-shared/domain/picture/canvasShapes.ts';
import type { PictureCard } from '../../../src-shared/domain/picture/cardShapes.ts';
import { wayBackShapes, type WayBackStrip } from '../../../src-shared/domain/picture/wayBackShapes.ts';
import { structureShapes, type Ground, type Structure } from '../../../src-shared/domain/picture/structureShapes.ts';
import { legendShapes } from '../../../src-shared/domain/picture/legend.ts';
import type { Picture, Setter, Shape } from '../../../src-shared/domain/picture/shapes.ts';
import { kinds } from '../../../src-shared/schemas/names.ts';
import type { Lane } from '../../../src-shared/schemas/records.ts';
import { counted } from '../../ui/kinds.ts';
import { dateX, laneBoxes, type LaneBox } from '../geometry.ts';
import type { BoardItem } from '../items.ts';
import type { DrawnCard } from '../scene.ts';
import { boxOfCluster, boxOfNote, drawnById, isNoteOpen } from '../structure/frames.ts';
import type { Extract } from './scope.ts';


/** What stands on the canvas, whatever part of it is shown. */
export interface Subject {
	title: string;
	question: string;
	baseYear: number;
	lanes: readonly Lane[];
	items: ReadonlyMap<string, BoardItem>;
	/** Cards the facilitator hides: how many. */
	hidden: number;
	/** What the room said, of revealed rounds only. */
	results: ReadonlyMap<string, RoomResult>;
	/** The criterion whose medians are shown. */
	rating: ScaleCriterion;
	dimmed: ReadonlySet<string>;
	/** Years from the base year. */
	today: number | null;
	/** "Today, 14 May 2026". */
	todayName: string;
	milestones: readonly number[];
	/** Of documents, before the base year: how many. */
	earlier: number;
	structure: Structure;
	/** Where the canvas shows one. */
	wayBack: Omit<WayBackStrip, 'baseYear'> | null;
}

const margin = 24;
const namesWidth = 104;

export function boardPicture(subject: Subject, extract: Extract, setter: Setter): Picture {
	const width = Math.max(640, 2 * margin + namesWidth + extract.width);
	const head = heading(subject, extract, width, setter);
	const back = wayBackStrip(subject, extract, head.height, width, setter);
	const model = modelOf(subject, extract, head.height + back.height, width, setter);
	const below = legendShapes(legendOf(subject, model), { left: margin, top: model.foot + 16, width: width - 2 * margin }, { leading: 20, glyph: 15, badge: screenStyle.badge }, setter);
	return {
		width,
		height: Math.round(model.foot + 16 + below.height + margin * 0.75),
		title: subject.question || subject.title,
		description: described(subject, extract),
		background: 'bg-panel',
		shapes: [...head.shapes, ...back.shapes, ...canvasShapes(model, screenStyle, setter), ...below.shapes],
	};
}

function heading(subject: Subject, extract: Extract, width: number, setter: Setter): { shapes: Shape[]; height: number } {
	const lines = setter.lines(subject.question || subject.title, 'title', width - 2 * margin, 3);
	const [leading, top] = [23, 18];
	const [sub = ''] = setter.lines(subtitle(subject, extract), 'subtitle', width - 2 * margin, 1);
	return {
		height: top + lines.length * leading + 28,
		shapes: [
			...lines.map((text, index): Shape => ({ is: 'text', text, role: 'title', colour: 'ink', x: margin, top: top + index * leading, leading })),
			{ is: 'text', text: sub, role: 'subtitle', colour: 'ink-2', x: margin, top: top + lines.length * leading, leading: 18 },
		],
	};
}

/** Of the whole canvas or of what is in sight: chosen cards stand for themselves. */
function wayBackStrip({ wayBack, baseYear }: Subject, extract: Extract, top: number, width: number, setter: Setter): { shapes: Shape[]; height: number } {
	if (!wayBack || extract.isPart) return { shapes: [], height: 0 };
	const plotLeft = margin + namesWidth;
	const x = (at: number) => plotLeft + dateX(at, extract.scene.year) - extract.left;
	const right = Math.max(plotLeft + extract.width, width - margin);
	return wayBackShapes({ ...wayBack, baseYear }, { left: margin, plotLeft, right, top: top + 4, x, row: 25, leading: 15 }, setter);
}

function subtitle({ title, question, items, hidden, todayName }: Subject, { drawn }: Extract): string {
	const cards = drawn.length === items.size ? counted(items.size, 'card') : `${drawn.length} of ${counted(items.size, 'card')}`;
	const date = todayName.replace(/^Today, /, '');
	return [...(question ? [title] : []), cards, ...(hidden > 0 ? [`${hidden} hidden`] : []), date].join(', ');
}

function modelOf(subject: Subject, extract: Extract, top: number, width: number, setter: Setter): CanvasModel {
	const { scene } = extract;
	const plotLeft = margin + namesWidth;
	const lanesTop = top + screenStyle.axisHeight;
	const [x, y] = [(content: number) => plotLeft + content - extract.left, (content: number) => lanesTop + content - extract.top];
	const at = (years: number) => x(dateX(years, scene.year));
	const right = Math.max(plotLeft + extract.width, width - margin);
	const isIn = (place: number) => place >= plotLeft && place <= right;
	const { behind, before } = structureShapes(structureOf(subject, extract), groundOf(subject, extract), setter);
	const moved = (shapes: readonly Shape[]): Shape[] => (shapes.length > 0 ? [{ is: 'group', at: { x: x(0), y: y(0) }, shapes }] : []);
	return {
		left: margin, plotLeft, right, top, foot: lanesTop + extract.height,
		marks: marksOf(subject.baseYear, scene.year, at),
		lanes: laneBoxes(scene.boxes).flatMap((box) => strip(subject, extract, box, y, lanesTop)),
		today: subject.today !== null && isIn(at(subject.today)) ? at(subject.today) : null,
		milestones: subject.milestones.map(at).filter(isIn),
		cards: inPaintOrder(extract.drawn).map((card) => cardOf(subject, card, x, y, at)),
		behind: moved(behind),
		before: moved(before),
	};
}

/** A part of the canvas has the clusters of its cards, and none that would stand there empty, nor the notes between them. */
function structureOf({ structure }: Subject, { drawn, isPart }: Extract): Structure {
	if (!isPart) return structure;
	const here = new Set(drawn.map(({ id }) => id));
	return { ...structure, clusters: structure.clusters.filter(({ cardIds }) => cardIds.some((id) => here.has(id))), notes: [] };
}

/** In content pixels. */
function groundOf({ items, today }: Subject, extract: Extract): Ground {
	const { scene, left, top, width, height } = extract;
	const drawn = drawnById(extract.drawn);
	const mark = isNoteOpen(scene.measures.detail) ? null : '';
	return {
		x: (at) => dateX(at, scene.year),
		extent: { left, top, width, height },
		cards: new Map([...drawn].filter(([id]) => items.has(id))),
		walls: extract.drawn.filter(({ under }) => under === undefined),
		nameTop: (box) => (box.top < top + 20 ? box.top + box.height - 10 : box.top - 11),
		boxOfCluster: (cluster) => boxOfCluster(scene, drawn, cluster),
		boxOfNote: (note) => ({ box: boxOfNote(scene, note), mark }),
		cardNamed: (cardId) => items.get(cardId),
		today,
		leading: 14,
	};
}

/** Quarters and half-years as far as there is room for their names. */
function marksOf(baseYear: number, year: number, at: (years: number) => number): AxisMark[] {
	return Array.from({ length: horizonYears * 4 + 1 }, (_, quarter): AxisMark => {
		const years = quarter / 4;
		if (Number.isInteger(years)) return { x: at(years), text: String(baseYear + years), is: 'year' };
		const isHalf = years % 1 === 0.5;
		const isNamed = year / 4 >= 46 || (isHalf && year / 2 >= 69);
		return { x: at(years), text: isNamed ? `Q${(years % 1) * 4 + 1}` : '', is: isHalf ? 'half' : 'quarter' };
	});
}

function strip({ lanes }: Subject, extract: Extract, box: LaneBox, y: (content: number) => number, lanesTop: number): LaneStrip[] {
	const [from, to] = [Math.max(y(box.top), lanesTop), Math.min(y(box.top + box.height), lanesTop + extract.height)];
	if (to - from < 12) return [];
	const { scene } = extract;
	const bandIds = new Set(box.bands.map(({ id }) => id));
	let count = 0;
	for (const { laneId } of scene.crowd.layout.cards.values()) if (bandIds.has(laneId)) count++;
	const degrees = box.bands.length < 2 ? [] : box.bands.flatMap(({ impact, top, height }) => {
		const start = Math.max(y(top), lanesTop);
		const end = Math.min(y(top + height), to);
		return end - start < 12 ? [] : [{ text: impact === null ? '–' : String(impact), top: start, height: end - start }];
	});
	return [{
		name: lanes.find(({ id }) => id === box.id)?.name ?? '', note: box.folded ? String(count) : counted(count, 'card'),
		top: from, height: to - from, folded: box.folded, degrees, hint: count === 0 ? 'No cards. What is the room not seeing?' : null,
	}];
}

const inPaintOrder = (drawn: readonly DrawnCard[]): DrawnCard[] => drawn.filter(({ under }) => under === undefined).sort((a, b) => a.left - b.left);

function cardOf({ items, baseYear, results, rating, dimmed }: Subject, drawn: DrawnCard, x: (content: number) => number, y: (content: number) => number, at: (years: number) => number): PictureCard {
	const { id, kind, code, name, nameIsMade, description, label, horizon } = items.get(drawn.id)!;
	const result = results.get(id);
	const [voted, timing] = [result?.[rating], result?.timing];
	const place = (year: Year) => (year === 'later' || year > baseYear + horizonYears ? null : at(Math.max(0, year - baseYear)));
	return {
		id, kind, code, name, isMade: nameIsMade, label, description,
		left: x(drawn.left), top: y(drawn.top), width: drawn.width, height: drawn.height, flipped: drawn.flipped, detail: drawn.detail, count: drawn.count,
		isDimmed: dimmed.has(id), horizon,
		badge: voted ? { median: String(Math.round(voted.median * 100) / 100), agreed: voted.agreed } : undefined,
		whisker: timing ? { from: place(timing.q1), median: place(timing.median), to: place(timing.q3) } : undefined,
	};
}

function legendOf({ todayName, earlier, baseYear, rating }: Subject, { cards, today, milestones }: CanvasModel) {
	const here = new Set(cards.map(({ kind }) => kind));
	const isRead = cards.some(({ detail }) => detail === 'card' || detail === 'full');
	return {
		kinds: kinds.filter((kind) => here.has(kind)),
		today: today === null ? null : todayName,
		milestones: milestones.length > 0,
		of: rating,
		badges: isRead && cards.some(({ badge }) => badge),
		whiskers: isRead && cards.some(({ whisker }) => whisker),
		piles: cards.some(({ count = 0 }) => count > 0),
		note: earlier > 0 ? `${counted(earlier, 'milestone')} in documents before ${baseYear}` : undefined,
	};
}

const backWords = ({ world, steps }: Omit<WayBackStrip, 'baseYear'>, baseYear: number): string =>
	steps.length === 0 ? '' : ` Way back from ${world}: ${steps.map(({ at, title }) => `${dateLabel(baseYear, at)} ${title.trim() || 'a step not named yet'}`).join('; ')}.`;

function described(subject: Subject, { scene, drawn, isPart }: Extract): string {
	const { baseYear, lanes, items } = subject;
	const names = laneBoxes(scene.boxes).map(({ id }) => lanes.find((lane) => lane.id === id)?.name ?? '');
	const cards = [...drawn].map(({ id }) => items.get(id)!.label);
	return `The horizon canvas from ${baseYear} to ${baseYear + horizonYears}. Lanes from the top: ${names.join(', ')}. ${cards.length === 0 ? 'No cards.' : `${counted(cards.length, 'card')}: ${cards.join('; ')}.`}${isPart || !subject.wayBack ? '' : backWords(subject.wayBack, baseYear)}`;
}
