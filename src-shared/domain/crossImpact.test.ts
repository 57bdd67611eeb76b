import fc from 'fast-check';
import { expect, test } from 'vitest';
import { assess, balances, combinations, impactModel, pushesTowards, sections } from './crossImpact.ts';
import { cases, driver, judgement } from './testing/impacts.ts';

/*
 * Worked by hand. Rules are strict or light, access is open or closed, trust is low or high.
 *               open closed   low high
 * rules strict   −2    +2     −1   +1
 *       light    +2    −2     +1   −1
 * trust low: rules strict +3, light −3;  access closed +1.   trust high: access open +1.
 */
const drivers = [driver('rules', ['strict', 'light']), driver('access', ['open', 'closed']), driver('trust', ['low', 'high'])];
const judgements = [
	judgement('rules:strict', 'access:open', -2), judgement('rules:strict', 'access:closed', 2),
	judgement('rules:light', 'access:open', 2), judgement('rules:light', 'access:closed', -2),
	judgement('rules:strict', 'trust:low', -1), judgement('rules:strict', 'trust:high', 1),
	judgement('rules:light', 'trust:low', 1), judgement('rules:light', 'trust:high', -1),
	judgement('trust:low', 'rules:strict', 3), judgement('trust:low', 'rules:light', -3),
	judgement('trust:low', 'access:closed', 1), judgement('trust:high', 'access:open', 1),
];
const model = impactModel(drivers, judgements);
const world = (rules: string, access: string, trust: string) => ({ rules: `rules:${rules}`, access: `access:${access}`, trust: `trust:${trust}` });

test('the impact balance of a small world is what adding it up by hand gives', () => {
	// Strict, closed, high. Rules get nothing; access: open −2 + 1, closed +2; trust: low −1, high +1.
	expect(balances(model, [0, 1, 1])).toEqual([[0, 0], [-1, 2], [-1, 1]]);
	expect(combinations(model)).toBe(8);
});

test('a world is consistent where each driver has the state that the others promote most', () => {
	const fits = assess(model, world('strict', 'closed', 'high'))!;
	expect([fits.inconsistency, fits.score, fits.drivers.map(({ shortfall }) => shortfall)]).toEqual([0, 3, [0, 0, 0]]);
	expect(fits.drivers[0]!.best, 'nothing bears on the rules: both states are as good').toEqual(['rules:strict', 'rules:light']);
});

test('the inconsistency is the largest shortfall, and says of which driver', () => {
	// Light, closed, low: rules get strict +3, light −3; access open +2, closed −2 + 1; trust low +1, high −1.
	const off = assess(model, world('light', 'closed', 'low'))!;
	expect(off.inconsistency).toBe(6);
	expect(off.drivers.map(({ driverId, shortfall, best }) => [driverId, shortfall, best])).toEqual([
		['rules', 6, ['rules:strict']], ['access', 3, ['access:open']], ['trust', 0, ['trust:low']],
	]);
	expect(pushesTowards(model, world('light', 'closed', 'low'), 'rules', 'rules:strict')).toEqual([{ driverId: 'trust', stateId: 'trust:low', here: -3, there: 3 }]);
	expect(pushesTowards(model, world('light', 'closed', 'low'), 'access', 'access:open'), 'what speaks for the other state is left out').toEqual([
		{ driverId: 'rules', stateId: 'rules:light', here: -2, there: 2 },
	]);
});

test('a world that lacks a state, or has one that is there no more, has no balance', () => {
	expect(assess(model, { rules: 'rules:strict' })).toBeNull();
	expect(assess(model, world('strict', 'closed', 'gone'))).toBeNull();
	expect(assess(impactModel([], []), {})).toBeNull();
});

test('judgements of a driver on itself, or of states that are gone, count for nothing', () => {
	const more = [...judgements, judgement('rules:strict', 'rules:light', 3), judgement('rules:gone', 'trust:low', 3), judgement('gone:x', 'trust:low', 3)];
	expect(impactModel(drivers, more).strengths).toEqual(model.strengths);
});

test('a section counts what was judged in it, 0 among it', () => {
	const some = [...judgements, judgement('access:open', 'rules:strict', 0), judgement('access:gone', 'rules:strict', 1)];
	expect(sections(drivers, some).map(({ fromId, toId, judged, of }) => `${fromId}>${toId} ${judged}/${of}`)).toEqual([
		'rules>access 4/4', 'rules>trust 4/4', 'access>rules 1/4', 'access>trust 0/4', 'trust>rules 2/4', 'trust>access 2/4',
	]);
});

// Weimer-Jehle 2006, "invariance of CIB": what every state of a driver gets alike changes no comparison between them.
test('adding a constant to a row of a section leaves every shortfall as it was', () => {
	fc.assert(
		fc.property(cases, fc.nat(), fc.nat(), fc.nat(), fc.integer({ min: -3, max: 3 }), fc.nat(), (given, a, b, c, constant, seed) => {
			const from = given.drivers[a % given.drivers.length]!;
			const others = given.drivers.filter((one) => one !== from);
			const to = others[b % others.length]!;
			const row = from.states[c % from.states.length]!.id;
			const before = impactModel(given.drivers, given.judgements);
			const after = { ...before, strengths: before.strengths.slice() };
			const places = given.drivers.flatMap(({ states }) => states.map(({ id }) => id));
			for (const { id } of to.states) after.strengths[places.indexOf(row) * before.size + places.indexOf(id)]! += constant;
			const states = Object.fromEntries(given.drivers.map((one, at) => [one.id, one.states[(seed >> at) % one.states.length]!.id]));
			const shortfalls = (of: typeof before) => assess(of, states)!.drivers.map(({ shortfall, best }) => [shortfall, best]);
			expect(shortfalls(after)).toEqual(shortfalls(before));
		}),
	);
});

test('multiplying all judgements on one driver by a factor above 0 leaves what is consistent as it was', () => {
	fc.assert(
		fc.property(cases, fc.nat(), fc.integer({ min: 2, max: 5 }), fc.nat(), (given, a, factor, seed) => {
			const j = a % given.drivers.length;
			const before = impactModel(given.drivers, given.judgements);
			const after = { ...before, strengths: before.strengths.slice() };
			const from = before.first[j]!;
			for (let row = 0; row < before.size; row++) for (let l = 0; l < given.drivers[j]!.states.length; l++) after.strengths[row * before.size + from + l]! *= factor;
			const states = Object.fromEntries(given.drivers.map((one, at) => [one.id, one.states[(seed >> at) % one.states.length]!.id]));
			const fits = (of: typeof before) => assess(of, states)!.drivers.map(({ shortfall }) => shortfall === 0);
			expect(fits(after)).toEqual(fits(before));
		}),
	);
});
