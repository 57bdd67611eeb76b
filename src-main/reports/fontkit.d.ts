/** The part of fontkit that the report uses; the package has no types of its own. */
declare module 'fontkit' {
	export interface Glyph {
		id: number;
		advanceWidth: number;
		codePoints: number[];
	}
	export interface GlyphPosition {
		xAdvance: number;
		xOffset: number;
		yOffset: number;
	}
	export interface GlyphRun {
		advanceWidth: number;
		glyphs: readonly Glyph[];
		positions: readonly GlyphPosition[];
	}
	export interface Font {
		characterSet: number[];
		unitsPerEm: number;
		glyphForCodePoint(codePoint: number): Glyph;
		getGlyph(id: number, codePoints?: number[]): Glyph;
		/** Glyphs come in the order in which they stand, from the left. */
		layout(text: string, features?: Record<string, boolean>, script?: undefined, language?: undefined, direction?: 'ltr' | 'rtl'): GlyphRun;
	}
	export function create(bytes: Uint8Array): Font;
}
