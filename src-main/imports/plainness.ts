/**
 * Knows text that is plain already: nothing in it could be inline Markdown, and its only white space are single spaces.
 * Nearly every cell of an archive is. Searching for one character at a time is what processors do fastest, so a page is
 * searched once for each character that matters, and its cells are held against what was found.
 */

const markup = /[\\`*_\]~<&]/;
const oddSpace = /[\t\n\v\f\r\u00a0\u00ad\u1680\u2000-\u200b\u2028\u2029\u202f\u205f\u3000\ufeff]/;
/** Rarer spaces stay in a cell as they are: a search for one of them stops at every plain space, which shares a byte with it. */
const marks = [...'\\`*_]~<&\t\v\f\r\u00a0\u00ad\ufeff'];

/** Whether the only white space are single spaces, whatever else there is. */
export const isEven = (text: string): boolean => !text.includes('  ') && !oddSpace.test(text);

export const isPlain = (text: string): boolean => !markup.test(text) && isEven(text);

/** Where the marks of a text are, and how far it has been judged. */
export interface Marks {
	offsets: Int32Array;
	/** Index of the first that has not been passed. */
	next: number;
}

export function marksOf(text: string): Marks {
	const offsets: number[] = [];
	for (const mark of marks) {
		for (let at = text.indexOf(mark); at >= 0; at = text.indexOf(mark, at + 1)) offsets.push(at);
	}
	return { offsets: Int32Array.from(offsets).sort(), next: 0 };
}

/** What stands in a part of a text: nothing but words, something that could be Markdown, or white space that is no plain space. */
export type Content = 'words' | 'marks' | 'blanks';

/** The same as hasMark, and what kind of marks they are. */
export function contentOf(text: string, marks: Marks, from: number, to: number): Content {
	if (!hasMark(marks, from, to)) return 'words';
	for (let at = marks.next; marks.offsets[at]! < to; at++) {
		const code = text.charCodeAt(marks.offsets[at]!);
		if (code < 0x20 || code > 0x7e) return 'blanks';
	}
	return 'marks';
}

/** Whether one of the marks stands from `from` up to `to`, which is behind what was asked for before. */
export function hasMark(marks: Marks, from: number, to: number): boolean {
	while (marks.offsets[marks.next]! < from) marks.next++;
	return marks.offsets[marks.next]! < to;
}
