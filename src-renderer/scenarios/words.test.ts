import { expect, test } from 'vitest';
import { lengthSentence, worldsTitle } from './words.ts';

test('a narrative says how long it is, and how long it takes to read', () => {
	expect([0, 1, 99, 100, 299, 300, 1600].map(lengthSentence)).toEqual([
		'0 words', '1 word, under a minute to read', '99 words, under a minute to read', '100 words, 1 minute to read', '299 words, 1 minute to read', '300 words, 2 minutes to read', '1600 words, 8 minutes to read',
	]);
});

test('the worlds are named with their year where they share it', () => {
	expect(worldsTitle([{ horizonYear: 2036 }, { horizonYear: 2036 }])).toBe('Two worlds in 2036');
	expect(worldsTitle([{ horizonYear: 2036 }, { horizonYear: 2031 }])).toBe('Two worlds');
	expect(worldsTitle([{ horizonYear: 2030 }])).toBe('One world in 2030');
});
