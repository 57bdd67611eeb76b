/** Reads newsletters: Markdown prose with a title, a byline, sections, links and often a timeline. */
import type { Section } from '../../src-shared/schemas/document.ts';
import { wholeDate } from './dates.ts';
import { madeTitle } from './madeTitle.ts';
import { readProse, type Paragraph, type Prose } from './prose.ts';
import type { Reading, ReadingContext } from './reading.ts';

const byWord = /^(?:by|author|authors|written by|words by)(?:\s*:|\s)\s*(?=\S)/i;
const profile = /\/(?:@|authors?\/|profiles?\/|people\/|users?\/|by\/|contributors?\/)/i;
const separators = /\s+[|·•–—]\s+/;

export function readNewsletter(text: string, { warn }: ReadingContext): Reading {
	const prose = readProse(text, 1, warn);
	const title = titleHeading(prose);
	const { author, publishedAt } = readByline(prose, title);
	return {
		title: title?.title ?? madeTitle(prose.paragraphs[0]?.lines.join('\n') ?? prose.headings[0]?.title ?? text),
		titleIsMade: title === null,
		author,
		publishedAt,
		sections: prose.headings.filter((heading) => heading !== title),
		links: prose.links,
		milestones: prose.milestones,
	};
}

/** The first heading of the highest rank, if no lower one nor any text of length comes before it. */
function titleHeading({ headings, paragraphs }: Prose): Section | null {
	const first = headings[0];
	if (!first) return null;
	const top = headings.find((heading) => heading.level === 1);
	if (top) return top;
	return paragraphs.every((paragraph) => paragraph.line > first.line) ? first : null;
}

/** Author and date stand between the title and the next heading, in lines of their own. */
function readByline({ headings, paragraphs }: Prose, title: Section | null): { author: string | null; publishedAt: string | null } {
	const from = title?.line ?? 0;
	const until = headings.find((heading) => heading.line > from)?.line ?? Infinity;
	let author: string | null = null;
	let publishedAt: string | null = null;
	for (const paragraph of paragraphs.filter(({ line }) => line < until)) {
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
