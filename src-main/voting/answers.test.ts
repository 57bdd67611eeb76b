import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Answer } from '../../src-shared/schemas/room.ts';
import { cleanReason, fittingAnswer } from './answers.ts';
import { answer, roundOf } from './testing.ts';

const criteria = ['relevancy', 'impact', 'uncertainty', 'timing', 'dots', 'approval'] as const;
const round = roundOf({ criteria: [...criteria], dots: 5 });
const cards = new Set(round.cards.map(({ id }) => id));
const fits = (change: Partial<Answer>) => {
	try {
		return fittingAnswer(answer(change), round, cards) !== null;
	} catch {
		return false;
	}
};

describe('an answer', () => {
	test.each([
		['relevancy', [1, 2, 5, 'cannot say'], [0, 6, 2.5, -1, NaN, Infinity, 'later']],
		['impact', [1, 5, 'cannot say'], [0, 6, 'later']],
		['uncertainty', [1, 5, 'cannot say'], [0, 6, 'later']],
		['timing', [2026, 2028.25, 2036, 'later', 'cannot say'], [2025.75, 2036.25, 2028.1, 3]],
		['dots', [0, 1, 5], [-1, 6, 1.5, 'cannot say', 'later']],
		['approval', [0, 1, 'cannot say'], [2, 0.5, 'later']],
	] as const)('to %s is one of those that can be chosen', (criterion, right, wrong) => {
		for (const value of right) expect(fits({ criterion, value })).toBe(true);
		for (const value of wrong) expect(fits({ criterion, value })).toBe(false);
		expect(fits({ criterion, value: null })).toBe(true);
	});

	test('is to a card of the round, and to what the round asks', () => {
		expect(fits({ cardId: 'none' })).toBe(false);
		expect(() => fittingAnswer(answer({ criterion: 'impact' }), roundOf(), cards)).toThrow(/does not ask that/);
	});

	test('that is taken back, or in a round that asks for none, has no reason', () => {
		expect(fittingAnswer(answer({ value: null, reason: 'Because' }), round, cards).reason).toBeNull();
		expect(fittingAnswer(answer({ reason: 'Because' }), roundOf({ asksReason: false }), cards).reason).toBeNull();
	});
});

describe('a reason', () => {
	test('stays as it was written, markup and other scripts too', () => {
		for (const text of ['<script>alert(1)</script> & "so"', 'شیفت‌ها طولانی‌اند', '👩🏽‍⚕️ ok', 'First line\nsecond']) expect(cleanReason(text)).toBe(text);
	});

	test('loses what turns the text around it, and what is no text', () => {
		expect(cleanReason('a\u202eb\u2066c\u2069d\u200fe\u061cf')).toBe('abcdef');
		expect(cleanReason('a\u0000b\u0007c\u009bd\ufeffe\ud800f')).toBe('abcdef');
		expect(cleanReason('a\r\nb\u2028c\td')).toBe('a\nb\nc d');
	});

	test('of nothing is none', () => {
		expect([cleanReason(null), cleanReason('  \n '), cleanReason('\u202e\u0000')]).toEqual([null, null, null]);
	});

	test('has 500 characters at most, as people count them', () => {
		const family = '👩‍👩‍👧';
		expect(cleanReason(family.repeat(500))).toBe(family.repeat(500));
		expect(() => cleanReason('x'.repeat(501))).toThrow(/500 characters at most/);
	});

	test('cleaned twice is cleaned once, and holds no control and no bidi control, whatever it was', () => {
		fc.assert(
			fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (text) => {
				const clean = cleanReason(text) ?? '';
				expect(cleanReason(clean) ?? '').toBe(clean);
				expect(clean.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\p{Bidi_Control}\p{Surrogate}]/u);
			}),
		);
	});
});
