import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Placement } from '../../src-shared/schemas/records.ts';
import { home } from './camera.ts';
import { asOne, inShape } from './groupLanding.ts';
import { landingsBeside, landingsFor, type HandFull } from './landings.ts';
import { sceneOf } from './scene.ts';

const lanes = ['Policy', 'Markets', 'Technology'].map((name) => ({ id: name, name }));
const plot = { width: 768, height: 768 };
const frame = { lanes, means: 'free' as const, required: () => null };
type Cards = ReadonlyMap<string, Placement>;
const sceneWith = (cards: Cards, zoom = 1) => sceneOf(frame, [...cards].map(([id, placement]) => ({ id, placement })), plot, { ...home, zoom });
const rowsOf = (cards: Cards, ids: Iterable<string>, zoom = 1) => {
	const { cards: standings } = sceneWith(cards, zoom).crowd.layout;
	return [...ids].map((id) => [id, standings.get(id)!.laneId, standings.get(id)!.row]);
};
const dropped = (to: ReadonlyMap<string, Placement>) => [...to].map(([id, place]) => [id, place.laneId, place.height]);
const at = (time: number, height: number, laneId = 'Policy'): Placement => ({ at: time, laneId, height });

describe('a group that is let go among others', () => {
	test('stands just where its preview was, whatever stands there already', () => {
		const placement = fc.record({ at: fc.integer({ min: 0, max: 40 }).map((quarter) => quarter / 4), laneId: fc.constantFrom(...lanes.map(({ id }) => id)), height: fc.nat(6) });
		const wish = fc.record({ at: fc.integer({ min: 0, max: 40 }).map((quarter) => quarter / 4), bandId: fc.constantFrom(...lanes.map(({ id }) => id)), row: fc.nat(8) });
		fc.assert(fc.property(fc.array(placement, { minLength: 3, maxLength: 60 }), fc.nat(20), wish, fc.constantFrom(0.15, 0.5, 1, 2), fc.boolean(), fc.boolean(), (all, held, to, zoom, isNew, isOne) => {
			const cards = new Map(all.map((place, nth) => [`c${nth}`, place]));
			const ids = [...cards.keys()].slice(0, 2 + (held % (cards.size - 1)));
			const before = isNew ? new Map([...cards].filter(([id]) => !ids.includes(id))) : cards;
			const hand: HandFull = new Map(ids.map((id) => [id, isNew ? null : cards.get(id)!]));
			const landed = landingsFor(sceneWith(before, zoom), hand, to, isOne ? asOne : inShape);
			expect(rowsOf(new Map([...before, ...landed]), ids, zoom)).toEqual(dropped(landed));
		}));
	});
	test('keeps its shape and gives way as a whole by a row or two', () => {
		const cards = new Map([['a', at(1, 0)], ['b', at(1, 1)], ['x', at(6, 1)]]);
		const landed = landingsFor(sceneWith(cards), new Map([['a', at(1, 0)], ['b', at(1, 1)]]), { at: 6, bandId: 'Policy', row: 0 });
		expect(dropped(landed)).toEqual([['a', 'Policy', 2], ['b', 'Policy', 3]]);
	});
	test('in a full lane finds each card the row nearest to its own, above or below', () => {
		const wall = Array.from({ length: 9 }, (_, row) => [`x${row}`, at(6, row)] as const).filter(([id]) => id !== 'x4');
		const cards = new Map([['a', at(1, 3)], ['b', at(1, 4)], ...wall]);
		const landed = landingsFor(sceneWith(cards), new Map([['a', at(1, 3)], ['b', at(1, 4)]]), { at: 6, bandId: 'Policy', row: 3 });
		expect(dropped(landed)).toEqual([['a', 'Policy', 4], ['b', 'Policy', 9]]);
	});
	test('that is a cluster never parts: it goes to the next place where all of it fits', () => {
		const wall = Array.from({ length: 9 }, (_, row) => [`x${row}`, at(6, row)] as const).filter(([id]) => id !== 'x4');
		const cards = new Map([['a', at(1, 3)], ['b', at(1, 4)], ...wall]);
		const landed = landingsFor(sceneWith(cards), new Map([['a', at(1, 3)], ['b', at(1, 4)]]), { at: 6, bandId: 'Policy', row: 3 }, asOne);
		expect(dropped(landed)).toEqual([['a', 'Policy', 9], ['b', 'Policy', 10]]);
	});
	test('moved a quarter by keys, only goes out of the way of what it meets', () => {
		const group = [['a', at(1, 0)], ['b', at(1, 1)]] as const;
		const landed = landingsBeside(sceneWith(new Map([...group, ['x', at(4, 0)]])), new Map(group), { quarters: 1, lanes: 0 });
		expect([...landed.values()]).toEqual([at(1.25, 0), at(1.25, 1)]);
	});
});

test('several new cards stand below each other and leave out the rows that are taken', () => {
	const hand: HandFull = new Map([['a', null], ['b', null], ['c', null]]);
	const landed = landingsFor(sceneWith(new Map([['x', at(4, 1)]])), hand, { at: 4, bandId: 'Policy', row: 0 });
	expect(dropped(landed)).toEqual([['a', 'Policy', 0], ['b', 'Policy', 2], ['c', 'Policy', 3]]);
});
test('several new cards that go to lanes of their own kinds begin in the same row of each', () => {
	const required = (id: string) => (id === 'b' ? 'Markets' : 'Policy');
	const scene = sceneOf({ ...frame, required }, [], plot, home);
	const landed = landingsFor(scene, new Map([['a', null], ['b', null], ['c', null]]), { at: 4, bandId: 'Policy', row: 0 });
	expect(dropped(landed)).toEqual([['a', 'Policy', 0], ['b', 'Markets', 0], ['c', 'Policy', 1]]);
});
