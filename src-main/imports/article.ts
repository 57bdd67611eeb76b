/** Reads articles: plain text without marks, whose title is made from its first words. */
import type { Link, Milestone } from '../../src-shared/schemas/document.ts';
import { isBylineRest, readByline } from './byline.ts';
import { oneLine } from './inline.ts';
import { madeTitle } from './madeTitle.ts';
import { readMilestone } from './milestones.ts';
import type { Paragraph } from './prose.ts';
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
	const top: Paragraph[] = [];
	text.split('\n').forEach((source, index) => {
		const line = index + 1;
		for (const url of addressesOf(source)) {
			const safe = safeUrl(url, line, warn);
			if (safe) links.push({ text: safe, url: safe, line });
		}
		const start = oneLine(source.slice(0, 1000));
		if (start === '') return;
		const milestone = bullet.test(start) ? readMilestone(start.replace(bullet, ''), line, 'item') : readMilestone(start, line, 'paragraph');
		if (milestone) milestones.push(milestone);
		if (top.length < bylineLines && start.length <= longestBylineLine) top.push({ lines: [start], links: [], line });
	});
	const byline = readByline(top.filter(({ line }) => line <= 2 * bylineLines));
	return {
		title: madeTitle(text),
		titleIsMade: true,
		...byline,
		links,
		milestones: milestones.filter((milestone) => !isBylineRest(milestone.text, byline)),
	};
}

const addressesOf = (source: string): string[] =>
	source.includes('://') ? Array.from(source.matchAll(address), ([found]) => found.replace(/[.,;:!?'’)\]]+$/, '')) : [];
