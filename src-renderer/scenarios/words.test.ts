import { expect, test } from 'vitest';
import { wordCount, worldsTitle } from './words.ts';

test('words are counted as a reader counts them', () => {
	expect(wordCount('By 2036, Europe runs on models — anyone’s.')).toBe(7);
	expect(wordCount('  \n ')).toBe(0);
	expect(wordCount('Η Ευρώπη то же')).toBe(4);
});

test('the worlds are named with their year where they share it', () => {
	expect(worldsTitle([{ horizonYear: 2036 }, { horizonYear: 2036 }])).toBe('Two worlds in 2036');
	expect(worldsTitle([{ horizonYear: 2036 }, { horizonYear: 2031 }])).toBe('Two worlds');
	expect(worldsTitle([{ horizonYear: 2030 }])).toBe('One world in 2030');
});
