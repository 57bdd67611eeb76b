import { expect, test } from 'vitest';
import { counted, day, figure, figured, listed, partialDate } from './words.ts';

test('nouns agree with their number', () => {
	expect([0, 1, 2, 12].map((n) => counted(n, 'card'))).toEqual(['no cards', 'one card', 'two cards', '12 cards']);
	expect([1, 8].map((n) => figured(n, 'person', 'people'))).toEqual(['1 person', '8 people']);
});

test('lists read as people write them', () => {
	expect([[], ['a'], ['a', 'b'], ['a', 'b', 'c']].map(listed)).toEqual(['', 'a', 'a and b', 'a, b and c']);
});

test('figures have no decimals that say nothing', () => {
	expect([4, 4.5, 1.25, 2 / 3].map(figure)).toEqual(['4', '4.5', '1.25', '0.67']);
});

test('dates are as exact as their source', () => {
	expect(day('2026-05-14T12:00:00')).toBe('14 May 2026');
	expect(['2023', '2023-12', '2023-12-17', 'last spring'].map(partialDate)).toEqual([
		'2023',
		'December 2023',
		'17 December 2023',
		'last spring',
	]);
});
