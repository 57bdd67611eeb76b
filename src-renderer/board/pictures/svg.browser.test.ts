import { expect, test } from 'vitest';
import type { Picture } from '../../../src-shared/domain/picture/shapes.ts';
import '../../ui/tokens.css';
import { countOf, paint, pngOf, scaleFor } from './bitmap.ts';
import { paletteOf } from '../../ui/pictures/palette.ts';
import { svgOf } from './svg.ts';

const hostile = '</title><script>alert(1)</script> & "quoted" \u0007\uD800 𝄞 Ünïcode';
const picture: Picture = {
	width: 300, height: 120, title: hostile, description: hostile, background: 'bg-panel',
	shapes: [
		{ is: 'rect', left: 10, top: 10, width: 80, height: 40, radius: 6, fill: 'sun' },
		{ is: 'group', id: hostile, name: hostile, clip: { left: 100, top: 0, width: 200, height: 120 }, shapes: [
			{ is: 'rect', left: 90, top: 60, width: 40, height: 20, fill: 'ink' },
			{ is: 'text', text: hostile, role: 'name', colour: 'ink', x: 120, top: 20, leading: 15, width: 150 },
			{ is: 'glyph', kind: 'signal', left: 110, top: 90, size: 15 },
		] },
		{ is: 'group', at: { x: 200, y: 50 }, shapes: [{ is: 'circle', x: 5, y: 5, r: 5, fill: 'concern' }] },
	],
};
const parse = (svg: string) => new DOMParser().parseFromString(svg, 'image/svg+xml');

test('an SVG is well formed whatever the texts are, and runs and fetches nothing', () => {
	const parsed = parse(svgOf(picture, paletteOf('light')));
	expect(parsed.querySelector('parsererror')).toBeNull();
	expect(parsed.querySelectorAll('script, image, use, foreignObject, style, a')).toHaveLength(0);
	const addresses = [...parsed.querySelectorAll('*')].flatMap((element) => [...element.attributes].filter(({ name, value }) => /href|^on/.test(name) || (/url\(/.test(value) && !/^url\(#clip-\d+\)$/.test(value))));
	expect(addresses).toEqual([]);
});

test('its text is text, its title and description are said, and each card has its name', () => {
	const parsed = parse(svgOf(picture, paletteOf('light')));
	const root = parsed.documentElement;
	const plain = '</title><script>alert(1)</script> & "quoted" \uFFFD 𝄞 Ünïcode';
	expect(root.getAttribute('aria-labelledby')).toBe('title desc');
	expect(root.querySelector('title')?.textContent).toBe(plain);
	expect(root.querySelector('desc')?.textContent).toBe(plain);
	expect(root.querySelector('text')?.textContent).toBe(plain);
	expect(root.querySelector('text')?.getAttribute('textLength')).toBe('150');
	expect(root.querySelector('g > title')?.textContent).toBe(plain);
	expect(root.getAttribute('font-family')).toMatch(/^"Atkinson Hyperlegible Next".*sans-serif$/);
});

test('the colours are the theme’s, whichever the window has', () => {
	document.documentElement.dataset['theme'] = 'dark';
	const [light, dark] = [paletteOf('light'), paletteOf('dark')];
	expect(light('bg-panel').toLowerCase()).toMatch(/^#fff(fff)?$/);
	expect(dark('bg-panel')).not.toBe(light('bg-panel'));
	expect(document.querySelector('[hidden][data-theme]')).toBeNull();
	delete document.documentElement.dataset['theme'];
});

test('a bitmap has the same shapes, twice as fine, and nothing outside what is clipped', async () => {
	const canvas = document.createElement('canvas');
	const palette = paletteOf('light');
	const parts: number[] = [];
	await paint(picture, canvas, { scale: 2, palette, onProgress: (part) => parts.push(part) });
	expect([canvas.width, canvas.height]).toEqual([600, 240]);
	const at = (x: number, y: number) => [...canvas.getContext('2d')!.getImageData(2 * x, 2 * y, 1, 1).data.slice(0, 3)];
	const white = [255, 255, 255];
	expect(at(50, 30)).not.toEqual(white);
	expect(at(110, 70)).not.toEqual(white);
	expect(at(95, 70)).toEqual(white);
	expect(at(205, 55)).not.toEqual(white);
	expect(parts.at(-1)).toBe(1);
});

test('a PNG is a PNG, and one that is stopped is none', async () => {
	const blob = await pngOf(picture, { scale: 1, palette: paletteOf('light') });
	expect([...new Uint8Array(await blob.slice(0, 4).arrayBuffer())]).toEqual([0x89, 0x50, 0x4e, 0x47]);
	const many: Picture = { ...picture, shapes: Array.from({ length: 60_000 }, (_, n) => ({ is: 'text', text: `Card ${n}`, role: 'name', colour: 'ink', x: n % 300, top: n % 100, leading: 15 })) };
	expect(countOf(many.shapes)).toBe(60_000);
	const stop = new AbortController();
	const stopped = pngOf(many, { scale: 1, palette: paletteOf('light'), signal: stop.signal, onProgress: () => stop.abort() });
	await expect(stopped).rejects.toMatchObject({ name: 'AbortError' });
});

test('a picture too large for two pixels each gets fewer, never a refusal', () => {
	expect(scaleFor({ width: 1400, height: 900 })).toBe(2);
	const scale = scaleFor({ width: 6500, height: 21_000 });
	expect(scale).toBeLessThan(1);
	expect(21_000 * scale).toBeLessThanOrEqual(16_000);
	expect(6500 * 21_000 * scale ** 2).toBeLessThanOrEqual(60.1e6);
});
