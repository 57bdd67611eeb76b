/** Reads who wrote a text and when, from the lines between its title and its first section. */
import { wholeDate } from './dates.ts';
import type { Paragraph } from './prose.ts';

export interface Byline {
	author: string | null;
	publishedAt: string | null;
}

const byWord = /^(?:by|author|authors|written by|words by)(?:\s*:|\s)\s*(?=\S)/i;
const profile = /\/(?:@|authors?\/|profiles?\/|people\/|users?\/|by\/|contributors?\/)/i;
const separators = /\s+[|·•–—]\s+|\s+-\s+/;

export function readByline(paragraphs: Paragraph[]): Byline {
	let author: string | null = null;
	let publishedAt: string | null = null;
	for (const paragraph of paragraphs) {
		const parts = paragraph.lines.flatMap((line) => line.split(separators));
		const date = parts.map(wholeDate).find((found) => found !== null) ?? null;
		author ??= authorOf(paragraph, parts, date !== null);
		publishedAt ??= date;
	}
	return { author, publishedAt };
}

function authorOf({ links }: Paragraph, parts: string[], isDated: boolean): string | null {
	for (const part of parts) {
		const marked = byWord.exec(part);
		if (marked && isName(part.slice(marked[0].length))) return part.slice(marked[0].length).replace(/[.,]$/, '');
	}
	const linked = links.find((link) => parts.includes(link.text) && isName(link.text) && (isDated || profile.test(link.url)));
	if (linked) return linked.text;
	// A short line above a date, as in "Ada Lovelace / 14 December 2023".
	return isDated && parts.length === 2 && wholeDate(parts[1]!) && isName(parts[0]!) ? parts[0]! : null;
}

const isName = (text: string): boolean =>
	text.length <= 80 && /^\p{Lu}/u.test(text) && !/[\d!?:;]/.test(text) && text.split(' ').length <= 6;

/** Whether what stands beside a date is no event but the rest of a byline: `14 December 2023 – 5 min read`. */
export const isBylineRest = (text: string, { author }: Byline): boolean =>
	/^\d{1,3} min(?:ute)?s?\b/i.test(text) || text.replace(byWord, '') === author || byWord.test(text);
