import { expect, test } from 'vitest';
import type { Standing } from '../schemas/worlds.ts';
import { arranged, flipped, moveTo, plausibleSide, seatName, seatsOf, turned } from './worlds.ts';

const world = (id: string, standing?: Standing) => ({ id, standing });
const northEast = world('ne', { axes: { across: 'high', up: 'high' }, cone: 'probable' });
const southWest = world('sw', { axes: { across: 'low', up: 'low' } });
const nowhere = world('no');
const shown = (logic: Parameters<typeof arranged>[0], worlds: ReturnType<typeof world>[]) => arranged(logic, worlds).seated.map(({ scenario }) => scenario?.id ?? '-').join(' ');

test('worlds sit in their quadrants as they are read, and no world is dropped', () => {
	expect(shown('axes', [southWest, northEast, nowhere])).toBe('- ne sw -');
	const twice = [northEast, world('other', { axes: { across: 'high', up: 'high' } }), nowhere];
	expect(shown('axes', twice)).toBe('- ne - -');
	expect(arranged('axes', twice).outside.map(({ id }) => id)).toEqual(['other', 'no']);
});

test('a cone has two plausible worlds, and what is merely possible stands outside', () => {
	const worlds = [world('a', { cone: 'plausible' }), world('b', { cone: 'plausible' }), world('c', { cone: 'plausible' }), world('d', { cone: 'possible' }), world('e', { cone: 'preferable' })];
	expect(shown('cone', worlds)).toBe('- e a b');
	expect(arranged('cone', worlds).outside.map(({ id }) => id)).toEqual(['c', 'd']);
});

test('a world that takes a quadrant sends the one there to where it came from, and keeps its place in every other logic', () => {
	expect(Object.fromEntries(moveTo('axes', [northEast, southWest], 'ne', 'low/low'))).toEqual({
		ne: { cone: 'probable', axes: { across: 'low', up: 'low' } },
		sw: { axes: { across: 'high', up: 'high' } },
	});
	expect(Object.fromEntries(moveTo('axes', [northEast, nowhere], 'no', 'high/high'))).toEqual({ no: { axes: { across: 'high', up: 'high' } }, ne: { cone: 'probable' } });
	expect(Object.fromEntries(moveTo('axes', [northEast], 'ne', null))).toEqual({ ne: { cone: 'probable' } });
});

test('a world that is already there, or one or a place that is unknown, moves nothing', () => {
	expect(moveTo('axes', [northEast], 'ne', 'high/high').size).toBe(0);
	expect(moveTo('axes', [nowhere], 'no', null).size).toBe(0);
	expect(moveTo('axes', [northEast], 'gone', 'low/low').size).toBe(0);
	expect(moveTo('axes', [northEast], 'ne', 'middle').size).toBe(0);
});

test('the two plausible worlds of a cone are told apart by a name, and a third has none', () => {
	const worlds = [world('a', { cone: 'plausible' }), world('p', { cone: 'probable' }), world('b', { cone: 'plausible' }), world('c', { cone: 'plausible' })];
	expect(seatsOf('cone').map((seat) => seatName(seat, undefined))).toEqual(['Probable', 'Preferable', 'Plausible A', 'Plausible B']);
	expect(['a', 'b', 'c', 'p'].map((id) => plausibleSide(worlds, id))).toEqual(['A', 'B', null, null]);
});

test('a third plausible world takes the seat that it is put on', () => {
	const worlds = [world('a', { cone: 'plausible' }), world('b', { cone: 'plausible' }), world('c', { cone: 'probable' })];
	const moves = moveTo('cone', worlds, 'c', 'plausible 2');
	expect(Object.fromEntries(moves)).toEqual({ c: { cone: 'plausible' }, b: { cone: 'probable' } });
});

test('the two plausible seats mean the same: between them nothing changes', () => {
	const worlds = [world('a', { cone: 'plausible' }), world('b', { cone: 'plausible' })];
	expect(moveTo('cone', worlds, 'a', 'plausible 2').size).toBe(0);
	expect(moveTo('cone', worlds.slice(0, 1), 'a', 'plausible 2').size).toBe(0);
});

test('turning the axes or the poles takes the worlds along with what they mean', () => {
	expect(turned({ axes: { across: 'high', up: 'low' }, horizons: 'emerges' })).toEqual({ axes: { across: 'low', up: 'high' }, horizons: 'emerges' });
	expect(flipped({ axes: { across: 'high', up: 'low' } }, 'across')).toEqual({ axes: { across: 'low', up: 'low' } });
	expect(turned({ cone: 'probable' })).toEqual({ cone: 'probable' });
	expect(turned(turned(northEast.standing!))).toEqual(northEast.standing);
});

test('a quadrant is called by its poles, and one without names by its place', () => {
	const axes = { across: { cardId: 'a', low: 'Closed access', high: 'Open weights' }, up: { cardId: 'b', low: ' ', high: 'EU rules' } };
	expect(seatsOf('axes').map((seat) => seatName(seat, axes))).toEqual(['Closed access, EU rules', 'Open weights, EU rules', 'Closed access, bottom', 'Open weights, bottom']);
	expect(seatName(seatsOf('axes')[1]!, undefined)).toBe('Right, top');
	expect(seatsOf('horizons').map((seat) => seatName(seat, axes))).toEqual(['What declines', 'What bridges', 'What emerges']);
});
