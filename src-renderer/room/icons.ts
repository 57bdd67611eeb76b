/** The glyphs of the five kinds and the few icons of the page; the drawings are the app's own. */
import type { Kind } from '../../src-shared/schemas/document.ts';
import { svg } from './dom.ts';

type Shape = readonly [tag: string, attributes: Record<string, string>];
const path = (d: string, more: Record<string, string> = {}): Shape => ['path', { d, ...more }];
const circle = (cx: string, cy: string, r: string, more: Record<string, string> = {}): Shape => ['circle', { cx, cy, r, ...more }];
const holes = { 'fill-rule': 'evenodd' };

const glyphs: Record<Kind, Shape[]> = {
	behavior: [circle('12', '6.6', '5'), path('M2.6 22.2a9.4 9.4 0 0 1 18.8 0Z')],
	concern: [path('M10.3 3.2a2 2 0 0 1 3.4 0l8.6 15.2a2 2 0 0 1-1.7 3H3.4a2 2 0 0 1-1.7-3Zm.2 5.4.4 6.3h2.2l.4-6.3Zm1.5 7.6a1.5 1.5 0 1 0 0 3 1.5 1.5 0 0 0 0-3Z', holes)],
	issue: [path('M10.9 1.2a1.6 1.6 0 0 1 2.2 0l9.7 9.7a1.6 1.6 0 0 1 0 2.2l-9.7 9.7a1.6 1.6 0 0 1-2.2 0l-9.7-9.7a1.6 1.6 0 0 1 0-2.2ZM12 4.3v15.4L4.3 12Z', holes)],
	signal: [path('M12 1.8a10.2 10.2 0 1 0 0 20.4 10.2 10.2 0 0 0 0-20.4Zm0 3.3a6.9 6.9 0 1 1 0 13.8 6.9 6.9 0 0 1 0-13.8Z', holes), circle('12', '12', '3.7')],
	technology: [
		path(
			'M7 1h2.6v3h4.8V1H17v3h1.6A1.4 1.4 0 0 1 20 5.4V7h3v2.6h-3v4.8h3V17h-3v1.6a1.4 1.4 0 0 1-1.4 1.4H17v3h-2.6v-3H9.6v3H7v-3H5.4A1.4 1.4 0 0 1 4 18.6V17H1v-2.6h3V9.6H1V7h3V5.4A1.4 1.4 0 0 1 5.4 4H7Zm1.6 7.6v6.8h6.8V8.6Z',
			holes,
		),
	],
};

const icons = {
	back: [path('m10 4-4 4 4 4')],
	next: [path('m6 4 4 4-4 4')],
	check: [path('m3 8.5 3.2 3.2L13 4.8')],
	clock: [circle('8', '8', '6'), path('M8 4.6V8l2.4 1.5')],
	edit: [path('m3 13 .6-2.8L10.8 3 13 5.2l-7.2 7.2z')],
	lock: [['rect', { x: '3', y: '7', width: '10', height: '6.8', rx: '1.6' }], path('M5.2 7V5a2.8 2.8 0 0 1 5.6 0v2')],
	minus: [path('M3 8h10')],
	plus: [path('M8 3v10M3 8h10')],
	offline: [
		path('M1.5 6.2a9.3 9.3 0 0 1 3.2-2M8 3.5c2.4 0 4.7.9 6.5 2.7M3.8 8.7c.6-.6 1.4-1.1 2.2-1.4M9.6 7.2c1 .3 1.9.8 2.6 1.5M6 11a2.9 2.9 0 0 1 4 0M2.5 2.5l11 11'),
		circle('8', '13.2', '.9', { fill: 'currentColor', stroke: 'none' }),
	],
} satisfies Record<string, Shape[]>;

export const glyph = (kind: Kind): SVGElement => svg('glyph', 24, glyphs[kind]);
export const icon = (name: keyof typeof icons): SVGElement => svg(name === 'back' || name === 'next' ? 'icon flips' : 'icon', 16, icons[name]);
