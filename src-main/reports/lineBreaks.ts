/** Where a word may end a line: after hyphens and signs of addresses, between ideographs, and between Thai words. */

/** After a hyphen, dash or slash within a word; addresses also break after their other signs. */
const within = /(?<=[\p{L}\p{N}][-–—/])(?=[\p{L}\p{N}])/u;
const withinAddress = /(?<=[-–—/?&=_.+#%:,;])(?=[\p{L}\p{N}])/u;
const addressLength = 24;

/** Scripts written without spaces, of which each sign is a place to break; Korean has spaces, and keeps its words. */
const ideographs = /[\u2E80-\u312F\u3190-\uA4CF\uF900-\uFAFF\uFE30-\uFE4F\uFF00-\uFFEF\u{20000}-\u{3FFFF}]/u;
/** Scripts written without spaces, whose words only a dictionary finds. */
const southEastAsian = /[\u0E00-\u0EFF\u1000-\u109F\u1780-\u17FF]/;

/** Never first on a line, never last: the customary rules of Japanese and Chinese (kinsoku shori; JIS X 4051). */
const notFirst = /^[!%),.:;?\]}¢°’”†‡›℃∶、。〃々〆〕〗〞﹚﹜！＂％＇），．：；？！］｝～〉》」』】〙〛｠»ゝゞーァィゥェォッャュョヮヵヶぁぃぅぇぉっゃゅょゎゕゖㇰ-ㇿ・‐–〜゠…‥｡､･ﾞﾟ\p{M}]/u;
const notLast = /[$(£¥[{‘“‹〈《「『【〔〖〘〚〝＄（［｛｟￡￥«]$/u;

const sliceLength = 200;
const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });
const wordsOfThai = new Intl.Segmenter('th', { granularity: 'word' });

const isWithinLetter = (word: string, index: number): boolean => /[\uD800-\uDBFF\u200D]/.test(word[index - 1]!) || /[\p{M}\u200D\uDC00-\uDFFF]/u.test(word[index]!);

/** Pieces of so many letters at most: the segmenters take quadratic time on very long words. */
function slices(word: string): string[] {
	const found: string[] = [];
	for (let from = 0; from < word.length;) {
		let to = Math.min(word.length, from + sliceLength);
		while (to < word.length && to > from + sliceLength / 2 && isWithinLetter(word, to)) to--;
		found.push(word.slice(from, to));
		from = to;
	}
	return found;
}

/** Letters as people see them. */
export function letters(word: string): string[] {
	const found: string[] = [];
	for (const slice of slices(word)) for (const { segment } of graphemes.segment(slice)) found.push(segment);
	return found;
}

/** Cuts a word, in which there is no space, where a line may end. */
export function breakable(word: string): string[] {
	if (ideographs.test(word) || southEastAsian.test(word)) return betweenSigns(word);
	return word.split(word.length > addressLength ? withinAddress : within);
}

function betweenSigns(word: string): string[] {
	const thai = southEastAsian.test(word) ? thaiEnds(word) : null;
	const parts: string[] = [];
	let part = '';
	let at = 0;
	let before = '';
	for (const letter of letters(word)) {
		const isFree = (ideographs.test(before) || ideographs.test(letter)) || (thai?.has(at) === true && southEastAsian.test(before + letter));
		if (part !== '' && isFree && !notFirst.test(letter) && !notLast.test(before)) {
			parts.push(part);
			part = '';
		}
		part += letter;
		at += letter.length;
		before = letter;
	}
	if (part !== '') parts.push(part);
	return parts;
}

function thaiEnds(word: string): Set<number> {
	const ends = new Set<number>();
	let at = 0;
	for (const slice of slices(word)) {
		for (const { index, segment } of wordsOfThai.segment(slice)) ends.add(at + index + segment.length);
		at += slice.length;
	}
	return ends;
}
