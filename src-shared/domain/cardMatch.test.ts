import fc from 'fast-check';
import { expect, test } from 'vitest';
import { matchCards, type Reading } from './cardMatch.ts';

const card = (name: string, description: string | null = null, kind: Reading['kind'] = 'signal'): Reading => ({ kind, name, description });
const pairs = (earlier: Reading[], newer: Reading[]) => [...matchCards(earlier, newer)].sort(([a], [b]) => a - b);

test('a name is the same whatever its case and accents, and of one kind only', () => {
	expect(pairs([card('Réseaux')], [card('reseaux ')])).toEqual([[0, 0]]);
	expect(pairs([card('Water')], [card('Water', null, 'issue')])).toEqual([]);
});

test('of two cards of one name each finds the one that says what it said', () => {
	expect(pairs([card('Water', 'Dry'), card('Water', 'Wet')], [card('Water', 'Wet'), card('Water', 'Dry')])).toEqual([[0, 1], [1, 0]]);
	expect(pairs([card('Water', 'Dry'), card('Water', 'Wet')], [card('Water', 'Damp'), card('Water', 'Dry')])).toEqual([[0, 1], [1, 0]]);
});

test('another name is the same card where name and description say nearly the same', () => {
	const before = card('Airline investments in energy storage', 'United Airlines invests in Natron Energy for sodium-ion batteries.');
	expect(pairs([before], [card('Airlines invest in storage', before.description)])).toEqual([[0, 0]]);
	expect(pairs([before], [card('Airport infrastructure', 'Airports struggle to provide enough power for aircraft.')])).toEqual([]);
	expect(pairs([card('Growth of electric cars')], [card('Growth of electric grids')])).toEqual([]);
});

test('no card is matched twice, and all cards of a document match its own', () => {
	const any = fc.array(fc.tuple(fc.constantFrom('dry rivers', 'rain gardens', 'salt'), fc.option(fc.constantFrom('here', 'there'))).map(([name, text]) => card(name, text)));
	fc.assert(fc.property(any, any, (a, b) => {
		const found = matchCards(a, b);
		expect(new Set(found.values()).size).toBe(found.size);
		expect(matchCards(a, a).size).toBe(a.length);
	}));
});

test('a table of thousands of rows that were all rewritten is compared by its rare words only', () => {
	const rows = (word: string) => Array.from({ length: 4000 }, (_, n) => card(`${word} ${n}`, `Every row says the same words and number ${n % 9}.`));
	expect(matchCards(rows('before'), rows('after')).size).toBeLessThan(4000);
});
