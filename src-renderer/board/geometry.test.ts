import fc from 'fast-check';
import { expect, test } from 'vitest';
import { bandsOf } from '../../src-shared/domain/bands.ts';
import { lanesLayout, type PlacedCard } from '../../src-shared/domain/lanesLayout.ts';
import type { Lane } from '../../src-shared/schemas/records.ts';
import { bandBoxes, boxAtY, cardBox, contentHeight, laneBoxes, lanePointAt, rowAtY, yOfLanePoint } from './geometry.ts';
import { landing } from './landing.ts';
import { measuresAt } from './measures.ts';

const lanes: Lane[] = ['Policy', 'Markets', 'Technology'].map((name) => ({ id: name, name }));
const measures = measuresAt(1);
const rows = (policy: number, markets: number, technology: number) =>
	new Map([['Policy', policy], ['Markets', markets], ['Technology', technology]]);
const boxesOf = (cardRows: Map<string, number>, height: number, of = lanes) => bandBoxes(bandsOf(of, 'free', []), cardRows, measures, height);
const changed = (name: string, patch: Partial<Lane>) => lanes.map((lane) => (lane.id === name ? { ...lane, ...patch } : lane));

test('a lane of three rows is as high as in the design, and its cards stand where they stand there', () => {
	const [policy, markets] = boxesOf(rows(3, 3, 3), 300);
	expect([policy!.height, markets!.top]).toEqual([177, 177]);
	const box = cardBox(2, { row: 1, flipped: false }, policy!, 71);
	expect(box).toEqual({ left: 149, top: 65, width: 168, height: 44 });
});

test('a late card lies to the left of its tab, whose centre stays on the date', () => {
	const [policy] = boxesOf(rows(1, 1, 1), 600);
	const box = cardBox(9, { row: 0, flipped: true }, policy!, 71);
	expect(box.left + box.width - 13).toBe(20 + 9 * 71);
});

test('lanes share the canvas; a full one takes what it needs from the others', () => {
	expect(boxesOf(rows(1, 1, 1), 660).map((box) => box.height)).toEqual([200, 200, 200]);
	expect(boxesOf(rows(6, 1, 1), 660).map((box) => box.height)).toEqual([345, 127, 127]);
	expect(boxesOf(rows(6, 6, 6), 660).map((box) => box.height)).toEqual([345, 345, 345]);
});

test('a lane whose height is given keeps it, whatever its cards need and the others leave', () => {
	const given = boxesOf(rows(6, 1, 1), 660, changed('Policy', { rows: 2 }));
	expect(given.map((box) => box.height)).toEqual([121, 239, 239]);
	expect(given[0]!.rows).toBe(2);
});

test('a folded lane is a strip, and its cards are glyphs', () => {
	const [policy, markets] = boxesOf(rows(6, 1, 1), 660, changed('Policy', { folded: true }));
	expect([policy!.height, policy!.measures.detail, markets!.top]).toEqual([30, 'glyph', 30]);
});

test('where height means impact a lane has a band for each degree, and one for cards nobody judged where there are any', () => {
	const bands = bandsOf(lanes, 'impact', [{ laneId: 'Markets' }, { laneId: 'Policy', impact: 3 }]);
	expect(bands.filter(({ laneId }) => laneId === 'Policy').map(({ impact }) => impact)).toEqual([5, 4, 3, 2, 1]);
	expect(bands.filter(({ laneId }) => laneId === 'Markets').map(({ impact }) => impact)).toEqual([5, 4, 3, 2, 1, null]);
	const boxes = laneBoxes(bandBoxes(bands, new Map(), measures, 660));
	expect(boxes.map(({ id, height }) => [id, height])).toEqual([['Policy', 5 * 65], ['Markets', 6 * 65], ['Technology', 5 * 65]]);
});

test('all lanes are in the content, above the floating bars', () => {
	expect(contentHeight(boxesOf(rows(6, 6, 6), 660))).toBe(3 * 345 + 60);
	expect(contentHeight([])).toBe(0);
});

test('a height belongs to one lane and one row of it', () => {
	const boxes = boxesOf(rows(3, 3, 3), 100);
	expect([-50, 0, 176, 177, 9999].map((y) => boxAtY(boxes, y)!.id)).toEqual(['Policy', 'Policy', 'Policy', 'Markets', 'Technology']);
	expect([0, 31, 58, 60, 87, 500].map((y) => rowAtY(boxes[0]!, y))).toEqual([0, 0, 0, 1, 1, 2]);
});

test('a point of a lane is found again when the lanes have other heights', () => {
	const point = lanePointAt(boxesOf(rows(3, 3, 3), 100), 177 + 88.5);
	expect(yOfLanePoint(boxesOf(rows(6, 6, 6), 100), point)).toBeCloseTo(345 * 1.5);
});

const sizes = { cardYears: 2.4, gapYears: 0.1, tabYears: 0.4 };
const crowdOf = (placed: PlacedCard[]) => ({
	bands: bandsOf(lanes, 'free', []), placed, byId: new Map(placed.map((one) => [one.id, one])), layout: lanesLayout(lanes, placed, sizes), sizes,
});
const card = (id: string, at: number, height = 0, laneId = 'Policy'): PlacedCard => ({ id, at, height, laneId });
const wish = (at: number, row: number) => ({ at, row, bandId: 'Policy' });

test('a card lands where it is held when nothing is there, and in the nearest free row when something is', () => {
	expect(landing(crowdOf([]), 'new', wish(3, 1), 3).row).toBe(1);
	expect(landing(crowdOf([card('a', 3, 1)]), 'new', wish(3, 1), 3).row).toBe(2);
	expect(landing(crowdOf([card('a', 3, 1), card('b', 3, 2)]), 'new', wish(3, 1), 3).row).toBe(0);
});

test('a lane grows by a row only when every row it has is covered at that time', () => {
	expect(landing(crowdOf([card('a', 3, 0), card('b', 3, 1)]), 'new', wish(3, 0), 2).row).toBe(2);
	expect(landing(crowdOf([card('a', 3, 0), card('b', 3, 1)]), 'new', wish(6, 0), 2).row).toBe(0);
});

test('a card that is moved is not in its own way', () => {
	expect(landing(crowdOf([card('a', 3)]), 'a', wish(3.25, 0), 1).row).toBe(0);
});

const anyPlaced = fc.uniqueArray(
	fc.record({ id: fc.string({ minLength: 1, maxLength: 4 }), at: fc.integer({ min: 0, max: 40 }).map((quarters) => quarters / 4), height: fc.nat({ max: 4 }), laneId: fc.constantFrom('Policy', 'Markets') }),
	{ selector: ({ id }) => id, maxLength: 40, minLength: 1 },
);

test('the row that is foretold is the row in which the card then stands', () => {
	fc.assert(fc.property(anyPlaced, fc.nat(), fc.integer({ min: 0, max: 40 }), fc.nat({ max: 5 }), (placed, which, quarters, row) => {
		const moved = placed[which % placed.length]!;
		const to = landing(crowdOf(placed), moved.id, { at: quarters / 4, bandId: 'Policy', row }, 6);
		const after = lanesLayout(lanes, placed.map((other) => (other.id === moved.id ? { id: moved.id, at: to.at, laneId: to.bandId, height: to.row } : other)), sizes);
		expect(after.cards.get(moved.id)!.row).toBe(to.row);
	}));
});

test('in a lane that may not grow a card keeps within its rows', () => {
	const full = crowdOf([card('a', 3, 0), card('b', 3, 1)]);
	expect(landing(full, 'new', wish(3, 1), 2, false).row).toBe(1);
	expect(landing(full, 'new', wish(8, 1), 2, false).row).toBe(1);
});
