import { expect, test } from 'vitest';
import type { Verdict } from '../schemas/worlds.ts';
import { planClasses, tallyPlan, tallyWords, verdictOfKey } from './windTunnel.ts';

const worlds = ['a', 'b', 'c', 'd'];
const letters: Record<string, Verdict> = { W: 'works', A: 'adapts', F: 'fails' };
/** "WWA-": verdicts in the order of the worlds, "-" for none. */
const plan = (row: string, ids = worlds) => ({
	verdicts: Object.fromEntries([...row].flatMap((letter, at) => (letters[letter] ? [[ids[at]!, { verdict: letters[letter] }]] : []))),
});
const classOf = (row: string) => tallyPlan(plan(row), worlds).planClass;

test.each([
	['WWWW', 'no regrets'], ['WWWF', 'opt-out'], ['WWFF', 'opt-in'], ['WFFF', 'opt-in'], ['FFFF', 'abandon'],
])('%s is %s, as the glossary has it', (row, expected) => expect(classOf(row)).toBe(expected));

test.each([
	['WWWA', 'opt-out'], ['AAAA', 'opt-out'], ['WAAF', 'opt-out'], ['WAFF', 'opt-in'], ['AFFF', 'opt-in'],
])('%s is %s: what has to be adapted counts as working, but never as no regrets', (row, expected) => expect(classOf(row)).toBe(expected));

test('a missing verdict leaves a plan without a class, whatever the others say', () => {
	for (const row of ['WWW-', 'FFF-', '----', 'WAF-']) expect(classOf(row)).toBeNull();
	expect(tallyWords(tallyPlan(plan('WF--'), worlds))).toBe('2 of 4 judged');
	expect(tallyWords(tallyPlan(plan('----'), worlds))).toBe('not judged yet');
});

test('half of the worlds is not most of them', () => {
	expect(tallyPlan(plan('WF', ['a', 'b']), ['a', 'b']).planClass).toBe('opt-in');
	expect(tallyPlan(plan('WWF', ['a', 'b', 'c']), ['a', 'b', 'c']).planClass).toBe('opt-out');
});

test('fewer than two worlds test nothing', () => {
	expect(tallyPlan(plan('W'), ['a']).planClass).toBeNull();
	expect(tallyPlan(plan(''), []).planClass).toBeNull();
});

test('a verdict on a world that was deleted since does not count, and a new world makes the row incomplete', () => {
	expect(tallyPlan(plan('WWWF'), ['a', 'b', 'c']).planClass).toBe('no regrets');
	expect(tallyPlan(plan('WWWW'), [...worlds, 'e'])).toMatchObject({ missing: 1, planClass: null });
});

test('every complete row of four worlds has one class, and a better verdict never makes it worse', () => {
	const rows = Array.from({ length: 81 }, (_, n) => [...n.toString(3).padStart(4, '0')].map((digit) => 'FAW'[Number(digit)]!).join(''));
	const rank = (row: string) => planClasses.indexOf(classOf(row)!);
	for (const row of rows) {
		expect(rank(row)).toBeGreaterThanOrEqual(0);
		for (let at = 0; at < 4; at++) {
			const better = row[at] === 'F' ? 'A' : 'W';
			expect(rank(row.slice(0, at) + better + row.slice(at + 1))).toBeLessThanOrEqual(rank(row));
		}
	}
});

test('the words count what was judged', () => {
	const words = (row: string) => tallyWords(tallyPlan(plan(row), worlds));
	expect([words('WWWW'), words('FFFF'), words('WWAF'), words('WFFF'), words('AAFF')]).toEqual([
		'works in all 4', 'fails in all 4', 'works in 2 of 4, in 1 more if adapted', 'works in 1 of 4', 'works in 2 of 4 if adapted',
	]);
});

test('W, A and F give verdicts, and other keys none', () => {
	expect(['w', 'A', 'f', 'x', 'Enter'].map(verdictOfKey)).toEqual(['works', 'adapts', 'fails', undefined, undefined]);
});
