import fc from 'fast-check';
import { expect, test } from 'vitest';
import { caretAfter } from './caret.ts';

test('a caret before the change stays, one behind it moves along, one in it goes to its end', () => {
	expect(caretAfter('one two three', 'one three', 2)).toBe(2);
	expect(caretAfter('one two three', 'one three', 13)).toBe(9);
	expect(caretAfter('one', 'one two', 3)).toBe(7);
	expect(caretAfter('one two', 'one', 7)).toBe(3);
});

test('the caret is always inside the text', () => {
	fc.assert(fc.property(fc.string(), fc.string(), fc.nat(), (before, after, at) => {
		const caret = caretAfter(before, after, at % (before.length + 1));
		expect(caret).toBeGreaterThanOrEqual(0);
		expect(caret).toBeLessThanOrEqual(after.length);
	}));
});
