import fc from 'fast-check';
import { expect, it } from 'vitest';
import { cardSays, plain, sourceSays, wordsOf } from './search.ts';
import { aCard, aSource } from './testRecords.ts';

const card = aCard({ id: 'c', name: 'Souveraineté européenne', description: 'L’IA ouverte', drivingForce: 'Regulation' });
const source = aSource({ id: 's', title: 'Łódź and the Straße', keywords: ['sparse mixture'] });
const says = (query: string) => cardSays(card, source, wordsOf(query));

it('finds words whatever their case and accents', () => {
	expect(says('EUROPEENNE')).toBe(true);
	expect(says('européenne')).toBe(true);
	expect(says('lodz strasse')).toBe(true);
});

it('wants every word, from any field', () => {
	expect(says('ouverte regulation lodz')).toBe(true);
	expect(says('ouverte quantum')).toBe(false);
});

it('finds the beginning of a word while it is being typed', () => expect(says('regul')).toBe(true));
it('takes a straight apostrophe for a curly one', () => expect(says("l'ia")).toBe(true));
it('finds everything for blanks', () => expect(says('  ')).toBe(true));

it('follows a source that gets another title', () => {
	expect(cardSays(card, aSource({ id: 's', title: 'Other' }), wordsOf('lodz'))).toBe(false);
	expect(cardSays(card, aSource({ id: 's', title: 'Lodz' }), wordsOf('lodz'))).toBe(true);
});

it('searches sources by their keywords too', () => expect(sourceSays(source, wordsOf('Mixture straße'))).toBe(true));

it('finds any card by any part of its name', () => {
	fc.assert(
		fc.property(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 30 }), (name) => {
			const words = wordsOf(name);
			expect(cardSays(aCard({ id: 'x', name }), undefined, words)).toBe(true);
			expect(plain(plain(name))).toBe(plain(name));
		}),
	);
});
