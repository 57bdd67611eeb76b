import fc from 'fast-check';
import { expect, it } from 'vitest';
import { marked, plain, termsOf } from './words.ts';

const hits = (text: string, ...terms: string[]) => marked(text, terms).filter(({ isMatch }) => isMatch).map((piece) => piece.text);

it('takes words apart whatever their case and accents', () => {
	expect(termsOf('L’IA ouverte, Łódź: 7B')).toEqual(['l', 'ia', 'ouverte', 'lodz', '7b']);
});
it('takes each sign for a word where a script has no blanks', () => expect(termsOf('AI技術')).toEqual(['ai', '技', '術']));
it('cuts a word without end', () => expect(termsOf('a'.repeat(5000))).toEqual(['a'.repeat(40)]));

it('marks the beginning of a word that was typed, as it is written', () => {
	expect(hits('Souveraineté européenne', 'europe')).toEqual(['europé']);
	expect(hits('Open, reopened, OPENING', 'open')).toEqual(['Open', 'OPEN']);
});
it('marks letters that become two', () => expect(hits('Die Straße', 'strass')).toEqual(['Straß']));

it('never loses or adds a letter', () => {
	fc.assert(
		fc.property(fc.string({ unit: 'grapheme' }), fc.array(fc.string({ minLength: 1, maxLength: 3 })), (text, words) => {
			const pieces = marked(text, words.flatMap(termsOf));
			expect(pieces.map((piece) => piece.text).join('')).toBe(text);
		}),
	);
});
it('gives the same words for a text that is plain already', () => {
	fc.assert(fc.property(fc.string({ unit: 'grapheme' }), (text) => {
		expect(termsOf(plain(text))).toEqual(termsOf(text));
	}));
});
