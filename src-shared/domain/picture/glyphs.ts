/** The signs of the five kinds, as paths in a square of 24, filled by the even-odd rule. */
import type { Kind } from '../../schemas/document.ts';

const circle = (x: number, y: number, r: number): string => `M${x - r} ${y}a${r} ${r} 0 1 0 ${2 * r} 0a${r} ${r} 0 1 0 ${-2 * r} 0Z`;

export const glyphSquare = 24;

export const glyphPaths: Readonly<Record<Kind, string>> = {
	signal: circle(12, 12, 10.2) + circle(12, 12, 6.9) + circle(12, 12, 3.7),
	concern:
		'M10.3 3.2a2 2 0 0 1 3.4 0l8.6 15.2a2 2 0 0 1-1.7 3H3.4a2 2 0 0 1-1.7-3Zm.2 5.4.4 6.3h2.2l.4-6.3Z' +
		circle(12, 17.7, 1.5),
	behavior: `${circle(12, 6.6, 5)}M2.6 22.2a9.4 9.4 0 0 1 18.8 0Z`,
	technology:
		'M7 1h2.6v3h4.8V1H17v3h1.6A1.4 1.4 0 0 1 20 5.4V7h3v2.6h-3v4.8h3V17h-3v1.6a1.4 1.4 0 0 1-1.4 1.4H17v3h-2.6v-3H9.6v3H7v-3H5.4' +
		'A1.4 1.4 0 0 1 4 18.6V17H1v-2.6h3V9.6H1V7h3V5.4A1.4 1.4 0 0 1 5.4 4H7Zm1.6 7.6v6.8h6.8V8.6Z',
	issue:
		'M10.9 1.2a1.6 1.6 0 0 1 2.2 0l9.7 9.7a1.6 1.6 0 0 1 0 2.2l-9.7 9.7a1.6 1.6 0 0 1-2.2 0l-9.7-9.7a1.6 1.6 0 0 1 0-2.2ZM12 4.3v15.4L4.3 12Z',
};
