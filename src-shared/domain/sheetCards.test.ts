import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { ColumnMapping } from '../schemas/sheet.ts';
import { guessColumns, noColumns } from './columnGuess.ts';
import { readSheet } from './sheetCards.ts';

const firstWords = (text: string): string => text.split(' ').slice(0, 3).join(' ').trim();
const mappingOf = (columns: Partial<ColumnMapping['columns']>, headerRow: number | null = 1): ColumnMapping => ({
	sheet: 0, headerRow, columns: { ...noColumns(), ...columns }, kind: 'signal',
});

it('makes a card of each row, with the row’s number', () => {
	const rows = [['Name', 'What', 'Type', 'Score'], ['Dry rivers', 'Ships wait', 'Risk', '4,5'], [], ['Rain gardens', '', '', '']];
	const { cards, blank } = readSheet(rows, mappingOf({ name: 0, description: 1, kind: 2, machineScore: 3 }), firstWords);
	expect(cards.map(({ card }) => card)).toEqual([
		{ kind: 'concern', name: 'Dry rivers', nameIsMade: false, description: 'Ships wait', change: null, outlook: null, drivingForce: null, machineScore: 4.5, line: 2 },
		{ kind: 'signal', name: 'Rain gardens', nameIsMade: false, description: null, change: null, outlook: null, drivingForce: null, machineScore: null, line: 4 },
	]);
	expect(blank).toBe(1);
});

it('makes a name of the first words where there is none, and keeps a text in the name column as the description', () => {
	const long = 'word '.repeat(80).trim();
	const { cards } = readSheet([['', 'Ships wait for rain'], [long, '']], mappingOf({ name: 0, description: 1 }, null), firstWords);
	expect(cards.map(({ card }) => [card.name, card.nameIsMade, card.description])).toEqual([
		['Ships wait for', true, 'Ships wait for rain'],
		['word word word', true, long],
	]);
});

it('says which rows make no card and why', () => {
	const rows = [['Our radar'], ['Name', 'Owner'], ['Dry rivers', 'Ada'], ['', 'Bo'], []];
	const { cards, skipped, blank } = readSheet(rows, mappingOf({ name: 0 }, 2), firstWords);
	expect(cards.length).toBe(1);
	expect(skipped).toEqual([{ row: 1, reason: 'above the headers' }, { row: 4, reason: 'no name or description' }]);
	expect(blank).toBe(1);
});

it('counts the words of the kind column, those it does not know with the kind that stands in', () => {
	const rows = [['a', 'Trend'], ['b', 'Kuriosum'], ['c', 'Trend'], ['d', '']];
	const { cards, kinds } = readSheet(rows, { ...mappingOf({ name: 0, kind: 1 }, null), kind: 'issue' }, firstWords);
	expect(kinds).toEqual([{ value: 'Trend', kind: 'signal', count: 2, row: 1 }, { value: 'Kuriosum', kind: null, count: 1, row: 2 }]);
	expect(cards.map(({ card }) => card.kind)).toEqual(['signal', 'issue', 'signal', 'issue']);
});

it('takes a score only from 0 to 5, and names the others', () => {
	const rows = ['0', '5', '5.1', '-1', 'high', '1e1', ''].map((score) => ['Dry rivers', score]);
	const { cards, badScores } = readSheet(rows, mappingOf({ name: 0, machineScore: 1 }, null), firstWords);
	expect(cards.map(({ card }) => card.machineScore)).toEqual([0, 5, null, null, null, null, null]);
	expect(badScores.map(({ row }) => row)).toEqual([3, 4, 5, 6]);
});

it('splits tags by commas, semicolons, bars and lines, each once', () => {
	const [card] = readSheet([['Dry rivers', 'water, trade;#ports|water\nheat']], mappingOf({ name: 0, tags: 1 }, null), firstWords).cards;
	expect(card?.tags).toEqual(['water', 'trade', 'ports', 'heat']);
});

it('accounts for every row, whatever the table and its mapping', () => {
	const column = fc.option(fc.nat(5));
	const cells = fc.array(fc.array(fc.oneof(fc.string(), fc.constantFrom('', 'Risk', '4', '__proto__')), { maxLength: 5 }), { maxLength: 15 });
	fc.assert(
		fc.property(cells, column, column, column, fc.option(fc.integer({ min: 1, max: 15 })), (rows, name, description, kind, headerRow) => {
			const { cards, skipped, blank } = readSheet(rows, mappingOf({ name, description, kind }, headerRow), firstWords);
			const header = headerRow !== null && headerRow <= rows.length ? 1 : 0;
			expect(cards.length + skipped.length + blank + header).toBe(rows.length);
			for (const { card } of cards) expect(card.name).not.toBe('');
		}),
	);
});

it('reads ten thousand rows at once', () => {
	const rows = [['Name', 'Description'], ...Array.from({ length: 10_000 }, (_, n) => [`Trend ${n}`, 'What is seen of it in the world.'])];
	expect(readSheet(rows, guessColumns(rows), firstWords).cards.length).toBe(10_000);
});
