import { expect, test } from 'vitest';
import { rankedWords } from '../words/ranked.ts';
import { spread } from './ranked.ts';

const { en, de } = rankedWords;

test('two camps split the room, a flat spread stays wide', () => {
	expect(spread(en, { histogram: [2, 2, 0, 0, 4], n: 8 })).toBe(
		'splits the room: four votes for 1 or 2, four votes for 4 or 5.',
	);
	expect(spread(en, { histogram: [0, 1, 4, 2, 1], n: 8 })).toBe('stays wide: the votes run from 2 to 5.');
	expect(spread(en, { histogram: [6, 0, 1, 1, 1], n: 9 })).toBe('stays wide: the votes run from 1 to 5.');
	expect(spread(de, { histogram: [2, 2, 0, 0, 4], n: 8 })).toBe('spaltet den Raum: vier Stimmen für 1 oder 2, vier Stimmen für 4 oder 5.');
});
