import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import decodeQR from 'qr/decode.js';
import { describe, expect, test } from 'vitest';
import { shortId } from '../../../src-shared/domain/shortId.ts';
import { posterSizes, type ReportOptions } from '../../../src-shared/schemas/report.ts';
import type { WorkshopFile } from '../../../src-shared/schemas/workshopFile.ts';
import { drawReport } from '../drawReport.ts';
import { canReadPdf, readPdf, type ReadPdf } from '../testing/pdfTools.ts';
import { crowded, sampleWith } from '../testing/sampleWorkshop.ts';
import { worldsWorkshop } from '../testing/worldsWorkshop.ts';
import { posterPoints } from './poster.ts';
import { tileName, tilingOf } from './tiles.ts';

const options: ReportOptions = { document: 'cards', pageSize: 'A4', language: 'en', printedAt: '2026-05-14T12:00:00.000Z', largePrint: false };
const draw = (file: WorkshopFile, changes: Partial<ReportOptions>) => drawReport(file, { ...options, ...changes });
async function read(file: WorkshopFile, changes: Partial<ReportOptions>): Promise<ReadPdf & { notes: string[]; bytes: Uint8Array }> {
	const { bytes, notes } = await draw(file, changes);
	return { ...readPdf(bytes), notes, bytes };
}
const empty = sampleWith({ rounds: [], ballots: [], workshopCards: [], scenarios: [], clusters: [], influences: [] });
const figures = ({ source }: ReadPdf) => [...source.matchAll(/\/S \/Figure/g)].length;
const spoken = ({ structure }: ReadPdf) => [...structure.matchAll(/^\s+"(.*)"$/gm)].map((match) => match[1]).join('').replace(/\s+/g, ' ');

describe.skipIf(!canReadPdf)('every handout', () => {
	const all: Partial<ReportOptions>[] = [
		{ document: 'cards' }, { document: 'cards', cardBacks: true, pageSize: 'Letter' }, { document: 'scenario-sheets' }, { document: 'questions' }, { document: 'ballot' },
		{ document: 'poster', poster: 'A3' }, { document: 'poster', poster: 'A1', tiled: true }, { document: 'poster', poster: 'A2', tiled: true, pageSize: 'Letter' },
		{ document: 'scenario-sheets', largePrint: true }, { document: 'questions', largePrint: true }, { document: 'ballot', largePrint: true },
	];
	test.each(all)('%j is sound, tagged, in embedded fonts, and headed once a part', async (changes) => {
		for (const file of [worldsWorkshop, empty]) {
			const pdf = await read(file, changes);
			expect(pdf.complaints).toBe('');
			expect(pdf.info).toMatch(/Tagged:\s+yes/);
			expect(pdf.structure).toContain('H1 (block)');
			expect(pdf.fonts.every((font) => font.embedded && font.subset && font.unicode)).toBe(true);
			expect(pdf.pages.every((page) => page.trim() !== '')).toBe(true);
		}
	}, 60_000);

	test('speaks the language of the report', async () => {
		for (const language of ['fr', 'de', 'es'] as const) for (const document of ['cards', 'scenario-sheets', 'questions', 'poster'] as const) {
			const pdf = await read(worldsWorkshop, { document, language });
			expect(pdf.complaints).toBe('');
			expect(pdf.text).not.toMatch(/Cut from|Talk about|What do you see|The day of/);
		}
	}, 60_000);

	test('bears names in any script, and names without end', async () => {
		const names = ['שלום עולם', 'مرحبا بالعالم', '漢字のカード', '한국어 카드', '👩‍🚀👨‍👩‍👧', 'W'.repeat(5000), '\uD800\u0000x'];
		const cards = worldsWorkshop.cards.map((card, index) => ({ ...card, name: names[index % names.length]!, description: names[(index + 3) % names.length]! }));
		for (const document of ['cards', 'scenario-sheets', 'poster', 'ballot'] as const) expect((await read({ ...worldsWorkshop, cards }, { document })).complaints).toBe('');
	}, 60_000);
});

/** What a camera reads in a part of a page, given in points. */
function scanned(bytes: Uint8Array, { x, y, size }: { x: number; y: number; size: number }): string {
	const folder = mkdtempSync(join(tmpdir(), 'longview-cards-'));
	try {
		writeFileSync(join(folder, 'cards.pdf'), bytes);
		const crop = ['-x', x * 4, '-y', y * 4, '-W', size * 4, '-H', size * 4].map((n) => (typeof n === 'number' ? String(Math.round(n)) : n));
		execFileSync('pdftoppm', ['-r', '288', '-f', '1', '-l', '1', ...crop, join(folder, 'cards.pdf'), join(folder, 'page')]);
		const picture = readFileSync(join(folder, readdirSync(folder).find((name) => name.endsWith('.ppm'))!));
		const [, width, height] = /^P6\s+(\d+)\s+(\d+)\s+255\s/.exec(picture.toString('latin1', 0, 40))!.map(Number);
		const pixels = picture.subarray(picture.length - width! * height! * 3);
		const data = new Uint8Array(width! * height! * 4);
		for (let pixel = 0; pixel < width! * height!; pixel++) data.set([pixels[pixel * 3]!, pixels[pixel * 3 + 1]!, pixels[pixel * 3 + 2]!, 255], pixel * 4);
		return decodeQR({ width: width!, height: height!, data });
	} finally {
		rmSync(folder, { recursive: true });
	}
}

/** Where words stand on a page, from its left. */
function placesOf(bytes: Uint8Array, page: number, word: RegExp): Map<string, number> {
	const folder = mkdtempSync(join(tmpdir(), 'longview-words-'));
	try {
		writeFileSync(join(folder, 'cards.pdf'), bytes);
		const html = execFileSync('pdftotext', ['-bbox', '-f', String(page), '-l', String(page), join(folder, 'cards.pdf'), '-'], { encoding: 'utf8' });
		return new Map([...html.matchAll(/xMin="([\d.]+)"[^>]*>([^<]+)</g)].filter(([, , text]) => word.test(text!)).map(([, x, text]) => [text!, Number(x)]));
	} finally {
		rmSync(folder, { recursive: true });
	}
}
const columnOf = (x: number): number => Math.floor((x - (595.28 - 540) / 2) / 180);

describe.skipIf(!canReadPdf)('cards', () => {
	test('are nine to a sheet, each with its kind in a word, its code, its date and its source', async () => {
		const pdf = await read(worldsWorkshop, { document: 'cards' });
		const count = worldsWorkshop.workshopCards.length;
		expect(pdf.pages).toHaveLength(Math.ceil(count / 9));
		expect(figures(pdf)).toBe(count);
		expect(spoken(pdf)).toMatch(/S2 Signal Open Source AI Models .*?2028 Q2/);
		expect(spoken(pdf)).toMatch(/C1 Concern Data Privacy and Security/);
	}, 30_000);

	test('carry a code that a camera reads, with which the card is found again', async () => {
		const { bytes } = await draw(worldsWorkshop, { document: 'cards' });
		const [width, height] = [595.28, 841.89];
		const [gridX, gridY] = [(width - 540) / 2, (height - 756) / 2];
		// The first card's code, with room around it.
		expect(scanned(bytes, { x: gridX + 180 - 66, y: gridY + 252 - 70, size: 66 })).toBe(shortId(worldsWorkshop.workshop.id, 'S1'));
	}, 30_000);

	test('have backs that lie behind them when the sheet is turned over its long edge', async () => {
		const pdf = await read(worldsWorkshop, { document: 'cards', cardBacks: true });
		expect(pdf.pages).toHaveLength(2 * Math.ceil(worldsWorkshop.workshopCards.length / 9));
		const [front, back] = [placesOf(pdf.bytes, 1, /^S\d$/), placesOf(pdf.bytes, 2, /^S\d$/)];
		for (const code of ['S1', 'S2', 'S3']) expect(columnOf(back.get(code)!)).toBe(2 - columnOf(front.get(code)!));
	}, 30_000);

	test('have no vote, no score and nothing of a hidden round', async () => {
		const pdf = await read(worldsWorkshop, { document: 'cards' });
		expect(pdf.text).not.toMatch(/median|score|relevancy|voter/i);
	}, 30_000);
});

describe.skipIf(!canReadPdf)('scenario sheets and the question sheet', () => {
	test('have a sheet for each world, with its headline, its story, what feeds it, and questions to talk about', async () => {
		const pdf = await read(worldsWorkshop, { document: 'scenario-sheets' });
		expect(pdf.structure.match(/ H1 \(block\)/g)).toHaveLength(worldsWorkshop.scenarios.length);
		expect(pdf.text).toContain('A headline of 2036: “Fifth provider gives back its licence”');
		expect(pdf.text).toContain('drives, weight 3 of 3');
		expect(pdf.text.match(/Who in this world is worse off than today\?/g)).toHaveLength(worldsWorkshop.scenarios.length);
	}, 30_000);

	test('have headings that skip no level, and say when a title has no room', async () => {
		const [first] = worldsWorkshop.scenarios;
		const scenarios = [{ ...first!, title: 'A world whose name has no end '.repeat(30), winners: 'Those who came first.', losers: 'Those who came last.' }];
		const drawn = await draw({ ...worldsWorkshop, scenarios }, { document: 'scenario-sheets' });
		expect(drawn.notes).toContain('A scenario’s title is too long for its page and is cut there.');
		const levels = [...readPdf(drawn.bytes).structure.matchAll(/ H(\d) \(block\)/g)].map((match) => Number(match[1]));
		expect(levels.length).toBeGreaterThan(3);
		levels.forEach((level, index) => expect(level).toBeLessThanOrEqual((levels[index - 1] ?? 0) + 1));
	}, 30_000);

	test('ask by kind, with the question and the lanes, on one page', async () => {
		const pdf = await read(worldsWorkshop, { document: 'questions' });
		expect(pdf.pages).toHaveLength(1);
		for (const said of [worldsWorkshop.workshop.question, 'From 2026 to 2036', 'Signal', 'Concern', 'Behavior', 'Technology', 'Issue']) expect(pdf.text).toContain(said);
	}, 30_000);
});

describe.skipIf(!canReadPdf)('the poster', () => {
	test.each(posterSizes)('is one %s sheet with every card’s name whole', async (poster) => {
		const pdf = await read(worldsWorkshop, { document: 'poster', poster });
		const [width, height] = posterPoints[poster];
		expect(pdf.info).toContain(`Page size:       ${width} x ${height}`);
		expect(pdf.pages).toHaveLength(1);
		const text = pdf.text.replace(/\s+/g, ' ');
		for (const { name } of worldsWorkshop.cards.filter(({ id }) => worldsWorkshop.workshopCards.some((use) => use.cardId === id && use.placement && !use.hidden)))
			for (const word of name.split(' ')) expect(text).toContain(word);
		expect(text).not.toContain('…');
	}, 30_000);

	test('of very many cards says so where names have no room', async () => {
		const few = await read(crowded(60), { document: 'poster', poster: 'A0' });
		expect(few.notes.join(' ')).not.toContain('have no room');
		const many = await read(crowded(400), { document: 'poster', poster: 'A3' });
		expect(many.complaints).toBe('');
		expect(many.notes.join(' ')).toContain('the names of 400 cards have no room');
	}, 60_000);

	test('in sheets has a map of them, and each says which it is', async () => {
		const pdf = await read(worldsWorkshop, { document: 'poster', poster: 'A1', tiled: true });
		const { columns, rows } = tilingOf(posterPoints.A1, [595.28, 841.89]);
		expect(pdf.pages).toHaveLength(1 + columns * rows);
		expect(pdf.pages[0]).toContain(`A poster in ${columns * rows} sheets`);
		for (let row = 0; row < rows; row++) for (let column = 0; column < columns; column++) expect(pdf.text).toContain(`Sheet ${tileName(row, column)} of ${columns * rows}`);
	}, 30_000);
});

test('sheets together are near the wanted size, overlap, and leave no part out', () => {
	fc.assert(fc.property(fc.integer({ min: 400, max: 6000 }), fc.integer({ min: 400, max: 6000 }), (width, height) => {
		const { tile, step, columns, rows, size } = tilingOf([width, height], [595.28, 841.89]);
		expect(tile[0] - step[0]).toBeCloseTo(28.35, 2);
		expect((columns - 1) * step[0] + tile[0]).toBeCloseTo(size[0], 6);
		expect((rows - 1) * step[1] + tile[1]).toBeCloseTo(size[1], 6);
		if (columns > 1) expect(Math.abs(size[0] - width)).toBeLessThanOrEqual(step[0] / 2 + 0.01);
	}));
});

test('names of sheets are unlike, however many there are', () => {
	const names = Array.from({ length: 60 }, (_, row) => Array.from({ length: 20 }, (_, column) => tileName(row, column))).flat();
	expect(new Set(names).size).toBe(names.length);
});
