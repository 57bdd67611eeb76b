/** Clipping: from a selection in a source's text to the passage, the line it begins on, and a first name for its card. */

/** A point in a text: its line, from 1, and the character within it. */
export interface TextPoint {
	line: number;
	offset: number;
}

export interface Clip {
	/** The selected text as the document has it, without blank ends. */
	passage: string;
	/** The passage's first line. */
	line: number;
}

/** @param lines the whole text's lines. @returns null where nothing but blanks is selected. */
export function clipOf(lines: readonly string[], start: TextPoint, end: TextPoint): Clip | null {
	const parts: string[] = [];
	for (let line = start.line; line <= Math.min(end.line, lines.length); line++) {
		const text = lines[line - 1] ?? '';
		parts.push(text.slice(line === start.line ? start.offset : 0, line === end.line ? end.offset : undefined));
	}
	const first = parts.findIndex((part) => part.trim() !== '');
	return first === -1 ? null : { passage: parts.slice(first).join('\n').trim(), line: start.line + first };
}

const nameLength = 60;

/** The passage as a sentence to read: without the marks of Markdown and with its lines joined. */
export function readable(passage: string): string {
	return passage
		.replace(/!\[[^\]]*\]\([^)]*\)/g, '')
		.replace(/\[([^\]]*)\]\([^)]*\)/g, '$1')
		.replace(/^\s*(?:#{1,6}\s+|[-*+>]\s+|\d+[.)]\s+)/gm, '')
		.replace(/(?<!\w)_{1,3}|_{1,3}(?!\w)|\*{1,3}|`+/g, '')
		.replace(/\s*\|\s*/g, ' ')
		.replace(/\s+/g, ' ')
		.trim();
}

/** A first name: the passage's first words, up to the end of its sentence or 60 characters. */
export function firstWords(passage: string): string {
	const text = readable(passage);
	const sentence = /^.*?[.!?…](?=\s|$)/.exec(text)?.[0] ?? text;
	const clean = (name: string) => name.replace(/[\s.,;:!?–—-]+$/u, '');
	if (sentence.length <= nameLength) return clean(sentence);
	const cut = sentence.slice(0, nameLength + 1);
	const space = cut.lastIndexOf(' ');
	return clean(space > 20 ? cut.slice(0, space) : sentence.slice(0, nameLength));
}
