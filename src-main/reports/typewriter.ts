/**
 * Writes set text into the pages. It is done here and not by pdfkit's own text because that lays out every word again in
 * each document, and because text from the right has to be drawn in one order and read in another: each piece is drawn
 * where it stands, in the order of reading, and carries its letters as they are read.
 */
import { mirrored, mirrorOf, visualOrder } from './bidi.ts';
import type { Direction, Face } from './fonts.ts';
import type { Glyph } from 'fontkit';
import type { Doc } from './paper.ts';
import type { Line, Piece } from './typeset.ts';

/** What pdfkit keeps of a font that it embeds: a subset grows by the glyphs that are used. */
interface EmbeddedFont {
	id: string;
	ref(): unknown;
	subset: { includeGlyph(id: number): number; glyphs: number[] };
	widths: number[];
	unicode: number[][];
}

type Internals = Doc & { _font: EmbeddedFont; page: { fonts: Record<string, unknown> }; addContent(content: string): unknown };

export interface Typewriter {
	write(piece: Piece, x: number, baseline: number): void;
}

/** Draws the pieces of a line, from `x` on. */
export function drawPieces(typewriter: Typewriter, line: Line, x: number, baseline: (size: number) => number): void {
	const places = placesOf(line);
	line.pieces.forEach((piece, index) => typewriter.write(piece, x + places[index]!, baseline(piece.style.size)));
}

/** How far from the line's beginning at the left each of its pieces stands. */
export function placesOf({ pieces, trailing, isRightToLeft }: Line): number[] {
	const places: number[] = [];
	const order = pieces.some(({ level }) => level) ? visualOrder(pieces.map(({ level = 0 }) => level)) : pieces.keys();
	// The spaces that end a line from the right stand at its left, outside of it.
	let at = isRightToLeft ? -trailing : 0;
	for (const index of order) {
		places[index] = at;
		at += pieces[index]!.width;
	}
	return places;
}

export function createTypewriter(doc: Doc): Typewriter {
	const internals = doc as Internals;
	const fonts = new Map<string, ReturnType<typeof createEncoder>>();

	function encoderOf(face: Face) {
		let encoder = fonts.get(face.name);
		if (!encoder) {
			doc.registerFont(face.name, face.font as unknown as PDFKit.Mixins.PDFFontSource);
			doc.font(face.name);
			encoder = createEncoder(face, internals._font);
			fonts.set(face.name, encoder);
		}
		return encoder;
	}

	return {
		write({ face, text, style, level = 0 }, x, baseline) {
			if (text === '') return;
			const { embedded, encode } = encoderOf(face);
			internals.page.fonts[embedded.id] ??= embedded.ref();
			const direction = level % 2 === 1 ? 'rtl' : 'ltr';
			const encoded = encode(direction === 'rtl' ? mirrored(text) : text, direction);
			const tracking = face.tracks && style.tracking ? number(style.tracking) : null;
			const bold = face.thickened && style.weight >= 600;
			internals.addContent(
				[
					...(bold ? [`q ${colour(style.colour)} RG ${number(style.size / 32)} w`] : []),
					`BT /${embedded.id} ${number(style.size)} Tf ${colour(style.colour)} rg${bold ? ' 2 Tr' : ''}${tracking === null ? '' : ` ${tracking} Tc`}`,
					...encoded.parts.map(({ dx, dy, shown }) => `1 0 0 -1 ${number(x + dx * style.size)} ${number(baseline - dy * style.size)} Tm [${shown}] TJ`),
					`${tracking === null ? '' : '0 Tc '}${bold ? '0 Tr ' : ''}ET${bold ? ' Q' : ''}`,
				].join('\n'),
			);
		},
	};
}

/** Glyphs as the PDF shows them, from a place given in units of the text's size. */
interface Encoded {
	parts: readonly { dx: number; dy: number; shown: string }[];
	/** In ems. */
	width: number;
}

const wordLength = 40;

function createEncoder(face: Face, embedded: EmbeddedFont) {
	const known = new Map<string, Encoded>();
	const em = face.font.unitsPerEm;

	/** A form that stands for several letters, as a dotless one does, is in the subset once for each: so each is read as what it is. */
	const include = ({ id, advanceWidth, codePoints: drawn }: Glyph, backwards: boolean): string => {
		const codePoints = backwards ? drawn.map(mirrorOf) : drawn;
		let own = embedded.subset.includeGlyph(id);
		const said = embedded.unicode[own];
		if (said && !isSame(said, codePoints)) own = includeAgain(id, codePoints);
		embedded.widths[own] ??= (advanceWidth * 1000) / em;
		embedded.unicode[own] ??= codePoints;
		return own.toString(16).padStart(4, '0');
	};
	const again = new Map<string, number>();
	const includeAgain = (id: number, codePoints: readonly number[]): number => {
		const key = `${id} ${codePoints.join(' ')}`;
		const own = again.get(key) ?? embedded.subset.glyphs.push(id) - 1;
		again.set(key, own);
		return own;
	};

	function encodeWord(text: string, direction: Direction): Encoded {
		const key = direction === 'rtl' ? `\n${text}` : text;
		const before = known.get(key);
		if (before) return before;
		const { glyphs, positions, advanceWidth } = face.shape(text, direction === 'rtl' ? 'rtl' : undefined);
		const parts: { dx: number; dy: number; shown: string }[] = [];
		const backwards = direction === 'rtl';
		let at = backwards ? advanceWidth : 0;
		/** Where the pen is within the last part; null where it was moved up or down. */
		let pen: number | null = null;
		for (let count = 0; count < glyphs.length; count++) {
			const index = backwards ? glyphs.length - 1 - count : count;
			const glyph = glyphs[index]!;
			const { xAdvance, xOffset, yOffset } = positions[index]!;
			if (backwards) at -= xAdvance;
			const x = at + xOffset;
			if (pen === null || yOffset !== 0) parts.push({ dx: x / em, dy: yOffset / em, shown: '' });
			else if (x !== pen) parts.at(-1)!.shown += number(((pen - x) * 1000) / em);
			parts.at(-1)!.shown += `<${include(glyph, backwards)}>`;
			pen = yOffset === 0 ? x + glyph.advanceWidth : null;
			if (!backwards) at += xAdvance;
		}
		// What follows goes on where the word ends.
		if (pen !== null && !backwards && at !== pen) parts.at(-1)!.shown += number(((pen - at) * 1000) / em);
		const encoded: Encoded = { parts: parts.map((part) => ({ ...part, shown: part.shown.replaceAll('><', '') })), width: advanceWidth / em };
		if (text.length <= wordLength) known.set(key, encoded);
		return encoded;
	}

	/** Word by word, since words come again and lines do not. */
	function encode(text: string, direction: Direction): Encoded {
		if (direction === 'rtl' || !face.tracks) return encodeWord(text, direction);
		const parts: { dx: number; dy: number; shown: string }[] = [];
		let [at, joins] = [0, false];
		for (const word of text.split(/(?<= )/)) {
			const encoded = encodeWord(word, direction);
			encoded.parts.forEach((part, index) => {
				if (index === 0 && joins && part.dx === 0 && part.dy === 0) parts.at(-1)!.shown = (parts.at(-1)!.shown + part.shown).replace('><', '');
				else parts.push({ ...part, dx: at + part.dx });
			});
			joins = encoded.parts.length === 1 && encoded.parts[0]!.dx === 0 && encoded.parts[0]!.dy === 0;
			at += encoded.width;
		}
		return { parts, width: at };
	}

	return { embedded, encode };
}

/** As short as it is exact: a thousandth of a point. */
const number = (value: number): string => String(Math.round(value * 1000) / 1000);

const colours = new Map<string, string>();

function colour(hex: string): string {
	let known = colours.get(hex);
	if (known === undefined) {
		known = [1, 3, 5].map((from) => number(parseInt(hex.slice(from, from + 2), 16) / 255)).join(' ');
		colours.set(hex, known);
	}
	return known;
}

const isSame = (one: readonly number[], other: readonly number[]): boolean => one.length === other.length && one.every((code, index) => code === other[index]);
