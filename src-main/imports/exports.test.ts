/** Files as other programs write them: lists of boards and tables, and workbooks with what Excel puts into them. */
import { describe, expect, test } from 'vitest';
import type { Sheet } from '../../src-shared/schemas/sheet.ts';
import { readAny, readUnasked } from './readAny.ts';
import { zipOf } from './testing/officeFiles.ts';

const csv = (text: string | Buffer, file = 'list.csv') => readUnasked({ file, bytes: new Uint8Array(Buffer.from(text)) });

describe('a list that becomes cards without a question', () => {
	test('of Airtable: cells of several lines, quotes in quotes, a byte order mark', async () => {
		const { cards, topics, warnings } = await csv(
			'\ufeffName,Notes,STEEP,Time horizon,Assignee\r\nSolar roofs,"Cheap panels\r\nspread over\r\nwhole cities, fast",Environmental,2-5 years,Ada\r\n"Drones, small","He said ""hush""","Technological,Social",2030,Ben\r\n',
		);
		expect(cards).toMatchObject([
			{ kind: 'signal', name: 'Solar roofs', description: 'Cheap panels\nspread over\nwhole cities, fast', outlook: '2-5 years', line: 2 },
			{ name: 'Drones, small', description: 'He said "hush"', outlook: '2030', line: 3 },
		]);
		expect(new Set(topics)).toEqual(new Set(['Environmental', 'Technological', 'Social']));
		expect(warnings).toEqual([]);
	});

	test('of a Miro board: the few words of a note are its name, whoever wrote it', async () => {
		const { cards, warnings } = await csv('"Type","Text","Tags","Author"\r\n"sticky_note","Solar roofs spread over whole cities","energy","Ada"\r\n"sticky_note","Quiet streets","","Ben"\r\n');
		expect(cards.map(({ kind, name, nameIsMade, description }) => [kind, name, nameIsMade, description])).toEqual([
			['signal', 'Solar roofs spread over whole cities', false, null],
			['signal', 'Quiet streets', false, null],
		]);
		expect(warnings).toEqual([]);
	});

	test('of a Miro board with long notes: the first words name the card', async () => {
		const long = 'In the north whole cities put solar roofs on schools and halls, and the neighbours share what they yield at noon.';
		const { cards } = await csv(`"Type","Text"\r\n"sticky_note","${long}"\r\n"sticky_note","Quiet streets"\r\n"sticky_note","${long} Twice."\r\n`);
		expect(cards[0]).toMatchObject({ nameIsMade: true, description: long });
	});

	test('of a Miro board: one text in a row, and nothing else', async () => {
		const { cards } = await csv('Solar roofs everywhere\r\nQuiet streets\r\n\r\n"Drones deliver\r\npills"\r\n');
		expect(cards.map(({ name, line }) => [name, line])).toEqual([['Solar roofs everywhere', 1], ['Quiet streets', 2], ['Drones deliver pills', 4]]);
	});

	test('of Excel in a country of semicolons and decimal commas', async () => {
		const { cards, milestones } = await csv('\ufeffTrend;Beschreibung;Kategorie;Bewertung;Jahr\r\nDürre;"Lange Trockenheit; überall";Umwelt;4,5;2030\r\nSandbatterie;Wärme im Sand;Technologie;3;2028\r\n');
		expect(cards).toMatchObject([{ name: 'Dürre', description: 'Lange Trockenheit; überall', machineScore: null }, { name: 'Sandbatterie' }]);
		expect(milestones).toEqual([{ date: '2030', text: 'Dürre', line: 2 }, { date: '2028', text: 'Sandbatterie', line: 3 }]);
	});
});

const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const main = `xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="${office}"`;
const relations = (all: string[]): string =>
	`${head}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${all
		.map((target, index) => `<Relationship Id="rId${index + 1}" Type="${office}/${/sheet\d/.test(target) ? 'worksheet' : target.replace(/^xl\/|\.xml$/g, '').replace('workbook', 'officeDocument')}" Target="${target}"/>`)
		.join('')}</Relationships>`;
const shared = ['Trend radar 2026', 'Name', 'Description', 'Year', 'Cheap &amp; &lt;good&gt;', 'Quiet streets'];

/** Shared strings in runs, formulas with what they came to, dates by their format, merged cells, a cover and a hidden sheet. */
const workbook = zipOf([
	{ name: '[Content_Types].xml', text: `${head}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>` },
	{ name: '_rels/.rels', text: relations(['xl/workbook.xml']) },
	{
		name: 'xl/workbook.xml',
		text: `${head}<workbook ${main}><workbookPr date1904="0"/><sheets><sheet name="Cover" sheetId="1" r:id="rId1"/><sheet name="Data &amp; more" sheetId="2" r:id="rId2"/><sheet name="Hidden" sheetId="3" state="hidden" r:id="rId3"/></sheets></workbook>`,
	},
	{ name: 'xl/_rels/workbook.xml.rels', text: relations(['worksheets/sheet1.xml', 'worksheets/sheet2.xml', 'worksheets/sheet3.xml', 'styles.xml', 'sharedStrings.xml']) },
	{
		name: 'xl/styles.xml',
		text: `${head}<styleSheet ${main}><numFmts count="1"><numFmt numFmtId="164" formatCode="dd\\.mm\\.yyyy"/></numFmts><cellXfs count="3"><xf numFmtId="0"/><xf numFmtId="14" applyNumberFormat="1"/><xf numFmtId="164" applyNumberFormat="1"/></cellXfs></styleSheet>`,
	},
	{
		name: 'xl/sharedStrings.xml',
		text: `${head}<sst ${main}>${shared.map((text) => `<si><t>${text}</t></si>`).join('')}<si><r><t xml:space="preserve">Solar </t></r><r><rPr><b/></rPr><t>roofs</t></r><rPh sb="0" eb="1"><t>phonetic</t></rPh></si><si><t xml:space="preserve">Cars\nleave</t></si></sst>`,
	},
	{ name: 'xl/worksheets/sheet1.xml', text: `${head}<worksheet ${main}><sheetData><row r="1"><c r="A1" t="s"><v>0</v></c></row></sheetData></worksheet>` },
	{
		name: 'xl/worksheets/sheet2.xml',
		text: `${head}<worksheet ${main}><dimension ref="B3:F7"/><sheetData>
<row r="3"><c r="B3" t="s"><v>0</v></c></row>
<row r="5"><c r="B5" t="s"><v>1</v></c><c r="C5" t="s"><v>2</v></c><c r="D5" t="s"><v>3</v></c><c r="E5" t="inlineStr"><is><t>Seen on</t></is></c></row>
<row r="6"><c r="B6" t="s"><v>6</v></c><c r="C6" t="s"><v>4</v></c><c r="D6"><f>2000+30</f><v>2030</v></c><c r="E6" s="2"><v>45292</v></c></row>
<row r="7"><c r="B7" t="s"><v>5</v></c><c r="C7" t="s"><v>7</v></c><c r="D7" t="str"><f>"20"&amp;"31"</f><v>2031</v></c><c r="E7" t="e"><f>1/0</f><v>#DIV/0!</v></c></row>
</sheetData><mergeCells count="1"><mergeCell ref="B3:E3"/></mergeCells></worksheet>`,
	},
	{ name: 'xl/worksheets/sheet3.xml', text: `${head}<worksheet ${main}><sheetData><row r="2"><c r="A2" t="b"><v>1</v></c></row></sheetData></worksheet>` },
]);

test('a workbook of Excel: all of its sheets, rows as they are numbered there', async () => {
	const read = await readAny({ file: 'radar.xlsx', bytes: workbook });
	expect((read as { table: { sheets: Sheet[] } }).table.sheets).toEqual([
		{ name: 'Cover', rows: [['Trend radar 2026']] },
		{
			name: 'Data & more',
			rows: [
				[], [], ['', 'Trend radar 2026', '', '', ''], [], ['', 'Name', 'Description', 'Year', 'Seen on'],
				['', 'Solar roofs', 'Cheap & <good>', '2030', '2024-01-01'], ['', 'Quiet streets', 'Cars\nleave', '2031', ''],
			],
		},
		{ name: 'Hidden', rows: [[], ['true']] },
	]);
	const { title, cards, milestones } = await readUnasked({ file: 'radar.xlsx', bytes: workbook });
	expect(title).toBe('radar: Data & more');
	expect(cards).toMatchObject([{ name: 'Solar roofs', description: 'Cheap & <good>', line: 6 }, { name: 'Quiet streets', description: 'Cars\nleave', line: 7 }]);
	expect(milestones.map(({ date }) => date)).toEqual(['2030', '2031']);
});
