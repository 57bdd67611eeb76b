import { expect, test } from 'vitest';
import { pageAt, pagesBetween, placePages } from './layout.ts';

const sizes = [[600, 800], [800, 600], [600, 800]] as const;

test('pages stand below each other, each as wide as there is room', () => {
	const { pages, height } = placePages(sizes, 300);
	expect(pages).toEqual([{ page: 1, top: 20, width: 300, height: 400 }, { page: 2, top: 440, width: 300, height: 225 }, { page: 3, top: 685, width: 300, height: 400 }]);
	expect(height).toBe(1105);
});

test('those in sight are drawn, and the one about the middle is the one looked at', () => {
	const { pages } = placePages(sizes, 300);
	expect(pagesBetween(pages, 430, 700).map(({ page }) => page)).toEqual([2, 3]);
	expect([0, 430, 500, 2000].map((middle) => pageAt(pages, middle))).toEqual([1, 1, 2, 3]);
});
