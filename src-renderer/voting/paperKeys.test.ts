import { expect, test } from 'vitest';
import type { Criterion } from '../../src-shared/schemas/records.ts';
import { readTyped } from './paperKeys.ts';

const read = (criterion: Criterion, ...texts: string[]) => texts.map((text) => readTyped(text, { criterion, baseYear: 2026, dots: 12 }));
const whole = (value: number | 'cannot say' | 'later') => ({ value, whole: true });

test('a digit from 1 to 5 is an answer, 0 or a question mark is “I can’t say”, and nothing else is', () => {
	expect(read('relevancy', '1', '5', '0', '?', '')).toEqual([whole(1), whole(5), whole('cannot say'), whole('cannot say'), null]);
	expect(read('impact', '6', 'x', '12')).toEqual(['wrong', 'wrong', 'wrong']);
});

test('a year of the horizon is its last two digits', () => {
	expect(read('timing', '2', '29', '36', 'L')).toEqual(['part', whole(2029), whole(2036), whole('later')]);
	expect(read('timing', '25', '37', '4', '2x', '0')).toEqual(['wrong', 'wrong', 'wrong', 'wrong', whole('cannot say')]);
});

test('where a year of the horizon begins with 0, a 0 is the beginning of a year', () => {
	expect(readTyped('0', { criterion: 'timing', baseYear: 2095, dots: 5 })).toBe('part');
	expect(readTyped('03', { criterion: 'timing', baseYear: 2095, dots: 5 })).toEqual(whole(2103));
});

test('dots are whole and within the budget; a number that could go on waits', () => {
	expect(read('dots', '1', '2', '12', '13', '0', '?')).toEqual([{ value: 1, whole: false }, whole(2), whole(12), 'wrong', { value: 0, whole: false }, 'wrong']);
});

test('yes, no and unsure are digits or letters', () => {
	expect(read('approval', '1', 'y', '2', 'n', '0', 'u', '3')).toEqual([whole(1), whole(1), whole(0), whole(0), whole('cannot say'), whole('cannot say'), 'wrong']);
});
