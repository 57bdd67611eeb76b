/**
 * Makes any text fit to be set: what no printed page can show is taken out, and the rest is cut into runs, each of one
 * font that has all its characters.
 */
import { fonts, type Face } from './fonts.ts';
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
/** Direction marks, the byte order mark and soft hyphens: invisible, and able to turn the rest of a line around. */
const invisible = /[\u00AD\u061C\u200E\u200F\u202A-\u202E\u2060-\u206F\uFEFF\uFFF9-\uFFFB]/g;
/** No script stacks more marks than this on one letter. */
const stackedMarks = /(\p{M}{6})\p{M}+/gu;

/** Keeps line ends; a lone half of a surrogate pair becomes U+FFFD. */
export function sanitise(text: string): string {
	return text
		.replace(/\p{Cs}/gu, '\uFFFD')
		.normalize('NFC')
		.replace(lineEnds, '\n')
		.replace(/[\t\u2007\u202F]/g, (space) => (space === '\t' ? ' ' : '\u00A0'))
		.replace(controls, '')
		.replace(invisible, '')
		.replace(stackedMarks, '$1');
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

const emojiPresentation = 0xfe0f;

/** Joins the parts of one emoji: the joiner, the presentation selector, the keycap, tags of flags, skin tones. */
const joinsEmoji = (code: number): boolean =>
	code === 0x200d ||
	code === emojiPresentation ||
	code === 0x20e3 ||
	(code >= 0xe0020 && code <= 0xe007f) ||
	(code >= 0x1f3fb && code <= 0x1f3ff);

/** Means something to shaping only; without a font that knows it, it is nothing. */
const ignorable = (code: number): boolean =>
	(code >= 0x200b && code <= 0x200d) || (code >= 0xfe00 && code <= 0xfe0f) || (code >= 0xe0000 && code <= 0xe0fff);

const replacement = '\uFFFD';

/**
 * Cuts sanitised text into runs. Characters that no font has are noted, and a series of them is one replacement
 * character, so that a word in an unknown script is one mark and not a row of them.
 */
export function runsOf(text: string, weight: Weight, notes: Notes): Run[] {
	const runs: Run[] = [];
	const append = (face: Face, piece: string) => {
		const last = runs.at(-1);
		if (last?.face === face) last.text += piece;
		else runs.push({ face, text: piece });
	};
	let missingBefore = false;
	let joined = false;
	const codes = Array.from(text);
	codes.forEach((character, index) => {
		const code = character.codePointAt(0)!;
		const current = runs.at(-1)?.face;
		const inEmoji = current === fonts.emoji && !missingBefore;
		const face =
			inEmoji && (joined || joinsEmoji(code)) && fonts.emoji.covers(code)
				? fonts.emoji
				: chooseFace(code, codes[index + 1]?.codePointAt(0), weight, current);
		joined = code === 0x200d && face === fonts.emoji;
		if (ignorable(code) && face !== fonts.emoji && !(face === current && code !== 0x200b)) return;
		if (face) append(face, character);
		else {
			notes.missing(character);
			if (!missingBefore) append(fonts.faceFor(0xfffd, weight) ?? fonts.primary(weight), replacement);
		}
		missingBefore = !face;
	});
	return runs;
}

function chooseFace(code: number, next: number | undefined, weight: Weight, current: Face | undefined): Face | null {
	// Digits too can become pictures, but only by the presentation selector.
	const picture = next === emojiPresentation || (code > 0x2000 && isPicture(code, next));
	if (picture && fonts.emoji.covers(code)) return fonts.emoji;
	if ((ignorable(code) || isMark(code)) && current?.covers(code)) return current;
	if (ignorable(code)) return null;
	return fonts.faceFor(code, weight);
}

/** Shown as a picture by itself, or because of the skin tone or joiner that follows. */
const isPicture = (code: number, next: number | undefined): boolean =>
	/\p{Emoji_Presentation}/u.test(String.fromCodePoint(code)) || (next !== undefined && joinsEmoji(next));

const isMark = (code: number): boolean => code >= 0x300 && /\p{M}/u.test(String.fromCodePoint(code));
