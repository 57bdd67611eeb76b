/**
 * The way of an arrow from one card to another: a plain bow where one goes clear of all other cards, else along the gaps
 * between them. Pure arithmetic on boxes; no way is ever refused, the one that crosses the fewest cards is taken.
 */
import type { Box } from './shapes.ts';

export interface Spot {
	x: number;
	y: number;
}

/** As a path of SVG; `middle` is where its strength is written, `end` the tip and `angle` its direction in degrees. */
export interface Route {
	path: string;
	middle: Spot;
	end: Spot;
	angle: number;
	/** Spots on the way, a few units from each other. */
	along: readonly Spot[];
	/** How many other cards it could not go round. */
	crossed: number;
}

interface Cubic {
	from: Spot;
	one: Spot;
	two: Spot;
	to: Spot;
}

/** Between the tip and the card it points to. */
const tipGap = 3;
/** From the canvas's left and upper edge, with room for the sign on the arrow. */
const margin = 12;
/** How near to a card a way may pass. */
const clearance = 3;
const bends = [0, 0.18, -0.18, 0.4, -0.4, 0.7, -0.7, 1.1, -1.1] as const;

/**
 * @param around every card that may be in the way; the two ends may be among them. @param width of the canvas's content.
 * @param straight how far before the card it points to a way has to come straight: as long as the arrow's head.
 */
export function arrowRoute(from: Box, to: Box, around: readonly Box[], width = Infinity, straight = 0): Route {
	const walls = nearby(from, to, around);
	let best: { cubic: Cubic; crossed: number } | null = null;
	for (const [start, end] of sides(from, to)) {
		for (const bend of bends) {
			const cubic = bow(start, end, bend);
			const points = samples(cubic);
			const crossed = crossings(points, walls) + (isAstray(points, from, to, width) ? 1 : 0);
			if (crossed === 0 && (straight === 0 || isStraightAtEnd(cubic, straight))) return routeOf(cubic);
			if (!best || crossed < best.crossed) best = { cubic, crossed };
		}
	}
	const way = wayThroughGaps(from, to, walls, straight);
	if (way) return roundedRoute(way);
	return { ...routeOf(best!.cubic), crossed: best!.crossed };
}

/** Without looking at what is in the way: for while the view moves. */
export function plainRoute(from: Box, to: Box): Route {
	const [[start, end]] = sides(from, to) as [[Anchor, Anchor]];
	return routeOf(bow(start, end, 0));
}

interface Anchor extends Spot {
	/** Outward from the card. */
	dx: number;
	dy: number;
}

const centre = ({ left, top, width, height }: Box): Spot => ({ x: left + width / 2, y: top + height / 2 });

function anchor(box: Box, dx: number, dy: number, gap = 0): Anchor {
	const { x, y } = centre(box);
	return { x: x + dx * (box.width / 2 + gap), y: y + dy * (box.height / 2 + gap), dx, dy };
}

/** Where an arrow may leave and arrive, the most natural first. */
function sides(from: Box, to: Box): [Anchor, Anchor][] {
	const [a, b] = [centre(from), centre(to)];
	const rightward = b.x >= a.x ? 1 : -1;
	const downward = b.y >= a.y ? 1 : -1;
	const level: [Anchor, Anchor] = [anchor(from, rightward, 0), anchor(to, -rightward, 0, tipGap)];
	const upright: [Anchor, Anchor] = [anchor(from, 0, downward), anchor(to, 0, -downward, tipGap)];
	const mixed: [Anchor, Anchor][] = [[anchor(from, rightward, 0), anchor(to, 0, -downward, tipGap)], [anchor(from, 0, downward), anchor(to, -rightward, 0, tipGap)]];
	const isBeside = rightward > 0 ? from.left + from.width <= to.left : to.left + to.width <= from.left;
	const isBelow = downward > 0 ? from.top + from.height <= to.top : to.top + to.height <= from.top;
	if (isBeside) return isBelow ? [level, upright, ...mixed] : [level, ...bothOver(from, to)];
	return isBelow ? [upright, level, ...mixed] : bothOver(from, to);
}

/** Out and in on the same side: over or under what stands between two cards of a row. */
const bothOver = (from: Box, to: Box): [Anchor, Anchor][] => [
	[anchor(from, 0, -1), anchor(to, 0, -1, tipGap)],
	[anchor(from, 0, 1), anchor(to, 0, 1, tipGap)],
];

function bow(from: Anchor, to: Anchor, bend: number): Cubic {
	const [dx, dy] = [to.x - from.x, to.y - from.y];
	const length = Math.hypot(dx, dy) || 1;
	const reach = Math.min(140, Math.max(18, length * 0.42));
	const [nx, ny] = [(-dy / length) * bend * Math.min(length, 260), (dx / length) * bend * Math.min(length, 260)];
	return {
		from, to,
		one: { x: from.x + from.dx * reach + nx, y: from.y + from.dy * reach + ny },
		two: { x: to.x + to.dx * reach + nx, y: to.y + to.dy * reach + ny },
	};
}

function at({ from, one, two, to }: Cubic, t: number): Spot {
	const u = 1 - t;
	const [a, b, c, d] = [u * u * u, 3 * u * u * t, 3 * u * t * t, t * t * t];
	return { x: a * from.x + b * one.x + c * two.x + d * to.x, y: a * from.y + b * one.y + c * two.y + d * to.y };
}

/** Near enough to each other that no corner of a card fits between two. */
function samples(cubic: Cubic): Spot[] {
	const steps = Math.min(200, Math.max(16, Math.ceil(Math.hypot(cubic.to.x - cubic.from.x, cubic.to.y - cubic.from.y) / 6)));
	return Array.from({ length: steps - 1 }, (_, index) => at(cubic, (index + 1) / steps));
}

function crossings(points: readonly Spot[], walls: readonly Box[]): number {
	let crossed = 0;
	for (const { left, top, width, height } of walls) {
		const isHit = points.some(({ x, y }) => x > left - clearance && x < left + width + clearance && y > top - clearance && y < top + height + clearance);
		if (isHit) crossed++;
	}
	return crossed;
}

/** A head that is longer than the last piece of its line points nowhere. */
function isStraightAtEnd(cubic: Cubic, length: number): boolean {
	const before = [...samples(cubic)].reverse().find(({ x, y }) => Math.hypot(cubic.to.x - x, cubic.to.y - y) >= length);
	if (!before) return false;
	const turn = Math.abs(degrees(before, cubic.to) - degrees(at(cubic, 0.94), cubic.to));
	return Math.min(turn, 360 - turn) < 30;
}

/** Beside the canvas nobody would see it; and through one of its own cards it would come from the wrong side. */
function isAstray(points: readonly Spot[], from: Box, to: Box, width: number): boolean {
	return points.some((point) => point.x < margin || point.y < margin || point.x > width - margin || within(from, point) || within(to, point));
}

function routeOf(cubic: Cubic): Route {
	const { from, one, two, to } = cubic;
	const before = at(cubic, 0.94);
	return {
		path: `M${show(from)}C${show(one)} ${show(two)} ${show(to)}`, middle: at(cubic, 0.5), end: { x: to.x, y: to.y },
		angle: degrees(before, to), along: samples(cubic), crossed: 0,
	};
}

const show = ({ x, y }: Spot): string => `${Math.round(x * 10) / 10} ${Math.round(y * 10) / 10}`;
const degrees = (a: Spot, b: Spot): number => Math.round((Math.atan2(b.y - a.y, b.x - a.x) * 180) / Math.PI);

const reach = 150;
/** Among more than this the nearest ones are gone round. */
const mostWalls = 90;

function nearby(from: Box, to: Box, around: readonly Box[]): Box[] {
	const left = Math.min(from.left, to.left) - reach;
	const right = Math.max(from.left + from.width, to.left + to.width) + reach;
	const top = Math.min(from.top, to.top) - reach;
	const bottom = Math.max(from.top + from.height, to.top + to.height) + reach;
	const walls = around.filter((box) => !same(box, from) && !same(box, to) && box.left < right && box.left + box.width > left && box.top < bottom && box.top + box.height > top);
	if (walls.length <= mostWalls) return walls;
	const [a, b] = [centre(from), centre(to)];
	const far = (box: Box) => awayFrom(centre(box), a, b);
	return walls.map((box) => [far(box), box] as const).sort(([x], [y]) => x - y).slice(0, mostWalls).map(([, box]) => box);
}

const same = (a: Box, b: Box): boolean => a.left === b.left && a.top === b.top && a.width === b.width && a.height === b.height;

/** From the straight line between two spots. */
function awayFrom({ x, y }: Spot, a: Spot, b: Spot): number {
	const [dx, dy] = [b.x - a.x, b.y - a.y];
	const t = Math.min(1, Math.max(0, ((x - a.x) * dx + (y - a.y) * dy) / (dx * dx + dy * dy || 1)));
	return Math.hypot(x - a.x - t * dx, y - a.y - t * dy);
}

/** The shortest way along lines in the gaps between cards, with few turns (Dijkstra 1959, over the lines' crossings). */
function wayThroughGaps(from: Box, to: Box, walls: readonly Box[], straight: number): Spot[] | null {
	const apron: Box = { left: to.left - straight, top: to.top - straight, width: to.width + 2 * straight, height: to.height + 2 * straight };
	const all = [...walls, from, apron];
	const [a, b] = [centre(from), centre(to)];
	const xs = lines([a.x, b.x], all.flatMap(({ left, width }) => [left - clearance - 2, left + width + clearance + 2]));
	const ys = lines([a.y, b.y], all.flatMap(({ top, height }) => [top - clearance - 2, top + height + clearance + 2]));
	const isAside = (one: Spot, two: Spot) => straight > 0 && !(one.x === b.x && two.x === b.x) && !(one.y === b.y && two.y === b.y) && passes(one, two, apron);
	const free = (one: Spot, two: Spot) => !walls.some((wall) => passes(one, two, wall)) && !isAside(one, two);
	const [start, goal] = [xs.indexOf(a.x) * ys.length + ys.indexOf(a.y), xs.indexOf(b.x) * ys.length + ys.indexOf(b.y)];
	const spot = (node: number): Spot => ({ x: xs[Math.floor(node / ys.length)]!, y: ys[node % ys.length]! });
	const cost = new Map<number, number>([[start, 0]]);
	const came = new Map<number, number>();
	const queue = new Heap();
	queue.push(start, 0);
	for (let node = queue.pop(); node !== undefined && node !== goal; node = queue.pop()) {
		const here = spot(node);
		const before = came.get(node);
		for (const next of neighbours(node, xs.length, ys.length)) {
			const there = spot(next);
			const isTurn = before !== undefined && (spot(before).x === here.x) !== (here.x === there.x);
			const total = cost.get(node)! + Math.abs(there.x - here.x) + Math.abs(there.y - here.y) + (isTurn ? 24 : 0);
			if (total >= (cost.get(next) ?? Infinity) || !free(here, there)) continue;
			cost.set(next, total);
			came.set(next, node);
			queue.push(next, total);
		}
	}
	if (!came.has(goal)) return null;
	const way: Spot[] = [];
	for (let node: number | undefined = goal; node !== undefined; node = came.get(node)) way.unshift(spot(node));
	return outside(corners(way), from, to);
}

/** Sorted, without those that nearly coincide; the ends' own lines always stay. */
function lines(ends: readonly number[], others: readonly number[]): number[] {
	const kept = [...new Set(ends)];
	for (const one of [...others].sort((a, b) => a - b)) if (one >= 2 && kept.every((line) => Math.abs(line - one) > 2)) kept.push(one);
	return kept.sort((a, b) => a - b);
}

function neighbours(node: number, columns: number, rows: number): number[] {
	const [column, row] = [Math.floor(node / rows), node % rows];
	return [column > 0 ? node - rows : -1, column < columns - 1 ? node + rows : -1, row > 0 ? node - 1 : -1, row < rows - 1 ? node + 1 : -1].filter((next) => next >= 0);
}

/** Of a level or upright line. */
function passes(one: Spot, two: Spot, { left, top, width, height }: Box): boolean {
	return Math.max(one.x, two.x) > left - 1 && Math.min(one.x, two.x) < left + width + 1 && Math.max(one.y, two.y) > top - 1 && Math.min(one.y, two.y) < top + height + 1;
}

const corners = (way: readonly Spot[]): Spot[] => way.filter((spot, index) => {
	const [before, after] = [way[index - 1], way[index + 1]];
	return !before || !after || (before.x === spot.x) !== (spot.x === after.x);
});

/** The way runs from middle to middle; it is seen from edge to edge. */
function outside(way: Spot[], from: Box, to: Box): Spot[] | null {
	const ends = [...way];
	while (ends.length > 2 && within(from, ends[1]!)) ends.shift();
	while (ends.length > 2 && within(to, ends.at(-2)!)) ends.pop();
	if (ends.length < 2) return null;
	ends[0] = leaving(from, ends[0]!, ends[1]!, 0);
	ends[ends.length - 1] = leaving(to, ends.at(-1)!, ends.at(-2)!, tipGap);
	return ends;
}

const within = ({ left, top, width, height }: Box, { x, y }: Spot): boolean => x > left && x < left + width && y > top && y < top + height;

function leaving({ left, top, width, height }: Box, inner: Spot, outer: Spot, gap: number): Spot {
	if (inner.x === outer.x) return { x: inner.x, y: outer.y < inner.y ? top - gap : top + height + gap };
	return { x: outer.x < inner.x ? left - gap : left + width + gap, y: inner.y };
}

/** Any rounder, and a corner would cut the card that the way goes round. */
const roundest = 18;

function roundedRoute(way: readonly Spot[]): Route {
	const lengths = way.slice(1).map((spot, index) => Math.hypot(spot.x - way[index]!.x, spot.y - way[index]!.y));
	let path = `M${show(way[0]!)}`;
	for (let index = 1; index < way.length - 1; index++) {
		const round = Math.min(roundest, lengths[index - 1]! / 2, lengths[index]! / 2);
		path += `L${show(toward(way[index]!, way[index - 1]!, round))}Q${show(way[index]!)} ${show(toward(way[index]!, way[index + 1]!, round))}`;
	}
	const end = way.at(-1)!;
	return { path: `${path}L${show(end)}`, middle: halfway(way, lengths), end, angle: degrees(way.at(-2)!, end), along: spotsOn(way, lengths), crossed: 0 };
}

const spotsOn = (way: readonly Spot[], lengths: readonly number[]): Spot[] => lengths.flatMap((length, index) => {
	const count = Math.max(1, Math.ceil(length / 6));
	return Array.from({ length: count }, (_, step) => toward(way[index]!, way[index + 1]!, (length * step) / count));
});

function toward(from: Spot, to: Spot, distance: number): Spot {
	const length = Math.hypot(to.x - from.x, to.y - from.y) || 1;
	return { x: from.x + ((to.x - from.x) * distance) / length, y: from.y + ((to.y - from.y) * distance) / length };
}

/** The middle of the longest straight piece, where there is room for a sign: between two rows rather than between two cards. */
function halfway(way: readonly Spot[], lengths: readonly number[]): Spot {
	const isLevel = (index: number) => way[index]!.y === way[index + 1]!.y;
	const rooms = lengths.map((length, index) => (isLevel(index) && length > 36 ? length + 1e6 : length));
	const longest = rooms.indexOf(Math.max(...rooms));
	const { x, y } = toward(way[longest]!, way[longest + 1]!, lengths[longest]! / 2);
	return { x: Math.max(x, margin + 3), y };
}

/** Nodes by cost, the cheapest first. */
class Heap {
	#items: { node: number; cost: number }[] = [];

	push(node: number, cost: number): void {
		const items = this.#items;
		items.push({ node, cost });
		for (let index = items.length - 1; index > 0; ) {
			const parent = (index - 1) >> 1;
			if (items[parent]!.cost <= items[index]!.cost) return;
			[items[parent], items[index]] = [items[index]!, items[parent]!];
			index = parent;
		}
	}

	pop(): number | undefined {
		const items = this.#items;
		const first = items[0];
		const last = items.pop();
		if (!first || !last || items.length === 0) return first?.node;
		items[0] = last;
		for (let index = 0; ; ) {
			const [left, right] = [2 * index + 1, 2 * index + 2];
			const least = right < items.length && items[right]!.cost < items[left]!.cost ? right : left;
			if (least >= items.length || items[least]!.cost >= items[index]!.cost) return first.node;
			[items[least], items[index]] = [items[index]!, items[least]!];
			index = least;
		}
	}
}
