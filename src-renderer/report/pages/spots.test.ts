import { describe, expect, test } from 'vitest';
import { framesAndPlaces, linksOf } from './spots.ts';

const pageOf = new Map([['5 0', 1], ['9 0', 2]]);
const sizes = [[595, 842], [842, 595]] as const;
const xyz = [{ num: 9, gen: 0 }, { name: 'XYZ' }, null, 500, null];
const frame = (left: number, bottom: number, right: number, top: number) => [{ num: 5, gen: 0 }, { name: 'FitR' }, left, bottom, right, top];

describe('named places of a file', () => {
	test('frames are told from the top left of their page, in the order in which they are read', () => {
		const { frames } = framesAndPlaces({ low: frame(54, 100, 300, 120), high: frame(54, 700, 300, 742), place: xyz }, pageOf, sizes);
		expect(frames.get(1)).toEqual([
			{ name: 'high', page: null, x: 54, y: 100, width: 246, height: 42 },
			{ name: 'low', page: null, x: 54, y: 722, width: 246, height: 20 },
		]);
		expect(frames.has(2)).toBe(false);
	});

	test('what is no destination, or on no page, is left out', () => {
		const { frames, places } = framesAndPlaces({ odd: 'text', lost: [{ num: 77, gen: 0 }, { name: 'FitR' }, 0, 0, 1, 1], short: [{ num: 5, gen: 0 }, { name: 'FitR' }, 3] }, pageOf, sizes);
		expect([...frames]).toEqual([]);
		expect([...places]).toEqual([['short', 1]]);
	});
});

test('links within the file lead to the page of their place; others are left out', () => {
	const { places } = framesAndPlaces({ place: xyz }, pageOf, sizes);
	const links = linksOf([
		{ subtype: 'Link', dest: 'place', rect: [10, 800, 40, 815] },
		{ subtype: 'Link', dest: 'nowhere', rect: [10, 700, 40, 715] },
		{ subtype: 'Link', url: 'https://example.org', rect: [10, 600, 40, 615] },
		{ subtype: 'Text', dest: 'place', rect: [10, 500, 40, 515] },
	], places, 842);
	expect(links).toEqual([{ name: 'place', page: 2, x: 10, y: 27, width: 30, height: 15 }]);
});
