/** Texts as searching sees them: words in lower case without accents, and where in the written text they stand. */

/** Letters that no decomposition takes apart. */
const plainLetters: Record<string, string> = { ß: 'ss', æ: 'ae', œ: 'oe', ø: 'o', ł: 'l', đ: 'd', ð: 'd', þ: 'th', ı: 'i' };
const onlyAscii = /^[\x00-\x7f]*$/;

/** Lower case without accents; ligatures, full-width and curly forms become plain ones. */
export function plain(text: string): string {
	if (onlyAscii.test(text)) return text.toLowerCase();
	return text
		.normalize('NFKD')
		.replace(/\p{M}/gu, '')
		.toLowerCase()
		.replace(/[ßæœøłđðþı]/g, (letter) => plainLetters[letter]!)
		.replace(/[‘’]/g, "'")
		.replace(/[‐‑]/g, '-');
}

/** Scripts that write no blanks between words: each of their signs is taken for a word. */
const mixedPattern = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]|(?:(?![\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}])[\p{L}\p{N}])+/gu;
const asciiPattern = /[a-z0-9]+/g;
export const longestTerm = 40;

/** @returns the plain words of a text in their order, repeated ones too. */
export function termsOf(text: string): string[] {
	const flat = plain(text);
	const found = flat.match(onlyAscii.test(flat) ? asciiPattern : mixedPattern) ?? [];
	return found.map((term) => (term.length > longestTerm ? term.slice(0, longestTerm) : term));
}

export interface Piece {
	text: string;
	isMatch: boolean;
}

/** Cuts a text where one of its words begins with one of the terms; the matched beginnings are marked. */
export function marked(text: string, terms: readonly string[]): Piece[] {
	if (terms.length === 0 || text === '') return text === '' ? [] : [{ text, isMatch: false }];
	const pieces: Piece[] = [];
	let from = 0;
	for (const { start, end } of matches(text, terms)) {
		if (start > from) pieces.push({ text: text.slice(from, start), isMatch: false });
		pieces.push({ text: text.slice(start, end), isMatch: true });
		from = end;
	}
	if (from < text.length) pieces.push({ text: text.slice(from), isMatch: false });
	return pieces;
}

function matches(text: string, terms: readonly string[]): { start: number; end: number }[] {
	const { flat, origins } = flattened(text);
	const found: { start: number; end: number }[] = [];
	for (const match of flat.matchAll(mixedPattern)) {
		const best = Math.max(0, ...terms.map((term) => (match[0].startsWith(term) ? term.length : 0)));
		if (best === 0) continue;
		const start = origins[match.index]!;
		const end = origins[match.index + best] ?? text.length;
		if (end > start) found.push({ start, end });
	}
	return found;
}

/** The plain text, and for each of its letters where the sign stands that it came from. */
function flattened(text: string): { flat: string; origins: number[] } {
	let flat = '';
	const origins: number[] = [];
	let at = 0;
	for (const sign of text) {
		const letters = plain(sign);
		for (let n = 0; n < letters.length; n++) origins.push(at);
		flat += letters;
		at += sign.length;
	}
	origins.push(at);
	return { flat, origins };
}
