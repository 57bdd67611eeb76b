import fc from 'fast-check';
import { expect, it } from 'vitest';
import { sheetFields } from '../schemas/sheet.ts';
import { findHeaderRow, guessColumns, guessMapping } from './columnGuess.ts';
import { kindOfValue, plainWords } from './sheetWords.ts';

/** The fields by the letters of their columns, as in { name: 'A' }. */
function lettersOf(rows: string[][]): Record<string, string> {
	const { columns } = guessColumns(rows);
	return Object.fromEntries(sheetFields.flatMap((field) => (columns[field] === null ? [] : [[field, 'ABCDEFGHIJKL'[columns[field]]!]])));
}
const all = { name: 'A', description: 'B', kind: 'C', change: 'D', outlook: 'E', drivingForce: 'F', tags: 'G', url: 'H', date: 'I' };
const row = ['Dry rivers', 'Ships wait for rain.', 'Risk', 'From rare to yearly.', 'No ports.', 'Heat', 'water', 'https://example.org/a', '2024-03-05'];

it.each([
	['English', ['Trend name', 'Description', 'Type', 'Change (from–to)', '10-year outlook', 'Driving force', 'Tags', 'Source URL', 'Date']],
	['German', ['Bezeichnung', 'Kurzbeschreibung', 'Art', 'Veränderung', 'Ausblick', 'Treiber', 'Schlagwörter', 'Quelle', 'Datum']],
	['French', ['Nom de la tendance', 'Résumé', 'Genre', 'Changement', 'Perspectives', 'Force motrice', 'Mots-clés', 'Lien', 'Date de publication']],
	['Spanish', ['Título', 'Descripción', 'Tipo', 'Cambio', 'Perspectiva', 'Fuerza motriz', 'Palabras clave', 'Enlace', 'Fecha']],
	['the archives’ words', ['name', 'description', 'kind', 'change', '10-year', 'driving-force', 'themes', 'link', 'year']],
])('reads headers in %s', (_language, headers) => {
	expect(lettersOf([headers, row])).toEqual(all);
});

it('reads what Airtable exports: its name and notes, and none of its workings', () => {
	expect(lettersOf([['Name', 'Notes', 'Assignee', 'Status', 'Attachments', 'Created'], ['Dry rivers', 'Ships wait', 'Ada', 'Done', 'a.png (https://x.test/a.png)', '2024-03-05']]))
		.toEqual({ name: 'A', description: 'B' });
});

it('never takes a number for a machine score', () => {
	expect(guessColumns([['Name', 'Relevancy', 'Machine score', 'Score'], ['Dry rivers', '4', '5', '3']]).columns.machineScore).toBeNull();
});

it('takes a category for the kind only where it names kinds, and for tags elsewhere', () => {
	expect(lettersOf([['Name', 'Category'], ['Dry rivers', 'Risk'], ['Sand batteries', 'Technology']])).toEqual({ name: 'A', kind: 'B' });
	expect(lettersOf([['Name', 'Category'], ['Dry rivers', 'Environment'], ['Sand batteries', 'Energy']])).toEqual({ name: 'A', tags: 'B' });
});

it('takes a source for an address only where there is one', () => {
	expect(lettersOf([['Name', 'Source'], ['Dry rivers', 'A talk in May']])).toEqual({ name: 'A' });
	expect(lettersOf([['Name', 'Source'], ['Dry rivers', 'https://example.org']])).toEqual({ name: 'A', url: 'B' });
});

it('finds the headers below a title, and none where the rows are all alike', () => {
	expect(findHeaderRow([['Trend radar 2025'], [], ['Title', 'What', 'Summary'], ['Dry rivers', 'x', 'Ships wait']])).toBe(3);
	expect(findHeaderRow([['Dry rivers', 'Ships wait for rain in May.'], ['Rain gardens', 'Streets that drink the rain.']])).toBeNull();
	expect(findHeaderRow([['Technology', 'Sand batteries'], ['Technology', 'Night trains'], ['Risk', 'Thirst']])).toBeNull();
	expect(findHeaderRow([])).toBeNull();
});

it('goes by what stands in the columns where headers say nothing', () => {
	const rows = [
		['1', 'Signal', 'Dry rivers', 'Ships wait for rain in May and nobody knows for how long they will.', 'https://example.org/1'],
		['2', 'Risk', 'Thirst', 'Towns ration water in May, and some of them do so in March already.', 'https://example.org/2'],
		['3', 'Signal', 'Rain gardens', 'Streets that drink the rain are built in every quarter of the city.', 'https://example.org/3'],
	];
	expect(lettersOf(rows)).toEqual({ kind: 'B', name: 'C', description: 'D', url: 'E' });
	expect(guessColumns(rows).headerRow).toBeNull();
});

it('begins with the sheet that says most about itself', () => {
	expect(guessMapping([{ rows: [['Read me first']] }, { rows: [['Name', 'Description', 'Type'], ['Dry rivers', 'Ships wait', 'Risk']] }]).sheet).toBe(1);
});

it.each([
	['Weak signal', 'signal'], ['TREND', 'signal'], ['driver', 'signal'], ['Risk', 'concern'], ['Risiken', 'concern'], ['Défi', 'concern'], ['Amenaza', 'concern'],
	['Technology', 'technology'], ['Emerging technology', 'technology'], ['tecnología', 'technology'], ['Behaviour', 'behavior'], ['Verhalten', 'behavior'],
	['Offene Frage', 'issue'], ['Critical uncertainty', 'issue'], ['Tendance', 'signal'], ['🔥 Risk', 'concern'], ['Kuriosum', null], ['', null],
] as const)('takes “%s” for %s', (value, kind) => {
	expect(kindOfValue(value)).toBe(kind);
});

it('reads headers whatever their case, accents and remarks', () => {
	expect(plainWords('  Größe (in m²) – NÄHE ')).toBe('grosse nahe');
});

it('maps each column once and none that is not there, whatever the table holds', () => {
	const cell = fc.oneof(fc.string(), fc.constantFrom('Name', 'Description', 'Type', 'Risk', 'https://example.org', '4', '', '2024-01-01', '__proto__', 'constructor'));
	fc.assert(
		fc.property(fc.array(fc.array(cell, { maxLength: 8 }), { maxLength: 12 }), (rows) => {
			const { columns, headerRow } = guessColumns(rows);
			const used = Object.values(columns).filter((column) => column !== null);
			expect(new Set(used).size).toBe(used.length);
			const width = Math.max(0, ...rows.map(({ length }) => length));
			for (const column of used) expect(column).toBeLessThan(width);
			if (headerRow !== null) expect(rows[headerRow - 1]).toBeDefined();
		}),
	);
});
