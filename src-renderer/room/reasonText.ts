/** Reasons as they may leave the phone: no signs that nobody sees, and no longer than the room takes. */

/** The room takes as many; people count them as letters, whatever they are made of. */
export const longestReason = 500;

// Control characters, and those that turn the direction of everything after them.
const unseen = /[\u0000-\u0008\u000B-\u001F\u007F-\u009F\u200E\u200F\u061C\u2028\u2029\u202A-\u202E\u2066-\u2069\uFEFF]/g;
const surrogates = /[\uD800-\uDBFF][\uDC00-\uDFFF]|[\uD800-\uDFFF]/g;

interface Segmenter {
	segment(text: string): Iterable<{ segment: string }>;
}
type WithSegmenter = { Segmenter?: new (locale: undefined, options: { granularity: 'grapheme' }) => Segmenter };

/** Letters as people count them; where the browser cannot tell, code points. */
function letters(text: string): string[] {
	const { Segmenter } = Intl as unknown as WithSegmenter;
	if (!Segmenter) return Array.from(text);
	return Array.from(new Segmenter(undefined, { granularity: 'grapheme' }).segment(text), ({ segment }) => segment);
}

/** @returns what is sent of a typed reason; null where nothing is left of it. */
export function tidyReason(typed: string): string | null {
	const text = typed.replace(/\r\n?/g, '\n').replace(/\t/g, ' ').replace(unseen, '').replace(surrogates, (found) => (found.length === 2 ? found : '')).trim();
	return letters(text).slice(0, longestReason).join('').trim() || null;
}

/** How many letters can still be typed. */
export const lettersLeft = (typed: string): number => longestReason - letters(typed.trim()).length;
