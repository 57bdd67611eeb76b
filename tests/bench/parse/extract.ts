/** What the parse suite asks of every peer, taken from what the readers give. */
import { detectShape } from '../../../src-main/imports/detectShape.ts';
import { readNewsItem } from '../../../src-main/imports/newsItem.ts';
import { plainText } from '../../../src-main/imports/inline.ts';
import { readSignalPage } from '../../../src-main/imports/signalPage.ts';
import { isPlainCell, type TableRow } from '../../../src-main/imports/markdownTable.ts';
import type { ReadingContext } from '../../../src-main/imports/reading.ts';

const context: ReadingContext = { warn: () => undefined, today: new Date() };
/** What the reader says where it takes front matter only in part: the suite calls that refused. */
const refused = /^The front matter (?:is not|has)/;

/** The suite hands over text with its byte order mark and its line ends; in the app they go where bytes become text. */
const decoded = (text: string): string => {
	const bare = text.charCodeAt(0) === 0xfeff ? text.slice(1) : text;
	return bare.includes('\r') ? bare.replace(/\r\n?/g, '\n') : bare;
};

export interface ExtractedTable {
	columns: string[];
	rows: string[][];
}
export interface ExtractedPage {
	title: string;
	issue: string;
	link: string;
	keywords: string[];
	themes: string[];
	category: string;
	type: string;
	summary: string;
	tables: Record<string, ExtractedTable>;
}

export function extract(text: string): ExtractedPage {
	const tables: Record<string, ExtractedTable> = {};
	const page = readSignalPage(decoded(text), context, (section, table) => {
		const columns = table.header.cells.length;
		tables[section] = { columns: textsOf(table.header, columns), rows: table.rows.map((row) => textsOf(row, columns)) };
	});
	return {
		title: page.title,
		issue: page.pageRef ?? '',
		link: page.url ?? '',
		keywords: page.keywords ?? [],
		themes: page.themes ?? [],
		category: page.category ?? '',
		type: page.type ?? '',
		summary: page.summary ?? '',
		tables,
	};
}

function textsOf(row: TableRow, columns: number): string[] {
	if (row.marked === 0 && row.cells.length === columns) return row.cells;
	const texts: string[] = [];
	for (let at = 0; at < columns; at++) {
		const source = row.cells[at] ?? '';
		texts.push(isPlainCell(row, at) ? source : plainText(source));
	}
	return texts;
}

export interface ExtractedItem {
	title: string;
	excerpt: string | null;
	published: string | null;
	url: string | null;
	quality: number | null;
	topics: string[];
	provider: string | null;
	related: string[];
}

export function frontMatter(text: string): ExtractedItem {
	const item = readNewsItem(decoded(text), context);
	return {
		title: item.title,
		excerpt: item.summary ?? null,
		published: !item.publishedAt ? null : new Date(item.publishedAt).toISOString().replace('.000Z', 'Z'),
		url: item.url ?? null,
		quality: item.quality ?? null,
		topics: item.topics ?? [],
		provider: item.provider ?? null,
		related: item.related?.map(({ title }) => title) ?? [],
	};
}

/** For the suite's hostile front matter. @throws what the app would show as a warning. */
export function raw(text: string): ExtractedItem {
	if (detectShape(text) !== 'news item') throw new Error('This is no front matter.');
	readNewsItem(text, {
		...context,
		warn(_, message) {
			if (refused.test(message)) throw new Error(message);
		},
	});
	return frontMatter(text);
}
