/** The report's face, embedded: its Latin subset, and the extended one where the page has letters of it. Other scripts are set in the reader's own fonts. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { resources } from '../../../paths.ts';

const weights = [400, 500, 600, 700] as const;
const subsets = [
	{ name: 'latin', range: 'U+0000-00FF,U+0131,U+0152-0153,U+02BB-02BC,U+02C6,U+02DA,U+02DC,U+2000-206F,U+20AC,U+2122,U+2191,U+2193,U+2212,U+2215,U+FEFF,U+FFFD', has: null },
	{ name: 'latin-ext', range: 'U+0100-0130,U+0132-0151,U+0154-02BA,U+02BD-02C5,U+02C7-02CC,U+1E00-1E9F,U+1EF2-1EFF,U+20A0-20AB,U+20AD-20C0,U+2113', has: /[\u0100-\u0130\u0132-\u0151\u0154-\u024F\u1E00-\u1E9F\u1EF2-\u1EFF]/u },
] as const;

const faces = new Map<string, string>();

function face(subset: string, weight: number, range: string): string {
	const key = `${subset}-${weight}`;
	const known = faces.get(key);
	if (known !== undefined) return known;
	const data = readFileSync(join(resources, 'fonts', `atkinson-hyperlegible-next-${key}-normal.woff`)).toString('base64');
	const rule = `@font-face{font-family:"Atkinson Hyperlegible Next";font-weight:${weight};font-style:normal;src:url(data:font/woff;base64,${data}) format("woff");unicode-range:${range}}`;
	faces.set(key, rule);
	return rule;
}

/** @param page what will be set in them. */
export const fontFaces = (page: string): string =>
	subsets.filter(({ has }) => has === null || has.test(page)).flatMap(({ name, range }) => weights.map((weight) => face(name, weight, range))).join('');
