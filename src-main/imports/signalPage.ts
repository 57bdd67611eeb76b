/** Reads signal pages: Markdown with lists and tables, in one pass over the lines, since archives have thousands of them. */
import type { Link, ParsedCard, Related, Section } from '../../src-shared/schemas/document.ts';
import { oneLine, readInline } from './inline.ts';
import { lineAt, linesOf, type Lines } from './lines.ts';
import { madeTitle } from './madeTitle.ts';
import { readTable, type Table } from './markdownTable.ts';
import { hasMark, isPlain } from './plainness.ts';
import type { Reading, ReadingContext } from './reading.ts';
import { safeUrl } from './safeUrl.ts';
import { cardsOfTable, kindOfSection, type CellText } from './signalCards.ts';
import { cardsOfItems, type ListItem } from './signalItems.ts';
import { readSignalTitle } from './signalTitle.ts';

const heading = /^ {0,3}(#{1,6})(?:[ \t]+(.*))?$/;
const closingMarks = /(?:^|[ \t]+)#+[ \t]*$/;
const underline = /^ {0,3}(=+|-+)[ \t]*$/;
const fence = /^ {0,3}(`{3,}|~{3,})/;
const item = /^([ \t]*)(?:[*+-]|\d{1,3}[.)])(?:[ \t]+(.*))?$/;
const startsItem = /^[*+\-\d]/;
const startsUnderline = /[ =-]/;
/** What a heading may have around the word that says what its section is for. */
const aroundKey = /^[\d.):*_ -]+|(?:\s*\(\d+\))?[\s:*_.-]*$/g;

/** As many as a spreadsheet may have. No page that people or their programs write comes near them. */
const mostCards = 50_000;
const mostTexts = 2000;
/** A link in Markdown, in angle brackets, or bare. */
const mayLink = /[[<]|:\/\/|www\./i;

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
	const lines = linesOf(text);
	const reader = new PageReader(context, onTable);
	for (let index = 0; index < lines.count; ) index = reader.read(lines, index);
	reader.end();
	const { page } = reader;
	const summary = page.summary.join(' ') || null;
	const made = page.title === '' ? madeTitle(summary ?? page.cards[0]?.name ?? page.keywords[0] ?? text) : null;
	return { ...page, summary, title: made ?? page.title, titleIsMade: made !== null };
}

class PageReader {
	readonly page: Page = {
		title: '', pageRef: null, url: null, sections: [], links: [], related: [], keywords: [], themes: [],
		category: null, type: null, summary: [], cards: [],
	};
	private part = newPart('', 1);
	private readonly closest = new Set<string>();
	/** Lines read so far, by section. */
	private readonly texts = new Map<string, number>();
	private isFull = false;
	private readonly context: ReadingContext;
	private readonly onTable: OnTable | undefined;
	private readonly cellText: CellText = (source, line) => this.inline(source, line);

	constructor(context: ReadingContext, onTable?: OnTable) {
		this.context = context;
		this.onTable = onTable;
	}

	/** Reads the block that begins in line `index` and returns the index of the line after it. */
	read(lines: Lines, index: number): number {
		const { starts } = lines;
		const isEmpty = starts[index]! + 1 === starts[index + 1]!;
		const source = isEmpty ? '' : lineAt(lines, index);
		const line = isEmpty ? '' : source.trim();
		if (line === '') {
			this.part.isInItem = false;
			return index + 1;
		}
		const first = line[0]!;
		if (first === '#') {
			const match = heading.exec(source);
			if (match) {
				this.readHeading((match[2] ?? '').replace(closingMarks, '').trim(), match[1]!.length, index + 1);
				return index + 1;
			}
		}
		if (line.includes('|')) {
			const end = this.readCards(lines, index);
			if (end !== null) return end;
		}
		if (first === '`' || first === '~') {
			const end = afterFence(lines, index);
			if (end !== null) return end;
		}
		if (line.startsWith('<!--')) return afterComment(lines, index);
		return this.readLine(lines, index, source);
	}

	end(): void {
		const { key, title, line, items, hasTable, hasText } = this.part;
		const kind = kindOfSection.get(key);
		if (!kind || hasTable) return;
		if (items.length > 0) {
			this.addCards(cardsOfItems(items.slice(0, this.room(items, ({ line: at }) => at)), kind, this.cellText, this.context.warn));
		} else if (hasText) this.context.warn(line, `The section “${title}” has text but no table, so no cards are made from it.`);
	}

	/** A bullet, a heading that is underlined, or text. */
	private readLine(lines: Lines, index: number, source: string): number {
		const line = source.trim();
		const end = lines.starts[index + 1]!;
		const bullet = startsItem.test(line) ? item.exec(source) : null;
		const under = bullet || !startsUnderline.test(lines.text[end] ?? '') ? null : underline.exec(lineAt(lines, index + 1));
		if (under) {
			this.readHeading(line, under[1]![0] === '=' ? 1 : 2, index + 1);
			return index + 2;
		}
		const rest = bullet ? (bullet[2] ?? '') : source;
		const text = bullet ? rest.trim() : line;
		const isPlainText = !hasMark(lines.marks, end - 1 - rest.length, end) && !text.includes('  ');
		if (bullet) this.readItem(text, bullet[1]!.length, index + 1, isPlainText);
		else this.readText(text, index + 1, false, isPlainText);
		return index + 1;
	}

	private inline(source: string, line: number): string {
		return isPlain(source) ? source : this.marked(source, line);
	}

	private marked(source: string, line: number): string {
		const { text, links } = readInline(source);
		for (const link of links) {
			const url = safeUrl(link.url, line, this.context.warn);
			if (url) this.page.links.push({ text: link.text, url, line });
		}
		return oneLine(text);
	}

	private readHeading(source: string, level: number, line: number): void {
		const { page } = this;
		this.end();
		if (page.title === '' && page.sections.length === 0) {
			const { title, pageRef, pageUrl, isMarked } = readSignalTitle(source, line, this.context);
			if (isMarked || (title !== '' && !isSection(keyOf(title)))) {
				Object.assign(page, { title, pageRef });
				if (pageUrl) page.links.push({ text: pageRef ?? '', url: pageUrl, line });
				this.part = newPart('', line);
				return;
			}
		}
		const title = this.inline(source, line);
		page.sections.push({ title, level, line });
		this.part = newPart(title, line);
	}

	private readItem(source: string, indent: number, line: number, isPlainText: boolean): void {
		if (kindOfSection.has(this.part.key)) {
			this.part.items.push({ source, indent, line });
			this.part.isInItem = true;
		} else this.readText(source, line, true, isPlainText);
	}

	private readText(source: string, line: number, isItem: boolean, isPlainText: boolean): void {
		const { page, part } = this;
		if (part.isInItem) {
			part.items.at(-1)!.source += `\n${source}`;
			return;
		}
		if (part.key === 'closest') {
			this.readClosest(source, line);
			return;
		}
		part.hasText = true;
		const linksBefore = page.links.length;
		const isRead = this.isRead(part, line);
		if (!isRead && (isPlainText || !mayLink.test(source))) return;
		const text = isPlainText ? source : this.marked(source, line);
		if (!isRead) return this.readAddress(text, linksBefore);
		if (part.key === 'keywords' || part.key === 'themes') {
			const words = isItem ? [text] : text.split(',').map((word) => word.trim());
			for (const word of words) if (word !== '') page[part.key].push(word);
		} else if (part.key === 'summary') page.summary.push(text);
		else if (part.key === 'other') this.readOther(text, line);
		this.readAddress(text, linksBefore);
	}

	private readAddress(text: string, linksBefore: number): void {
		const { page, part } = this;
		if (page.url === null && (part.key === '' || /^external link/i.test(text))) page.url = page.links[linksBefore]?.url ?? null;
	}

	/** Whether the words of a text are kept, beside its links. */
	private isRead({ key, title }: Part, line: number): boolean {
		if (!plainSections.has(key)) return false;
		const texts = (this.texts.get(key) ?? 0) + 1;
		this.texts.set(key, texts);
		if (texts === mostTexts + 1) this.context.warn(line, `“${title}” has more than ${mostTexts} lines; from here on they stand in the text only.`);
		return texts <= mostTexts;
	}

	/** The pages an archive found nearest: often the same one twice, or nothing, and mostly by an address within the archive. */
	private readClosest(source: string, line: number): void {
		const { text, links } = readInline(source);
		for (const { text: linkText, url: address } of links.length > 0 ? links : [{ text, url: '' }]) {
			const url = address.includes(':') ? safeUrl(address, line, this.context.warn) : null;
			const title = oneLine(linkText) || url;
			if (title === null || this.closest.has(`${title}\n${url}`)) continue;
			this.closest.add(`${title}\n${url}`);
			if (url) this.page.links.push({ text: title, url, line });
			this.page.related.push({ title, url, excerpt: null, provider: null, publishedAt: null, quality: null, line });
		}
	}

	private readOther(text: string, line: number): void {
		const { page } = this;
		const colon = text.indexOf(':');
		const key = text.slice(0, Math.max(colon, 0)).trim().toLowerCase();
		if (key !== 'category' && key !== 'type') return;
		page[key] ??= text.slice(colon + 1).trim() || null;
		if (key === 'type' && page.type?.toLowerCase() === 'error message') {
			this.context.warn(line, 'The page is of the type “error message”: its address was dead when it was scanned. Check what it says before using it.');
		}
	}

	private readCards(lines: Lines, index: number): number | null {
		const table = readTable(lines, index);
		if (!table) return null;
		const { part } = this;
		part.hasTable = true;
		this.onTable?.(part.title, table);
		const kind = kindOfSection.get(part.key);
		if (kind) {
			const rows = table.rows.slice(0, this.room(table.rows, (row) => row.index + 1));
			this.addCards(cardsOfTable({ ...table, rows }, kind, part.title, this.cellText, this.context.warn));
		}
		return table.end;
	}

	private addCards(cards: readonly ParsedCard[]): void {
		for (const card of cards) this.page.cards.push(card);
	}

	/** How many cards may still be made, said once where these would be more. */
	private room<Row>(rows: readonly Row[], lineOf: (row: Row) => number): number {
		const room = mostCards - this.page.cards.length;
		const first = rows[room];
		if (first !== undefined && !this.isFull) {
			this.isFull = true;
			this.context.warn(lineOf(first), `The page has more than ${mostCards} rows and bullets; from here on they stand in the text only. Split it and import the parts.`);
		}
		return room;
	}
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
