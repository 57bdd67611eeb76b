/** Reads newsletters: Markdown prose with a title, a byline, sections, links and often a timeline. */
import type { Section } from '../../src-shared/schemas/document.ts';
import { isBylineRest, readByline } from './byline.ts';
import { madeTitle } from './madeTitle.ts';
import { readProse, type Prose } from './prose.ts';
import type { Reading, ReadingContext } from './reading.ts';

export function readNewsletter(text: string, { warn }: ReadingContext): Reading {
	const prose = readProse(text, 1, warn);
	const title = titleHeading(prose);
	const from = title?.line ?? 0;
	const until = prose.headings.find((heading) => heading.line > from)?.line ?? Infinity;
	const byline = readByline(prose.paragraphs.filter(({ line }) => line < until));
	return {
		title: title?.title ?? madeTitle(prose.paragraphs[0]?.lines.join('\n') ?? prose.headings[0]?.title ?? text),
		titleIsMade: title === null,
		...byline,
		sections: prose.headings.filter((heading) => heading !== title),
		links: prose.links,
		milestones: prose.milestones.filter(({ text: event, line }) => line !== from && !(line < until && isBylineRest(event, byline))),
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
