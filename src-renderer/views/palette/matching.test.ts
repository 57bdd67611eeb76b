import { expect, test } from 'vitest';
import { calledFirst, matching } from './matching.ts';

const commands = [
	{ id: 'lanes', name: 'Sort into lanes: STEEP', also: 'society technology' },
	{ id: 'kind', name: 'Select every technology' },
	{ id: 'all', name: 'Select all cards' },
	{ id: 'theme', name: 'Theme: dark', also: 'night' },
];
const found = (typed: string) => matching(commands.map((command) => ({ ...command, run: () => undefined })), typed).map(({ id }) => id);

test('cards that are called so come before those that say so elsewhere', () => {
	const cards = ['Rise of rivals', 'On the rise of startups', 'Startups', 'Rise of startups'].map((name) => ({ name }));
	expect(calledFirst(cards, 'rise of startups').map(({ name }) => name)).toEqual(['Rise of startups', 'On the rise of startups', 'Rise of rivals', 'Startups']);
	expect(calledFirst(cards, '')).toEqual(cards);
});
test('nothing typed lists all of them in their order', () => expect(found(' ')).toEqual(['lanes', 'kind', 'all', 'theme']));
test('words are found by their beginnings, in any order, whatever the case or accent', () => {
	expect(found('all sel')).toEqual(['all']);
	expect(found('SÉLECT')).toEqual(['kind', 'all']);
	expect(found('elect')).toEqual([]);
});
test('a name that begins so comes before one that says so, and that before what it is also called', () => {
	expect(found('s')).toEqual(['lanes', 'kind', 'all']);
	expect(found('tech')).toEqual(['kind', 'lanes']);
	expect(found('night')).toEqual(['theme']);
});
