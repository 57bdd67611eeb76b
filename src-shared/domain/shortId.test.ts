import fc from 'fast-check';
import { expect, test } from 'vitest';
import { codeSigns } from '../schemas/room.ts';
import { shortId, workshopCode } from './shortId.ts';

test('a workshop always has the same code, in signs that are not mistaken for others', () => {
	fc.assert(fc.property(fc.string({ minLength: 1, maxLength: 30 }), (id) => {
		expect(workshopCode(id)).toBe(workshopCode(id));
		expect([...workshopCode(id)].every((sign) => codeSigns.includes(sign))).toBe(true);
		expect(workshopCode(id)).toHaveLength(4);
	}));
	const codes = new Set(Array.from({ length: 500 }, (_, index) => workshopCode(`workshop ${index}`)));
	expect(codes.size).toBeGreaterThan(490);
});

test('a card is named by its workshop and its code', () => {
	expect(shortId('some workshop', 'S2')).toMatch(/^[2-9A-Z]{4}-S2$/);
});
