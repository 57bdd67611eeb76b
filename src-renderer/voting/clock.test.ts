import { expect, test } from 'vitest';
import { clockText, clockWords, isPaused, leftOf, longerClock, pausedClock, resumedClock, startedClock } from './clock.ts';

const at = (seconds: number) => new Date(1_800_000_000_000 + seconds * 1000);

test('a clock runs down to nothing and not below', () => {
	const clock = startedClock(10, at(0));
	expect([leftOf(clock, at(0)), leftOf(clock, at(340)), leftOf(clock, at(700))]).toEqual([600, 260, 0]);
});

test('a pause holds what is left, for as long as it lasts', () => {
	const paused = pausedClock(startedClock(10, at(0)), at(100));
	expect([isPaused(paused), leftOf(paused, at(5000))]).toEqual([true, 500]);
	const again = resumedClock(paused, at(5000));
	expect([isPaused(again), leftOf(again, at(5100))]).toEqual([false, 400]);
	expect(resumedClock(again, at(5200))).toBe(again);
});

test('a minute more counts whether it runs, rests or has run out', () => {
	const clock = startedClock(1, at(0));
	expect(leftOf(longerClock(clock, 60, at(30)), at(30))).toBe(90);
	expect(longerClock(clock, 60, at(30)).total).toBe(120);
	expect(leftOf(longerClock(clock, 60, at(500)), at(510))).toBe(50);
	expect(leftOf(longerClock(pausedClock(clock, at(30)), 60, at(40)), at(90))).toBe(90);
});

test('it is read as minutes and seconds', () => {
	expect([0, 9, 260, 4320].map(clockText)).toEqual(['00:00', '00:09', '04:20', '72:00']);
	expect([0, 61, 120].map(clockWords)).toEqual(['no time', '1 minute 1 second', '2 minutes']);
});
