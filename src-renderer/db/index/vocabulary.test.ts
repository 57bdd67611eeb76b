import fc from 'fast-check';
import { expect, it } from 'vitest';
import { termsOf } from '../../../src-shared/domain/words.ts';
import { Vocabulary } from './vocabulary.ts';

function words(vocabulary: Vocabulary, text: string): string[] {
	const { numbers, count } = vocabulary.read(text);
	return [...numbers.subarray(0, count)].map((number) => vocabulary.terms[number]!);
}

it('reads the same words as the search does, in any text', () => {
	const vocabulary = new Vocabulary();
	const letters = fc.string({ unit: fc.constantFrom('a', 'B', 'c', '7', ' ', '-', '\n', '|', 'é', 'ß', '’', '水', 'İ', 'Ǆ'), maxLength: 120 });
	fc.assert(fc.property(fc.oneof(letters, fc.string({ unit: 'binary' })), (text) => {
		expect(words(vocabulary, text)).toEqual(termsOf(text));
	}));
});

it('gives a word one number, whatever its case, and knows it again after thousands of others', () => {
	const vocabulary = new Vocabulary();
	const [first] = vocabulary.read('Battery').numbers;
	vocabulary.read(Array.from({ length: 9000 }, (_, n) => `word${n}`).join(' '));
	expect(vocabulary.terms.length).toBe(9001);
	expect(vocabulary.read('BATTERY').numbers[0]).toBe(first);
	expect(vocabulary.numberOf('battery')).toBe(first);
	expect(vocabulary.numberOf('batter')).toBeUndefined();
});

it('is the same after it was stored', () => {
	const vocabulary = new Vocabulary();
	vocabulary.read('Sodium cells replace lithium in Zürich');
	const again = Vocabulary.from(vocabulary.terms);
	expect(words(again, 'lithium ZÜRICH new')).toEqual(['lithium', 'zurich', 'new']);
	expect(again.numberOf('sodium')).toBe(vocabulary.numberOf('sodium'));
});
