/** Makes the document of a spreadsheet whose columns somebody has given their meaning: its cards, and its rows as lines. */
import { createHash } from 'node:crypto';
import { readSheet, type SheetReading } from '../../src-shared/domain/sheetCards.ts';
import type { Kind, Link, Milestone, ParsedDocument } from '../../src-shared/schemas/document.ts';
import { sheetFields, type ColumnMapping, type Sheet } from '../../src-shared/schemas/sheet.ts';
import { isoInstant, wholeDate } from './dates.ts';
import { madeName } from './madeTitle.ts';
import { collectWarnings, type Warn } from './reading.ts';
import { safeUrl } from './safeUrl.ts';
import type { SheetTable } from './sheetTable.ts';
import { UnreadableDocument } from './unreadable.ts';

const mostTopics = 40;

/**
 * The same bytes with the same mapping give the same document, and another mapping gives another one.
 * @param warned what was to be said of the table itself.
 * @throws UnreadableDocument where the mapping names a sheet that the table does not have, or makes no card.
 */
export function sheetDocument(bytes: Uint8Array, file: string, table: SheetTable, mapping: ColumnMapping, warned: ParsedDocument['warnings'] = []): ParsedDocument {
	const sheet = table.sheets[mapping.sheet];
	if (!sheet) throw new UnreadableDocument('The sheet that was chosen is not in the file any more. Import the file again.');
	const { warn, warnings } = collectWarnings();
	for (const { line, message } of warned) warn(line, message);
	const reading = readSheet(sheet.rows, mapping, madeName);
	if (reading.cards.length === 0) throw new UnreadableDocument('No row of the table has a name or a description in the columns that were chosen, so there are no cards. Import it again and choose others.');
	warnOfKinds(reading, mapping.kind, warn);
	warnOfScores(reading, warn);
	warnOfSkipped(reading, warn);
	return {
		author: null, url: null, pageRef: null, publishedAt: null, provider: null, providerDomain: null, keywords: [], themes: [],
		category: null, type: null, quality: null, heat: null, related: [],
		hash: hashOf(bytes, mapping),
		file,
		shape: 'spreadsheet',
		title: titleOf(file, table.sheets.length > 1 ? sheet.name : ''),
		titleIsMade: false,
		summary: summaryOf(sheet, mapping),
		sections: sheet.name === '' ? [] : [{ title: sheet.name, level: 1, line: 1 }],
		links: linksOf(reading, warn),
		milestones: milestonesOf(reading, warn),
		topics: topicsOf(reading),
		cards: reading.cards.map(({ card }) => card),
		encoding: table.encoding,
		repairs: mapping.sheet === 0 ? table.repairs : [],
		warnings: warnings(),
		text: sheet.rows.map(lineOf).join('\n'),
	};
}

function hashOf(bytes: Uint8Array, { sheet, headerRow, columns, kind }: ColumnMapping): string {
	const meaning = JSON.stringify([sheet, headerRow, sheetFields.map((field) => columns[field]), kind]);
	return createHash('sha256').update(bytes).update('\n').update(meaning).digest('hex').slice(0, 32);
}

/** A row is a line, so that a card's row is its line: breaks within a cell become blanks. */
const lineOf = (cells: readonly string[]): string =>
	cells.length === 0 ? '' : `| ${cells.map((cell) => cell.replace(/\s*\n\s*/g, ' ')).join(' | ')} |`;

function titleOf(file: string, sheet: string): string {
	const name = file.split(/[\\/]/).at(-1)!.replace(/\.[a-z]{1,5}$/i, '').replace(/_+/g, ' ').trim() || file;
	return sheet === '' ? name : `${name}: ${sheet}`;
}

const fieldNames: Record<(typeof sheetFields)[number], string> = {
	name: 'Name', description: 'Description', kind: 'Kind', change: 'Change', outlook: '10-year outlook', drivingForce: 'Driving force',
	machineScore: 'Machine score', date: 'Date', tags: 'Tags', url: 'Address',
};

/** Where each field was read from, so that a card can be checked years later. */
function summaryOf({ rows }: Sheet, { columns, headerRow, kind }: ColumnMapping): string {
	const headers = headerRow === null ? [] : (rows[headerRow - 1] ?? []);
	const named = sheetFields.flatMap((field) => {
		const column = columns[field];
		return column === null ? [] : [`${fieldNames[field]} from ${headers[column] ? `“${headers[column].slice(0, 60)}”` : `column ${column + 1}`}`];
	});
	return `Columns: ${named.join(', ')}.${columns.kind === null ? ` Every row is a ${kind}.` : ''}`;
}

function warnOfKinds({ kinds }: SheetReading, fallback: Kind, warn: Warn): void {
	for (const { value, kind, count, row } of kinds) {
		if (kind !== null) continue;
		warn(row, `The kind “${value.slice(0, 60)}” is not one that Longview knows; ${count === 1 ? `its card is a ${fallback}` : `its ${count} cards are ${fallback === 'technology' ? 'technologies' : `${fallback}s`}`}.`);
	}
}

function warnOfScores({ badScores }: SheetReading, warn: Warn): void {
	for (const { row, value } of badScores) {
		warn(row, `The machine score “${value.slice(0, 40)}” is not a number from 0 to 5; the card is kept without one.`);
	}
}

function warnOfSkipped({ skipped }: SheetReading, warn: Warn): void {
	for (const { row, reason } of skipped) {
		if (reason === 'no name or description') warn(row, 'The row has neither a name nor a description, so no card is made from it.');
	}
}

function linksOf({ cards }: SheetReading, warn: Warn): Link[] {
	return cards.flatMap(({ card, url }) => {
		const address = url === null ? null : /^(?:https?:\/\/|mailto:)\S+|(?<=^|\s)www\.\S+|https?:\/\/\S+/i.exec(url)?.[0];
		if (!address) return [];
		const safe = safeUrl(address.startsWith('www.') ? `https://${address}` : address, card.line, warn);
		return safe ? [{ text: card.name, url: safe, line: card.line }] : [];
	});
}

/** A row's date is when the thing happened: the document's timeline has it with the card's name. */
function milestonesOf({ cards }: SheetReading, warn: Warn): Milestone[] {
	let unread: { value: string; line: number } | null = null;
	let count = 0;
	const milestones = cards.flatMap(({ card, date }) => {
		if (date === null) return [];
		const iso = sheetDate(date);
		if (iso) return [{ date: iso, text: card.name, line: card.line }];
		unread ??= { value: date, line: card.line };
		count++;
		return [];
	});
	const first = unread as { value: string; line: number } | null;
	if (first) warn(first.line, `The date “${first.value.slice(0, 40)}”${count > 1 ? ` and ${count - 1} more` : ''} cannot be read for certain, so the timeline goes without.`);
	return milestones;
}

/** ISO, written out, a year alone, and numbers with the day first (12.3.2024) or where only one order can be meant (25/3/2024). */
export function sheetDate(text: string): string | null {
	const trimmed = text.trim();
	if (/^(?:19|20|21)\d{2}$/.test(trimmed)) return trimmed;
	const iso = isoInstant(trimmed)?.slice(0, 10) ?? wholeDate(trimmed);
	if (iso) return iso;
	const numbers = /^(\d{1,2})([./-])(\d{1,2})\2(\d{4})(?:\s.*)?$/.exec(trimmed);
	if (!numbers) return null;
	const [, first, mark, second, year] = numbers;
	const [a, b] = [Number(first), Number(second)];
	if (mark !== '.' && a <= 12 && b <= 12 && a !== b) return null;
	const [day, month] = mark === '.' || a > 12 ? [a, b] : [b, a];
	return isoInstant(`${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`);
}

/** The commonest tags first. */
function topicsOf({ cards }: SheetReading): string[] {
	const counts = new Map<string, number>();
	for (const { tags } of cards) for (const tag of tags) counts.set(tag, (counts.get(tag) ?? 0) + 1);
	return [...counts].sort((a, b) => b[1] - a[1]).slice(0, mostTopics).map(([tag]) => tag);
}
