/** Which font files there are, in the order in which they are asked for a character, and which characters each can have. */
import type { Weight } from './theme.ts';

export interface FontFile {
	/** Its name in resources/fonts. */
	file: string;
	/** Of the characters that it is there for: a file is not opened to look for others. Without it, it is asked for any. */
	ranges?: readonly (readonly [number, number])[];
}

type Ranges = FontFile['ranges'];

const latin: Ranges = [[0x20, 0x24f], [0x250, 0x36f], [0x1d00, 0x1eff], [0x2000, 0x2bff], [0xa700, 0xab6f], [0xfb00, 0xfb06], [0xfffd, 0xfffd]];
const greek: Ranges = [[0x370, 0x3ff], [0x1f00, 0x1fff], [0x300, 0x36f]];
const cyrillic: Ranges = [[0x300, 0x52f], [0x1c80, 0x1c8f], [0x1d2b, 0x1d78], [0x2de0, 0x2dff], [0xa640, 0xa69f], [0x2116, 0x2116]];
const hebrew: Ranges = [[0x590, 0x5ff], [0x20aa, 0x20aa], [0x25cc, 0x25cc], [0xfb1d, 0xfb4f]];
const arabic: Ranges = [[0x600, 0x6ff], [0x750, 0x77f], [0x870, 0x8ff], [0xfb50, 0xfdff], [0xfe70, 0xfefc], [0x1ee00, 0x1eeff]];
const devanagari: Ranges = [[0x900, 0x97f], [0x1cd0, 0x1cff], [0x20b9, 0x20b9], [0x25cc, 0x25cc], [0xa830, 0xa839], [0xa8e0, 0xa8ff]];
const thai: Ranges = [[0xe00, 0xe7f], [0x25cc, 0x25cc]];
const hangul: Ranges = [[0x1100, 0x11ff], [0x3130, 0x318f], [0xa960, 0xa97f], [0xac00, 0xd7ff]];
const eastAsian: Ranges = [[0x2e80, 0x312f], [0x3190, 0x4dbf], [0x4e00, 0xa4cf], [0xf900, 0xfaff], [0xfe10, 0xfe4f], [0xff00, 0xffef], [0x20000, 0x3ffff]];

/** Noto Sans is carried in two weights only. */
const notoWeight = (weight: Weight): 400 | 600 => (weight >= 500 ? 600 : 400);

const woff = (name: string, ranges?: Ranges): FontFile => ({ file: `${name}.woff`, ...(ranges && { ranges }) });

export const emojiFile = woff('noto-emoji-emoji-400-normal');

const atkinson = (weight: Weight): FontFile[] => ['latin', 'latin-ext'].map((subset) => woff(`atkinson-hyperlegible-next-${subset}-${weight}-normal`, latin));

/** Sets words whose Latin letters the first family has not all, so that one word is of one design. */
export function latinOfNoto(weight: Weight): FontFile[] {
	return ['latin', 'latin-ext', 'vietnamese'].map((subset) => woff(`noto-sans-${subset}-${notoWeight(weight)}-normal`, latin));
}

export function filesInOrder(weight: Weight): FontFile[] {
	const noto = (family: string, subset: string, ranges: Ranges) => woff(`noto-sans-${family}${subset}-${notoWeight(weight)}-normal`, ranges);
	return [
		...atkinson(weight),
		...latinOfNoto(weight),
		noto('', 'greek', greek), noto('', 'greek-ext', greek), noto('', 'cyrillic', cyrillic), noto('', 'cyrillic-ext', cyrillic),
		noto('hebrew-', 'hebrew', hebrew), noto('arabic-', 'arabic', arabic), noto('', 'devanagari', devanagari), noto('thai-', 'thai', thai),
		woff('noto-sans-kr-korean-400-normal', hangul),
		{ file: 'droid-sans-fallback-full.ttf', ranges: eastAsian },
		woff('noto-sans-math-latin-400-normal'),
		...['symbols', 'math', 'latin', 'latin-ext', 'braille'].map((subset) => woff(`noto-sans-symbols-2-${subset}-400-normal`)),
		emojiFile,
	];
}

export const primaryFile = (weight: Weight): FontFile => atkinson(weight)[0]!;
