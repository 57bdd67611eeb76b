import fc from 'fast-check';
import { expect, test } from 'vitest';
import { contrastOnWhite, darkEnough, leastContrast } from './accent.ts';

test('contrast on white runs from 1 for white to 21 for black, and is the one of WCAG’s examples between', () => {
	expect(contrastOnWhite('#ffffff')).toBeCloseTo(1, 5);
	expect(contrastOnWhite('#000000')).toBeCloseTo(21, 5);
	expect(contrastOnWhite('#767676')).toBeCloseTo(4.54, 2);
});

test('a colour that stands out stays, one that does not becomes as much darker as it has to be', () => {
	expect(darkEnough('#0A67D2')).toBe('#0a67d2');
	fc.assert(fc.property(fc.integer({ min: 0, max: 0xffffff }), (colour) => {
		const hex = `#${colour.toString(16).padStart(6, '0')}`;
		const dark = darkEnough(hex);
		expect(contrastOnWhite(dark)).toBeGreaterThanOrEqual(leastContrast);
		expect(contrastOnWhite(dark) < leastContrast * 1.12 || dark === hex).toBe(true);
	}));
});
