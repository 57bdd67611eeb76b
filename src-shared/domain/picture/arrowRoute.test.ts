import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Box } from './shapes.ts';
import { arrowRoute, plainRoute, type Spot } from './arrowRoute.ts';

const card = (left: number, top: number): Box => ({ left, top, width: 168, height: 44 });

/** Spots along a path of straight pieces and of quadratic and cubic curves. */
function along(path: string): Spot[] {
	const spots: Spot[] = [];
	let pen: Spot = { x: 0, y: 0 };
	for (const [, kind, numbers] of path.matchAll(/([MLQC])([^MLQC]+)/g)) {
		const values = numbers!.trim().split(/[ ,]+/).map(Number);
		const points = Array.from({ length: values.length / 2 }, (_, index) => ({ x: values[2 * index]!, y: values[2 * index + 1]! }));
		const hull = [pen, ...points];
		if (kind !== 'M') for (let t = 0; t <= 1; t += 1 / 60) spots.push(casteljau(hull, t));
		pen = points.at(-1)!;
	}
	return spots;
}
function casteljau(points: Spot[], t: number): Spot {
	if (points.length === 1) return points[0]!;
	return casteljau(points.slice(1).map((point, index) => ({ x: points[index]!.x + (point.x - points[index]!.x) * t, y: points[index]!.y + (point.y - points[index]!.y) * t })), t);
}
const hits = (path: string, boxes: readonly Box[]) =>
	boxes.filter(({ left, top, width, height }) => along(path).some(({ x, y }) => x > left && x < left + width && y > top && y < top + height)).length;

describe('an arrow', () => {
	test('goes straight from the one card’s side to the other’s where nothing is in the way', () => {
		const route = arrowRoute(card(0, 0), card(400, 0), []);
		expect(route.end).toEqual({ x: 397, y: 22 });
		expect([route.angle, route.crossed]).toEqual([0, 0]);
		expect(along(route.path).every(({ y }) => Math.abs(y - 22) < 0.1)).toBe(true);
	});
	test('comes straight for as long as its head is, where that is asked', () => {
		const boxes = Array.from({ length: 12 }, (_, n) => card((n % 3) * 210, Math.floor(n / 3) * 70));
		for (const [from, to] of [[0, 11], [2, 9], [9, 2], [1, 10]] as const) {
			const route = arrowRoute(boxes[from]!, boxes[to]!, boxes, Infinity, 20);
			const before = route.along.findLast(({ x, y }) => Math.hypot(route.end.x - x, route.end.y - y) >= 18)!;
			const turn = Math.abs((Math.atan2(route.end.y - before.y, route.end.x - before.x) * 180) / Math.PI - route.angle) % 360;
			expect(Math.min(turn, 360 - turn)).toBeLessThan(30);
			expect(route.crossed).toBe(0);
		}
	});
	test('bends round a card between them', () => {
		const wall = card(220, 0);
		const route = arrowRoute(card(0, 0), card(440, 0), [wall]);
		expect(hits(plainRoute(card(0, 0), card(440, 0)).path, [wall])).toBe(1);
		expect([hits(route.path, [wall]), route.crossed]).toEqual([0, 0]);
	});
	test('finds its way through the gaps of full rows', () => {
		const rows = Array.from({ length: 5 }, (_, row) => Array.from({ length: 6 }, (_, column) => card(column * 178, row * 56))).flat();
		const [from, to] = [rows[0]!, rows[29]!];
		const others = rows.filter((box) => box !== from && box !== to);
		const route = arrowRoute(from, to, rows);
		expect(route.crossed).toBe(0);
		expect(hits(route.path, others)).toBe(0);
	});
	test('stays on the canvas and comes from outside its own cards', () => {
		const [from, to] = [card(30, 300), card(30, 20)];
		const route = arrowRoute(from, to, [card(12, 150), card(190, 150)], 700);
		const spots = along(route.path);
		expect(spots.every(({ x }) => x > 0 && x < 700)).toBe(true);
		expect(hits(route.path, [{ left: to.left + 1, top: to.top + 1, width: 166, height: 42 }, { left: from.left + 1, top: from.top + 1, width: 166, height: 42 }])).toBe(0);
	});
	test('always comes to an end on the edge of the card it points to, whatever stands around', () => {
		const box = fc.tuple(fc.integer({ min: 0, max: 1200 }), fc.integer({ min: 0, max: 700 })).map(([left, top]) => card(left, top));
		fc.assert(fc.property(box, box, fc.array(box, { maxLength: 40 }), (from, to, others) => {
			fc.pre(from.left !== to.left || from.top !== to.top);
			const { path, end, middle } = arrowRoute(from, to, [from, to, ...others]);
			expect(path).toMatch(/^M[\d .\-LQC]+$/);
			expect(Number.isFinite(middle.x + middle.y)).toBe(true);
			const [outX, outY] = [Math.max(to.left - end.x, end.x - to.left - to.width), Math.max(to.top - end.y, end.y - to.top - to.height)];
			expect(Math.max(outX, outY)).toBeLessThanOrEqual(3.5);
		}), { numRuns: 60 });
	});
	test('is found fast enough to do a hundred of them on every drop', () => {
		const cards = Array.from({ length: 1000 }, (_, index) => card((index % 12) * 178, Math.floor(index / 12) * 56));
		const start = performance.now();
		for (let index = 0; index < 100; index++) arrowRoute(cards[index * 3]!, cards[index * 3 + 40]!, cards);
		expect(performance.now() - start).toBeLessThan(1500);
	});
});
