/** What the mapping screen says of a table: how many rows become cards, which do not and why, and what its kinds are taken for. */
import type { SheetReading } from '../../src-shared/domain/sheetCards.ts';
import type { Kind } from '../../src-shared/schemas/document.ts';
import type { SheetField } from '../../src-shared/schemas/sheet.ts';
import { counted } from '../ui/kinds.ts';
import { kindPlurals } from './importSentences.ts';

export const fieldLabels: Record<SheetField, string> = {
	name: 'Name', description: 'Description', kind: 'Kind', change: 'Change', outlook: '10-year outlook', drivingForce: 'Driving force',
	machineScore: 'Machine score', date: 'Date', tags: 'Tags', url: 'Address',
};

/** What becomes of a field that is no part of a card, or that a person should know more about. */
export const fieldHints: Partial<Record<SheetField, string>> = {
	machineScore: 'A model’s score, 0 to 5. No vote.',
	date: 'For the document’s timeline.',
	tags: 'The document’s topics.',
	url: 'The document’s links.',
};

/** "Row 7", "Rows 7, 9 and 12", "Rows 7, 9, 12 and 40 more". */
export function rowList(rows: readonly number[]): string {
	if (rows.length === 1) return `Row ${rows[0]}`;
	const shown = rows.slice(0, 5);
	const rest = rows.length - shown.length;
	return rest > 0 ? `Rows ${shown.join(', ')} and ${rest} more` : `Rows ${shown.slice(0, -1).join(', ')} and ${shown.at(-1)}`;
}

/** The first sentence of all, and those about rows that make no card. */
export function countSentences({ cards, skipped, blank }: SheetReading): string[] {
	const rows = cards.length + skipped.length;
	const rowsOf = (reason: SheetReading['skipped'][number]['reason']) => skipped.filter((skip) => skip.reason === reason).map(({ row }) => row);
	const [above, nameless] = [rowsOf('above the headers'), rowsOf('no name or description')];
	const verb = (list: readonly number[], one: string, many: string) => (list.length === 1 ? one : many);
	return [
		`${cards.length} of ${counted(rows, 'row')} ${cards.length === 1 ? 'becomes a card' : 'become cards'}.`,
		nameless.length > 0 ? `${rowList(nameless)} ${verb(nameless, 'has', 'have')} neither a name nor a description.` : '',
		above.length > 0 ? `${rowList(above)} ${verb(above, 'stands', 'stand')} above the headers.` : '',
		blank > 0 ? `${counted(blank, 'row')} ${blank === 1 ? 'is' : 'are'} blank.` : '',
	].filter(Boolean);
}

const shown = 6;

/** "“Trend” (12) and “Driver” (3) are signals." One sentence for each kind, and one for the words that are none. */
export function kindSentences({ kinds }: SheetReading, fallback: Kind): string[] {
	const known = [...new Set(kinds.flatMap(({ kind }) => kind ?? []))];
	const of = (kind: Kind | null) => kinds.filter((value) => value.kind === kind);
	const words = (values: SheetReading['kinds']) => {
		const named = values.slice(0, shown).map(({ value, count }) => `“${value.slice(0, 40)}” (${count})`);
		if (values.length > shown) return `${named.join(', ')} and ${values.length - shown} more`;
		return named.length > 1 ? `${named.slice(0, -1).join(', ')} and ${named.at(-1)}` : named.join('');
	};
	const sentences = known.map((kind) => `${words(of(kind))} ${of(kind).length === 1 ? 'becomes' : 'become'} ${kindPlurals[kind]}.`);
	const unknown = of(null);
	if (unknown.length > 0) sentences.push(`${words(unknown)} ${unknown.length === 1 ? 'is' : 'are'} no kind that Longview knows, so ${unknown.length === 1 ? 'its cards are' : 'their cards are'} ${kindPlurals[fallback]}.`);
	return sentences;
}

/** "A", "B", …, "AA": as spreadsheet programs call their columns. */
export function columnLetter(column: number): string {
	let letters = '';
	for (let rest = column + 1; rest > 0; rest = Math.floor((rest - 1) / 26)) letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
	return letters;
}
