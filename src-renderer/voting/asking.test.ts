import { expect, test } from 'vitest';
import { answerWords, headingOf, withCriterion } from './asking.ts';

test('the heading follows what is asked', () => {
	expect(headingOf({ criteria: ['relevancy'] })).toBe('How relevant is each card to our question?');
	expect(headingOf({ criteria: ['relevancy', 'timing'] })).toBe('How relevant is each card, and when will it matter?');
	expect(headingOf({ criteria: ['relevancy', 'impact', 'uncertainty', 'timing'] })).toBe('How relevant, how far-reaching and how uncertain is each card, and when will it matter?');
	expect(headingOf({ criteria: ['impact', 'uncertainty'] })).toBe('How far-reaching and how uncertain is each card?');
	expect(headingOf({ criteria: ['timing'] })).toBe('When will each card matter?');
	expect(headingOf({ criteria: ['dots'], dots: 3 })).toBe('Which cards matter most? 3 dots for each person.');
});

test('criteria are asked in one order, and dots and approval by themselves', () => {
	expect(withCriterion(['timing'], 'relevancy', true)).toEqual(['relevancy', 'timing']);
	expect(withCriterion(['relevancy', 'timing'], 'dots', true)).toEqual(['dots']);
	expect(withCriterion(['dots'], 'impact', true)).toEqual(['impact']);
	expect(withCriterion(['relevancy'], 'relevancy', false)).toEqual([]);
});

test('an answer is read back in words', () => {
	expect([2028, 2028.25, 2036].map((year) => answerWords('timing', year, 2026))).toEqual(['2028 Q1', '2028 Q2', '2036']);
	expect(answerWords('timing', 'later', 2026)).toBe('After 2036, or never');
	expect([1, 0, 'cannot say' as const].map((value) => answerWords('approval', value, 2026))).toEqual(['yes', 'no', 'unsure']);
	expect(answerWords('dots', 1, 2026)).toBe('1 dot');
	expect(answerWords('impact', undefined, 2026)).toBe('not answered');
});
