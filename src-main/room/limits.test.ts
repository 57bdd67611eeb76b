import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { Pace } from './pace.ts';
import { Patience } from './patience.ts';
import { Pulse } from './pulse.ts';

describe('what one phone sends', () => {
	test('may be a whole round at once, and no more than a trickle after it', () => {
		let now = 0;
		const pace = new Pace(() => now);
		const sent = (who: string) => {
			let bytes = 0;
			try {
				for (;;) {
					pace.spend(who, 16 << 10);
					bytes += 16 << 10;
				}
			} catch (error) {
				expect(error).toMatchObject({ reason: 'try again', status: 429, after: 2 });
			}
			return bytes;
		};
		expect(sent('a')).toBe(512 << 10);
		expect(sent('b')).toBe(512 << 10);
		now += 10_000;
		expect(sent('a')).toBe(80 << 10);
		now += 3600_000;
		expect(sent('a')).toBe(512 << 10);
	});

	test('however small, is counted', () => {
		const pace = new Pace(() => 0);
		for (let n = 0; n < 2048; n++) pace.spend('a', 0);
		expect(() => pace.spend('a', 0)).toThrow(/too much at once/);
	});
});

test('refusals go out at once until there are more of them than any page asks for, and then they wait; elsewhere they do not', () => {
	let now = 0;
	const patience = new Patience(() => now);
	const atOnce = (from: string, count: number) => Array.from({ length: count }, () => patience.hold(from)).filter((held) => held === null).length;
	expect(atOnce('a', 3000)).toBe(1999);
	expect(atOnce('b', 10)).toBe(10);
	now += 1000;
	expect(atOnce('a', 3000)).toBe(199);
	now += 3600_000;
	expect(atOnce('a', 3000)).toBe(1999);
});

describe('a pulse', () => {
	beforeEach(() => void vi.useFakeTimers());
	afterEach(() => void vi.useRealTimers());

	test('beats at once, and again for all that came meanwhile, never closer together than it says', () => {
		const beat = vi.fn();
		const pulse = new Pulse(200, beat);
		pulse.ask();
		expect(beat).toHaveBeenCalledTimes(1);
		for (let n = 0; n < 99; n++) {
			vi.advanceTimersByTime(10);
			pulse.ask();
		}
		expect(beat).toHaveBeenCalledTimes(5);
		vi.advanceTimersByTime(1000);
		expect(beat).toHaveBeenCalledTimes(6);
		pulse.ask();
		pulse.ask();
		pulse.close();
		vi.advanceTimersByTime(1000);
		expect(beat).toHaveBeenCalledTimes(7);
	});
});
