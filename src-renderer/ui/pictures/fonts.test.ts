import fc from 'fast-check';
import { expect, test } from 'vitest';
import { setterOf } from './fonts.ts';

const setter = setterOf((text) => [...text].length * 10);
const lines = (text: string, width: number, most: number) => setter.lines(text, 'name', width, most);

test('lines break between words, after hyphens, and within a word that fits none', () => {
	expect(lines('night trains to the sea', 120, 3)).toEqual(['night trains', 'to the sea']);
	expect(lines('well-being index', 100, 2)).toEqual(['well-being', 'index']);
	expect(lines('well-being', 60, 2)).toEqual(['well-', 'being']);
	expect(lines('unbreakable', 60, 2)).toEqual(['unbrea', 'kable']);
});

test('what is beyond the last line is cut with an ellipsis, between words where that costs little', () => {
	expect(lines('large models that serve as a base', 130, 2)).toEqual(['large models', 'that serve…']);
	expect(lines('incomprehensibilities', 80, 1)).toEqual(['incompr…']);
});

test('no line is wider than its room, none is empty, and uncut lines hold the whole text', () => {
	fc.assert(
		fc.property(fc.string({ unit: 'grapheme', maxLength: 80 }), fc.integer({ min: 20, max: 300 }), fc.integer({ min: 1, max: 4 }), (text, width, most) => {
			const set = lines(text, width, most);
			const plain = text.replace(/\s+/g, ' ').trim();
			expect(set.length).toBeLessThanOrEqual(most);
			for (const line of set) {
				expect(line).not.toBe('');
				expect([...line].length * 10 <= width || [...line].length <= 2).toBe(true);
			}
			if (!set.at(-1)?.endsWith('…')) expect(set.join('').replace(/ /g, '')).toBe(plain.replace(/ /g, ''));
		}),
	);
});
