/**
 * The report's fonts. Atkinson Hyperlegible Next sets everything it has; what it lacks (Greek, Cyrillic, symbols, emoji)
 * comes, character by character, from the first fallback that has it.
 */
import { create, type Font } from 'fontkit';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { resources } from '../paths.ts';
import type { Weight } from './theme.ts';

export interface Face {
	/** The file's name without its ending; also the name under which the PDF registers it. */
	name: string;
	font: Font;
	covers(codePoint: number): boolean;
	/** Width of a text set in one piece, in thousandths of its size. */
	measure(text: string): number;
}

export interface Fonts {
	/** The face that has the character, or null. */
	faceFor(codePoint: number, weight: Weight): Face | null;
	emoji: Face;
	/** The face of the interface, which has everything that Latin text needs. */
	primary(weight: Weight): Face;
}

const subsets = ['latin', 'latin-ext', 'greek', 'greek-ext', 'cyrillic', 'cyrillic-ext', 'vietnamese', 'devanagari'];
const single = [
	'noto-sans-math-latin-400-normal',
	...['symbols', 'math', 'latin', 'latin-ext', 'braille'].map((subset) => `noto-sans-symbols-2-${subset}-400-normal`),
];
const emojiName = 'noto-emoji-emoji-400-normal';

/** Noto Sans is carried in two weights only. */
const notoWeight = (weight: Weight): 400 | 600 => (weight >= 500 ? 600 : 400);

const faces = new Map<string, Face>();

/** Files are opened when a character first needs them, once for the life of the worker. */
function face(name: string): Face {
	const known = faces.get(name);
	if (known) return known;
	const font = create(readFileSync(join(resources, 'fonts', `${name}.woff`)));
	const characters = new Set(font.characterSet);
	const opened: Face = { name, font, covers: (codePoint) => characters.has(codePoint), measure: measurer(font) };
	faces.set(name, opened);
	return opened;
}

/** Words repeat; what is long does not, and would only fill the memory. */
const longestRemembered = 40;
const mostRemembered = 20_000;

function measurer(font: Font): Face['measure'] {
	const known = new Map<string, number>();
	return (text) => {
		const before = known.get(text);
		if (before !== undefined) return before;
		const width = (font.layout(text).advanceWidth * 1000) / font.unitsPerEm;
		if (text.length <= longestRemembered) {
			if (known.size >= mostRemembered) known.clear();
			known.set(text, width);
		}
		return width;
	};
}

function namesInOrder(weight: Weight): string[] {
	const noto = notoWeight(weight);
	return [
		...['latin', 'latin-ext'].map((subset) => `atkinson-hyperlegible-next-${subset}-${weight}-normal`),
		...subsets.map((subset) => `noto-sans-${subset}-${noto}-normal`),
		...single,
		emojiName,
	];
}

function firstThatCovers(codePoint: number, weight: Weight): Face | null {
	for (const name of namesInOrder(weight)) if (face(name).covers(codePoint)) return face(name);
	return null;
}

const chosen = new Map<string, Face | null>();

export const fonts: Fonts = {
	faceFor(codePoint, weight) {
		const key = `${weight} ${codePoint}`;
		let found = chosen.get(key);
		if (found === undefined) {
			found = firstThatCovers(codePoint, weight);
			chosen.set(key, found);
		}
		return found;
	},
	get emoji() {
		return face(emojiName);
	},
	primary: (weight) => face(`atkinson-hyperlegible-next-latin-${weight}-normal`),
};
