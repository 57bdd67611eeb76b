import { marked } from 'marked';
import { beforeAll, describe, expect, test } from 'vitest';
import type { ExportOptions } from '../../../src-shared/schemas/export.ts';
import type { WorkshopFile } from '../../../src-shared/schemas/workshopFile.ts';
import { worldsWith, worldsWorkshop } from '../testing/worldsWorkshop.ts';
import { makeExport } from './makeExport.ts';
import { address, hostileWorkshop } from './testing/hostile.ts';
import { unzipped } from './testing/unzipped.ts';

const exportedAt = '2026-05-14T12:00:00.000Z';
const make = async (file: WorkshopFile, format: ExportOptions['format'], language: ExportOptions['language'] = 'en') => (await makeExport(file, { format, language, exportedAt })).bytes;
const markdown = async (file: WorkshopFile, language?: ExportOptions['language']) => Buffer.from(await make(file, 'md', language)).toString('utf8');
const word = async (file: WorkshopFile, language?: ExportOptions['language']) => unzipped(await make(file, 'docx', language));

const worldTitles = worldsWorkshop.scenarios.map(({ title }) => title);

describe('the scenarios as Markdown', () => {
	let text: string;
	beforeAll(async () => {
		text = await markdown(worldsWorkshop);
	});

	test('begin with front matter, and have a part for each world', () => {
		expect(text).toMatch(/^---\ntitle: "Who shapes AI in Europe"\nquestion: "Who will shape[^\n]+"\ndate: "2026-05-14"\n/);
		const headings = [...text.matchAll(/^## (.*)$/gm)].map(([, title]) => title);
		expect(headings).toEqual(expect.arrayContaining([...worldTitles, 'The worlds side by side', 'Plans in every world']));
		for (const said of ['Open models under firm rules.', '“Lisbon court reads the model that sentenced him”', '### Who wins', '### Who loses', '### What follows for us', 'drives, weight 3 of 3', 'Public tenders ask for open weights']) expect(text).toContain(said);
	});

	test('keep the writer’s own headings, lists, stress and links', () => {
		for (const said of ['### What it cost', '- a *plain* description of what it **must not** be used for.', '[the act](<https://example.org/act>)']) expect(text).toContain(said);
	});

	test('say a card by its code and name, with a note that has the line of its source', () => {
		expect(text).toContain('read and retrain **S2** (Open Source AI Models)[^S2].');
		const notes = new Map([...text.matchAll(/^\[\^(\w+)\]: ([\s\S]*?)(?=\n\n\[|\n*$(?![\s\S]))/gm)].map(([, code, note]) => [code, note]));
		expect(notes.get('S2')).toMatch(/000\\_2c25f604f7c48393\.txt, line 37/);
		for (const [, code] of text.matchAll(/\[\^(\w+)\](?!:)/g)) expect(notes.has(code), code).toBe(true);
	});

	test('hold no markup but their own, whatever people wrote', async () => {
		const hostile = await markdown(hostileWorkshop());
		const html = await marked.parse(hostile.slice(hostile.indexOf('\n---\n', 4) + 5));
		expect(html).not.toMatch(/<(script|img)/i);
		expect(html).not.toMatch(/href="javascript:/i);
		expect(hostile).not.toMatch(/[\u0000-\u0008\u202E]/);
	});
});

describe('the scenarios as a Word document', () => {
	let parts: Map<string, string>;
	let xml: string;
	beforeAll(async () => {
		parts = await word(worldsWorkshop);
		xml = parts.get('word/document.xml')!;
	});
	const textIn = (part: string) => [...part.matchAll(/<w:t(?: [^>]*)?>([^<]*)<\/w:t>/g)].map(([, text]) => text).join('');
	const styled = (style: string) => [...xml.matchAll(/<w:p>(?:(?!<\/w:p>)[\s\S])*<\/w:p>/g)].map(([paragraph]) => paragraph).filter((paragraph) => paragraph.includes(`<w:pStyle w:val="${style}"/>`)).map(textIn);

	test('have a title, their language, and headings that are headings', () => {
		expect(styled('Title')).toEqual(['Who shapes AI in Europe']);
		expect(styled('Heading1')).toEqual(expect.arrayContaining([...worldTitles, 'The worlds side by side', 'The cards']));
		expect(styled('Heading2')).toEqual(expect.arrayContaining(['What it cost', 'Who wins', 'Fed by']));
		expect(parts.get('docProps/core.xml')).toContain('<dc:title>Who shapes AI in Europe</dc:title>');
		expect(parts.get('word/styles.xml')).toMatch(/<w:lang [^>]*w:val="en-GB"/);
	});

	test('lead from every card to its entry, and to the web only where that is safe', () => {
		const anchors = new Set([...xml.matchAll(/<w:hyperlink [^>]*w:anchor="([^"]+)"/g)].map(([, anchor]) => anchor));
		const bookmarks = new Set([...xml.matchAll(/<w:bookmarkStart [^>]*w:name="([^"]+)"/g)].map(([, name]) => name));
		expect(anchors.size).toBeGreaterThan(12);
		for (const anchor of anchors) expect(bookmarks, anchor).toContain(anchor);
		expect(parts.get('word/_rels/document.xml.rels')).toContain('Target="https://example.org/act"');
	});

	test('have lists that are lists and tables with head rows', () => {
		expect(xml).toMatch(/<w:numPr><w:ilvl w:val="0"\/><w:numId w:val="\d+"\/><\/w:numPr>/);
		const tables = [...xml.matchAll(/<w:tbl>[\s\S]*?<\/w:tbl>/g)];
		expect(tables.length).toBeGreaterThan(3);
		for (const [table] of tables) expect(table).toMatch(/^<w:tbl>(?:(?!<\/w:tr>)[\s\S])*<w:tblHeader\/>/);
	});

	test('name the report’s face, and one to stand in for it', () => {
		expect(parts.get('word/styles.xml')).toContain('w:ascii="Atkinson Hyperlegible Next"');
		expect(parts.get('word/fontTable.xml')).toContain('<w:altName w:val="Verdana"/>');
	});

	test('carry the organisation’s logo with words for it, and leave out what is no picture', async () => {
		const png = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';
		const withLogo = (data: string) => worldsWith({ workshop: { ...worldsWorkshop.workshop, report: { organisation: 'Region Nord', logo: { type: 'image/png', data, width: 1, height: 1 } } } });
		const shown = await word(withLogo(png));
		expect(shown.get('word/document.xml')).toMatch(/descr="Logo of Region Nord"/);
		const refused = await word(withLogo(Buffer.from('<svg onload=alert(1)>').toString('base64')));
		expect([...refused.keys()].filter((name) => name.startsWith('word/media/'))).toEqual([]);
	});

	test('stay sound whatever people wrote', async () => {
		const hostile = await word(hostileWorkshop());
		for (const [name, part] of hostile) {
			expect(part, name).not.toMatch(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/);
			expect(part, name).not.toMatch(/<(script|img)/i);
		}
		expect(hostile.get('word/_rels/document.xml.rels')).not.toContain(address.slice(0, 10));
	});

	test.each(['fr', 'de', 'es'] as const)('speak %s where the report does', async (language) => {
		const core = (await word(worldsWorkshop, language)).get('word/document.xml')!;
		expect(core).not.toContain('Who wins');
	});
});

test('a workshop without a world has files all the same', async () => {
	const empty = worldsWith({ scenarios: [], consequences: [], options: [], signposts: [], actions: [] });
	expect(await markdown(empty)).toContain('no scenarios');
	expect((await word(empty)).has('word/document.xml')).toBe(true);
});
