import { expect, it } from 'vitest';
import { rarity } from './evidence.ts';
import { themesOf } from './themes.ts';

const df = new Map([['power', 40], ['from', 900], ['grid', 6], ['battery', 5], ['schools', 8], ['teachers', 4]]);
const rarityOf = (term: string) => rarity(1000, df.get(term) ?? 2);
const texts = [
	'A battery for the grid', 'Grid power from a battery', 'Schools without teachers', 'The grid at night',
	'Teachers leave schools', 'Schools from home', 'Something else',
];

it('finds the groups and names them by the words that they share', () => {
	const [second, first] = themesOf(texts, { rarityOf });
	expect([first!.members, second!.members]).toEqual([[2, 4, 5], [0, 1, 3]]);
	expect(first!.terms.slice(0, 2)).toEqual(['schools', 'teachers']);
	expect(second!.terms.slice(0, 2)).toEqual(['grid', 'battery']);
});
it('puts no text in two themes, and leaves alone what shares nothing', () => {
	const members = themesOf(texts, { rarityOf }).flatMap((theme) => theme.members);
	expect(new Set(members).size).toBe(members.length);
	expect(members).not.toContain(6);
});
it('gives the same themes each time', () => expect(themesOf(texts, { rarityOf })).toEqual(themesOf(texts, { rarityOf })));
it('has none for one text', () => expect(themesOf(['Alone'], { rarityOf })).toEqual([]));
it('names no theme by words that carry no topic, however rare the library finds them', () => {
	const vague = ['Grid that could sag', 'Schools that could close', 'Rivers could dry', 'Grid of tomorrow', 'Ports'];
	expect(themesOf(vague, { rarityOf }).map(({ terms }) => terms)).toEqual([['grid']]);
});
