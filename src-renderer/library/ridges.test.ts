import { expect, it } from 'vitest';
import { picture, ridgeHeight, ridgePath, ridges } from './ridges.ts';

const steps = (f: (time: number) => number) => Array.from({ length: 221 }, (_, i) => f(i / 20 - 0.5));

it('is smooth: no step in its slope', () => {
	for (const ridge of ridges) {
		const heights = steps((time) => ridgeHeight(ridge, time));
		const bends = heights.slice(2).map((height, i) => Math.abs(height - 2 * heights[i + 1]! + heights[i]!));
		expect(Math.max(...bends)).toBeLessThan(1.2);
	}
});

it('keeps every hill inside the picture, and the far ones behind the near ones at the far end', () => {
	for (const ridge of ridges) expect(Math.max(...steps((time) => ridgeHeight(ridge, time)))).toBeLessThan(picture.height * 0.47);
	const ends = ridges.map((ridge) => ridgeHeight(ridge, 10));
	expect(ends).toEqual([...ends].sort((a, b) => b - a));
});

it('closes its outline along the bottom', () => expect(ridgePath(ridges[0]!)).toMatch(/^M0 900L0 .*L1440 900Z$/));
