import fc from 'fast-check';
import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { isOfficeName } from './officeFile.ts';
import { headingLevels } from './pdf.ts';
import { readAny, readUnasked } from './readAny.ts';
import { docxOf, docxParts, pdfOf, workbookParts, xlsxOf, zipOf } from './testing/officeFiles.ts';
import { UnreadableDocument } from './unreadable.ts';
import './propertySeed.ts';

const table = async (bytes: Buffer, file = 'list.xlsx') => {
	const read = await readAny({ bytes: new Uint8Array(bytes), file });
	if (!('table' in read)) throw new Error('It is no table.');
	return read.table;
};
const article = (bytes: Buffer, file: string) => readUnasked({ bytes: new Uint8Array(bytes), file });
const list = [['Name', 'Notes'], ['Dry rivers', 'Ships wait']];

it('reads all sheets of a workbook, with numbers, dates, truth and blank rows as they are seen', async () => {
	const { sheets } = await table(xlsxOf({
		'Trends & more': [['Name', 'When', 'Score', 'Done'], [null], ['Dry <rivers>', new Date(Date.UTC(2024, 2, 5)), 0.1 + 0.2, true]],
		Empty: [],
		Risks: [['Thirst']],
	}));
	expect(sheets).toEqual([
		{ name: 'Trends & more', rows: [['Name', 'When', 'Score', 'Done'], [], ['Dry <rivers>', '2024-03-05', '0.3', 'true']] },
		{ name: 'Risks', rows: [['Thirst']] },
	]);
});

it('knows office files by their inside, whatever their names say', async () => {
	expect((await table(xlsxOf({ A: list }), 'export.txt')).sheets[0]?.rows).toEqual(list);
	expect((await article(pdfOf([[{ text: 'A text of its own.' }]]), 'note.md')).shape).toBe('article');
	expect(['a.CSV', 'a.xlsx', 'a.docx', 'a.pdf', 'a.md', 'csv'].map(isOfficeName)).toEqual([true, true, true, true, false, false]);
});

it.each([
	['a.odt', 'mimetype', 'application/vnd.oasis.opendocument.text', /an OpenDocument text. Save it as Word/],
	['a.ods', 'mimetype', 'application/vnd.oasis.opendocument.spreadsheet', /an OpenDocument spreadsheet. Save it as Excel/],
	['a.odp', 'mimetype', 'application/vnd.oasis.opendocument.presentation', /Export it as PDF/],
	['a.epub', 'mimetype', 'application/epub+zip', /an e-book/],
	['a.pptx', 'ppt/presentation.xml', '<p/>', /a presentation. Export it as PDF/],
	['a.pages', 'Index/Document.iwa', 'x', /Pages, Numbers or Keynote/],
	['a.zip', 'one.md', 'One.', /a zip archive.* Unpack it/],
])('says what to do with %s, which it does not read', async (file, name, text, sentence) => {
	const bytes = zipOf([{ name, text }]);
	await expect(article(bytes, file)).rejects.toThrow(UnreadableDocument);
	await expect(article(bytes, file)).rejects.toThrow(sentence);
});

it('refuses archives beyond the limits before it unpacks them', async () => {
	const parts = workbookParts({ A: list });
	const zeros = Buffer.alloc(40 * 1024 * 1024);
	const refused = (bytes: Buffer) => expect(table(bytes)).rejects;
	await refused(zipOf([...parts, ...Array.from({ length: 1000 }, (_, n) => ({ name: `x/${n}.xml`, text: '' }))])).toThrow(/holds 1006 parts and the limit is 1000/);
	await refused(zipOf([...parts, { name: 'a.xml', text: zeros }, { name: 'b.xml', text: zeros }])).toThrow(/would have 81 MB and the limit is 64 MB/);
	await refused(zipOf([...parts, { name: 'a.xml', text: zeros }])).toThrow(/packed \d+ to 1 and the limit is 100 to 1/);
});

it('stops unpacking where a part is larger than the archive says', async () => {
	const [first, ...rest] = workbookParts({ A: list });
	const lying = { ...first!, text: Buffer.alloc(30 * 1024 * 1024, 'x'), declaredSize: 100 };
	await expect(table(zipOf([lying, ...rest]))).rejects.toThrow(/The file is damaged/);
});

it('refuses definitions that make small XML large', async () => {
	const parts = workbookParts({ A: list }).map((part) =>
		part.name.endsWith('sheet1.xml') ? { ...part, text: `<!DOCTYPE x [<!ENTITY a "${'ha'.repeat(50)}">]>${String(part.text)}` } : part,
	);
	await expect(table(zipOf(parts))).rejects.toThrow(/definitions inside that no office program writes/);
});

it('refuses a sheet with a stray cell far out, and says where', async () => {
	const parts = workbookParts({ A: list }).map((part) =>
		part.name.endsWith('sheet1.xml') ? { ...part, text: String(part.text).replace('</sheetData>', '<row r="1048576"><c r="XFD1048576"><v>1</v></c></row></sheetData>') } : part,
	);
	await expect(table(zipOf(parts))).rejects.toThrow('reaches to row 1048576 and column 16384');
});

it('says of protected and old files what they are', async () => {
	const container = Buffer.from('d0cf11e0a1b11ae1', 'hex');
	await expect(table(Buffer.concat([container, Buffer.from('EncryptedPackage', 'utf16le')]))).rejects.toThrow(/protected by a password/);
	await expect(table(container, 'old.xls')).rejects.toThrow(/old office format/);
	await expect(table(zipOf(workbookParts({ A: list }).map((part) => ({ ...part, flags: 1 }))))).rejects.toThrow(/protected by a password/);
	await expect(article(Buffer.concat([Buffer.from('%PDF-1.7'), Buffer.alloc(26 * 1024 * 1024)]), 'a.pdf')).rejects.toThrow(/has 26.0 MB and the limit for spreadsheets, Word and PDF is 25 MB/);
});

it('reads a Word document: headings, paragraphs, lists, tables and links, each with its line', async () => {
	const document = await article(
		docxOf(
			[
				{ text: 'Minutes of March', style: 'Title' },
				{ text: 'The council meets.' },
				{ text: 'What was seen', style: 'heading 1' },
				{ text: 'Dry rivers', isItem: true },
				{ text: 'Rain gardens', isItem: true },
				{ text: 'the report', href: 'https://example.org/report' },
				{ text: 'click', href: 'javascript:alert(1)' },
				[['Name', 'Seen'], ['Ports', 'twice']],
			],
			{ title: 'Untold', author: 'Ada Lovelace' },
		),
		'minutes.docx',
	);
	const lines = document.text.split('\n');
	expect(document).toMatchObject({ shape: 'article', title: 'Minutes of March', titleIsMade: false, author: 'Ada Lovelace' });
	expect(document.sections).toEqual([{ title: 'Minutes of March', level: 1, line: 1 }, { title: 'What was seen', level: 1, line: lines.indexOf('# What was seen') + 1 }]);
	expect(document.links).toEqual([{ text: 'the report', url: 'https://example.org/report', line: lines.indexOf('the report') + 1 }]);
	expect(document.warnings).toMatchObject([{ line: lines.indexOf('click') + 1, message: expect.stringContaining('javascript:') }]);
	expect(lines).toEqual(expect.arrayContaining(['- Dry rivers', '- Rain gardens', '| Name | Seen |', '| Ports | twice |']));
});

it('refuses Word documents without text and those that are broken', async () => {
	await expect(article(docxOf([]), 'empty.docx')).rejects.toThrow(/has no text/);
	const broken = docxParts([{ text: 'x' }]).map((part) => (part.name === 'word/document.xml' ? { ...part, text: '<w:document><w:bo' } : part));
	await expect(article(zipOf(broken), 'broken.docx')).rejects.toThrow(UnreadableDocument);
});

it('finds dated events, the writer and the day in a Word document as in plain text', async () => {
	const { milestones, author, publishedAt } = await article(
		docxOf([
			{ text: 'Water in Lyon', style: 'heading 1' },
			{ text: 'By Ada Lovelace' },
			{ text: '5 January 2024' },
			{ text: 'June 13 2023 - The first tariff starts' },
			{ text: 'Sept 2025: The river is low', isItem: true },
			{ text: '2026: The council decides', style: 'heading 2' },
		]),
		'water.docx',
	);
	expect(milestones.map(({ date, text }) => [date, text])).toEqual([
		['2023-06-13', 'The first tariff starts'], ['2025-09', 'The river is low'], ['2026', 'The council decides'],
	]);
	expect([author, publishedAt]).toEqual(['Ada Lovelace', '2024-01-05']);
});

const body = (from: number): { text: string }[] => Array.from({ length: 12 }, (_, n) => ({ text: `Line ${from + n} of a text that goes on as texts do.` }));

it('reads a PDF: pages and headings as sections, lines as paragraphs, words whole', async () => {
	const document = await article(
		pdfOf([
			[{ text: 'Rivers', size: 22 }, { text: 'of Europe', size: 22, gap: 26 }, ...body(1), { text: 'Ports', size: 16, gap: 40 }, { text: 'The harbour of Rotter-', gap: 30 }, { text: 'dam waits.' }, ...body(30)],
			[{ text: 'The second page.' }],
		], { title: 'Microsoft Word - draft.docx' }),
		'report.pdf',
	);
	const lines = document.text.split('\n');
	expect(document).toMatchObject({ shape: 'article', title: 'Rivers of Europe', titleIsMade: false });
	expect(document.sections.map(({ title, level }) => [title, level])).toEqual([['Page 1', 1], ['Rivers of Europe', 1], ['Ports', 2], ['Page 2', 1]]);
	for (const { title, line } of document.sections.filter((section) => !section.title.startsWith('Page'))) expect(lines[line - 1]).toMatch(new RegExp(`^#+ ${title}$`));
	expect(document.text).toContain('The harbour of Rotterdam waits. Line 30');
	expect(lines[document.sections.at(-1)!.line - 1]).toBe('The second page.');
});

it('trusts the size of type only where little of the text is large', () => {
	const line = (size: number, text = 'Some words that stand in a line.') => ({ size, text, y: 0 });
	const plain = Array.from({ length: 20 }, () => line(10));
	expect([...headingLevels([line(20), ...plain, line(14)])]).toEqual([[20, 1], [14, 2]]);
	expect(headingLevels([...Array.from({ length: 10 }, () => line(14)), ...plain]).size).toBe(0);
	expect(headingLevels([line(20), line(10)]).size).toBe(0);
});

it('says of a scanned, a broken and a protected PDF what to do', async () => {
	await expect(article(pdfOf([[], []]), 'scan.pdf')).rejects.toThrow(/its pages are pictures, as a scanner makes them/);
	await expect(article(Buffer.from('%PDF-1.7\nnothing of the kind'), 'broken.pdf')).rejects.toThrow(/The PDF is damaged/);
	const locked = '/Encrypt << /Filter /Standard /V 1 /R 2 /P -4 /O <0000000000000000000000000000000000000000000000000000000000000000> /U <0000000000000000000000000000000000000000000000000000000000000000> >> /ID [<00> <00>]';
	await expect(article(pdfOf([[{ text: 'secret' }]], { trailer: locked }), 'locked.pdf')).rejects.toThrow(/protected by a password/);
});

it('says a sentence and nothing else for whatever calls itself an office file', async () => {
	const whole = [xlsxOf({ A: list }), docxOf([{ text: 'A text.' }]), pdfOf([[{ text: 'A text.' }]])];
	const spoilt = fc.tuple(fc.constantFrom(...whole), fc.array(fc.tuple(fc.nat(1000), fc.nat(255)), { minLength: 1, maxLength: 20 }), fc.nat(1000));
	await fc.assert(
		fc.asyncProperty(spoilt, async ([bytes, changes, cut]) => {
			const copy = Buffer.from(bytes.subarray(0, Math.ceil((bytes.length * (1000 - cut / 4)) / 1000)));
			for (const [at, value] of changes) copy[Math.floor((at / 1001) * copy.length)] = value;
			try {
				await article(copy, 'spoilt.bin');
			} catch (error) {
				expect(error).toBeInstanceOf(UnreadableDocument);
				expect((error as Error).message).toMatch(/^[A-Z][\s\S]*\.$/);
			}
		}),
		{ numRuns: 150 },
	);
}, 60_000);

it('leaves every text file to its readers', async () => {
	const bytes = readFileSync(new URL('../../seeds/000_2c25f604f7c48393.txt', import.meta.url));
	expect((await article(bytes, 'seed.txt')).shape).toBe('signal page');
});
