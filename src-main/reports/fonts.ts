/**
 * The report's fonts. Atkinson Hyperlegible Next sets everything it has; what it lacks comes from the first fallback that
 * has it. A file is opened when a character first needs it, and one that cannot be opened is passed over.
 */
import { create, type Font, type Glyph, type GlyphRun } from 'fontkit';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { resources } from '../paths.ts';
import { emojiFile, filesInOrder, latinOfNoto, primaryFile, type FontFile } from './fontFiles.ts';
import type { Weight } from './theme.ts';
import { isWoff, unpackWoff } from './woff.ts';

export type Direction = 'ltr' | 'rtl';

export interface Face {
	/** The file's name without its ending; also the name under which the PDF registers it. */
	name: string;
	font: Font;
	covers(codePoint: number): boolean;
	/** Width of a text set in one piece, in thousandths of its size. */
	measure(text: string, direction?: Direction): number;
	/** Its glyphs from the left, in the font's own units. */
	shape(text: string, direction?: Direction): GlyphRun;
	/** Letters of its scripts stand apart, and may stand closer or wider; joined ones and ideographs are left as they are. */
	tracks: boolean;
	/** It has one weight, which is thickened where a bold one is asked for. */
	thickened: boolean;
}

export interface Fonts {
	/** The face that has all of the characters, in the order of preference; null where none has. */
	faceFor(codePoints: readonly number[], weight: Weight, family?: 'noto'): Face | null;
	readonly emoji: Face | null;
	/** The face of the interface, which has everything that Latin text needs. */
	primary(weight: Weight): Face;
	/** Files that could not be read, by name. */
	unreadable(): string[];
}

interface Opened {
	face: Face | null;
}

const words = { longest: 40, most: 20_000 } as const;

/** Words repeat; what is long does not, and would only fill the memory. */
function remembering<T>(compute: (text: string, direction: Direction | undefined) => T): (text: string, direction?: Direction) => T {
	const known = { ltr: new Map<string, T>(), rtl: new Map<string, T>() };
	return (text, direction) => {
		const map = direction === 'rtl' ? known.rtl : known.ltr;
		const before = map.get(text);
		if (before !== undefined) return before;
		const found = compute(text, direction);
		if (text.length <= words.longest) {
			if (map.size >= words.most) map.clear();
			map.set(text, found);
		}
		return found;
	};
}

/** fontkit remembers with each glyph the letters it first stood for; a form shared by several letters would be read as that one ever after. */
function withLettersOfItsText(font: Font): Font {
	const known = font.getGlyph.bind(font);
	font.getGlyph = (id, codePoints = []) => {
		const glyph = known(id, codePoints);
		const isSame = glyph.codePoints.length === codePoints.length && glyph.codePoints.every((code, index) => code === codePoints[index]);
		return isSame ? glyph : (Object.create(glyph, { codePoints: { value: codePoints } }) as Glyph);
	};
	return font;
}

/** Ideographs and composed syllables need no shaping: each is the glyph that it has. */
function oneByOne(font: Font, text: string): GlyphRun {
	const glyphs = Array.from(text, (character) => font.glyphForCodePoint(character.codePointAt(0)!));
	return {
		glyphs,
		positions: glyphs.map(({ advanceWidth }) => ({ xAdvance: advanceWidth, xOffset: 0, yOffset: 0 })),
		advanceWidth: glyphs.reduce((sum, { advanceWidth }) => sum + advanceWidth, 0),
	};
}

/** fontkit fails where a font leaves out the anchor of a mark: such marks then stand where the font draws them. */
function shaped(font: Font, text: string, direction: Direction | undefined): GlyphRun {
	const attempts: readonly (Record<string, boolean> | undefined)[] = [undefined, { mkmk: false }, { mkmk: false, mark: false }];
	for (const features of attempts) {
		try {
			return font.layout(text, features, undefined, undefined, direction);
		} catch {
			// The next one asks for less.
		}
	}
	const run = oneByOne(font, text);
	return direction === 'rtl' ? { ...run, glyphs: run.glyphs.toReversed(), positions: run.positions.toReversed() } : run;
}

function openFace(folder: string, { file }: FontFile): Face {
	const bytes = readFileSync(join(folder, file));
	const font = withLettersOfItsText(create(isWoff(bytes) ? unpackWoff(bytes) : bytes));
	const characters = new Set(font.characterSet);
	const name = file.replace(/\.\w+$/, '');
	const isEastAsian = /^(droid|noto-sans-kr)/.test(name);
	const shape = remembering((text, direction) => (isEastAsian ? oneByOne(font, text) : shaped(font, text, direction)));
	return {
		name,
		font,
		shape,
		covers: (codePoint) => characters.has(codePoint),
		measure: remembering((text, direction) => (shape(text, direction).advanceWidth * 1000) / font.unitsPerEm),
		tracks: /^(atkinson|noto-sans-(latin|greek|cyrillic|vietnamese))/.test(name),
		thickened: isEastAsian,
	};
}

const has = ({ ranges }: FontFile, codePoint: number): boolean => !ranges || ranges.some(([from, to]) => codePoint >= from && codePoint <= to);

/** @param folder of the font files. @throws Error, where there is no font at all, as a sentence. */
export function createFonts(folder: string): Fonts {
	const opened = new Map<string, Opened>();
	const unreadable = new Set<string>();
	const chosen = new Map<string, Face | null>();

	function open(file: FontFile): Face | null {
		let known = opened.get(file.file);
		if (!known) {
			known = { face: null };
			try {
				known.face = openFace(folder, file);
			} catch {
				unreadable.add(file.file);
			}
			opened.set(file.file, known);
		}
		return known.face;
	}

	function firstThatCovers(codePoints: readonly number[], files: readonly FontFile[]): Face | null {
		for (const file of files) {
			if (!codePoints.every((codePoint) => has(file, codePoint))) continue;
			const face = open(file);
			if (face && codePoints.every((codePoint) => face.covers(codePoint))) return face;
		}
		return null;
	}

	function primary(weight: Weight): Face {
		for (const file of [primaryFile(weight), primaryFile(400), primaryFile(600), ...latinOfNoto(weight)]) {
			const face = open(file);
			if (face) return face;
		}
		throw new Error('the fonts are missing from Longview’s own folder; install Longview again');
	}

	return {
		primary,
		faceFor(codePoints, weight, family) {
			const key = `${family ?? ''}${weight} ${codePoints.join(' ')}`;
			let found = chosen.get(key);
			if (found === undefined) {
				found = (family && firstThatCovers(codePoints, latinOfNoto(weight))) || firstThatCovers(codePoints, filesInOrder(weight));
				if (chosen.size > words.most) chosen.clear();
				chosen.set(key, found);
			}
			return found;
		},
		get emoji() {
			return open(emojiFile);
		},
		unreadable: () => [...unreadable],
	};
}

export const fonts: Fonts = createFonts(join(resources, 'fonts'));
