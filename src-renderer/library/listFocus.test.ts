import { expect, it } from 'vitest';
import { stepInList } from './listFocus.ts';

it('moves by one, by a page, and to the ends', () => {
	expect(['ArrowDown', 'ArrowUp', 'PageDown', 'PageUp', 'Home', 'End'].map((key) => stepInList(key, 9, 20))).toEqual([10, 8, 17, 1, 0, 19]);
});
it('stays in the list at its top, and asks for more past its end', () => {
	expect(stepInList('ArrowUp', 0, 3)).toBe(0);
	expect(stepInList('ArrowDown', 2, 3)).toBe(3);
});
it('leaves other keys alone', () => expect(stepInList('a', 0, 3)).toBeNull());
