/** The lanes of the wall's picture from the top, with all that stands in them, and the arrows between their cards. */
import { line, type Box, type Setter, type Shape } from '../../../src-shared/domain/picture/shapes.ts';
import type { StructureParts } from '../../../src-shared/domain/picture/structureLegend.ts';
import { horizons } from '../../../src-shared/schemas/names.ts';
import type { Lane } from '../../../src-shared/schemas/records.ts';
import type { RoomInfluence } from '../../db/roomCanvas.ts';
import { counted } from '../../ui/kinds.ts';
import { room, type Form, type FormedCard } from './roomCards.ts';
import { boxOfCard, roomCardShapes, whiskerBox } from './roomCardShapes.ts';
import type { Formed } from './roomForms.ts';
import type { FormedLane } from './roomSheet.ts';
import { edge, names, namesEnd, type Context, type RoomLane } from './roomSight.ts';
import { arrows, frameBox, frameEdge, frameGround, frameName, nameBox, noteBox, noteShapes, type Ways } from './roomStructure.ts';

const order: readonly Form[] = ['named', 'coded', 'bead'];

export interface Drawing {
	/** Behind everything. */
	grounds: Shape[];
	back: Shape[];
	front: Shape[];
	/** Where the last lane ends. */
	foot: number;
	/** Where words and whiskers stand. */
	walls: readonly Box[];
	parts: StructureParts;
	/** What has no room, in words, and in few. */
	without: string;
	withoutBriefly: string;
}

/** All lanes from the top, and the arrows between their cards. */
export function drawing(context: Context, lanes: readonly RoomLane[], { lanes: formedLanes, unplaced }: Formed, start: number, influences: readonly RoomInfluence[]): Drawing {
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
		walls: [...ways.walls, ...ways.soft, ...found.signs],
		parts: {
			clusters: drawn.some(({ grounds }) => grounds.length > 0), notes: formedLanes.some(({ notes }) => notes.length > 0), strengths: found.drawn.map(({ strength }) => strength),
			horizons: horizons.filter((horizon) => structure.overlays.includes('horizons') || marks.includes(horizon)), futures: structure.overlays.includes('cone'),
		},
		without: leftOut > 0 ? `no room for ${counts.flatMap(([count, what]) => (count > 0 ? [counted(count, what)] : [])).join(', ')}` : '',
		withoutBriefly: leftOut > 0 ? `${counted(leftOut, 'mark')} left out` : '',
	};
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
