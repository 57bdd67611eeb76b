import { expect, test } from 'vitest';
import { clockFace } from './clock.ts';
import { codeInFragment, impossibleSign, tidyCode } from './code.ts';
import { directionOf } from './direction.ts';
import { earlierFor } from './earlier.ts';
import { shuffled } from './order.ts';
import { stepOf, stepUnder, yearOf } from './quarters.ts';
import { lettersLeft, tidyReason } from './reasonText.ts';
import { screenFor } from './route.ts';
import type { View } from './view.ts';
import { createStore } from './store.ts';
import { testRound } from './testRoom.ts';
import { spacedCode } from '../../src-shared/domain/spacedCode.ts';
import { answerWords } from './words.ts';

test.each([
	['k7qm2x', 'K7QM2X'],
	[' K7Q-M2X ', 'K7QM2X'],
	['k7 0m 2x', 'K7QM2X'],
	['K7OM2X', 'K7QM2X'],
	['Ｋ７ＱＭ２Ｘ', 'K7QM2X'],
	['K٧QM٢X', 'K7QM2X'],
	['', ''],
])('the code typed as %j is %j', (typed, code) => expect(tidyCode(typed)).toBe(code));

test('a sign that no code has is named, and a fragment is read whatever its escapes', () => {
	expect([impossibleSign('k7l'), impossibleSign('k7q')]).toEqual(['L', null]);
	expect([codeInFragment('#k7qm2x'), codeInFragment('#code=K7QM2X'), codeInFragment('#'), codeInFragment('#K7%ZZ')]).toEqual(['K7QM2X', 'K7QM2X', null, 'K7ZZ']);
	expect([spacedCode('K7QM2XPA'), spacedCode('K7QM2X')]).toEqual(['K7QM 2XPA', 'K7Q M2X']);
});

test('a reason loses what nobody sees and what turns the text around, keeps its letters, and ends after 500 of them', () => {
	expect(tidyReason(' a\u202Eb\u0007c\u2066 \uD800d\r\ne ')).toBe('abc d\ne');
	expect(tidyReason('\u200F \u200E')).toBe(null);
	expect(tidyReason('می‌خواهم 👩‍👩‍👧')).toBe('می‌خواهم 👩‍👩‍👧');
	expect(tidyReason('👩‍👩‍👧'.repeat(501))).toBe('👩‍👩‍👧'.repeat(500));
	expect(lettersLeft('👩‍👩‍👧'.repeat(501))).toBe(-1);
});

test('each phone has an order of its own, the same each time, with every card once', () => {
	const cards = Array.from({ length: 12 }, (_, n) => `c${n}`);
	expect(shuffled(cards, 'one')).toEqual(shuffled(cards, 'one'));
	expect(shuffled(cards, 'one')).not.toEqual(shuffled(cards, 'two'));
	expect(shuffled(cards, 'one').slice().sort()).toEqual(cards.slice().sort());
	const first = new Set(Array.from({ length: 200 }, (_, n) => shuffled(cards, `phone ${n}`)[0]));
	expect(first.size, 'any card may come first').toBe(12);
});

test('the clock goes by the room’s time, holds while it is paused, and closes nothing', () => {
	const now = Date.parse('2026-05-14T10:00:00.000Z');
	const ends = { total: 600, endsAt: '2026-05-14T10:06:10.000Z', left: null };
	expect(clockFace(ends, now, 0)).toEqual({ text: '06:10', paused: false, isOver: false });
	expect(clockFace(ends, now - 60_000, 60_000)?.text).toBe('06:10');
	expect(clockFace({ total: 600, endsAt: null, left: 65 }, now, 0)).toEqual({ text: '01:05', paused: true, isOver: false });
	expect(clockFace(ends, now + 400_000, 0)).toEqual({ text: '00:00', paused: false, isOver: true });
	expect(clockFace(null, now, 0)).toBe(null);
});

test('the slider counts quarters, and a finger beyond its ends means the ends', () => {
	expect([yearOf(2026, 9), stepOf(2026, 2028.25), stepOf(2026, 'later'), stepOf(2026, null)]).toEqual([2028.25, 9, null, null]);
	expect([stepUnder(-5, 340, 20), stepUnder(20, 340, 20), stepUnder(170, 340, 20), stepUnder(999, 340, 20)]).toEqual([0, 0, 20, 40]);
	expect([answerWords('timing', 2028.25, 2026), answerWords('timing', 'later', 2026), answerWords('approval', 0, 2026), answerWords('approval', 'cannot say', 2026)]).toEqual([
		'2028 Q2', 'After 2036, or never', 'No', 'Unsure',
	]);
});

test('the round before is shown as a whole distribution, with what is on no scale beside it', () => {
	const round = testRound({ earlier: [
		{ cardId: 'a', criterion: 'relevancy', votes: { 1: 3, 4: 6, 'cannot say': 2 }, reasons: ['Too early'] },
		{ cardId: 'a', criterion: 'timing', votes: { '2028': 1, '2028.25': 2, '2036': 1, later: 4 }, reasons: [] },
		{ cardId: 'b', criterion: 'relevancy', votes: {}, reasons: [] },
	] });
	expect(earlierFor(round, 'a', 'relevancy')).toMatchObject({
		total: '11 answers', apart: ['2 I can’t say'], reasons: ['Too early'], spoken: '1: 3, 4: 6, 2 I can’t say',
		bars: [{ label: '1', votes: 3, share: 0.5 }, { votes: 0 }, { votes: 0 }, { votes: 6, share: 1 }, { votes: 0 }],
	});
	const timing = earlierFor(round, 'a', 'timing')!;
	expect(timing.bars.map(({ votes }) => votes)).toEqual([0, 0, 3, 0, 0, 0, 0, 0, 0, 0, 1]);
	expect(timing.apart).toEqual(['4 after 2036, or never']);
	expect([earlierFor(round, 'b', 'relevancy'), earlierFor(round, 'b', 'timing')]).toEqual([null, null]);
});

test('languages that are written from the right are known, in whatever script they say', () => {
	expect(['ar', 'he-IL', 'fa_IR', 'az-Arab', 'en', 'ar-Latn', 'de', ''].map(directionOf)).toEqual(['rtl', 'rtl', 'rtl', 'rtl', 'ltr', 'ltr', 'ltr', 'ltr']);
});

test('the screen follows from what the room says and from where its person is', () => {
	const view = (more: Partial<View>): View => ({ stage: 'inside', asksGroup: false, state: { round: testRound(), closed: null }, ...more }) as View;
	const order = ['b', 'a', 'c'];
	const between = (closed: { title: string; counted: number } | null) => view({ state: { round: null, closed } as View['state'] });
	expect(screenFor(view({ stage: 'outside' }), false, order, null).name).toBe('join');
	expect(screenFor(view({ asksGroup: true }), true, order, 'a').name).toBe('group');
	expect(screenFor(between(null), false, [], null).name).toBe('lobby');
	expect(screenFor(between({ title: 'Round 1', counted: 3 }), false, [], null).name).toBe('closed');
	expect(screenFor(view({}), false, order, 'a').name).toBe('start');
	expect(screenFor(view({}), true, order, null)).toEqual({ name: 'card', roundId: 'r1', cardId: 'b' });
	expect(screenFor(view({}), true, order, 'gone')).toEqual({ name: 'card', roundId: 'r1', cardId: 'b' });
	expect(screenFor(view({}), true, order, 'review').name).toBe('review');
	expect(screenFor(view({}), true, [], null).name).toBe('review');
});

test('what a full or forbidden store cannot keep lasts as long as the page, and is said to', () => {
	const refusing = { getItem: () => 'null', removeItem: () => undefined, setItem: () => { throw new Error('QuotaExceededError'); } };
	const store = createStore(refusing);
	expect(store.lasts()).toBe(true);
	store.write('phone', { token: 't' });
	expect(store.read('phone')).toEqual({ token: 't' });
	expect([store.lasts(), createStore(null).lasts()]).toEqual([false, false]);
});
