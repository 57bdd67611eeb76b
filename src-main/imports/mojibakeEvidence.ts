/** How sure one place looks like UTF-8 read in the wrong code page, from what it would become and what stands around it. */

/** A piece of text, from `start` up to `end`, that re-encodes to the UTF-8 of one character. */
export interface Sequence {
	start: number;
	end: number;
	codePoint: number;
}

/** What may follow a capital letter in right text: closing quotes, dashes and the like. */
const mayFollowCapital = /^[“”‘’…–—„‚‹›•»ºª]/;
/** Signs that stand beside a root, a negation or an approximation in a formula. */
const mathematical = /^[∞±≤≥∂∑∏π∫Ωµ≠°]/;
const quotes = /[“”‘’]/;
const openers = /[`"'“‘«‹(]/;
const closers = /[`"'”’»›)]/;
const letter = /\p{L}/u;
const asciiLetter = /[a-z]/i;

const sure = 3;
const likely = 2;
const possible = 1;
const weak = 0.4;
const unlikely = 0.2;

/** @returns from 0 (nothing speaks for it) to 3 (sure by itself). */
export function strengthOf(text: string, sequences: Sequence[], index: number): number {
	const sequence = sequences[index]!;
	const { start, end, codePoint } = sequence;
	const last = sequences[index - 1];
	const following = sequences[index + 1];
	const isCited = !touches(last, sequence) && !touches(sequence, following) && openers.test(text[start - 1] ?? ' ') && closers.test(text[end] ?? ' ');
	if (isCited) return 0;
	const before = touches(last, sequence) ? String.fromCodePoint(last!.codePoint) : (text[start - 1] ?? ' ');
	const after = touches(sequence, following) ? String.fromCodePoint(following!.codePoint) : (text[end] ?? ' ');
	if (isSign(codePoint)) return quotes.test(String.fromCodePoint(codePoint)) && isBlank(before) && isBlank(after) ? weak : sure;
	if (codePoint < 0xa0) return unlikely;
	const piece = text.slice(start, end);
	if (codePoint === 0xd7 && /\d ?$/.test(text.slice(Math.max(0, start - 2), start)) && /^ ?\d/.test(text.slice(end, end + 2))) return likely;
	if (codePoint < 0xc0) return latinSign(piece, before, after);
	if (codePoint < 0x250) return latinLetter(piece, codePoint, before, after, isWord(before, text[start - 2]) || isWord(after, text[end + 1]));
	// The accented letters of Vietnamese and their like take three bytes and stand in words of ASCII letters.
	if (codePoint >= 0x1e00 && codePoint <= 0x1eff) return letter.test(before) || letter.test(after) ? sure : possible;
	if (codePoint < 0x370) return isCommonMark(codePoint) && letter.test(before) ? possible : unlikely;
	return otherScript(piece, codePoint, before, after);
}

const touches = (left: Sequence | undefined, right: Sequence | undefined): boolean =>
	left !== undefined && right !== undefined && left.end === right.start;
const isBlank = (character: string): boolean => character.trim() === '';

const isWord = (near: string, far = ' '): boolean => letter.test(near) && letter.test(far);

/** Quotes, dashes, currency, arrows, symbols, emoji and what joins them: three or four legacy characters in a row. */
const isSign = (codePoint: number): boolean =>
	(codePoint >= 0x2000 && codePoint <= 0x2bff) ||
	(codePoint >= 0x1f000 && codePoint <= 0x1faff) ||
	(codePoint >= 0x3000 && codePoint <= 0x3011) ||
	codePoint === 0xfe0f ||
	codePoint === 0xfeff;

/** Accents that decomposed text puts after a letter (U+0300 to U+030C, cedilla, ogonek). */
const isCommonMark = (codePoint: number): boolean =>
	(codePoint >= 0x300 && codePoint <= 0x30c) || codePoint === 0x327 || codePoint === 0x328;

/** `Â°` or `¬∞` for `°`. */
function latinSign(piece: string, before: string, after: string): number {
	const second = piece.slice(1);
	if (piece[0] === '¬' && mathematical.test(second)) return /[\p{L}\d]/u.test(before) || asciiLetter.test(after) ? likely : possible;
	return mayFollowCapital.test(second) && letter.test(before) ? weak : likely;
}

/** `Ã©` or `√©` for `é`, `Å‚` or `≈Ç` for `ł`. */
function latinLetter(piece: string, codePoint: number, before: string, after: string, isBesideWord: boolean): number {
	const second = piece.slice(1);
	const isInWord = letter.test(before) && letter.test(after);
	if (codePoint >= 0x180) return mayFollowCapital.test(second) || !isInWord ? unlikely : possible;
	if (/^[√≈ƒ]/.test(piece)) {
		if (isInWord && (isBesideWord || !mathematical.test(second))) return sure;
		const isBeside = letter.test(before) || letter.test(after);
		// One letter before a root is a variable; more are a word.
		if (mathematical.test(second)) return isBesideWord ? likely : isBeside ? possible : 0;
		return isBeside ? sure : likely;
	}
	if (mayFollowCapital.test(second)) return letter.test(after) ? likely : weak;
	// AMANHÃ and a no-break space before a sign are right; an à by itself stands behind a blank.
	if (second === '\u00a0' && /\p{Lu}/u.test(before) && !/\p{L}/u.test(after)) return weak;
	return sure;
}

/** Letters of another script come in words of their own, never inside a word of ASCII letters. */
function otherScript(piece: string, codePoint: number, before: string, after: string): number {
	const alike = (character: string): boolean => character > '\u036f' && isSameScript(codePoint, character.codePointAt(0)!);
	if (alike(before) || alike(after)) return likely;
	if (asciiLetter.test(before) || asciiLetter.test(after)) return unlikely;
	if (!letter.test(String.fromCodePoint(codePoint))) return unlikely;
	return letter.test(piece[0]!) && !mayFollowCapital.test(piece.slice(1)) ? likely : possible;
}

const isEastAsian = (codePoint: number): boolean =>
	(codePoint >= 0x2e80 && codePoint <= 0x9fff) || (codePoint >= 0xac00 && codePoint <= 0xd7af) || (codePoint >= 0xff00 && codePoint <= 0xffef);

const isSameScript = (a: number, b: number): boolean => Math.abs(a - b) < 0x100 || (isEastAsian(a) && isEastAsian(b));
