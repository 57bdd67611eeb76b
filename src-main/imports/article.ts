/** Reads articles: plain text without marks, whose title is made from its first words. */
import type { Link } from '../../src-shared/schemas/document.ts';
import { madeTitle } from './madeTitle.ts';
import type { Reading, ReadingContext } from './reading.ts';
import { safeUrl } from './safeUrl.ts';

const address = /\bhttps?:\/\/[^\s<>"“”]{1,2000}/g;

export function readArticle(text: string, { warn }: ReadingContext): Reading {
	const links: Link[] = [];
	if (text.includes('://')) {
		text.split('\n').forEach((source, index) => {
			for (const [found] of source.matchAll(address)) {
				const url = safeUrl(found.replace(/[.,;:!?'’)\]]+$/, ''), index + 1, warn);
				if (url) links.push({ text: url, url, line: index + 1 });
			}
		});
	}
	return { title: madeTitle(text), titleIsMade: true, links };
}
