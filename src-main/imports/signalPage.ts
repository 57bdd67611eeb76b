/** Reads signal pages: Markdown with lists and tables, in one pass over the lines, since archives have thousands of them. */
import type { Link, ParsedCard, Related, Section } from '../../src-shared/schemas/document.ts';
import { oneLine, readInline } from './inline.ts';
import { lineAt, linesOf, type Lines } from './lines.ts';
import { madeTitle } from './madeTitle.ts';
import { readTable, type Table } from './markdownTable.ts';
import { isPlain } from './plainness.ts';
import type { Reading, ReadingContext } from './reading.ts';
import { safeUrl } from './safeUrl.ts';
import { cardsOfTable, kindOfSection } from './signalCards.ts';
import { cardsOfItems, type ListItem } from './signalItems.ts';
import { readSignalTitle } from './signalTitle.ts';

const heading = /^ {0,3}(#{1,6})(?:[ \t]+(.*))?$/;
const closingMarks = /(?:^|[ \t]+)#+[ \t]*$/;
const underline = /^ {0,3}(=+|-+)[ \t]*$/;
const fence = /^ {0,3}(`{3,}|~{3,})/;
const item = /^([ \t]*)(?:[*+-]|\d{1,3}[.)])(?:[ \t]+(.*))?$/;
const startsItem = /^[*+\-\d]/;
/** What a heading may have around the word that says what its section is for. */
const aroundKey = /^[\d.):*_ -]+|(?:\s*\(\d+\))?[\s:*_.-]*$/g;

const plainSections = new Set(['keywords', 'themes', 'other', 'summary', 'closest']);
const isSection = (key: string): boolean => plainSections.has(key) || kindOfSection.has(key);

/** Told of every table, with the title of the section it stands in. */
export type OnTable = (section: string, table: Table) => void;

interface Page {
	title: string;
	pageRef: string | null;
	url: string | null;
	sections: Section[];
	links: Link[];
	related: Related[];
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
	items: ListItem[];
	/** Whether the next line of text may belong to the last item. */
	isInItem: boolean;
}

const newPart = (title: string, line: number): Part => ({ title, key: keyOf(title), line, hasText: false, hasTable: false, items: [], isInItem: false });

function keyOf(title: string): string {
	const key = title.toLowerCase();
	return isSection(key) ? key : key.replace(aroundKey, '');
}

export function readSignalPage(text: string, context: ReadingContext, onTable?: OnTable): Reading {
	const page: Page = {
		title: '', pageRef: null, url: null, sections: [], links: [], related: [], keywords: [], themes: [],
		category: null, type: null, summary: [], cards: [],
	};
	const lines = linesOf(text);
	const reader = createReader(page, context, onTable);
	for (let index = 0; index < lines.count; ) index = reader.read(lines, index);
	reader.end();
	const summary = page.summary.join(' ') || null;
	const made = page.title === '' ? madeTitle(summary ?? page.cards[0]?.name ?? page.keywords[0] ?? text) : null;
	return { ...page, summary, title: made ?? page.title, titleIsMade: made !== null };
}

function createReader(page: Page, context: ReadingContext, onTable?: OnTable): { read(lines: Lines, index: number): number; end(): void } {
	const { warn } = context;
	const closest = new Set<string>();
	let part = newPart('', 1);

	function inline(source: string, line: number): string {
		if (isPlain(source)) return source;
		const { text, links } = readInline(source);
		for (const link of links) {
			const url = safeUrl(link.url, line, warn);
			if (url) page.links.push({ text: link.text, url, line });
		}
		return oneLine(text);
	}

	function closePart(): void {
		const kind = kindOfSection.get(part.key);
		if (!kind || part.hasTable) return;
		if (part.items.length > 0) {
			for (const card of cardsOfItems(part.items, kind, inline, warn)) page.cards.push(card);
		} else if (part.hasText) warn(part.line, `The section “${part.title}” has text but no table, so no cards are made from it.`);
	}

	function readHeading(source: string, level: number, line: number): void {
		closePart();
		if (page.title === '' && page.sections.length === 0) {
			const { title, pageRef, pageUrl, isMarked } = readSignalTitle(source, line, context);
			if (isMarked || (title !== '' && !isSection(keyOf(title)))) {
				Object.assign(page, { title, pageRef });
				if (pageUrl) page.links.push({ text: pageRef ?? '', url: pageUrl, line });
				part = newPart('', line);
				return;
			}
		}
		const title = inline(source, line);
		page.sections.push({ title, level, line });
		part = newPart(title, line);
	}

	function readItem(source: string, indent: number, line: number): void {
		if (kindOfSection.has(part.key)) {
			part.items.push({ source, indent, line });
			part.isInItem = true;
		} else readText(source, line, true);
	}

	function readText(source: string, line: number, isItem: boolean): void {
		if (part.isInItem) {
			part.items.at(-1)!.source += `\n${source}`;
			return;
		}
		if (part.key === 'closest') {
			readClosest(source, line);
			return;
		}
		part.hasText = true;
		const linksBefore = page.links.length;
		const text = inline(source, line);
		if (part.key === 'keywords' || part.key === 'themes') {
			const words = isItem ? [text] : text.split(',').map((word) => word.trim());
			for (const word of words) if (word !== '') page[part.key].push(word);
		} else if (part.key === 'summary') page.summary.push(text);
		else if (part.key === 'other') readOther(text, line);
		if (part.key === '' || /^external link/i.test(text)) page.url ??= page.links[linksBefore]?.url ?? null;
	}

	/** The pages an archive found nearest: often the same one twice, or nothing, and mostly by an address within the archive. */
	function readClosest(source: string, line: number): void {
		const { text, links } = readInline(source);
		for (const { text: linkText, url: address } of links.length > 0 ? links : [{ text, url: '' }]) {
			const url = address.includes(':') ? safeUrl(address, line, warn) : null;
			const title = oneLine(linkText) || url;
			if (title === null || closest.has(`${title}\n${url}`)) continue;
			closest.add(`${title}\n${url}`);
			if (url) page.links.push({ text: title, url, line });
			page.related.push({ title, url, excerpt: null, provider: null, publishedAt: null, quality: null, line });
		}
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

	function readCards(lines: Lines, index: number): number | null {
		const table = readTable(lines, index);
		if (!table) return null;
		part.hasTable = true;
		onTable?.(part.title, table);
		const kind = kindOfSection.get(part.key);
		if (kind) for (const card of cardsOfTable(table, kind, part.title, inline, warn)) page.cards.push(card);
		return table.end;
	}

	/** Reads the block that begins in line `index` and returns the index of the line after it. */
	function read(lines: Lines, index: number): number {
		const source = lineAt(lines, index);
		const line = source.trim();
		if (line === '') {
			part.isInItem = false;
			return index + 1;
		}
		const first = line[0]!;
		if (first === '#') {
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
		if (first === '`' || first === '~') {
			const end = afterFence(lines, index);
			if (end !== null) return end;
		}
		if (line.startsWith('<!--')) return afterComment(lines, index);
		const bullet = startsItem.test(line) ? item.exec(source) : null;
		const under = bullet ? null : underline.exec(lineAt(lines, index + 1));
		if (under) {
			readHeading(line, under[1]![0] === '=' ? 1 : 2, index + 1);
			return index + 2;
		}
		if (bullet) readItem(bullet[2]?.trim() ?? '', bullet[1]!.length, index + 1);
		else readText(line, index + 1, false);
		return index + 1;
	}

	return { read, end: closePart };
}

function afterFence(lines: Lines, index: number): number | null {
	const marks = fence.exec(lineAt(lines, index))?.[1];
	if (!marks) return null;
	for (let at = index + 1; at < lines.count; at++) {
		const line = lineAt(lines, at).trim();
		if (line.startsWith(marks) && line === marks[0]!.repeat(line.length)) return at + 1;
	}
	return lines.count;
}

function afterComment(lines: Lines, index: number): number {
	for (let at = index; at < lines.count; at++) if (lineAt(lines, at).includes('-->')) return at + 1;
	return lines.count;
}
