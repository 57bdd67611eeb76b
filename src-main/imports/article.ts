/** Reads articles: plain text without marks, whose title is made from its first words. */
import type { Link, Milestone } from '../../src-shared/schemas/document.ts';
import { type Byline, isBylineRest, readByline } from './byline.ts';
import { oneLine } from './inline.ts';
import { madeTitle } from './madeTitle.ts';
import { readMilestone } from './milestones.ts';
import type { Reading, ReadingContext } from './reading.ts';
import { safeUrl } from './safeUrl.ts';

const address = /\bhttps?:\/\/[^\s<>"“”]{1,2000}/g;
const bullet = /^\s*[-*•·+‣]\s+/;
/** A byline stands among the first lines, in short ones. */
const bylineLines = 8;
const longestBylineLine = 120;

export function readArticle(text: string, { warn }: ReadingContext): Reading {
	const links: Link[] = [];
	const milestones: Milestone[] = [];
	const top: { text: string; line: number }[] = [];
	text.split('\n').forEach((source, index) => {
		const line = index + 1;
		for (const url of addressesOf(source)) {
			const safe = safeUrl(url, line, warn);
			if (safe) links.push({ text: safe, url: safe, line });
		}
		const start = oneLine(source.slice(0, 1000));
		if (start === '') return;
		const milestone = milestoneIn(start, line);
		if (milestone) milestones.push(milestone);
		if (line <= 2 * bylineLines) top.push({ text: start, line });
	});
	const byline = bylineAbove(top);
	return {
		title: madeTitle(text),
		titleIsMade: true,
		...byline,
		links,
		milestones: milestones.filter((milestone) => !isBylineRest(milestone.text, byline)),
	};
}

/** @param text one line, an item of a list or the start of a paragraph. */
export function milestoneIn(text: string, line: number): Milestone | null {
	return bullet.test(text) ? readMilestone(text.replace(bullet, ''), line, 'item') : readMilestone(text, line, 'paragraph');
}

/** Who wrote it and when, where its first lines say so in few words. */
export function bylineAbove(lines: readonly { text: string; line: number }[]): Byline {
	const short = lines.filter(({ text, line }) => line <= 2 * bylineLines && text.length <= longestBylineLine);
	return readByline(short.slice(0, bylineLines).map(({ text, line }) => ({ lines: [text], links: [], line })));
}

const addressesOf = (source: string): string[] =>
	source.includes('://') ? Array.from(source.matchAll(address), ([found]) => found.replace(/[.,;:!?'’)\]]+$/, '')) : [];
