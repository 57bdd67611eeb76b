import { expect, test } from 'vitest';
import { kinds } from '../schemas/names.ts';
import { cardCode, nextNumber } from './cardCode.ts';

test('a code is the letter of the kind and the number', () => {
	expect(kinds.map((kind, index) => cardCode(kind, index + 1))).toEqual(['S1', 'C2', 'B3', 'T4', 'I5']);
});

test('a number is counted per kind and is not given again while a higher one is in use', () => {
	const existing = [
		{ kind: 'signal', number: 1 },
		{ kind: 'signal', number: 7 },
		{ kind: 'issue', number: 9 },
	] as const;
	expect(nextNumber('signal', existing)).toBe(8);
	expect(nextNumber('issue', existing)).toBe(10);
	expect(nextNumber('concern', existing)).toBe(1);
});
