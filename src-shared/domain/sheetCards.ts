/** Makes cards of a sheet's rows as a mapping says, and counts the rows that make none: the same for the preview and for the import. */
import type { Kind, ParsedCard } from '../schemas/document.ts';
import type { ColumnMapping, SheetField } from '../schemas/sheet.ts';
import { kindOfValue } from './sheetWords.ts';

/** A card with what a document keeps beside it. The card's line is the row's number. */
export interface SheetCard {
	card: ParsedCard;
	/** As they stand in their cells; null or empty where there is none. */
	date: string | null;
	url: string | null;
	tags: string[];
}

/** Why a row makes no card. */
export type SkipReason = 'blank' | 'above the headers' | 'no name or description';

export interface SheetReading {
	cards: SheetCard[];
	skipped: { row: number; reason: Exclude<SkipReason, 'blank'> }[];
	blank: number;
	/** What the kind column says, with the kind it was taken for; null where it is not known. */
	kinds: { value: string; kind: Kind | null; count: number; row: number }[];
	/** Scores that are no number from 0 to 5. */
	badScores: { row: number; value: string }[];
}

/** A longer name is a text that stands in the wrong column. */
const longestName = 300;
const longestTag = 60;

/** @param madeName makes a name of a text's first words. */
export function readSheet(rows: readonly (readonly string[])[], mapping: ColumnMapping, madeName: (text: string) => string): SheetReading {
	const { columns, headerRow } = mapping;
	const reading: SheetReading = { cards: [], skipped: [], blank: 0, kinds: [], badScores: [] };
	const kinds = new Map<string, SheetReading['kinds'][number]>();
	rows.forEach((cells, index) => {
		const row = index + 1;
		const field = (name: SheetField): string | null => (columns[name] === null ? null : cells[columns[name]]?.trim() || null);
		if (row === headerRow) return;
		if (cells.every((cell) => cell.trim() === '')) return void reading.blank++;
		if (headerRow !== null && row < headerRow) return void reading.skipped.push({ row, reason: 'above the headers' });
		const names = namesOf(field('name'), field('description'), field('change'), madeName);
		if (!names) return void reading.skipped.push({ row, reason: 'no name or description' });
		reading.cards.push({
			card: {
				kind: kindOf(field('kind'), row),
				...names,
				change: field('change'),
				outlook: field('outlook'),
				drivingForce: field('drivingForce'),
				machineScore: scoreOf(field('machineScore'), row),
				line: row,
			},
			date: field('date'),
			url: field('url'),
			tags: tagsOf(field('tags')),
		});
	});
	reading.kinds = [...kinds.values()].sort((a, b) => b.count - a.count);
	return reading;

	function kindOf(value: string | null, row: number): Kind {
		if (value === null) return mapping.kind;
		const known = kinds.get(value) ?? { value, kind: kindOfValue(value), count: 0, row };
		known.count++;
		kinds.set(value, known);
		return known.kind ?? mapping.kind;
	}

	function scoreOf(value: string | null, row: number): number | null {
		if (value === null) return null;
		const score = /^\d+(?:[.,]\d+)?$/.test(value) ? Number(value.replace(',', '.')) : NaN;
		if (score >= 0 && score <= 5) return score;
		reading.badScores.push({ row, value });
		return null;
	}
}

function namesOf(
	given: string | null,
	description: string | null,
	change: string | null,
	madeName: (text: string) => string,
): Pick<ParsedCard, 'name' | 'nameIsMade' | 'description'> | null {
	const line = given?.replace(/\s+/g, ' ') ?? null;
	if (line !== null && line.length <= longestName) return { name: line, nameIsMade: false, description };
	const text = given ?? description ?? change;
	const name = text === null ? '' : madeName(text);
	return name === '' ? null : { name, nameIsMade: true, description: description ?? given };
}

const tagsOf = (value: string | null): string[] => [
	...new Set((value ?? '').split(/[,;|\n]+/).map((tag) => tag.trim().replace(/^#/, '')).filter((tag) => tag !== '' && tag.length <= longestTag)),
];
