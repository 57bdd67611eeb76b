/**
 * Where everything on a futures wheel stands: what it is about in the middle, and round it a ring for each order of
 * consequence. Rings are wider than high, because words are; they grow until no two texts touch.
 */
import type { Kind } from '../../schemas/document.ts';
import { listed, type WheelNode } from '../wheel.ts';
import type { Box, Role, Setter } from './shapes.ts';

export interface WheelModel {
	about: { title: string; kind: Kind | null; code: string | null };
	tree: readonly WheelNode[];
}

export interface WheelStyle {
	/** Of a consequence's text at most. */
	width: number;
	lines: number;
	leading: number;
	padding: { x: number; y: number };
	/** Between two texts at least. */
	gap: number;
	/** How much wider than high a ring is. */
	stretch: number;
	role: Role;
	/** Of the text in the middle. */
	middle: { width: number; lines: number; role: Role; leading: number };
	/** The narrowest box, and what is kept free around all of it; with room for words where they are not given. */
	least?: number;
	margin?: number;
}

export const screenWheel: WheelStyle = {
	width: 132, lines: 4, leading: 15, padding: { x: 9, y: 6 }, gap: 12, stretch: 1.5, role: 'name', middle: { width: 150, lines: 4, role: 'lane', leading: 16 },
};
/** For a page lying on its side. */
export const paperWheel: WheelStyle = {
	width: 128, lines: 4, leading: 15, padding: { x: 7, y: 5 }, gap: 9, stretch: 1.5, role: 'name', middle: { width: 140, lines: 4, role: 'lane', leading: 16 },
};

/** Where a number stands for each text, so that it is large enough on a small page. */
export const numberWheel: WheelStyle = {
	width: 64, lines: 1, leading: 15, padding: { x: 5, y: 1 }, gap: 3, stretch: 1.5, role: 'name', middle: { width: 130, lines: 1, role: 'lane', leading: 15 }, least: 22, margin: 6,
};

/** A text in its box. */
interface Label {
	lines: string[];
	width: number;
	height: number;
}

export interface PlacedNode {
	node: WheelNode;
	box: Box;
	lines: string[];
	/** The middle of the box. */
	x: number;
	y: number;
	parentId: string | null;
}

export interface WheelLayout {
	width: number;
	height: number;
	/** The middle of the wheel, and the box of what it is about. */
	x: number;
	y: number;
	middle: Box & { lines: string[] };
	/** From the inside out: half the height of each ring that has anything on it. */
	rings: number[];
	nodes: PlacedNode[];
}

const turns = 720;
const usualMargin = 24;
const usualLeast = 44;

/** Where everything stands: the same for the same wheel, whoever draws it. */
export function wheelLayout({ about, tree }: WheelModel, style: WheelStyle, setter: Setter): WheelLayout {
	const nodes = listed(tree);
	const labels = new Map(nodes.map((node) => [node.id, labelOf(node.text || '…', style, setter)]));
	const middle = middleLabel(about, style, setter);
	const depth = Math.max(0, ...nodes.map(({ order }) => order));
	const widest = Math.max(0, ...[...labels.values()].map(({ width }) => width));
	const highest = Math.max(0, ...[...labels.values()].map(({ height }) => height));
	const need = { width: widest + style.gap, height: highest + style.gap };
	let rings = ringsFor(depth, need, middle, style);
	for (;;) {
		const placed = place(tree, labels, rings, need, style);
		if (placed && !touching(placed, middle, style.gap / 2)) return framed(placed, middle, rings, style.margin ?? usualMargin);
		rings = rings.map((ring) => ring * 1.06);
	}
}

function labelOf(text: string, style: WheelStyle, setter: Setter): Label {
	const lines = setter.lines(text, style.role, style.width - 2 * style.padding.x, style.lines);
	const width = Math.max(style.least ?? usualLeast, ...lines.map((line) => setter.width(line, style.role) + 2 * style.padding.x));
	return { lines, width: Math.min(style.width, Math.ceil(width)), height: Math.max(1, lines.length) * style.leading + 2 * style.padding.y };
}

function middleLabel(about: WheelModel['about'], style: WheelStyle, setter: Setter): Label {
	const { width, lines: most, role, leading } = style.middle;
	const lines = setter.lines(about.title, role, width - 32, most);
	const code = about.code === null ? 0 : leading + 2;
	return { lines, width: Math.min(width, Math.max(84, ...lines.map((line) => setter.width(line, role) + 34))), height: lines.length * leading + code + 22 };
}

/** The least that keeps a consequence clear of the one it follows from, in every direction. */
function ringsFor(depth: number, need: { width: number; height: number }, middle: Label, { stretch }: WheelStyle): number[] {
	const step = Math.max(need.height + 14, need.width / stretch);
	const first = Math.max((middle.height + need.height) / 2 + 14, (middle.width + need.width) / 2 / stretch);
	return Array.from({ length: depth }, (_, at) => first + at * step);
}

/**
 * Round the wheel by what each branch needs: a text takes more of an arc where the ring runs level than where it climbs.
 * @returns null where the rings are too small for all of it.
 */
function place(tree: readonly WheelNode[], labels: ReadonlyMap<string, Label>, rings: readonly number[], need: { width: number; height: number }, style: WheelStyle): PlacedNode[] | null {
	const outermost = rings.at(-1) ?? 0;
	const room = roomRound(outermost, need, style.stretch);
	const shareOf = (node: WheelNode): number => Math.max(outermost / rings[node.order - 1]!, node.children.reduce((sum, child) => sum + shareOf(child), 0));
	const all = tree.reduce((sum, node) => sum + shareOf(node), 0);
	if (all > room.total) return null;
	const placed: PlacedNode[] = [];
	const scale = room.total / Math.max(all, 1e-9);
	const put = (node: WheelNode, from: number, to: number, parentId: string | null) => {
		const angle = room.angleAt((from + to) / 2);
		const ring = rings[node.order - 1]!;
		const { lines, width, height } = labels.get(node.id)!;
		const [x, y] = [Math.sin(angle) * ring * style.stretch, -Math.cos(angle) * ring];
		placed.push({ node, lines, x, y, parentId, box: { left: x - width / 2, top: y - height / 2, width, height } });
		const shares = node.children.map(shareOf);
		const wide = (to - from) / Math.max(1e-9, shares.reduce((sum, share) => sum + share, 0));
		let start = from;
		node.children.forEach((child, at) => put(child, start, (start += shares[at]! * wide), node.id));
	};
	// The first stands at the top.
	let start = tree.length === 0 ? 0 : (-shareOf(tree[0]!) * scale) / 2;
	for (const node of tree) put(node, start, (start += shareOf(node) * scale), null);
	return placed;
}

/** How many texts go round a ring, and at which angle (from the top, clockwise) so many of them are through. */
function roomRound(ring: number, need: { width: number; height: number }, stretch: number): { total: number; angleAt: (texts: number) => number } {
	const through = [0];
	for (let turn = 0; turn < turns; turn++) {
		const angle = (2 * Math.PI * (turn + 0.5)) / turns;
		const [across, down] = [Math.abs(Math.cos(angle)) * stretch * ring, Math.abs(Math.sin(angle)) * ring];
		// Two texts are apart as soon as they are in one direction.
		const density = Math.max(across / need.width, down / need.height);
		through.push(through[turn]! + (density * 2 * Math.PI) / turns);
	}
	const total = through[turns]!;
	const angleAt = (texts: number) => {
		const wanted = ((texts % total) + total) % total;
		let low = 0;
		let high = turns;
		while (high - low > 1) {
			const at = (low + high) >> 1;
			if (through[at]! <= wanted) low = at;
			else high = at;
		}
		const part = (wanted - through[low]!) / Math.max(1e-9, through[low + 1]! - through[low]!);
		return (2 * Math.PI * (low + part)) / turns;
	};
	return { total, angleAt };
}

export const overlaps = (a: Box, b: Box, gap = 0): boolean =>
	a.left < b.left + b.width + gap && b.left < a.left + a.width + gap && a.top < b.top + b.height + gap && b.top < a.top + a.height + gap;

function touching(placed: readonly PlacedNode[], middle: Label, gap: number): boolean {
	const boxes = [{ left: -middle.width / 2, top: -middle.height / 2, width: middle.width, height: middle.height }, ...placed.map(({ box }) => box)];
	return boxes.some((box, at) => boxes.slice(0, at).some((other) => overlaps(box, other, gap)));
}

/** Moved so that the upper left corner of all of it is zero. */
function framed(placed: readonly PlacedNode[], middle: Label, rings: readonly number[], margin: number): WheelLayout {
	const boxes = [{ left: -middle.width / 2, top: -middle.height / 2, width: middle.width, height: middle.height }, ...placed.map(({ box }) => box)];
	const [left, top] = [Math.min(...boxes.map((box) => box.left)), Math.min(...boxes.map((box) => box.top))];
	const [right, foot] = [Math.max(...boxes.map((box) => box.left + box.width)), Math.max(...boxes.map((box) => box.top + box.height))];
	const [x, y] = [margin - left, margin - top];
	return {
		width: right - left + 2 * margin,
		height: foot - top + 2 * margin,
		x,
		y,
		middle: { left: x - middle.width / 2, top: y - middle.height / 2, width: middle.width, height: middle.height, lines: middle.lines },
		rings: [...rings],
		nodes: placed.map((one) => ({ ...one, x: one.x + x, y: one.y + y, box: { ...one.box, left: one.box.left + x, top: one.box.top + y } })),
	};
}
