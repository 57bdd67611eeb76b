import { expect, test } from 'vitest';
import { reportLanguages } from '../../../src-shared/schemas/worlds.ts';
import { nouns } from './nouns.ts';
import { speech } from './speech.ts';

const { en, fr, de, es } = speech;
const inAll = <T>(of: (language: (typeof reportLanguages)[number]) => T): T[] => reportLanguages.map(of);
const plain = (text: string) => text.replace(/[\u00A0\u202F]/g, ' ');

test('nouns agree with their number, and with their gender', () => {
	expect([0, 1, 2, 12].map((n) => en.counted(n, nouns.en.card))).toEqual(['no cards', 'one card', 'two cards', '12 cards']);
	expect([0, 1, 2, 12].map((n) => fr.counted(n, nouns.fr.card))).toEqual(['aucune carte', 'une carte', 'deux cartes', '12 cartes']);
	expect([0, 1, 2, 12].map((n) => de.counted(n, nouns.de.card))).toEqual(['keine Karten', 'eine Karte', 'zwei Karten', '12 Karten']);
	expect([0, 1, 2, 12].map((n) => es.counted(n, nouns.es.scenario))).toEqual(['ningún escenario', 'un escenario', 'dos escenarios', '12 escenarios']);
	expect([1, 8].map((n) => plain(en.figured(n, nouns.en.person)))).toEqual(['1 person', '8 people']);
	expect([0, 1, 2].map((n) => plain(fr.figured(n, nouns.fr.person))), 'nought is one in French').toEqual(['0 personne', '1 personne', '2 personnes']);
	expect([0, 1].map((n) => plain(de.figured(n, nouns.de.person)))).toEqual(['0 Personen', '1 Person']);
});

test('lists read as people write them', () => {
	expect([[], ['a'], ['a', 'b'], ['a', 'b', 'c']].map(en.listed)).toEqual(['', 'a', 'a and b', 'a, b and c']);
	expect(inAll((language) => speech[language].listed(['a', 'b', 'i']))).toEqual(['a, b and i', 'a, b et i', 'a, b und i', 'a, b e i']);
});

test('figures have no decimals that say nothing, and a comma where the language has one', () => {
	expect([4, 4.5, 1.25, 2 / 3].map(en.figure)).toEqual(['4', '4.5', '1.25', '0.67']);
	expect(inAll((language) => speech[language].hundredths(0.7))).toEqual(['0.70', '0,70', '0,70', '0,70']);
	expect(inAll((language) => plain(speech[language].percent(0.452)))).toEqual(['45%', '45 %', '45 %', '45 %']);
	expect([2, -2, 0].map(de.signed)).toEqual(['+2', '−2', '0']);
});

test('dates are as exact as their source, in the words of the language', () => {
	expect(inAll((language) => speech[language].day('2026-05-14T12:00:00'))).toEqual(['14 May 2026', '14 mai 2026', '14. Mai 2026', '14 de mayo de 2026']);
	expect(fr.day('2026-05-01')).toBe('1er mai 2026');
	expect(['2023', '2023-12', '2023-12-17', 'last spring'].map(en.partialDate)).toEqual(['2023', 'December 2023', '17 December 2023', 'last spring']);
	expect(inAll((language) => speech[language].quarter(2026, 3.75))).toEqual(['2029 Q4', 'T4 2029', 'Q4 2029', 'T4 2029']);
	expect(inAll((language) => speech[language].quarter(2026, 10)), 'the very end is a year').toEqual(['2036', '2036', '2036', '2036']);
});

test('quotation marks and colons stand as the language writes them', () => {
	expect(inAll((language) => speech[language].quoted('x'))).toEqual(['“x”', '«\u202Fx\u202F»', '„x“', '«x»']);
	expect(inAll((language) => speech[language].labelled('a', 'b'))).toEqual(['a: b', 'a\u202F: b', 'a: b', 'a: b']);
});
