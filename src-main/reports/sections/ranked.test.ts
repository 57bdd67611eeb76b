import { expect, test } from 'vitest';
import { spread } from './ranked.ts';

test('two camps split the room, a flat spread stays wide', () => {
	expect(spread({ histogram: [2, 2, 0, 0, 4], n: 8 })).toBe(
		'splits the room: four votes for 1 or 2, four votes for 4 or 5.',
	);
	expect(spread({ histogram: [0, 1, 4, 2, 1], n: 8 })).toBe('stays wide: the votes run from 2 to 5.');
	expect(spread({ histogram: [6, 0, 1, 1, 1], n: 9 })).toBe('stays wide: the votes run from 1 to 5.');
});
