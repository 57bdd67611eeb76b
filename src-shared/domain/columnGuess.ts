/** Guesses what a spreadsheet's columns mean: by their headers first, then by what stands in them. A person has the last word. */
import { sheetFields, type ColumnMapping, type Sheet, type SheetField } from '../schemas/sheet.ts';
import { besidesCards, headerParts, headerWords, kindOfValue, maybeKind, maybeUrl, plainWords } from './sheetWords.ts';

type Rows = readonly (readonly string[])[];
type Columns = ColumnMapping['columns'];

/** Rows that are looked at; a table of thousands says no more about its columns. */
const looked = 200;
const lastHeaderRow = 10;

export const noColumns = (): Columns => Object.fromEntries(sheetFields.map((field) => [field, null])) as unknown as Columns;

/** @returns the mapping of the sheet that says most about itself. */
export function guessMapping(sheets: readonly Pick<Sheet, 'rows'>[]): ColumnMapping {
	const guesses = sheets.map(({ rows }, sheet) => ({ mapping: guessColumns(rows, sheet), rows: rows.length }));
	const named = ({ mapping }: (typeof guesses)[number]): number => Object.values(mapping.columns).filter((column) => column !== null).length;
	const best = guesses.reduce((a, b) => (named(b) > named(a) || (named(b) === named(a) && a.rows < 2 && b.rows > a.rows) ? b : a));
	return best.mapping;
}

/**
 * @param sheet what to write into the mapping.
 * @param headerRow the row that names the columns, from 1, or null for none, where somebody said so.
 */
export function guessColumns(rows: Rows, sheet = 0, headerRow: number | null = findHeaderRow(rows)): ColumnMapping {
	const headers = headerRow === null ? [] : (rows[headerRow - 1] ?? []);
	const body = rows.slice(headerRow ?? 0, (headerRow ?? 0) + looked);
	const columns = noColumns();
	const taken = new Set<number>();
	const take = (field: SheetField, column: number): void => {
		columns[field] = column;
		taken.add(column);
	};
	const claims = headers.flatMap((header, column) => claimsOf(header, valuesOf(body, column)).map((claim) => ({ ...claim, column })));
	for (const { field, column } of claims.sort((a, b) => b.strength - a.strength || a.column - b.column)) {
		if (columns[field] === null && !taken.has(column)) take(field, column);
	}
	headers.forEach((header, column) => {
		if (besidesCards.has(plainWords(header))) taken.add(column);
	});
	guessByContent(body, columns, taken, take);
	return { sheet, headerRow, columns, kind: 'signal' };
}

interface Claim {
	field: SheetField;
	strength: number;
}

/** What a header can mean, with the strength of each: 3 for the very word, 2 and less for a part of it. */
function claimsOf(header: string, values: readonly string[]): Claim[] {
	const words = plainWords(header);
	if (words === '') return [];
	const claims: Claim[] = [];
	for (const [field, known] of Object.entries(headerWords) as [SheetField, string[]][]) {
		if (known.includes(words)) claims.push({ field, strength: 3 });
	}
	const parts = words.split(' ');
	if (claims.length === 0 && parts.length <= 6) {
		for (const [field, known] of Object.entries(headerParts) as [SheetField, string[]][]) {
			if (parts.some((part) => known.includes(part))) claims.push({ field, strength: 2 });
		}
	}
	if (maybeKind.has(words) && areKinds(values)) claims.push({ field: 'kind', strength: 3.5 });
	return claims.filter(({ field }) => fitsValues(field, words, values));
}

/** A “Source” may be a person, and the “Type” of every row of a whiteboard's export is a sticky note. */
function fitsValues(field: SheetField, words: string, values: readonly string[]): boolean {
	if (field === 'url') return !maybeUrl.has(words) || values.some(isAddress);
	return field !== 'kind' || values.length === 0 || values.some((value) => kindOfValue(value) !== null);
}

/** What headers do not say: addresses, kinds, then the shortest of the telling texts as a name and the longest as a description. */
function guessByContent(body: Rows, columns: Columns, taken: Set<number>, take: (field: SheetField, column: number) => void): void {
	const width = body.reduce((widest, row) => Math.max(widest, row.length), 0);
	const free = Array.from({ length: width }, (_, column) => ({ column, values: valuesOf(body, column) })).filter(
		({ column, values }) => !taken.has(column) && values.length > 0,
	);
	const first = (fits: (values: readonly string[]) => boolean): number | undefined =>
		free.find(({ column, values }) => !taken.has(column) && fits(values))?.column;
	const url = columns.url === null ? first((values) => values.filter(isAddress).length > values.length * 0.6) : undefined;
	if (url !== undefined) take('url', url);
	const kind = columns.kind === null ? first((values) => values.length > 1 && areKinds(values)) : undefined;
	if (kind !== undefined) take('kind', kind);
	if (columns.name === null) {
		const name = first((values) => isTelling(values) && average(values) <= 80) ?? (columns.description === null ? first(isTelling) : undefined);
		if (name !== undefined) take('name', name);
	}
	// The “Text” of a whiteboard's notes says in a few words what it is: it is the name, whatever the column is called.
	if (columns.name === null && columns.description !== null) {
		const values = valuesOf(body, columns.description);
		if (values.length > 0 && average(values) <= 60 && values.every((value) => value.length <= 120)) [columns.name, columns.description] = [columns.description, null];
	}
	if (columns.description !== null) return;
	const texts = free.filter(({ column, values }) => !taken.has(column) && isTelling(values) && average(values) > 40);
	const longest = texts.reduce<(typeof texts)[number] | null>((a, b) => (a === null || average(b.values) > average(a.values) ? b : a), null);
	if (longest) take('description', longest.column);
}

/** The row among the first ten that names columns; a title above the table has one cell. */
export function findHeaderRow(rows: Rows): number | null {
	let best = { row: 0, named: 0 };
	const candidates = rows.slice(0, lastHeaderRow);
	candidates.forEach((row, index) => {
		const fields = row.flatMap((header, column) => (recurs(rows, index, column) ? [] : claimsOf(header, []).slice(0, 1).map(({ field }) => field)));
		const named = row.some((cell) => cell.length > 80) ? 0 : new Set(fields).size;
		if (named > best.named) best = { row: index + 1, named };
	});
	const firstRow = candidates.findIndex((row) => row.some((cell) => cell.trim() !== '')) + 1;
	if (best.named >= 2 || (best.named === 1 && isHeaderLike(rows, best.row))) return best.row;
	return firstRow > 0 && looksDifferent(rows, firstRow) ? firstRow : null;
}

/** A header names its column and does not occur in it again. */
const recurs = (rows: Rows, row: number, column: number): boolean =>
	rows.slice(row + 1, row + looked).some((other) => other[column]?.trim() === rows[row]![column]!.trim() && other[column] !== '');

/** One known word alone can be a card's name; it is a header where the whole row reads like one. */
function isHeaderLike(rows: Rows, row: number): boolean {
	const below = rows.slice(row, row + looked).filter((other) => other.some((cell) => cell !== ''));
	const own = (rows[row - 1] ?? []).filter((cell) => cell !== '').length;
	const width = below.reduce((widest, other) => Math.max(widest, other.filter((cell) => cell !== '').length), 0);
	return below.length > 0 && own >= width;
}

/** Short labels above longer texts or above numbers, in every column that has something. */
function looksDifferent(rows: Rows, row: number): boolean {
	const header = rows[row - 1]!;
	const body = rows.slice(row, row + looked);
	const used = header.map((_, column) => column).filter((column) => valuesOf(body, column).length > 0);
	const labels = used.map((column) => header[column]!.trim());
	if (used.length < 2 || labels.some((label) => label === '' || label.length > 40 || isAddress(label) || isNumber(label))) return false;
	if (new Set(labels).size < labels.length) return false;
	return used.some((column) => {
		const values = valuesOf(body, column);
		return average(values) > 2.5 * header[column]!.length || values.every(isNumber);
	});
}

const valuesOf = (rows: Rows, column: number): string[] => rows.flatMap((row) => (row[column]?.trim() ? [row[column].trim()] : []));
const isAddress = (text: string): boolean => /^(?:https?:\/\/|www\.)\S+/i.test(text);
const isNumber = (text: string): boolean => /^[+-]?[\d.,%\s]+$/.test(text);
const average = (values: readonly string[]): number => values.reduce((sum, value) => sum + value.length, 0) / Math.max(1, values.length);
/** Most of its values are words, and most of them occur once. */
const isTelling = (values: readonly string[]): boolean =>
	values.filter((value) => !isNumber(value) && !isAddress(value) && !/^(?:true|false|\d{4}-\d{2}-\d{2}.*)$/i.test(value)).length > values.length * 0.6 &&
	new Set(values).size > values.length * 0.6;
const areKinds = (values: readonly string[]): boolean =>
	values.length > 0 && values.filter((value) => kindOfValue(value) !== null && value.length <= 40).length >= values.length * 0.6;
