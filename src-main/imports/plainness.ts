/**
 * Knows text that is plain already: nothing in it could be inline Markdown, and its only white space are single spaces.
 * Nearly every cell of an archive is, so this is asked of each of its characters, and without a branch for any of them:
 * a processor guesses wrong at every second word's end, which costs more than all the rest.
 */

const space = 1;
const markup = 4;
const oddSpace = 8;
/** What a character means, by its UTF-16 code unit. */
const meanings = new Uint8Array(0x10000);
for (const character of '\\`*_]~<&') meanings[character.charCodeAt(0)] = markup;
for (const character of '\t\n\v\f\r\u00a0\u00ad\u1680\u2028\u2029\u202f\u205f\u3000\ufeff') meanings[character.charCodeAt(0)] = oddSpace;
for (let unit = 0x2000; unit <= 0x200b; unit++) meanings[unit] = oddSpace;
meanings[0x20] = space;

/** Judges the text between two offsets; white space at its ends counts like any other. */
export const isPlain = (text: string, from = 0, to = text.length): boolean => look(text, from, to) === 0;

/** Whether the only white space are single spaces, whatever else there is. */
export const isEven = (text: string): boolean => (look(text, 0, text.length) & ~markup) === 0;

function look(text: string, from: number, to: number): number {
	let found = 0;
	let before = 0;
	for (let at = from; at < to; at++) {
		const meaning = meanings[text.charCodeAt(at)]!;
		found |= (meaning & ~space) | (meaning & before);
		before = meaning;
	}
	return found;
}
