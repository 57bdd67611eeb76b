import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fewestTogether as smallestGroup } from '../../src-shared/domain/groups.ts';
import { hiddenGroups } from './groups.ts';

const hiddenOf = (sizes: Record<string, number>, without = 0) => [...hiddenGroups(new Map<string | null, number>([...Object.entries(sizes), [null, without]]))].sort();

describe('groups', () => {
	test('of three and more are named, all of them', () => {
		expect(hiddenOf({ nurses: 3, doctors: 8 })).toEqual([]);
		expect(hiddenOf({ nurses: 3, doctors: 8 }, 5)).toEqual([]);
		expect(hiddenOf({})).toEqual([]);
	});

	test('under three are not, and neither is the next smallest where they alone would be found by subtraction', () => {
		expect(hiddenOf({ nurses: 2, doctors: 8, porters: 4 })).toEqual(['nurses', 'porters']);
		expect(hiddenOf({ nurses: 1, cooks: 1, doctors: 8, porters: 4 })).toEqual(['cooks', 'nurses', 'porters']);
	});

	test('under three hide among each other where they are three together', () => {
		expect(hiddenOf({ nurses: 2, cooks: 1, doctors: 8 })).toEqual(['cooks', 'nurses']);
	});

	test('under three hide among those who chose none, if those are enough', () => {
		expect(hiddenOf({ nurses: 2, doctors: 8 }, 4)).toEqual(['nurses']);
		expect(hiddenOf({ nurses: 2, doctors: 8 }, 1)).toEqual(['nurses']);
	});

	test('hide one or two people who chose none, whom subtraction would find', () => {
		expect(hiddenOf({ nurses: 4, doctors: 8 }, 2)).toEqual(['nurses']);
	});

	test('who nobody is in count for nothing', () => {
		expect(hiddenOf({ nurses: 0, doctors: 8 })).toEqual([]);
	});

	test('whatever their sizes: no named one is small, and what is not named is nobody or three at least, unless nobody is named', () => {
		const sizes = fc.dictionary(fc.string({ minLength: 1, maxLength: 3 }), fc.nat(12), { maxKeys: 12 });
		fc.assert(
			fc.property(sizes, fc.nat(6), (bySize, without) => {
				const all = new Map<string | null, number>([...Object.entries(bySize), [null, without]]);
				const hidden = hiddenGroups(all);
				const named = [...all].filter(([group, size]) => group !== null && size > 0 && !hidden.has(group));
				const people = [...all].filter(([group]) => group === null || hidden.has(group)).reduce((sum, [, size]) => sum + size, 0);
				for (const [, size] of named) expect(size).toBeGreaterThanOrEqual(smallestGroup);
				if (named.length > 0) expect(people === 0 || people >= smallestGroup).toBe(true);
				// Sorting the input otherwise changes nothing: collecting again gives the same.
				expect(hiddenGroups(new Map([...all].reverse()))).toEqual(hidden);
			}),
		);
	});
});
