import fc from 'fast-check';
import { expect, test } from 'vitest';
import { breakable, letters } from './lineBreaks.ts';

test('a word breaks after its hyphens, an address after its signs', () => {
	expect(breakable('well-known')).toEqual(['well-', 'known']);
	expect(breakable('-5')).toEqual(['-5']);
	expect(breakable('https://example.org/a?b=c')).toEqual(['https://', 'example.', 'org/', 'a?', 'b=', 'c']);
});

test('Chinese and Japanese break between signs, but not before what closes nor after what opens', () => {
	expect(breakable('人人，在「友愛」。')).toEqual(['人', '人，', '在', '「友', '愛」。']);
	expect(breakable('コンピューター')).toEqual(['コ', 'ン', 'ピュー', 'ター']);
	expect(breakable('到2036年AI')).toEqual(['到', '2036', '年', 'AI']);
});

test('Korean keeps its words, Thai breaks between them', () => {
	expect(breakable('인간은')).toEqual(['인간은']);
	expect(breakable('ภาษาไทยสวย')).toEqual(['ภาษา', 'ไทย', 'สวย']);
});

test('pieces and letters are together the word, and none parts a mark from its letter', () => {
	const unit = fc.oneof(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 2 }), fc.constantFrom('漢', 'か', '。', '「', 'ไ', 'ท', '่', '👩‍🚀', 'é', 'x̂', '🇪🇺', 'ש', 'َ'));
	fc.assert(
		fc.property(fc.array(unit, { maxLength: 40 }), (units) => {
			const word = units.join('');
			expect(breakable(word).join('')).toBe(word);
			expect(letters(word).join('')).toBe(word);
			for (const part of breakable(word).slice(1)) expect(part).not.toMatch(/^[\p{M}\u200D。]/u);
		}),
	);
});

test('a word of 100,000 signs is cut in linear time', () => {
	expect(breakable('漢'.repeat(100_000))).toHaveLength(100_000);
	expect(letters('ก'.repeat(100_000))).toHaveLength(100_000);
});
