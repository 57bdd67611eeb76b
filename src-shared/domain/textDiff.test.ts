import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { lineDiff, sequenceDiff, wordDiff, type Stretch } from './textDiff.ts';

const sideOf = <T>(stretches: readonly Stretch<T>[], own: 'out' | 'in') => stretches.filter(({ how }) => how === 'same' || how === own).flatMap(({ items }) => items);
const said = (pieces: { text: string; isOther: boolean }[]) => pieces.map(({ text, isOther }) => (isOther ? `[${text}]` : text)).join('');

/** Length of the longest common subsequence by the textbook's table. */
function longestCommon(a: readonly string[], b: readonly string[]): number {
	const table = Array.from({ length: a.length + 1 }, () => new Array<number>(b.length + 1).fill(0));
	for (let x = 1; x <= a.length; x++) for (let y = 1; y <= b.length; y++) {
		table[x]![y] = a[x - 1] === b[y - 1] ? table[x - 1]![y - 1]! + 1 : Math.max(table[x - 1]![y]!, table[x]![y - 1]!);
	}
	return table[a.length]![b.length]!;
}

describe('the difference of two sequences', () => {
	const letters = fc.array(fc.constantFrom('a', 'b', 'c'), { maxLength: 25 });

	test('both sides can be read from it, and it keeps as much as can be kept', () => {
		fc.assert(fc.property(letters, letters, (before, after) => {
			const stretches = sequenceDiff(before, after);
			expect(sideOf(stretches, 'out')).toEqual(before);
			expect(sideOf(stretches, 'in')).toEqual(after);
			expect(stretches.filter(({ how }) => how === 'same').flatMap(({ items }) => items).length).toBe(longestCommon(before, after));
		}));
	});

	test('two long texts with nothing in common are one replacement, in no time worth speaking of', () => {
		const before = Array.from({ length: 20_000 }, (_, n) => `before ${n}`);
		const after = Array.from({ length: 20_000 }, (_, n) => `after ${n}`);
		expect(sequenceDiff(before, after).map(({ how, items }) => [how, items.length])).toEqual([['out', 20_000], ['in', 20_000]]);
	});
});

describe('the difference of two sentences', () => {
	test('marks the words that differ, and runs of them in one', () => {
		const { before, after } = wordDiff('Airlines shift from fuel to energy storage.', 'Airlines slowly shift from kerosene to sodium batteries.');
		expect(said(before)).toBe('Airlines shift from [fuel] to [energy storage].');
		expect(said(after)).toBe('Airlines [slowly] shift from [kerosene] to [sodium batteries].');
	});

	test('accents, digits and punctuation are told apart', () => {
		const { before, after } = wordDiff('In 10 years, café.', 'In 12 years: café!');
		expect([said(before), said(after)]).toEqual(['In [10] years[,] café[.]', 'In [12] years[:] café[!]']);
	});

	test('loses and invents no sign', () => {
		fc.assert(fc.property(fc.string(), fc.string(), (a, b) => {
			const { before, after } = wordDiff(a, b);
			expect([before, after].map((pieces) => pieces.map(({ text }) => text).join(''))).toEqual([a, b]);
		}));
	});
});

test('lines that differ stand beside those they replace, with their line', () => {
	const before = 'One\n\nTwo is here\nThree\nFour';
	const after = 'One\nTwo was here\n\nThree\nFour\nFive';
	expect(lineDiff(before, after)).toEqual([
		{ before: 'Two is here', after: 'Two was here', line: 2 },
		{ before: null, after: 'Five', line: 6 },
	]);
	expect(lineDiff('One\nTwo\nThree', 'One\r\nThree')).toEqual([{ before: 'Two', after: null, line: 2 }]);
});
