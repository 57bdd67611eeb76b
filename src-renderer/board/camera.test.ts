import fc from 'fast-check';
import { expect, test } from 'vitest';
import { atOf, clampCamera, contentWidth, home, revealing, xOf, yearWidth, zoomAtX, type Camera } from './camera.ts';
import { detailAt, measuresAt, nextZoom } from './measures.ts';

// The picture in the design: a canvas of 856 × 802 with names of 88 and an axis of 34.
const plot = { width: 768, height: 768 };
const zooms = fc.double({ min: 0.25, max: 4, noNaN: true });
const times = fc.double({ min: 0, max: 10, noNaN: true });

test('at 100 % the eleven year ticks stand where the design has them', () => {
	expect(yearWidth(plot, 1)).toBe(71);
	expect([0, 1, 10].map((at) => 88 + xOf(home, plot, at))).toEqual([108, 179, 818]);
	expect(contentWidth(plot, 1)).toBe(plot.width);
});

test('below 100 % the ten years still fill the canvas', () => {
	expect(yearWidth(plot, 0.4)).toBe(71);
	expect(yearWidth(plot, 2)).toBe(142);
});

test('a time goes to a pixel and comes back', () => {
	fc.assert(fc.property(times, zooms, fc.double({ min: 0, max: 2000, noNaN: true }), (at, zoom, x) => {
		const camera: Camera = { zoom, x, y: 0 };
		expect(atOf(camera, plot, xOf(camera, plot, at))).toBeCloseTo(at, 9);
	}));
});

test('the date under the pointer stays under it while zooming', () => {
	fc.assert(fc.property(times, zooms, zooms, (at, from, to) => {
		const camera: Camera = { zoom: from, x: 120, y: 40 };
		const x = xOf(camera, plot, at);
		expect(xOf(zoomAtX(camera, plot, to, x), plot, at)).toBeCloseTo(x, 6);
	}));
});

test('the view never leaves the horizon or the lanes, but for what is needed to see what the minimap would cover', () => {
	expect(clampCamera({ zoom: 1, x: 500, y: -20 }, plot, 400)).toEqual({ zoom: 1, x: 0, y: 0 });
	expect(clampCamera({ zoom: 2, x: 5000, y: 5000 }, plot, 1000)).toEqual({ zoom: 2, x: 710, y: 320 });
	expect(clampCamera({ zoom: 99, x: 0, y: 0 }, plot, 0).zoom).toBe(8);
});

test('revealing moves only as far as needed', () => {
	const box = { left: 100, top: 900, width: 168, height: 44 };
	expect(revealing(home, plot, box)).toEqual({ zoom: 1, x: 0, y: 192 });
	expect(revealing({ ...home, y: 500 }, plot, box)).toEqual({ ...home, y: 500 });
	expect(revealing({ ...home, y: 2000 }, plot, box).y).toBe(884);
});

test('a zoom step goes to the next round figure and stops at the limits', () => {
	expect([nextZoom(1, 1), nextZoom(1, -1), nextZoom(0.93, 1), nextZoom(8, 1), nextZoom(0.15, -1)]).toEqual([1.25, 0.8, 1, 8, 0.15]);
});

test('cards lose the title below 70 %, the code below 40 %, and show the description from 160 %', () => {
	expect([0.39, 0.4, 0.69, 0.7, 1.59, 1.6].map(detailAt)).toEqual(['glyph', 'tab', 'tab', 'card', 'card', 'full']);
	expect(measuresAt(1)).toEqual({ detail: 'card', width: 168, height: 44, pitch: 56, pad: 9 });
});
