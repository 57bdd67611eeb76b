/** Makes cards out of a signal page's tables, in the new format and the old one, and says what is wrong with a row. */
import type { Kind, ParsedCard } from '../../src-shared/schemas/document.ts';
import { madeName } from './madeTitle.ts';
import { isPlainCell, type Table, type TableRow } from './markdownTable.ts';
import type { Warn } from './reading.ts';

type Column = 'name' | 'description' | 'change' | 'outlook' | 'drivingForce' | 'relevancy' | 'src';
/** Where each column stands; -1 where there is none. */
type Columns = Record<Column, number>;
/** Turns a cell's source into plain text. */
export type CellText = (source: string, line: number) => string;

/** Headers of the archives' formats, in lower case and with spaces for hyphens and underscores. */
const headers: Record<Column, string[]> = {
	name: [
		'name', 'signal', 'signals', 'seed', 'seeds', 'concern', 'concerns', 'behavior', 'behaviors', 'behaviour', 'behaviours',
		'technology', 'technologies', 'issue', 'issues', 'title',
	],
	description: ['description', 'text'],
	change: ['change'],
	outlook: ['10-year', '10 year', '10 years', '10y', '10y horizon', '10 year horizon', 'in 10 years', 'outlook'],
	drivingForce: ['driving-force', 'driving force', 'driving forces'],
	relevancy: ['relevancy', 'relevance'],
	src: ['src'],
};
const columnsByHeader = new Map(Object.entries(headers).flatMap(([column, names]) => names.map((name) => [name, column as Column])));

/** A longer name is a text that stands in the wrong column. The archives' longest has 11 words. */
export const longestName = 300;

const kindNames: [Kind, string[]][] = [
	['signal', ['signal', 'signals', 'weak signals', 'seed', 'seeds']],
	['concern', ['concern', 'concerns']],
	['behavior', ['behavior', 'behaviors', 'behaviour', 'behaviours']],
	['technology', ['technology', 'technologies']],
	['issue', ['issue', 'issues']],
];
/** Kinds by the headings of their sections, in lower case. */
export const kindOfSection = new Map(kindNames.flatMap(([kind, names]) => names.map((name) => [name, kind])));

export const columnOf = (header: string): Column | undefined =>
	columnsByHeader.get(header) ?? columnsByHeader.get(header.toLowerCase().replace(/[*`]/g, '').replace(/[\s_-]+/g, ' ').trim());

/** @param section the heading the table stands under, for the warnings. */
export function cardsOfTable(table: Table, kind: Kind, section: string, cellText: CellText, warn: Warn): ParsedCard[] {
	const columns = findColumns(table);
	if (!hasWhatItNeeds(columns, table, section, warn)) return [];
	const cards: ParsedCard[] = [];
	for (const row of table.rows) {
		const card = cardOfRow(row, columns, kind, cellText, warn);
		if (!card) continue;
		cards.push(card);
		if (row.cells.length !== table.header.cells.length) warnOfCells(row, table, warn);
	}
	return cards;
}

function findColumns({ header: { cells: titles }, rows }: Table): Columns {
	const columns: Columns = { name: -1, description: -1, change: -1, outlook: -1, drivingForce: -1, relevancy: -1, src: -1 };
	for (let at = titles.length - 1; at >= 0; at--) {
		const column = columnOf(titles[at]!);
		if (column) columns[column] = at;
	}
	// A data frame writes its index without a header: numbers are its own, anything else are names.
	const unnamed = columns.name < 0 ? titles.indexOf('') : -1;
	if (unnamed >= 0 && !rows.every(({ cells }) => /^\d*$/.test(cells[unnamed] ?? ''))) columns.name = unnamed;
	return columns;
}

function hasWhatItNeeds(columns: Columns, table: Table, section: string, warn: Warn): boolean {
	const { name, description, change, src } = columns;
	const isUsual = name >= 0 ? description >= 0 || change >= 0 : description >= 0 && src >= 0;
	if (isUsual) return true;
	const found = `found: ${table.header.cells.slice(0, 12).map((column) => column.slice(0, 40) || '(no title)').join(', ')}`;
	const isUsable = name >= 0 || description >= 0;
	const lack = !isUsable
		? `neither a name nor a description column (${found}), so no cards are made from it`
		: name < 0
			? `no name column (${found}), so names are made from the descriptions`
			: `no description column (${found}), so its cards have names only`;
	warn(table.header.index + 1, `The table under “${section}” has ${lack}.`);
	return isUsable;
}

function cardOfRow(row: TableRow, columns: Columns, kind: Kind, cellText: CellText, warn: Warn): ParsedCard | null {
	const line = row.index + 1;
	const description = field(row, columns.description, cellText);
	const change = field(row, columns.change, cellText);
	const nameCell = field(row, columns.name, cellText);
	const given = nameCell !== null && nameCell.length <= longestName ? nameCell : null;
	const name = given ?? madeName(nameCell ?? description ?? change ?? '');
	if (name === '') {
		if (row.cells.some((cell) => cell !== '')) warn(line, 'The row has neither a name nor a description, so no card is made from it.');
		return null;
	}
	return {
		kind,
		name,
		nameIsMade: given === null,
		description: description ?? (given === null ? nameCell : null),
		change,
		outlook: field(row, columns.outlook, cellText),
		drivingForce: field(row, columns.drivingForce, cellText),
		machineScore: score(field(row, columns.relevancy, cellText), line, warn),
		line,
	};
}

/** @param at where the column stands; -1 where there is none. */
function field(row: TableRow, at: number, cellText: CellText): string | null {
	const source = at < 0 ? undefined : row.cells[at];
	// An empty cell written by a data frame.
	if (source === undefined || source === '' || source === 'nan') return null;
	return isPlainCell(row, at) ? source : cellText(source, row.index + 1) || null;
}

export function score(text: string | null, line: number, warn: Warn): number | null {
	if (text === null || text === '') return null;
	if (text.length === 1 && text >= '0' && text <= '5') return Number(text);
	const value = /^[+-]?\d+(?:\.\d+)?$/.test(text) ? Number(text) : NaN;
	if (value >= 0 && value <= 5) return value;
	const shown = text.length <= 40 ? text : `${text.slice(0, 39)}…`;
	warn(line, `The relevancy “${shown}” is not a number from 0 to 5; the card is kept without a machine score.`);
	return null;
}

function warnOfCells(row: TableRow, table: Table, warn: Warn): void {
	const [has, of] = [row.cells.length, table.header.cells.length];
	const what = has > of ? 'what is beyond them is left out' : 'the missing ones are empty';
	warn(row.index + 1, `The row has ${has} ${has === 1 ? 'cell' : 'cells'} for ${of} ${of === 1 ? 'column' : 'columns'}; ${what}.`);
}
