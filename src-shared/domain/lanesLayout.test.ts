import fc from 'fast-check';
import { expect, test } from 'vitest';
import { flips, lanesLayout, type PlacedCard } from './lanesLayout.ts';

const lanes = [{ id: 'policy' }, { id: 'markets' }];
const card = (id: string, at: number, height = 0, laneId = 'policy'): PlacedCard => ({ id, at, height, laneId });
const sizes = { cardYears: 2, gapYears: 0.1 };
const rowsOf = (cards: PlacedCard[]) => {
	const layout = lanesLayout(lanes, cards, sizes);
	return Object.fromEntries(cards.map(({ id }) => [id, layout.cards.get(id)!.row]));
};

test('a card stands in the row it wants, and goes to the next free one below when its span is covered', () => {
	expect(rowsOf([card('a', 1), card('b', 2), card('c', 2.5), card('d', 5), card('e', 1, 2.9)])).toEqual({
		a: 0,
		b: 1,
		c: 2,
		d: 0,
		e: 3,
	});
});

test('cards that only touch share a row', () => {
	expect(rowsOf([card('a', 1), card('b', 3.1), card('c', 5.2)])).toEqual({ a: 0, b: 0, c: 0 });
});

test('lanes grow with their cards, and an empty lane has one row', () => {
	const layout = lanesLayout(lanes, [card('a', 1), card('b', 1), card('c', 1)], sizes);
	expect([...layout.rows]).toEqual([
		['policy', 3],
		['markets', 1],
	]);
	expect([...lanesLayout(lanes, [], sizes).rows.values()]).toEqual([1, 1]);
});

test('a card of a lane that is no more stands in the first lane', () => {
	expect(lanesLayout(lanes, [card('a', 1, 0, 'gone')], sizes).cards.get('a')).toEqual({
		laneId: 'policy',
		row: 0,
		flipped: false,
	});
	expect(lanesLayout([], [card('a', 1)], sizes).cards.size).toBe(1);
});

test('a late card flips, and then covers the time before its date', () => {
	expect([flips(8, 2), flips(8.01, 2), flips(10, 2)]).toEqual([false, true, true]);
	expect(rowsOf([card('early', 7), card('late', 9.5)])).toEqual({ early: 0, late: 1 });
	expect(lanesLayout(lanes, [card('late', 9.5)], sizes).cards.get('late')!.flipped).toBe(true);
});

test('with room after the last year a card flips later', () => {
	expect([flips(8.4, 2, 0.5), flips(8.51, 2, 0.5)]).toEqual([false, true]);
	expect(lanesLayout(lanes, [card('late', 8.4)], { ...sizes, roomYears: 0.5 }).cards.get('late')!.flipped).toBe(false);
});

test('damaged places do no harm', () => {
	const layout = lanesLayout(lanes, [card('a', Number.NaN, Number.NaN), card('b', 1e9, 1e9), card('c', -5, -5)], sizes);
	expect(layout.cards.size).toBe(3);
	expect(layout.rows.get('policy')).toBeLessThanOrEqual(200);
});

const anyCards = fc.uniqueArray(
	fc.record({
		id: fc.string({ minLength: 1, maxLength: 6 }),
		at: fc.double({ min: 0, max: 10, noNaN: true }),
		height: fc.double({ min: 0, max: 6, noNaN: true }),
		laneId: fc.constantFrom('policy', 'markets', 'gone'),
	}),
	{ selector: ({ id }) => id, maxLength: 60 },
);

test('no card is dropped or covered, and the order they come in does not matter', () => {
	const years = (min: number, max: number) => fc.double({ min, max, noNaN: true });
	fc.assert(
		fc.property(anyCards, years(0.1, 4), years(0, 0.5), (cards, cardYears, tabYears) => {
			const layout = lanesLayout(lanes, cards, { cardYears, gapYears: 0.1, tabYears });
			expect(layout.cards.size).toBe(cards.length);
			const start = (c: PlacedCard) => (flips(c.at, cardYears) ? c.at + tabYears / 2 - cardYears : c.at - tabYears / 2);
			for (const a of cards)
				for (const b of cards) {
					const [standsA, standsB] = [layout.cards.get(a.id)!, layout.cards.get(b.id)!];
					if (a === b || standsA.row !== standsB.row || standsA.laneId !== standsB.laneId) continue;
					expect(Math.abs(start(a) - start(b))).toBeGreaterThanOrEqual(cardYears - 1e-6);
				}
			for (const c of cards) expect(layout.cards.get(c.id)!.row).toBeGreaterThanOrEqual(Math.floor(c.height));
			const turned = lanesLayout(lanes, [...cards].reverse(), { cardYears, gapYears: 0.1, tabYears });
			expect([...turned.cards].sort()).toEqual([...layout.cards].sort());
		}),
	);
});

test('two thousand cards, all at one place, have a row each', () => {
	const cards = Array.from({ length: 2_000 }, (_, index) => card(`c${index}`, 5));
	expect(lanesLayout(lanes, cards, sizes).rows.get('policy')).toBe(2_000);
});

test('in lanes that may not grow no row is beyond the last, no card covers another, and none is lost', () => {
	const anyCards = fc.uniqueArray(
		fc.record({ id: fc.string({ minLength: 1, maxLength: 4 }), at: fc.double({ min: 0, max: 10, noNaN: true }), height: fc.nat({ max: 5 }), laneId: fc.constantFrom('policy', 'markets') }),
		{ selector: ({ id }) => id, maxLength: 60 },
	);
	fc.assert(fc.property(anyCards, fc.integer({ min: 1, max: 4 }), fc.boolean(), (cards, most, hasCounts) => {
		const counts = hasCounts ? { countYears: { sign: 0.3, figure: 0.2 } } : {};
		const { cards: standings, stacks } = lanesLayout(lanes, cards, { ...sizes, ...counts }, new Map(lanes.map(({ id }) => [id, most])));
		expect(standings.size).toBe(cards.length);
		const tops = cards.filter(({ id }) => standings.get(id)!.under === undefined);
		for (const { id } of tops) expect(standings.get(id)!.row).toBeLessThan(most);
		for (const a of tops) {
			for (const b of tops) {
				const [one, other] = [standings.get(a.id)!, standings.get(b.id)!];
				if (a === b || one.laneId !== other.laneId || one.row !== other.row || one.flipped !== other.flipped) continue;
				expect(Math.abs(a.at - b.at)).toBeGreaterThanOrEqual(sizes.cardYears - 1e-6);
			}
		}
		expect([...stacks.values()].flat().length + tops.length).toBe(cards.length);
	}));
});

test('a card goes under one beside which there is room for the count', () => {
	const column = [card('a', 1, 0), card('b', 1, 1), card('c', 1, 2), card('d', 1, 3)];
	const beside = [card('e', 1.6, 0), card('f', 1.6, 2)];
	const narrow = { cardYears: 0.5, gapYears: 0.1, countYears: { sign: 0.2, figure: 0.2 } };
	const { stacks } = lanesLayout(lanes, [...column, ...beside], narrow, new Map([['policy', 3]]));
	expect([...stacks]).toEqual([['b', ['d']]]);
	const { stacks: without } = lanesLayout(lanes, [...column, ...beside], { cardYears: 0.5, gapYears: 0.1 }, new Map([['policy', 3]]));
	expect([...without]).toEqual([['c', ['d']]]);
});

test('what stands where a count is to be read is counted in it, with what lies under that', () => {
	const cards = [card('a', 1), card('b', 1.6), card('c', 2.2), card('b2', 1.6, 1), card('a2', 1, 2), card('late', 6)];
	const narrow = { cardYears: 0.5, gapYears: 0.1, countYears: { sign: 0.2, figure: 0.2 } };
	const { cards: standings, stacks } = lanesLayout(lanes, cards, narrow, new Map([['policy', 1]]));
	expect([...stacks].map(([top, { length }]) => [top, length])).toEqual([['a', 4]]);
	expect(standings.get('late')!.under).toBeUndefined();
});

test('no card stands where a count is to be read, and every card is seen or counted', () => {
	const years = (max: number) => fc.double({ min: 0.1, max, noNaN: true });
	fc.assert(fc.property(anyCards, fc.integer({ min: 1, max: 4 }), years(2), years(0.6), (cards, most, cardYears, figure) => {
		const sizes = { cardYears, gapYears: 0.1, countYears: { sign: 0.2, figure } };
		const { cards: standings, stacks } = lanesLayout(lanes, cards, sizes, new Map(lanes.map(({ id }) => [id, most])));
		const tops = cards.filter(({ id }) => standings.get(id)!.under === undefined);
		const start = (c: PlacedCard) => (flips(c.at, cardYears) ? c.at - cardYears : c.at);
		for (const [id, { length }] of stacks) {
			const pile = tops.find((top) => top.id === id)!;
			const end = start(pile) + cardYears + 0.2 + figure * String(length).length;
			const [own, others] = [standings.get(id)!, tops.filter((top) => top !== pile)];
			for (const other of others) {
				const { row, laneId } = standings.get(other.id)!;
				if (row === own.row && laneId === own.laneId && start(other) > start(pile)) expect(start(other)).toBeGreaterThanOrEqual(end - 1e-6);
			}
		}
		const under = [...stacks.values()].flat();
		expect(new Set([...under, ...tops.map(({ id }) => id)]).size).toBe(cards.length);
		for (const [top, ids] of stacks) for (const id of ids) expect(standings.get(id)!.under).toBe(top);
	}));
});
