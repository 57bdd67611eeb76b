import { beforeEach, describe, expect, test } from 'vitest';
import { Guesses } from './guesses.ts';

let now: number;
let guesses: Guesses;
beforeEach(() => {
	now = 1000;
	guesses = new Guesses(() => now);
});

/** How many of the tries from there were looked at, all of them wrong. */
function tries(from: string, count: number): number {
	let looked = 0;
	for (let n = 0; n < count; n++) {
		try {
			guesses.check(from);
		} catch {
			continue;
		}
		guesses.wrong(from);
		looked += 1;
	}
	return looked;
}

describe('wrong codes', () => {
	test('are looked at ten times a minute from one address', () => {
		expect(tries('a', 50)).toBe(10);
		expect(tries('b', 50)).toBe(10);
		expect(() => guesses.check('a')).toThrow('Too many wrong codes. Try again in 60 seconds.');
		now += 59_500;
		expect(() => guesses.check('a')).toThrow('Too many wrong codes. Try again in a second.');
		now += 500;
		expect(tries('a', 50)).toBe(10);
	});

	test('are a hundred a minute in all, from those who have been wrong before', () => {
		const addresses = Array.from({ length: 40 }, (_, n) => `a${n}`);
		for (const from of addresses.slice(0, 30)) tries(from, 1);
		expect(addresses.slice(0, 30).reduce((sum, from) => sum + tries(from, 50), 0)).toBe(70);
	});

	test('never keep out someone who has typed none, until addresses themselves come by the hundred', () => {
		for (let n = 0; n < 10; n++) tries(`a${n}`, 10);
		expect(() => guesses.check('honest')).not.toThrow();
		expect(Array.from({ length: 400 }, (_, n) => tries(`b${n}`, 5)).reduce((sum, looked) => sum + looked, 0)).toBe(200);
		expect(() => guesses.check('honest')).toThrow(/Too many wrong codes/);
		now += 60_000;
		expect(() => guesses.check('honest')).not.toThrow();
	});

	test('from any number of addresses find a code of the wall within four hours once in ten thousand times at most', () => {
		let looked = 0;
		for (let minute = 0; minute < 4; minute++, now += 60_000) {
			for (let from = 0; from < 400; from++) looked += tries(`a${from}`, 12);
		}
		expect((looked / 4) * 240 / 31 ** 6).toBeLessThan(1e-4);
	});
});
