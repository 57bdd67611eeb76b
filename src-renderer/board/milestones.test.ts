import { expect, test } from 'vitest';
import { milestonesOf } from './milestones.ts';

const source = (id: string, ...dates: string[]) => ({ id, title: `Document ${id}`, milestones: dates.map((date, index) => ({ date, text: `what happened in ${date}`, line: index + 1 })) });

test('milestones up to today come in the order of time, from all documents, with the years before the canvas below zero', () => {
	const found = milestonesOf([source('a', '2026-06', '2019'), source('b', '2026-02-14')], 2026, 0.9);
	expect(found.map(({ date, sourceId }) => [date, sourceId])).toEqual([['2019', 'a'], ['2026-02-14', 'b'], ['2026-06', 'a']]);
	expect(found[0]!.at).toBe(-7);
	expect(found[2]!.at).toBeCloseTo(5 / 12);
});

test('what is still to come, and what is no date, is no milestone', () => {
	expect(milestonesOf([source('a', '2029-09-11', 'soon', '2026-02-31')], 2026, 0.9)).toEqual([]);
});
