/**
 * Tells Windows-1252 from Mac Roman by what each would make of a text's bytes from 0x80 up: accented letters stand in
 * words, capitals do not follow small letters, and quotes stand at the ends of words. Latin-1 text reads the same as
 * Windows-1252, which fills the control codes that Latin-1 has.
 */
import { decodeMacRoman, decodeWindows1252 } from './legacyCodePages.ts';

export type SingleByteEncoding = 'Windows-1252' | 'Mac Roman';

const letter = /\p{L}/u;
const lower = /\p{Ll}/u;
const upper = /\p{Lu}/u;
const opening = /[“‘«„‚‹]/;
const closing = /[”»›…]/;
const dash = /[–—]/;
/** What an apostrophe joins to the word before it, and what joins it to the word behind it. */
const afterApostrophe = /^(?:s|t|d|m|re|ll|ve)(?![a-z])/i;
const beforeApostrophe = /(?:^|[^a-z])(?:[cdjlmnst]|qu|all|dell|un)$/i;

export interface SingleByteText {
	text: string;
	encoding: SingleByteEncoding;
	/** Whether it makes no words in either encoding, so that it must be in a third one. */
	isDoubtful: boolean;
}

/** Where both are as likely, it is Windows-1252: there are many more of its files. */
export function decodeSingleByte(bytes: Uint8Array): SingleByteText {
	const windows = decodeWindows1252(bytes);
	const mac = decodeMacRoman(bytes);
	const isMac = likelihood(mac) > likelihood(windows);
	const text = isMac ? mac : windows;
	return { text, encoding: isMac ? 'Mac Roman' : 'Windows-1252', isDoubtful: isDoubtful(text) };
}

const leastDoubtful = 8;

/**
 * No language that these encodings are for has words of accented letters alone, as Greek and Cyrillic become, nor signs
 * within its words, as the letters of Polish and Czech become.
 */
function isDoubtful(text: string): boolean {
	const start = text.slice(0, 200_000);
	const letters = start.match(/[^\x00-\x7f]/g)?.length ?? 0;
	if (letters < leastDoubtful) return false;
	const inRows = start.match(/[\u00c0-\u00ff\u0152\u0153\u0160\u0161\u0178\u017d\u017e\u0192]{4,}/g)?.join('').length ?? 0;
	const signsInWords = start.match(/(?<=\p{L})[¡-©«-¹»-¿](?=\p{Ll})|(?<=\p{Ll})[¹³¿¾¼](?=[\s.,;:!?])|(?<=\s)[¹³¾¼](?=\p{Ll})/gu)?.length ?? 0;
	return inRows > letters / 3 || signsInWords > letters / 10;
}

const most = 2000;

function likelihood(text: string): number {
	let sum = 0;
	let count = 0;
	for (const { 0: character, index } of text.matchAll(/[^\x00-\x7f]/g)) {
		sum += fit(character, text, index);
		if (++count === most) break;
	}
	return sum;
}

/** From -3 (impossible there) to 2 (as it should be). */
function fit(character: string, text: string, at: number): number {
	const before = text[at - 1] ?? ' ';
	const after = text[at + 1] ?? ' ';
	const [isAfterWord, isBeforeWord] = [letter.test(before), letter.test(after)];
	if (/[\x80-\x9f\uf8ff]/.test(character)) return -3;
	if (letter.test(character) && !/[ªºµƒΩπ]/.test(character)) return letterFit(character, before, after);
	if (character === '’') {
		if (isAfterWord && isBeforeWord) return afterApostrophe.test(text.slice(at + 1, at + 4)) || beforeApostrophe.test(text.slice(Math.max(0, at - 5), at)) ? 2 : 0;
		return isAfterWord || /[.,!?…]/.test(before) ? 1 : -1;
	}
	if (opening.test(character)) return isAfterWord ? -2 : isBeforeWord ? 1 : 0;
	if (closing.test(character)) return isBeforeWord ? -2 : isAfterWord || /[.,!?\d]/.test(before) ? 1 : 0;
	if (dash.test(character)) return before === ' ' && after === ' ' ? 1 : isAfterWord && isBeforeWord ? -0.5 : 0;
	return isAfterWord && isBeforeWord ? -2 : isAfterWord || isBeforeWord ? -0.5 : 0;
}

function letterFit(character: string, before: string, after: string): number {
	const isInWord = letter.test(before) || letter.test(after);
	if (upper.test(character)) return lower.test(before) ? -2 : isInWord ? 1 : -0.5;
	if (upper.test(before) && upper.test(after)) return -2;
	return isInWord ? 1 : /[àéèôóòáíúyæ]/.test(character) && before === ' ' && after === ' ' ? 0.5 : -0.5;
}
