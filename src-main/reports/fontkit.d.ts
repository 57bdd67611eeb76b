/** The part of fontkit that the report uses; the package has no types of its own. */
declare module 'fontkit' {
	export interface Font {
		characterSet: number[];
		unitsPerEm: number;
		layout(text: string): { advanceWidth: number; glyphs: readonly { id: number }[] };
	}
	export function create(bytes: Uint8Array): Font;
}
