/** What Word and PDF documents become: an article whose text has a line for each paragraph, with headings marked as in Markdown. */
import { createHash } from 'node:crypto';
import type { Link, Milestone, ParsedDocument, Section } from '../../src-shared/schemas/document.ts';
import { bylineAbove, milestoneIn } from './article.ts';
import { type Byline, isBylineRest } from './byline.ts';
import { madeTitle } from './madeTitle.ts';
import { readMilestone } from './milestones.ts';
import { collectWarnings, type Warn } from './reading.ts';
import { safeUrl } from './safeUrl.ts';

export interface ArticleWriter {
	/** A line of text; blank lines part paragraphs. */
	line(text: string): void;
	/** @param level from 1. */
	heading(text: string, level: number): void;
	/** A section that the text does not show, as a page, at the line that comes next. */
	mark(title: string, level: number): void;
	/** A link in the line that comes next. */
	link(text: string, url: string): void;
	readonly warn: Warn;
}

interface About {
	bytes: Uint8Array;
	file: string;
	/** As the document says of itself; null where it does not. */
	title: string | null;
	author: string | null;
	encoding: string;
}

const longestTitle = 400;
const control = /[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]/g;
const oneLine = (text: string): string => text.replace(control, '').replace(/\s+/g, ' ').trim();

export function createArticle(): ArticleWriter & { finish(about: About): ParsedDocument; readonly isEmpty: boolean } {
	const lines: string[] = [];
	const sections: Section[] = [];
	const links: Link[] = [];
	let firstHeading: Section | null = null;
	const { warn, warnings } = collectWarnings();
	return {
		warn,
		get isEmpty() {
			return lines.every((line) => line === '');
		},
		line(text) {
			const clean = oneLine(text);
			if (clean !== '' || (lines.at(-1) ?? '') !== '') lines.push(clean);
		},
		heading(text, level) {
			const clean = oneLine(text);
			if (clean === '') return;
			lines.push(`${'#'.repeat(Math.min(6, level))} ${clean}`);
			const section = { title: clean, level, line: lines.length };
			firstHeading ??= section;
			sections.push(section);
		},
		mark(title, level) {
			sections.push({ title, level, line: lines.length + 1 });
		},
		link(text, url) {
			const line = lines.length + 1;
			const safe = safeUrl(url, line, warn);
			if (safe) links.push({ text: oneLine(text) || safe, url: safe, line });
		},
		finish({ bytes, file, title, author, encoding }) {
			const given = [title, firstHeading?.level === 1 ? firstHeading.title : null].find((text) => text && text.length <= longestTitle) ?? null;
			const text = lines.join('\n').trimEnd();
			const { milestones, publishedAt, author: named } = datesOf(lines);
			return {
				url: null, pageRef: null, publishedAt, provider: null, providerDomain: null, milestones, keywords: [], themes: [],
				category: null, type: null, summary: null, topics: [], quality: null, heat: null, related: [], cards: [], repairs: [],
				hash: createHash('sha256').update(bytes).digest('hex').slice(0, 32),
				file,
				shape: 'article',
				title: given ?? madeTitle((lines.find((line) => line !== '' && !line.startsWith('#')) ?? text).replace(/^(?:#+|-) /, '')),
				titleIsMade: given === null,
				author: author ?? named,
				sections,
				links,
				encoding,
				warnings: warnings(),
				text,
			};
		},
	};
}

const headingMark = /^#{1,6} /;
const longestStart = 1000;

/** Dated events and the byline, found as in an article of plain text. */
function datesOf(lines: readonly string[]): Byline & { milestones: Milestone[] } {
	const starts = lines.flatMap((text, at) => (text === '' ? [] : [{ text: text.slice(0, longestStart), line: at + 1 }]));
	const byline = bylineAbove(starts);
	const milestones = starts.flatMap(({ text, line }) => {
		const isHeading = headingMark.test(text);
		return (isHeading ? readMilestone(text.replace(headingMark, ''), line, 'heading') : milestoneIn(text, line)) ?? [];
	});
	return { ...byline, milestones: milestones.filter(({ text }) => !isBylineRest(text, byline)) };
}
