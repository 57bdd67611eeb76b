import { expect, test } from 'vitest';
import { scopeSchema } from '../schemas/journal.ts';
import * as v from 'valibot';
import { newId } from './ids.ts';

test('an id is twenty letters and digits, fit for a journal scope', () => {
	const id = newId();
	expect(id).toMatch(/^[0-9A-Za-z]{20}$/);
	expect(v.is(scopeSchema, `workshop-${id}`)).toBe(true);
});

test('ids do not repeat, and every letter occurs about as often as any other', () => {
	const ids = Array.from({ length: 5_000 }, newId);
	expect(new Set(ids).size).toBe(ids.length);
	const counts = new Map<string, number>();
	for (const letter of ids.join('')) counts.set(letter, (counts.get(letter) ?? 0) + 1);
	expect(counts.size).toBe(62);
	const expected = 100_000 / 62;
	for (const count of counts.values()) expect(Math.abs(count - expected) / expected).toBeLessThan(0.2);
});
