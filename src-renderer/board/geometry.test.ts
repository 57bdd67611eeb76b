import fc from 'fast-check';
import { expect, test } from 'vitest';
import { lanesLayout, type PlacedCard } from '../../src-shared/domain/lanesLayout.ts';
import { cardBox, contentHeight, laneAtY, laneBoxes, lanePointAt, rowAtY, yOfLanePoint } from './geometry.ts';
import { landing } from './landing.ts';
import { measuresAt } from './measures.ts';

const lanes = ['Policy', 'Markets', 'Technology'].map((name) => ({ id: name, name }));
const measures = measuresAt(1);
const rows = (policy: number, markets: number, technology: number) =>
	new Map([['Policy', policy], ['Markets', markets], ['Technology', technology]]);

test('a lane of three rows is as high as in the design, and its cards stand where they stand there', () => {
	const [policy, markets] = laneBoxes(lanes, rows(3, 3, 3), measures, 300);
	expect([policy!.height, markets!.top]).toEqual([177, 177]);
	const box = cardBox(2, { laneId: 'Policy', row: 1, flipped: false }, policy!, measures, 71);
	expect(box).toEqual({ left: 149, top: 65, width: 168, height: 44 });
});

test('a late card lies to the left of its tab, whose centre stays on the date', () => {
	const [policy] = laneBoxes(lanes, rows(1, 1, 1), measures, 600);
	const box = cardBox(9, { laneId: 'Policy', row: 0, flipped: true }, policy!, measures, 71);
	expect(box.left + box.width - 13).toBe(20 + 9 * 71);
});

test('lanes share the canvas; a full one takes what it needs from the others', () => {
	expect(laneBoxes(lanes, rows(1, 1, 1), measures, 660).map((box) => box.height)).toEqual([200, 200, 200]);
	expect(laneBoxes(lanes, rows(6, 1, 1), measures, 660).map((box) => box.height)).toEqual([345, 127, 127]);
	expect(laneBoxes(lanes, rows(6, 6, 6), measures, 660).map((box) => box.height)).toEqual([345, 345, 345]);
});

test('all lanes are in the content, above the floating bars', () => {
	const boxes = laneBoxes(lanes, rows(6, 6, 6), measures, 660);
	expect(contentHeight(boxes)).toBe(3 * 345 + 60);
	expect(contentHeight([])).toBe(0);
});

test('a height belongs to one lane and one row of it', () => {
	const boxes = laneBoxes(lanes, rows(3, 3, 3), measures, 100);
	expect([-50, 0, 176, 177, 9999].map((y) => laneAtY(boxes, y)!.id)).toEqual(['Policy', 'Policy', 'Policy', 'Markets', 'Technology']);
	expect([0, 31, 58, 60, 87, 500].map((y) => rowAtY(boxes[0]!, measures, y))).toEqual([0, 0, 0, 1, 1, 2]);
});

test('a point of a lane is found again when the lanes have other heights', () => {
	const before = laneBoxes(lanes, rows(3, 3, 3), measures, 100);
	const after = laneBoxes(lanes, rows(6, 6, 6), measures, 100);
	const point = lanePointAt(before, 177 + 88.5);
	expect(yOfLanePoint(after, point)).toBeCloseTo(345 * 1.5);
});

const sizes = { cardYears: 2.4, gapYears: 0.1, tabYears: 0.4 };
const crowdOf = (placed: PlacedCard[]) => ({ placed, layout: lanesLayout(lanes, placed, sizes), sizes });
const card = (id: string, at: number, height = 0, laneId = 'Policy'): PlacedCard => ({ id, at, height, laneId });
const wish = (at: number, height: number) => ({ at, height, laneId: 'Policy' });

test('a card lands where it is held when nothing is there, and in the nearest free row when something is', () => {
	expect(landing(crowdOf([]), 'new', wish(3, 1), 3).height).toBe(1);
	expect(landing(crowdOf([card('a', 3, 1)]), 'new', wish(3, 1), 3).height).toBe(2);
	expect(landing(crowdOf([card('a', 3, 1), card('b', 3, 2)]), 'new', wish(3, 1), 3).height).toBe(0);
});

test('a lane grows by a row only when every row it has is covered at that time', () => {
	expect(landing(crowdOf([card('a', 3, 0), card('b', 3, 1)]), 'new', wish(3, 0), 2).height).toBe(2);
	expect(landing(crowdOf([card('a', 3, 0), card('b', 3, 1)]), 'new', wish(6, 0), 2).height).toBe(0);
});

test('a card that is moved is not in its own way', () => {
	expect(landing(crowdOf([card('a', 3)]), 'a', wish(3.25, 0), 1).height).toBe(0);
});

const anyPlaced = fc.uniqueArray(
	fc.record({ id: fc.string({ minLength: 1, maxLength: 4 }), at: fc.integer({ min: 0, max: 40 }).map((quarters) => quarters / 4), height: fc.nat({ max: 4 }), laneId: fc.constantFrom('Policy', 'Markets') }),
	{ selector: ({ id }) => id, maxLength: 40, minLength: 1 },
);

test('the row that is foretold is the row in which the card then stands', () => {
	fc.assert(fc.property(anyPlaced, fc.nat(), fc.integer({ min: 0, max: 40 }), fc.nat({ max: 5 }), (placed, which, quarters, row) => {
		const moved = placed[which % placed.length]!;
		const to = landing(crowdOf(placed), moved.id, { at: quarters / 4, laneId: 'Policy', height: row }, 6);
		const after = lanesLayout(lanes, placed.map((other) => (other.id === moved.id ? { id: moved.id, ...to } : other)), sizes);
		expect(after.cards.get(moved.id)!.row).toBe(to.height);
	}));
});
