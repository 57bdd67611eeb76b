/** Reads signal pages: Markdown with lists and tables, in one pass over the lines, since archives have thousands of them. */
import type { Link, ParsedCard, Section } from '../../src-shared/schemas/document.ts';
import { oneLine, readInline } from './inline.ts';
import { madeTitle } from './madeTitle.ts';
import { readTable } from './markdownTable.ts';
import type { Reading, ReadingContext } from './reading.ts';
import { safeUrl } from './safeUrl.ts';
import { cardsOfTable, kindOfSection } from './signalCards.ts';
import { readSignalTitle } from './signalTitle.ts';

const heading = /^ {0,3}(#{1,6})(?:[ \t]+(.*))?$/;
const closingMarks = /(?:^|[ \t]+)#+[ \t]*$/;
const underline = /^ {0,3}(=+|-+)[ \t]*$/;
const fence = /^ {0,3}(`{3,}|~{3,})/;
const item = /^[ \t]*[*+-][ \t]+(.*)$/;

const isSection = (key: string): boolean => kindOfSection.has(key) || ['keywords', 'themes', 'other', 'summary'].includes(key);

interface Page {
	title: string;
	pageRef: string | null;
	url: string | null;
	sections: Section[];
	links: Link[];
	keywords: string[];
	themes: string[];
	category: string | null;
	type: string | null;
	summary: string[];
	cards: ParsedCard[];
}

/** What stands between two headings. */
interface Part {
	title: string;
	/** The title in lower case, which says what the part is for; empty before the first heading but the page's own. */
	key: string;
	line: number;
	hasText: boolean;
	hasTable: boolean;
}

export function readSignalPage(text: string, context: ReadingContext): Reading {
	const page: Page = {
		title: '', pageRef: null, url: null, sections: [], links: [], keywords: [], themes: [],
		category: null, type: null, summary: [], cards: [],
	};
	const lines = text.split('\n');
	const reader = createReader(page, context);
	for (let index = 0; index < lines.length; ) index = reader.read(lines, index);
	reader.end();
	const summary = page.summary.join(' ') || null;
	const made = page.title === '' ? madeTitle(summary ?? page.cards[0]?.name ?? text) : null;
	return { ...page, summary, title: made ?? page.title, titleIsMade: made !== null };
}

function createReader(page: Page, context: ReadingContext): { read(lines: string[], index: number): number; end(): void } {
	const { warn } = context;
	let part: Part = { title: '', key: '', line: 1, hasText: false, hasTable: false };

	function inline(source: string, line: number): string {
		const { text, links } = readInline(source);
		for (const link of links) {
			const url = safeUrl(link.url, line, warn);
			if (url) page.links.push({ text: link.text, url, line });
		}
		return oneLine(text);
	}

	function closePart(): void {
		if (!kindOfSection.has(part.key) || part.hasTable || !part.hasText) return;
		warn(part.line, `The section “${part.title}” has text but no table, so no cards are made from it.`);
	}

	function readHeading(source: string, level: number, line: number): void {
		closePart();
		if (page.title === '' && page.sections.length === 0) {
			const { title, pageRef, pageUrl } = readSignalTitle(source, line, context);
			if (title !== '' && !isSection(title.toLowerCase())) {
				Object.assign(page, { title, pageRef });
				if (pageUrl) page.links.push({ text: pageRef ?? '', url: pageUrl, line });
				part = { title: '', key: '', line, hasText: false, hasTable: false };
				return;
			}
		}
		const title = inline(source, line);
		page.sections.push({ title, level, line });
		part = { title, key: title.toLowerCase().replace(/:$/, ''), line, hasText: false, hasTable: false };
	}

	function readText(source: string, line: number, isItem: boolean): void {
		part.hasText = true;
		const linksBefore = page.links.length;
		const text = inline(source, line);
		if (part.key === 'keywords' || part.key === 'themes') {
			const words = isItem ? [text] : text.split(',').map((word) => word.trim());
			for (const word of words) if (word !== '') page[part.key].push(word);
		} else if (part.key === 'summary') page.summary.push(text);
		else if (part.key === 'other') readOther(text, line);
		else if (part.key === '') page.url ??= page.links[linksBefore]?.url ?? null;
	}

	function readOther(text: string, line: number): void {
		const colon = text.indexOf(':');
		const key = text.slice(0, Math.max(colon, 0)).trim().toLowerCase();
		if (key !== 'category' && key !== 'type') return;
		page[key] ??= text.slice(colon + 1).trim() || null;
		if (key === 'type' && page.type?.toLowerCase() === 'error message') {
			warn(line, 'The page is of the type “error message”: its address was dead when it was scanned. Check what it says before using it.');
		}
	}

	function readCards(lines: string[], index: number): number | null {
		const table = readTable(lines, index);
		if (!table) return null;
		part.hasTable = true;
		const kind = kindOfSection.get(part.key);
		if (kind) for (const card of cardsOfTable(table, kind, part.title, inline, warn)) page.cards.push(card);
		return table.end;
	}

	/** Reads the block that begins in line `index` and returns the index of the line after it. */
	function read(lines: string[], index: number): number {
		const source = lines[index]!;
		const line = source.trim();
		if (line === '') return index + 1;
		const mark = line[0]!;
		if (mark === '#') {
			const match = heading.exec(source);
			if (match) {
				readHeading((match[2] ?? '').replace(closingMarks, '').trim(), match[1]!.length, index + 1);
				return index + 1;
			}
		}
		if (line.includes('|')) {
			const end = readCards(lines, index);
			if (end !== null) return end;
		}
		if (mark === '`' || mark === '~') {
			const end = afterFence(lines, index);
			if (end !== null) return end;
		}
		if (line.startsWith('<!--')) return afterComment(lines, index);
		const isItem = (mark === '*' || mark === '-' || mark === '+') && item.test(source);
		const under = isItem ? null : underline.exec(lines[index + 1] ?? '');
		if (under) {
			readHeading(line, under[1]![0] === '=' ? 1 : 2, index + 1);
			return index + 2;
		}
		readText(isItem ? item.exec(source)![1]! : line, index + 1, isItem);
		return index + 1;
	}

	return { read, end: closePart };
}

function afterFence(lines: string[], index: number): number | null {
	const marks = fence.exec(lines[index]!)?.[1];
	if (!marks) return null;
	for (let at = index + 1; at < lines.length; at++) {
		const line = lines[at]!.trim();
		if (line.startsWith(marks) && line === marks[0]!.repeat(line.length)) return at + 1;
	}
	return lines.length;
}

function afterComment(lines: string[], index: number): number {
	for (let at = index; at < lines.length; at++) if (lines[at]!.includes('-->')) return at + 1;
	return lines.length;
}
