import { expect, test } from 'vitest';
import { matching } from './matching.ts';

const commands = [
	{ id: 'lanes', name: 'Sort into lanes: STEEP', also: 'society technology' },
	{ id: 'kind', name: 'Select every technology' },
	{ id: 'all', name: 'Select all cards' },
	{ id: 'theme', name: 'Theme: dark', also: 'night' },
];
const found = (typed: string) => matching(commands.map((command) => ({ ...command, run: () => undefined })), typed).map(({ id }) => id);

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
