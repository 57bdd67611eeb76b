import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { sectionNames, type ReportOptions } from '../../src-shared/schemas/report.ts';
import { fitted } from './columns.ts';
import { drawReport } from './drawReport.ts';
import { createPaper } from './paper.ts';
import { canReadPdf, readPdf } from './testing/pdfTools.ts';
import { sampleWorkshop } from './testing/sampleWorkshop.ts';
import { votedWorkshop } from './testing/votedWorkshop.ts';
import { worldsWorkshop } from './testing/worldsWorkshop.ts';

const options: ReportOptions = { document: 'report', pageSize: 'A4', language: 'en', printedAt: '2026-05-14T12:00:00.000Z', largePrint: true };
const column = (width: number) => ({ title: 'Card', width });

test('columns that fit stay as their section wants them; those that do not are made to fit, or given up', () => {
	const plain = createPaper(sampleWorkshop, { ...options, largePrint: false });
	expect(fitted(plain, [column(100), column(200)], [], plain.width)).toEqual([column(100), column(200)]);
	const large = createPaper(sampleWorkshop, options);
	const long = { text: 'The name of a card that takes a line or two in any column' };
	const three = fitted(large, [column(10), column(100), column(300)], [[{ text: '1' }, long, long]], large.width)!;
	expect(three.reduce((sum, { width }) => sum + width, 0)).toBeCloseTo(large.width, 3);
	expect(three[0]!.width).toBeLessThan(60);
	expect(fitted(large, [1, 2, 3, 4].map(() => column(100)), [[long, long, long, long]], large.width)).toBeNull();
});

/** Heights of words as the file has them, and how far to the right any of them reaches, in points. */
function boxes(bytes: Uint8Array): { smallest: number; furthest: number; page: number } {
	const folder = mkdtempSync(join(tmpdir(), 'longview-large-'));
	try {
		writeFileSync(join(folder, 'large.pdf'), bytes);
		const html = execFileSync('pdftotext', ['-bbox', join(folder, 'large.pdf'), '-'], { encoding: 'utf8', maxBuffer: 64e6 });
		const words = [...html.matchAll(/xMin="([\d.-]+)" yMin="([\d.-]+)" xMax="([\d.-]+)" yMax="([\d.-]+)"/g)].map((match) => match.slice(1).map(Number));
		return { smallest: Math.min(...words.map(([, top, , bottom]) => bottom! - top!)), furthest: Math.max(...words.map(([, , right]) => right!)), page: Number(/width="([\d.]+)"/.exec(html)![1]) };
	} finally {
		rmSync(folder, { recursive: true });
	}
}

test.skipIf(!canReadPdf)('large print is sound, reflowed to the same paper, and says what the report says', async () => {
	const [large, plain] = [await drawReport(votedWorkshop, options), await drawReport(votedWorkshop, { ...options, largePrint: false })];
	const [pdf, usual] = [readPdf(large.bytes), readPdf(plain.bytes)];
	expect(pdf.complaints).toBe('');
	expect(pdf.info).toMatch(/Page size:\s+595\.28 x 841\.89/);
	expect(large.pages).toBeGreaterThan(plain.pages);
	for (const name of votedWorkshop.cards.map((card) => card.name)) expect(pdf.text.replace(/\s+/g, ' ').includes(name), name).toBe(usual.text.replace(/\s+/g, ' ').includes(name));
	// A folio at 13.5 points is the smallest that there may be.
	const [ours, theirs] = [boxes(large.bytes), boxes(plain.bytes)];
	expect(ours.smallest / theirs.smallest).toBeGreaterThan(1.3);
}, 60_000);

/** Height of the box of each word on a page, in points. */
function heights(bytes: Uint8Array, page: number): Map<string, number> {
	const folder = mkdtempSync(join(tmpdir(), 'longview-large-'));
	try {
		writeFileSync(join(folder, 'large.pdf'), bytes);
		const html = execFileSync('pdftotext', ['-f', String(page), '-l', String(page), '-bbox', join(folder, 'large.pdf'), '-'], { encoding: 'utf8' });
		return new Map([...html.matchAll(/yMin="([\d.-]+)" xMax="[\d.-]+" yMax="([\d.-]+)">([^<]*)</g)].map(([, top, foot, word]) => [word!, Number(foot) - Number(top)]));
	} finally {
		rmSync(folder, { recursive: true });
	}
}

test.skipIf(!canReadPdf).each([['A4', 'en'], ['Letter', 'de']] as const)('a wheel on %s in %s is as large as the text, with numbers where words have no room', async (pageSize, language) => {
	const sections = sectionNames.map((name) => ({ name, shown: name === 'wheels' }));
	const file = { ...worldsWorkshop, workshop: { ...worldsWorkshop.workshop, report: { sections } } };
	const { bytes } = await drawReport(file, { ...options, pageSize, language });
	const pdf = readPdf(bytes);
	expect(pdf.complaints).toBe('');
	expect(pdf.text).toContain({ en: 'What the numbers on the wheel stand for', de: 'Wofür die Nummern auf dem Rad stehen' }[language]);
	expect(pdf.text.replace(/\s+/g, ' ')).toContain({ en: 'Third order, dashed edge', de: 'Dritte Ordnung, gestrichelter Rand' }[language]);
	const page = pdf.pages.findIndex((text) => text.split(/\s+/).includes('1.1.1')) + 1;
	const [wheel, list] = [heights(bytes, page), heights(bytes, page + 1)];
	for (const number of ['1', '1.1', '2.1.1']) expect(wheel.get(number)! / list.get('Faults')!, number).toBeGreaterThan(0.95);
	expect(readPdf((await drawReport(file, { ...options, largePrint: false })).bytes).text).toContain('The wheel as a list');
}, 60_000);
