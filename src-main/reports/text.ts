/**
 * Makes any text fit to be set: what no printed page can show is taken out, and the rest is cut into runs, each of one
 * font that has all its characters.
 */
import { hasRightToLeft } from './bidi.ts';
import { fonts, type Face } from './fonts.ts';
import { letters } from './lineBreaks.ts';
import type { Weight } from './theme.ts';

export interface Run {
	face: Face;
	text: string;
}

/** Collects what a reader of the report should know, each thing once. */
export interface Notes {
	/** A character that no font has. */
	missing(character: string): void;
	add(note: string): void;
	all(): string[];
}

export function createNotes(): Notes {
	const missing = new Set<string>();
	const others = new Set<string>();
	return {
		missing: (character) => missing.add(character),
		add: (note) => others.add(note),
		all: () => (missing.size > 0 ? [missingNote([...missing]), ...others] : [...others]),
	};
}

const named = 12;

function missingNote(characters: string[]): string {
	const shown = characters
		.slice(0, named)
		.map((character) => `${character} (U+${character.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')})`);
	const rest = characters.length - shown.length;
	const which = shown.join(', ') + (rest > 0 ? ` and ${rest} more` : '');
	return characters.length === 1
		? `The report's fonts lack one character, which is printed as \uFFFD: ${which}.`
		: `The report's fonts lack ${characters.length} characters, which are printed as \uFFFD: ${which}.`;
}

const lineEnds = /\r\n|[\r\v\f\u0085\u2028\u2029]/g;
const controls = /[\u0000-\u0008\u000E-\u001F\u007F-\u009F]/g;
/** Embeddings, overrides, isolates, the byte order mark and soft hyphens: invisible, and able to turn the rest of a line around. */
const invisible = /[\u00AD\u202A-\u202E\u2060-\u206F\uFEFF\uFFF9-\uFFFB]/g;
/** Marks that a writer of Hebrew or Arabic sets beside signs without a direction; elsewhere they do nothing. */
const directionMarks = /[\u061C\u200E\u200F]/g;
/** No script stacks more marks than this on one letter. */
const stackedMarks = /(\p{M}{6})\p{M}+/gu;
/** Most texts: nothing in them is ever changed. */
const plain = /^[\n\x20-\x7E\u00A0-\u00AC\u00AE-\u024F\u2010-\u2027\u2030-\u205E]*$/;

/** Keeps line ends; a lone half of a surrogate pair becomes U+FFFD. */
export function sanitise(text: string): string {
	if (plain.test(text)) return text;
	const clean = text
		.replace(/\p{Cs}/gu, '\uFFFD')
		.normalize('NFC')
		.replace(lineEnds, '\n')
		.replace(/[\t\u2007\u202F]/g, (space) => (space === '\t' ? ' ' : '\u00A0'))
		.replace(controls, '')
		.replace(invisible, '');
	return (hasRightToLeft(clean) ? clean : clean.replace(directionMarks, '')).normalize('NFC').replace(stackedMarks, '$1');
}

/** The text as one line, for titles, footers and bookmarks. */
export const oneLine = (text: string): string => sanitise(text).replace(/\s+/g, ' ').trim();

/** Shortened to so many characters, with an ellipsis where it was cut. */
export function shortened(text: string, characters: number): string {
	const line = oneLine(text);
	if (line.length <= characters) return line;
	return `${line
		.slice(0, characters - 1)
		.replace(/\p{Cs}$/u, '')
		.trimEnd()}…`;
}

/** Means something to shaping and to order only; without a font that knows it, it is nothing. */
const ignorable = (code: number): boolean =>
	(code >= 0x200b && code <= 0x200f) || code === 0x61c || (code >= 0x2066 && code <= 0x2069) || (code >= 0xfe00 && code <= 0xfe0f) || (code >= 0xe0000 && code <= 0xe0fff);
/** Joiners tell letters how to stand beside each other. */
const isJoiner = (code: number): boolean => code === 0x200c || code === 0x200d;

const replacement = '\uFFFD';
const ascii = /^[\x20-\x7E]*$/;
const remembered = { longest: 40, most: 20_000 } as const;
const known = new Map<Weight, Map<string, readonly Run[]>>();

/**
 * Cuts sanitised text into runs. Characters that no font has are noted, and a series of them is one replacement
 * character, so that a word in an unknown script is one mark and not a row of them.
 */
export function runsOf(text: string, weight: Weight, notes: Notes): readonly Run[] {
	if (ascii.test(text)) return text === '' ? [] : [{ face: fonts.primary(weight), text }];
	let words = known.get(weight);
	if (!words) known.set(weight, (words = new Map()));
	const before = words.get(text);
	if (before) return before;
	const runs: Run[] = [];
	let isWhole = true;
	for (const word of text.split(/(?<= )/)) isWhole = wordRuns(word, weight, runs, notes) && isWhole;
	// What has a note is cut anew each time, so that each report has the note.
	if (isWhole && text.length <= remembered.longest) {
		if (words.size >= remembered.most) words.clear();
		words.set(text, runs);
	}
	return runs;
}

/** Adds a word's runs. @returns whether fonts have all of it. */
function wordRuns(word: string, weight: Weight, runs: Run[], notes: Notes): boolean {
	const clusters = letters(word);
	const family = clusters.some((cluster) => isForeignLatin(cluster, weight)) ? 'noto' : undefined;
	let isWhole = true;
	const append = (face: Face, piece: string) => {
		const last = runs.at(-1);
		if (last?.face === face) last.text += piece;
		else runs.push({ face, text: piece });
	};
	const miss = (character: string) => {
		notes.missing(character);
		const mark = fonts.faceFor([0xfffd], weight) ?? fonts.primary(weight);
		if (!(runs.at(-1)?.face === mark && runs.at(-1)!.text.endsWith(replacement))) append(mark, replacement);
		isWhole = false;
	};
	for (const cluster of clusters) {
		const emoji = emojiFace(cluster);
		if (emoji) append(emoji, cluster);
		else appendCluster(cluster, weight, isLatin.test(cluster) ? family : undefined, append, miss);
	}
	return isWhole;
}

const isLatin = /^[\p{Script=Latin}\p{M}]/u;

/** A Latin letter that the first family lacks: the whole word is then set in the second. */
function isForeignLatin(cluster: string, weight: Weight): boolean {
	if (ascii.test(cluster) || !isLatin.test(cluster)) return false;
	const face = fonts.faceFor(visibleCodes(cluster), weight);
	return face === null || !face.name.startsWith('atkinson');
}

const visibleCodes = (cluster: string): number[] => Array.from(cluster, (character) => character.codePointAt(0)!).filter((code) => !ignorable(code));

/** A letter with its marks comes from one font where one has them all, else each from its own. */
function appendCluster(cluster: string, weight: Weight, family: 'noto' | undefined, append: (face: Face, piece: string) => void, miss: (character: string) => void): void {
	const codes = visibleCodes(cluster);
	if (codes.length === 0) return;
	const whole = fonts.faceFor(codes, weight, family);
	if (whole) {
		const kept = Array.from(cluster).filter((character) => !ignorable(character.codePointAt(0)!) || (isJoiner(character.codePointAt(0)!) && whole.covers(character.codePointAt(0)!)));
		append(whole, kept.join(''));
		return;
	}
	for (const code of codes) {
		const face = fonts.faceFor([code], weight, family);
		if (face) append(face, String.fromCodePoint(code));
		else miss(String.fromCodePoint(code));
	}
}

/** Shown as a picture by itself, or because of the selector, skin tone, joiner or key that follows. */
const picture = /\p{Emoji_Presentation}|\uFE0F|[\u{1F3FB}-\u{1F3FF}]|\p{Extended_Pictographic}\u200D|\u20E3/u;

function emojiFace(cluster: string): Face | null {
	if (!picture.test(cluster) || cluster.codePointAt(0)! === 0xfe0f) return null;
	const { emoji } = fonts;
	return emoji && Array.from(cluster).every((character) => emoji.covers(character.codePointAt(0)!)) ? emoji : null;
}
