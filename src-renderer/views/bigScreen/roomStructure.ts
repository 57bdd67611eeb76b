/**
 * Clusters, notes and influences on the wall. A cluster is a frame in each lane that it has cards in, with its name in every
 * one: a single frame over several lanes would hold cards that are not its own. An arrow goes clear of every text, or is not there.
 */
import { arrowRoute, type Route, type Spot } from '../../../src-shared/domain/picture/arrowRoute.ts';
import type { Box, Group, Setter, Shape } from '../../../src-shared/domain/picture/shapes.ts';
import { paper } from '../../../src-shared/domain/picture/structureLegend.ts';
import { influenceShapes, type ArrowStyle } from '../../../src-shared/domain/picture/structureShapes.ts';
import type { RoomCard, RoomInfluence } from '../../db/roomCanvas.ts';
import { structured, type Block, type FormedNote } from './roomBlocks.ts';
import type { Section } from './roomSheet.ts';

const inset = 5;

/** @param start where the section's rows begin. */
export function frameBox({ span }: Block, { rows, pitch, content }: Section, start: number): Box {
	const top = start + rows.get(span.id)! * pitch;
	return { left: span.left, top: top - inset, width: span.right - span.left, height: (span.rows - 1) * pitch + content + 2 * inset };
}

export function nameBox({ span, name }: Block, { rows, pitch, content }: Section, start: number): Box {
	const height = Math.max(34, name.lines.length * structured.leading + 2);
	const top = start + (rows.get(span.id)! + name.row) * pitch;
	return { left: name.left, top: top + Math.max(-2, (Math.min(content, 2 * structured.leading) - height) / 2), width: name.width, height };
}

export const frameGround = (box: Box): Shape => ({ is: 'rect', ...box, radius: 12, fill: 'bg-sunken' });
export const frameEdge = (box: Box): Shape => ({ is: 'rect', ...box, radius: 12, stroke: 'line-strong', thick: 3 });

/** Light on dark, as no card's name is. */
export function frameName({ cluster, name }: Block, box: Box): Group {
	const top = box.top + (box.height - name.lines.length * structured.leading) / 2;
	const x = box.left + structured.namePad;
	return {
		is: 'group', name: `Cluster ${cluster.name}`,
		shapes: [
			{ is: 'rect', ...box, radius: 8, fill: 'ink-2' },
			...name.lines.map((text, index): Shape => ({ is: 'text', text, role: 'roomLane', colour: 'bg-canvas', x, top: top + index * structured.leading, leading: structured.leading })),
		],
	};
}

export const noteBox = ({ span, lines }: FormedNote, top: number): Box => ({ left: span.left, top: top - 3, width: span.right - span.left, height: lines.length * structured.leading + 8 });

export function noteShapes({ note, lines, x }: FormedNote, box: Box): Group {
	return {
		is: 'group', name: `Note: ${note.text}`,
		shapes: [
			...paper(box, 12, 2.5),
			// The side that stands at its date.
			{ is: 'rect', left: Math.abs(x - box.left) < 1 ? x : x - 6, top: box.top, width: 6, height: box.height, fill: 'line-strong' },
			...lines.map((text, index): Shape => ({ is: 'text', text, role: 'roomSmall', colour: 'ink', x: box.left + structured.notePad, top: box.top + 4 + index * structured.leading, leading: structured.leading })),
		],
	};
}

const arrowStyle: ArrowStyle = { widths: [3, 3.5, 5, 7], head: { before: 2, behind: 19, side: 11 }, dash: [14, 8], sign: { width: 52, height: 32, role: 'roomSmall', edge: 3 } };
/** More than that, and from the back row they are a thicket. The strongest have theirs first. */
const mostArrows = 18;

export interface Ways {
	/** Cards with their own boxes, as drawn. */
	cards: ReadonlyMap<string, Box>;
	/** Cards and texts. */
	walls: readonly Box[];
	/** What a way may cross when there is no other. */
	soft: readonly Box[];
	/** Where arrows may be. */
	plot: Box;
	cardNamed: (id: string) => Pick<RoomCard, 'code' | 'name'> | undefined;
}

/** @returns the arrows, and those that found no way or no place for their sign. */
export function arrows(influences: readonly RoomInfluence[], ways: Ways, setter: Setter): { shapes: Shape[]; signs: Box[]; drawn: RoomInfluence[]; without: number } {
	const { plot } = ways;
	const local = (box: Box): Box => ({ ...box, left: box.left - plot.left, top: box.top - plot.top });
	const cards = new Map([...ways.cards].map(([id, box]) => [id, local(box)]));
	const below: Box = { left: -1000, top: plot.height - 4, width: plot.width + 2000, height: 400 };
	const hard = [...ways.walls.map(local), below];
	const soft = ways.soft.map(local);
	const between = influences.filter(({ fromId, toId }) => cards.has(fromId) && cards.has(toId));
	const taken: Spot[][] = [];
	const found = [...between].sort((a, b) => Math.abs(b.strength) - Math.abs(a.strength)).slice(0, mostArrows).flatMap((influence) => {
		const [from, to] = [cards.get(influence.fromId)!, cards.get(influence.toId)!];
		const clear = wayOf(from, to, [...hard, ...soft], plot, hard, taken) ?? (soft.length > 0 ? wayOf(from, to, hard, plot, hard, taken) : null);
		if (clear) {
			hard.push(signBox(clear.middle), headBox(clear));
			taken.push([...clear.along]);
		}
		return clear ? [{ influence, sign: signBox(clear.middle), shape: influenceShapes(influence, clear, ways.cardNamed, arrowStyle, setter) }] : [];
	});
	return {
		shapes: found.length === 0 ? [] : [{ is: 'group', at: { x: plot.left, y: plot.top }, shapes: found.map(({ shape }) => shape) }],
		signs: found.map(({ sign }) => ({ ...sign, left: sign.left + plot.left, top: sign.top + plot.top })),
		drawn: found.map(({ influence }) => influence),
		without: between.length - found.length,
	};
}

const signBox = ({ x, y }: Spot): Box => ({ left: x - arrowStyle.sign.width / 2, top: y - arrowStyle.sign.height / 2, width: arrowStyle.sign.width, height: arrowStyle.sign.height });

function wayOf(from: Box, to: Box, walls: readonly Box[], plot: Box, texts: readonly Box[], taken: readonly Spot[][]): Route | null {
	const route = arrowRoute(from, to, walls, plot.width, arrowStyle.head.behind + 5);
	if (route.crossed > 0) return null;
	const others = texts.filter((box) => !same(box, from) && !same(box, to));
	const isOver = (box: Box) => route.along.some(({ x, y }) => x > box.left && x < box.left + box.width && y > box.top && y < box.top + box.height);
	const head = headBox(route);
	if (others.some((box) => isOver(box) || overlaps(box, head))) return null;
	// Two that run into one another could not be told apart.
	if (taken.some((other) => together(route.along, other) > mostTogether)) return null;
	const middle = placeOfSign(route, texts, plot);
	return middle && { ...route, middle };
}

/** Spots, a few units from each other. */
const mostTogether = 10;
const together = (a: readonly Spot[], b: readonly Spot[]): number => a.filter((spot) => b.some((other) => Math.abs(spot.x - other.x) < 9 && Math.abs(spot.y - other.y) < 9)).length;

function headBox({ end, angle }: Route): Box {
	const { behind, side } = arrowStyle.head;
	const middle = { x: end.x - (Math.cos((angle * Math.PI) / 180) * behind) / 2, y: end.y - (Math.sin((angle * Math.PI) / 180) * behind) / 2 };
	return { left: middle.x - side, top: middle.y - side, width: 2 * side, height: 2 * side };
}

/** On the way or else right beside it, as near to its middle as no text is under it. */
function placeOfSign({ along, end }: Route, texts: readonly Box[], { width, height }: Box): Spot | null {
	const half = along.length / 2;
	const order = along.map((spot, index) => ({ spot, index })).sort((a, b) => Math.abs(a.index - half) - Math.abs(b.index - half));
	const isFree = (spot: Spot) => {
		const box = signBox(spot);
		const isIn = box.left > 2 && box.top > 2 && box.left + box.width < width - 2 && box.top + box.height < height - 2;
		return isIn && Math.hypot(spot.x - end.x, spot.y - end.y) > 44 && !texts.some((text) => overlaps(box, text, 3));
	};
	for (const { spot } of order) if (isFree(spot)) return spot;
	for (const { spot, index } of order) {
		const next = along[index + 1] ?? end;
		const length = Math.hypot(next.x - spot.x, next.y - spot.y) || 1;
		for (const side of [1, -1]) {
			const beside = { x: spot.x - (side * 30 * (next.y - spot.y)) / length, y: spot.y + (side * 22 * (next.x - spot.x)) / length };
			if (isFree(beside)) return beside;
		}
	}
	return null;
}

const same = (a: Box, b: Box): boolean => a.left === b.left && a.top === b.top && a.width === b.width && a.height === b.height;

export const overlaps = (a: Box, b: Box, gap = 0): boolean =>
	a.left < b.left + b.width + gap && b.left < a.left + a.width + gap && a.top < b.top + b.height + gap && b.top < a.top + a.height + gap;
