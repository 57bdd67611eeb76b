/**
 * What stands on the canvas beside the cards, as shapes: clusters, influences, notes, and the pictures of method behind. Where
 * the cards stand is given: the screen's scene and the report's pages each have their own room.
 */
import type { Cluster, Horizon, Influence, Note, Overlay } from '../../schemas/records.ts';
import type { Future } from '../overlays.ts';
import { influenceVerb, notesForRoom, signed } from '../structure.ts';
import { arrowRoute, type Route } from './arrowRoute.ts';
import { overlayNames, overlayShapes, plainLines } from './overlayShapes.ts';
import type { Box, Colour, Group, Role, Setter, Shape } from './shapes.ts';

export interface Structure {
	clusters: readonly Cluster[];
	influences: readonly Influence[];
	notes: readonly Note[];
	overlays: readonly Overlay[];
}

/** Where things stand in the picture, in its units. */
export interface Ground {
	/** Of a time in years from the base year. */
	x: (at: number) => number;
	/** What of the canvas the picture shows. */
	extent: Box;
	/** Cards by id, and those that an arrow has to go round. */
	cards: ReadonlyMap<string, Box>;
	walls: readonly Box[];
	/** Of a cluster's name, which is 21 high: above its frame, or where it could not be seen there, below. */
	nameTop: (box: Box) => number;
	/** Null where it has no place in the picture. */
	boxOfCluster: (cluster: Cluster) => Box | null;
	/** `mark` in place of the words: a sign that the words stand elsewhere under, or none where it only says that there is a note. */
	boxOfNote: (note: Note) => { box: Box; mark: string | null } | null;
	cardNamed: (cardId: string) => { code: string; name: string } | undefined;
	/** Years from the base year. */
	today: number | null;
	/** Leading of the names of clusters and curves. */
	leading: number;
	/** Of the curves and cones, in the language of the picture; English where it has none of its own. */
	names?: { horizons: Readonly<Record<Horizon, string>>; futures: Readonly<Record<Future, string>> };
}

interface Layers {
	behind: Shape[];
	before: Shape[];
}

/** Notes to self are in no picture, since a picture is made to be given away. */
export function structureShapes({ clusters, influences, notes, overlays }: Structure, ground: Ground, setter: Setter): Layers {
	const boxes = clusters.flatMap((cluster) => {
		const box = ground.boxOfCluster(cluster);
		return box ? [{ cluster, box }] : [];
	});
	const arrows = influences.flatMap((influence): Shape[] => {
		const [from, to] = [ground.cards.get(influence.fromId), ground.cards.get(influence.toId)];
		return from && to ? [influenceShapes(influence, arrowRoute(from, to, ground.walls), ground.cardNamed, plainArrow, setter)] : [];
	});
	const notesHere = notesForRoom(notes).flatMap((note) => {
		const place = ground.boxOfNote(note);
		return place ? [{ note, place }] : [];
	});
	const words = [...boxes.map(({ box }): Box => ({ left: box.left, top: ground.nameTop(box), width: box.width, height: 21 })), ...notesHere.map(({ place }) => place.box)];
	return {
		behind: [
			...overlayShapes(overlays, ground, plainLines),
			...overlayNames(overlays, ground, words, setter),
			...boxes.map(({ box }): Shape => ({ is: 'rect', ...box, radius: 10, fill: 'ink-2', opacity: 0.08 })),
			...boxes.map(({ box }): Shape => ({ is: 'rect', ...box, radius: 10, stroke: 'line-strong', thick: 1.5 })),
			...arrows,
		],
		before: [
			...boxes.flatMap(({ cluster, box }) => clusterName(cluster, box, ground, setter)),
			...notesHere.map(({ note, place }) => noteShapes(note, place, setter)),
		],
	};
}

function clusterName({ name, cardIds }: Cluster, box: Box, { nameTop }: Ground, setter: Setter): Shape[] {
	const [text = ''] = setter.lines(name, 'lane', Math.max(box.width - 60, 90), 1);
	const [wide, count] = [setter.width(text, 'lane'), String(cardIds.length)];
	const width = wide + setter.width(count, 'count') + 24;
	const top = nameTop(box);
	return [
		{ is: 'rect', left: box.left + 8, top, width, height: 21, radius: 6, fill: 'bg-panel', stroke: 'line-strong', thick: 1.5 },
		{ is: 'text', text, role: 'lane', colour: 'ink', x: box.left + 16, top, leading: 21 },
		{ is: 'text', text: count, role: 'count', colour: 'ink-2', x: box.left + 22 + wide, top, leading: 21 },
	];
}

/** How an arrow is drawn, in the units of whoever draws. */
export interface ArrowStyle {
	/** Of the line, by how strong the influence is. */
	widths: readonly [number, number, number, number];
	/** Of the arrow's head, before and behind the route's end, and to its sides. */
	head: { before: number; behind: number; side: number };
	dash: readonly number[];
	/** Where the strength is written. */
	sign: { width: number; height: number; role: Role; edge: number };
}

const plainArrow: ArrowStyle = { widths: [1.25, 1.5, 2.5, 3.5], head: { before: 2, behind: 9, side: 5.5 }, dash: [7, 4], sign: { width: 26, height: 18, role: 'more', edge: 1.25 } };

export const influenceColour = (strength: number): Colour => (strength === 0 ? 'ink-3' : strength > 0 ? 'good' : 'danger');

/** An arrow with the sign and strength of its influence: what inhibits is dashed. */
export function influenceShapes({ fromId, toId, strength }: Pick<Influence, 'fromId' | 'toId' | 'strength'>, { path, middle, end, angle }: Pick<Route, 'path' | 'middle' | 'end' | 'angle'>, cardNamed: Ground['cardNamed'], style: ArrowStyle, setter: Setter): Group {
	const colour = influenceColour(strength);
	const { head, sign } = style;
	const thick = style.widths[Math.abs(strength)] ?? style.widths[0];
	const [cos, sin] = [Math.cos((angle * Math.PI) / 180), Math.sin((angle * Math.PI) / 180)];
	const at = (x: number, y: number) => `${end.x + x * cos - y * sin} ${end.y + x * sin + y * cos}`;
	const text = signed(strength);
	const said = (id: string) => (({ code, name }) => `${code}, ${name}`)(cardNamed(id) ?? { code: '', name: 'a card' });
	const top = middle.y - sign.height / 2;
	return {
		is: 'group',
		name: `${said(fromId)}, ${influenceVerb(strength)} ${said(toId)}, strength ${text}`,
		shapes: [
			{ is: 'path', d: path, stroke: 'bg-canvas', thick: thick + 4 },
			{ is: 'path', d: path, stroke: colour, thick, ...(strength < 0 && { dash: style.dash }) },
			{ is: 'path', d: `M${at(head.before, 0)}L${at(-head.behind, -head.side)}L${at(-head.behind, head.side)}Z`, fill: colour },
			{ is: 'rect', left: middle.x - sign.width / 2, top, width: sign.width, height: sign.height, radius: sign.height / 2, fill: 'bg-panel', stroke: colour, thick: sign.edge },
			{ is: 'text', text, role: sign.role, colour, x: middle.x, top, leading: sign.height, align: 'middle', width: setter.width(text, sign.role) },
		],
	};
}

const longestNote = 8;

function noteShapes({ text }: Note, { box, mark }: { box: Box; mark: string | null }, setter: Setter): Shape {
	if (mark !== null) {
		const { left, top, width, height } = box;
		return {
			is: 'group', name: `Note: ${text}`,
			shapes: [
				{ is: 'rect', ...box, radius: 3, fill: 'bg-sunken', stroke: 'line-strong', thick: 1.5 },
				...(mark === '' ? [] : [{ is: 'text', text: mark, role: 'more', colour: 'ink', x: left + width / 2, top, leading: height, align: 'middle' } as const]),
			],
		};
	}
	const lines = text.split('\n').flatMap((part) => setter.lines(part, 'note', box.width - 20, longestNote)).slice(0, longestNote);
	const height = Math.max(40, lines.length * 16 + 17);
	return {
		is: 'group', name: `Note: ${text}`,
		shapes: [
			{ is: 'rect', left: box.left, top: box.top, width: box.width, height, radius: 4, fill: 'bg-sunken', stroke: 'line', thick: 1 },
			{ is: 'rect', left: box.left, top: box.top, width: box.width, height: 3, fill: 'line-strong' },
			...lines.map((line, index): Shape => ({ is: 'text', text: line, role: 'note', colour: 'ink', x: box.left + 10, top: box.top + 9 + index * 16, leading: 16 })),
		],
	};
}
