import Papa from 'papaparse';
import { readSheet, readSheetNames } from './testing/sheets.ts';
import { describe, expect, test } from 'vitest';
import type { ExportOptions } from '../../../src-shared/schemas/export.ts';
import type { WorkshopFile } from '../../../src-shared/schemas/workshopFile.ts';
import { votedWorkshop } from '../testing/votedWorkshop.ts';
import { sampleWith } from '../testing/sampleWorkshop.ts';
import { worldsWith, worldsWorkshop } from '../testing/worldsWorkshop.ts';
import { makeExport } from './makeExport.ts';
import { neutralised } from './tables/csv.ts';
import { sheetNames } from './tables/xlsx.ts';
import { formula, hostileWorkshop, secretWorkshop } from './testing/hostile.ts';
import { unzipped } from './testing/unzipped.ts';

const exportedAt = '2026-05-14T12:00:00.000Z';
const make = (file: WorkshopFile, format: ExportOptions['format'], language: ExportOptions['language'] = 'en') => makeExport(file, { format, language, exportedAt });
const textOf = async (...given: Parameters<typeof make>) => Buffer.from((await make(...given)).bytes).toString('utf8');

async function csvRows(...[file, language]: [WorkshopFile, ExportOptions['language']?]) {
	const text = await textOf(file, 'csv', language);
	const parsed = Papa.parse<Record<string, string>>(text.slice(1), { header: true, skipEmptyLines: true });
	return { text, rows: parsed.data, errors: parsed.errors, fields: parsed.meta.fields ?? [], delimiter: parsed.meta.delimiter };
}

describe('the ranked table as CSV', () => {
	test('begins with the mark by which Excel reads umlauts, and is read back without an error', async () => {
		const { text, errors, rows, delimiter } = await csvRows(worldsWorkshop);
		expect(text.codePointAt(0)).toBe(0xfeff);
		expect([errors, delimiter]).toEqual([[], ',']);
		expect(rows).toHaveLength(12 * 5);
	});

	test('has every figure of a card, where it stands, and the line that it was read from', async () => {
		const { rows } = await csvRows(sampleWith({}));
		expect(rows.find(({ Code }) => Code === 'C3')).toMatchObject({
			Round: 'Relevancy', Criterion: 'Relevancy', Rank: '9', Kind: 'Concern', Card: 'Market Dominance and Competition', Median: '3.5', 'Lower quartile': '1.75', 'Upper quartile': '5', IQR: '3.25', Consensus: '0.15',
			Agreement: 'contested', 'Number of votes': '8', 'Can’t say': '0', 'Votes for 1': '2', 'Votes for 2': '2', 'Votes for 3': '0', 'Votes for 4': '0', 'Votes for 5': '4',
			'Year on the canvas': '2032', Lane: 'Markets & capital', 'Source file': '000_2c25f604f7c48393.txt', 'Source line': '48',
		});
		expect(rows.find(({ Code }) => Code === 'S5')).toMatchObject({ 'Number of votes': '7', 'Can’t say': '1' });
	});

	test('separates as spreadsheets of its language do', async () => {
		const { rows, delimiter } = await csvRows(sampleWith({}), 'de');
		expect(delimiter).toBe(';');
		expect(rows.find(({ Code }) => Code === 'C3')).toMatchObject({ Median: '3,5', Einigkeit: 'umstritten', Quellzeile: '48' });
	});

	test('has dates, dots and yes or no in columns of their own', async () => {
		const { rows } = await csvRows(votedWorkshop);
		const of = (criterion: string) => rows.filter(({ Criterion }) => Criterion === criterion);
		expect(of('Timing').length).toBeGreaterThan(0);
		for (const row of of('Timing')) expect(Number(row['Median']) >= 2026 || row['Median'] === 'after 2036, or never').toBe(true);
		expect(of('Dots').every((row) => row['Dots'] !== '' && row['Median'] === '')).toBe(true);
		expect(of('Yes or no').every((row) => Number(row['Yes']) + Number(row['No']) === Number(row['Number of votes']))).toBe(true);
	});

	test('of a room that has not voted lists the cards', async () => {
		const { rows, fields } = await csvRows(worldsWith({ rounds: [], ballots: [] }));
		expect(rows).toHaveLength(worldsWorkshop.workshopCards.length);
		expect(fields).not.toContain('Median');
	});

	test('lets nothing that people wrote be worked out', async () => {
		const { rows, errors } = await csvRows(hostileWorkshop());
		expect(errors).toEqual([]);
		for (const row of rows) for (const cell of Object.values(row)) expect(cell).not.toMatch(/^\s*[=+\-@\t]/);
		expect(rows.some(({ Card }) => Card?.startsWith(`'${formula}`))).toBe(true);
	});

	test.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', ' =1', '＝1'])('puts an apostrophe before %j', (text) => {
		expect(neutralised(text)).toBe(`'${text}`);
	});
	test.each(['1-2', 'a=b', 'S2', ''])('leaves %j as it is', (text) => {
		expect(neutralised(text)).toBe(text);
	});
});

describe('the ranked tables as a workbook', () => {
	test('have a sheet for each criterion, one for the method and one for the reasons', async () => {
		const { bytes } = await make(worldsWorkshop, 'xlsx');
		expect(await readSheetNames(bytes)).toEqual(['Relevancy', 'Impact', 'Uncertainty', 'Timing', 'Method', 'Reasons', 'Cross-impact']);
		const [heads, ...rows] = await readSheet(bytes, 'Impact');
		expect(heads).toEqual(expect.arrayContaining(['Rank', 'Card', 'Median', 'Number of votes', 'Votes for 5', 'Source line']));
		expect(rows).toHaveLength(12);
		const at = (title: string) => rows[0]![heads!.indexOf(title)];
		expect([at('Median'), at('Number of votes'), at('Rank'), at('Card')]).toEqual([expect.any(Number), 12, 1, expect.any(String)]);
		const method = (await readSheet(bytes, 'Method')).flat().join(' ');
		for (const said of ['12 of 14 people voted.', 'Hyndman & Fan 1996', 'Nothing here is a formula']) expect(method).toContain(said);
	});

	test('have the whole matrix of what drivers do to each other, as figures', async () => {
		const [heads, ...rows] = await readSheet((await make(worldsWorkshop, 'xlsx')).bytes, 'Cross-impact');
		const states = worldsWorkshop.drivers.flatMap(({ states: own }) => own);
		expect([heads!.length, rows.length]).toEqual([2 + states.length, states.length]);
		const figures = rows.flatMap((row) => row.slice(2).filter((cell) => typeof cell === 'number'));
		expect(figures.sort()).toEqual(worldsWorkshop.judgements.map(({ strength }) => strength).sort());
		expect(rows.flatMap((row) => row.filter((cell) => cell === '–'))).toHaveLength(worldsWorkshop.drivers.reduce((sum, { states: own }) => sum + own.length ** 2, 0));
		expect(await readSheetNames((await make(worldsWith({ judgements: [] }), 'xlsx')).bytes)).not.toContain('Cross-impact');
	});

	test('list the judgements where a matrix would have too many columns', async () => {
		const drivers = Array.from({ length: 60 }, (_, index) => ({
			id: `x${index}`, workshopId: worldsWorkshop.workshop.id, name: `Driver ${index}`, cardId: null, order: index, states: Array.from({ length: 9 }, (__, state) => ({ id: `x${index}s${state}`, name: `State ${state}` })),
		}));
		const judgements = [{ id: 'x0/x0s1/x59/x59s8', workshopId: worldsWorkshop.workshop.id, fromDriverId: 'x0', fromStateId: 'x0s1', toDriverId: 'x59', toStateId: 'x59s8', strength: -2 }];
		expect(await readSheet((await make(worldsWith({ drivers, judgements }), 'xlsx', 'de')).bytes, 'Cross-Impact')).toEqual([
			['Treiber', 'Wenn dies so ist', 'Wirkt auf den Treiber', 'Zustände', 'Stärke'], ['A Driver 0', 'A2 State 1', 'BH Driver 59', 'BH9 State 8', -2],
		]);
	});

	test('have a bold head that stays in sight, widths, and no formula', async () => {
		const parts = unzipped((await make(hostileWorkshop(), 'xlsx')).bytes);
		const sheets = [...parts].filter(([name]) => /worksheets\/sheet\d+\.xml$/.test(name));
		expect(sheets.length).toBeGreaterThan(3);
		for (const [, xml] of sheets) {
			expect(xml).toMatch(/state="frozen"/);
			expect(xml).toMatch(/<col [^>]*width=/);
			expect(xml).not.toMatch(/<f[ >]/);
		}
		expect(parts.get('xl/styles.xml')).toMatch(/<b ?\/>/);
		expect([...parts.values()].join('')).not.toMatch(/[\u0000-\u0008\uFFFE]/);
	});

	test('show reasons of a revealed round shuffled, and none where few people gave any', async () => {
		const all = (await readSheet((await make(worldsWorkshop, 'xlsx')).bytes, 'Reasons')).map((row) => row.join(' '));
		expect(all.filter((line) => line.includes('Once a ministry rents, it never leaves.')).length).toBeGreaterThan(0);
		const few = worldsWith({ ballots: worldsWorkshop.ballots.map((ballot) => (ballot.participant === 'voter0' ? ballot : { ...ballot, reason: null })) });
		const none = (await readSheet((await make(few, 'xlsx')).bytes, 'Reasons')).flat().join(' ');
		expect(none).not.toContain('Two buyers');
		expect(none).toContain('Fewer than five people gave reasons');
	});

	test('have names that Excel takes', () => {
		expect(sheetNames(['Yes or no', 'yes or no', `'A/B: [c]*?'`, '', 'x'.repeat(40), 'x'.repeat(40), 'History'])).toEqual(['Yes or no', 'yes or no 2', 'A B c', 'Sheet', 'x'.repeat(31), `${'x'.repeat(29)} 2`, 'History 2']);
	});
});

test.each(['csv', 'xlsx', 'md', 'docx', 'html'] as const)('no voter and no vote of a round that is not revealed leaves as %s', async (format) => {
	const { bytes } = await make(secretWorkshop(), format);
	const text = format === 'xlsx' || format === 'docx' ? [...unzipped(bytes).values()].join('') : Buffer.from(bytes).toString('utf8');
	expect(text).toContain('Open Source AI Models');
	for (const secret of ['secret-', 'voter0', 'Nobody may read this yet', 'Behind the curtain', 'hidden-round']) expect(text).not.toContain(secret);
});

test('a formula begins no cell where the file is opened by another language’s separators either, and words stay words', () => {
	expect(neutralised("a,=cmd|' /C calc'!A0,b")).toBe("a,'=cmd|' /C calc'!A0,b");
	expect(neutralised('x; @SUM(A1); -abc')).toBe("x; '@SUM(A1); '-abc");
	expect(neutralised('Costs fall; -20 % by 2030, a-b, c + d')).toBe('Costs fall; -20 % by 2030, a-b, c + d');
});
