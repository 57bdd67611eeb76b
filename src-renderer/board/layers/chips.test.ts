import { expect, test } from 'vitest';
import { shadowsOf } from './chips.ts';

test('a shadow of the theme is read in its parts, whatever it leaves out', () => {
	expect(shadowsOf('0 1px 1.5px rgb(20 33 45 / 0.10), 0 0 0 1px rgb(20 33 45 / 0.07)')).toEqual([
		{ y: 1, blur: 1.5, spread: 0, colour: 'rgb(20 33 45 / 0.10)' },
		{ y: 0, blur: 0, spread: 1, colour: 'rgb(20 33 45 / 0.07)' },
	]);
	expect(shadowsOf('0 0 0 2px #24303B')).toEqual([{ y: 0, blur: 0, spread: 2, colour: '#24303B' }]);
	expect(shadowsOf('none')).toEqual([]);
});
