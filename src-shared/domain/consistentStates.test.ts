import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ConsistentSearch } from './consistentStates.ts';
import { assess, impactModel } from './crossImpact.ts';
import { cases, consistentByForce, driver, judgement, type Case } from './testing/impacts.ts';

const searched = ({ drivers, judgements }: Case, most?: number) => {
	const search = new ConsistentSearch(impactModel(drivers, judgements), most);
	expect(search.step(() => false)).toBe(true);
	return search;
};
const listed = ({ drivers }: Case, search: ConsistentSearch) => search.found().map(({ states }) => drivers.map(({ id }) => states[id]).join(' ')).sort();

test('finds exactly what trying every world by the definition finds', () => {
	fc.assert(fc.property(cases, (given) => void expect(listed(given, searched(given, 10_000))).toEqual(consistentByForce(given))), { numRuns: 300 });
});

test('each that is found has no shortfall, and its own score', () => {
	fc.assert(fc.property(cases, (given) => {
		const model = impactModel(given.drivers, given.judgements);
		for (const { states, score } of searched(given).found()) expect(assess(model, states)).toMatchObject({ inconsistency: 0, score });
	}));
});

test('all of it is through at the end, however much was left out', () => {
	fc.assert(fc.property(cases, (given) => void expect(searched(given).part).toBeCloseTo(1, 9)));
});

test('stopped anywhere and gone on with, it finds the same', () => {
	const free: Case = { drivers: Array.from({ length: 6 }, (_, at) => driver(`d${at}`, 3)), judgements: [judgement('d0:0', 'd5:1', 2), judgement('d5:1', 'd0:2', 1)] };
	const whole = searched(free, 1000);
	const parts = new ConsistentSearch(impactModel(free.drivers, free.judgements), 1000);
	let stops = 0;
	let before = 0;
	while (!parts.step(() => true)) {
		stops++;
		expect(parts.part).toBeGreaterThanOrEqual(before);
		before = parts.part;
	}
	expect(stops).toBeGreaterThan(2);
	expect([parts.count, parts.found()]).toEqual([whole.count, whole.found()]);
	expect(listed(free, parts)).toEqual(consistentByForce(free));
});

test('two drivers that promote each other crosswise are consistent in two ways, and without any judgement in all ways', () => {
	const pair = [driver('a', 2), driver('b', 2)];
	const cross = [judgement('a:0', 'b:0', 1), judgement('a:1', 'b:1', 1), judgement('b:0', 'a:0', 1), judgement('b:1', 'a:1', 1)];
	expect(listed({ drivers: pair, judgements: cross }, searched({ drivers: pair, judgements: cross }))).toEqual(['a:0 b:0', 'a:1 b:1']);
	expect(searched({ drivers: pair, judgements: [] }).count).toBe(4);
	// One runs after the other for ever: no state holds.
	const chase = [judgement('a:0', 'b:1', 1), judgement('a:1', 'b:0', 1), judgement('b:0', 'a:0', 1), judgement('b:1', 'a:1', 1)];
	expect(searched({ drivers: pair, judgements: chase }).count).toBe(0);
	expect(searched({ drivers: [], judgements: [] }).count).toBe(0);
});

test('of very many it counts all and keeps those with the highest scores', () => {
	const drivers = Array.from({ length: 5 }, (_, at) => driver(`d${at}`, 3));
	// Whatever d0 is, every state of d1 gets as much: all worlds stay consistent, and their scores differ.
	const judgements = [1, 2].flatMap((state) => ['0', '1', '2'].map((to) => judgement(`d0:${state}`, `d1:${to}`, state)));
	const all = searched({ drivers, judgements }, 1000);
	const few = searched({ drivers, judgements }, 10);
	expect([all.count, few.count, few.found().length]).toEqual([243, 243, 10]);
	expect(few.found()).toEqual(all.found().slice(0, 10));
	expect(few.found().every(({ score }) => score === 2)).toBe(true);
});
