import { describe, expect, test } from 'vitest';
import { reportLanguages } from '../../../src-shared/schemas/worlds.ts';
import type { WorkshopFile } from '../../../src-shared/schemas/workshopFile.ts';
import type { ReportLanguage } from '../../../src-shared/schemas/worlds.ts';
import { crowded, sampleWith } from '../testing/sampleWorkshop.ts';
import { votedWorkshop } from '../testing/votedWorkshop.ts';
import { worldsWith, worldsWorkshop } from '../testing/worldsWorkshop.ts';
import { makeExport } from './makeExport.ts';
import { address, hostileWorkshop } from './testing/hostile.ts';

const page = async (file: WorkshopFile, language: ReportLanguage = 'en') => Buffer.from((await makeExport(file, { format: 'html', language, exportedAt: '2026-05-14T12:00:00.000Z' })).bytes).toString('utf8');
const all = (html: string, pattern: RegExp) => [...html.matchAll(pattern)].map(([, found]) => found!);
const bare = { sources: [], texts: [], cards: [], workshopSources: [], workshopCards: [], rounds: [], ballots: [], scenarios: [], consequences: [], options: [], signposts: [], actions: [], drivers: [], judgements: [] };

describe('the page that opens offline', () => {
	test('asks for nothing: no script, no style of its own elements, no address but those that people follow', async () => {
		const html = await page(worldsWorkshop);
		expect(html).not.toMatch(/<script|\sstyle=|\son\w+=|<link|@import/i);
		expect(html).toMatch(/<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'sha256-[^']+'; font-src data:; img-src data:;/);
		for (const url of all(html, /url\(([^)]*)\)/g)) expect(url).toMatch(/^(data:font\/woff|#clip-)/);
		for (const href of all(html, /href="([^"]*)"/g)) expect(href).toMatch(/^(#|https?:\/\/|mailto:)/);
		expect(Buffer.byteLength(all(html, /<style>([\s\S]*?)<\/style>/g)[0]!)).toBeLessThan(200_000);
	});

	test.each(reportLanguages)('has every link’s place, each once, and no heading that is skipped, in %s', async (language) => {
		for (const file of [worldsWorkshop, votedWorkshop]) {
			const html = await page(file, language);
			const ids = all(html, /\sid="([^"]*)"/g);
			expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
			for (const place of all(html, /href="#([^"]*)"/g)) expect(ids, place).toContain(place);
			const levels = all(html, /<h([1-6])[ >]/g).map(Number);
			expect(levels.filter((level) => level === 1)).toHaveLength(1);
			levels.forEach((level, index) => expect(level).toBeLessThanOrEqual((levels[index - 1] ?? 0) + 1));
			expect(html).toContain(`<html lang="${language}"`);
		}
	});

	test('leads from every card that a story names to its entry, which quotes its line', async () => {
		const text = Array.from({ length: 60 }, (_, index) => `Line ${index + 1} as the document has it.`).join('\n');
		const html = await page(worldsWith({ texts: worldsWorkshop.texts.map((one) => (one.id === 'doc1' ? { ...one, text } : one)) }));
		const [, place] = /retrain <a href="#([^"]+)" class="card k-signal">/.exec(html)!;
		const entry = new RegExp(`<li id="${place}">[\\s\\S]*?</li>`).exec(html)![0];
		for (const said of ['Open Source AI Models', 'line 37', '“Line 37 as the document has it.”']) expect(entry).toContain(said);
	});

	test('has pictures with words for them, and tables with heads that say what they head', async () => {
		const html = await page(worldsWorkshop);
		const pictures = all(html, /<svg ([^>]*role="img"[^>]*)>/g);
		expect(pictures.length).toBeGreaterThan(20);
		for (const picture of pictures) expect(picture).toMatch(/aria-label="[^"]+"|aria-labelledby="figure-\d+"/);
		for (const caption of all(html, /<figcaption id="[^"]+">([^<]*)</g)) expect(caption.length).toBeGreaterThan(10);
		for (const table of all(html, /<table>([\s\S]*?)<\/table>/g)) {
			expect(table).toMatch(/<caption[^>]*>[^<]+</);
			for (const head of all(table, /<th( [^>]*)?>/g)) expect(head).toMatch(/scope="(col|row)"/);
		}
	});

	test('shows the sections that the report shows, in its order', async () => {
		const html = await page(worldsWith({ workshop: { ...worldsWorkshop.workshop, report: { sections: [{ name: 'ranked', shown: true }, { name: 'summary', shown: true }, { name: 'canvas', shown: false }, { name: 'cards', shown: false }] } } }));
		const sections = all(html, /<section id="part-\d+-(\w+)"/g);
		expect(sections.slice(0, 1).concat(sections.filter((name) => name === 'summary'))).toEqual(['ranked', 'summary']);
		expect(sections).not.toContain('canvas');
		expect(html, 'codes stay text where there is no entry to lead to').not.toMatch(/href="#card-/);
	});

	test('escapes whatever people wrote', async () => {
		const html = await page(hostileWorkshop());
		expect(html).not.toMatch(/<script|<img|\u202E|\u0000|\uD800/i);
		expect(html).not.toContain(`href="${address}`);
		expect(html).toContain('&lt;script&gt;alert(1)&lt;/script&gt;');
	});

	test('is there for an empty workshop, and for one with 400 cards', async () => {
		expect(await page(sampleWith({ ...bare, scenarios: [] }))).toContain('Who shapes AI in Europe');
		const many = await page(crowded(400));
		expect(all(many, /<li id="(card-[^"]+)"/g)).toHaveLength(400);
	});

	test('embeds letters of Latin Extended only where it has any', async () => {
		expect(await page(worldsWorkshop)).not.toContain('U+0100-0130');
		expect(await page(worldsWith({ workshop: { ...worldsWorkshop.workshop, title: 'Łódź w roku 2036' } }))).toContain('U+0100-0130');
	});
});
