import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { ReportOptions } from '../../src-shared/schemas/report.ts';
import { drawReport } from './drawReport.ts';
import { canReadPdf } from './testing/pdfTools.ts';
import { difference, pagePictures } from './testing/pagePictures.ts';
import { worldsWorkshop } from './testing/worldsWorkshop.ts';

const options: ReportOptions = { document: 'report', pageSize: 'A4', language: 'en', printedAt: '2026-05-14T12:00:00.000Z', largePrint: false };
const documents: Record<string, Partial<ReportOptions>> = {
	report: {}, 'report-large': { largePrint: true }, 'report-letter-de': { pageSize: 'Letter', language: 'de' }, cards: { document: 'cards' }, sheets: { document: 'scenario-sheets' },
	questions: { document: 'questions' }, poster: { document: 'poster', poster: 'A2' },
};
const folder = join(import.meta.dirname, 'testing', 'pages');
/** Another version of the rasteriser moves a field by a few of 255; a line of text that is elsewhere by some dozens. */
const tolerated = 14;

/** After a change that is meant: UPDATE_PAGES=1 npx vitest run src-main/reports/pages.test.ts, and look at the pages. */
describe.skipIf(!canReadPdf)('the pages look as they were when somebody last looked at them', () => {
	test.each(Object.entries(documents))('%s', async (name, changes) => {
		const { bytes } = await drawReport(worldsWorkshop, { ...options, ...changes });
		const now = pagePictures(bytes);
		const file = join(folder, `${name}.txt`);
		if (process.env['UPDATE_PAGES']) {
			mkdirSync(folder, { recursive: true });
			writeFileSync(file, `${now.join('\n')}\n`);
		}
		expect(existsSync(file), `There is no baseline for ${name}.`).toBe(true);
		const before = readFileSync(file, 'utf8').trim().split('\n');
		expect(now.length, 'pages').toBe(before.length);
		const changed = now.flatMap((page, index) => {
			const { most, where } = difference(before[index]!, page);
			return most > tolerated ? [`page ${index + 1}: ${most} of 255 at ${where}`] : [];
		});
		expect(changed).toEqual([]);
	}, 60_000);
});

test('a line of text that is missing is a difference', () => {
	const page = 'ff'.repeat(16 * 22);
	const line = page.slice(0, 64) + 'c8'.repeat(8) + page.slice(80);
	expect(difference(page, line)).toEqual({ most: 55, where: 'column 1 of 16, row 3 of 22' });
	expect(difference(page, page).most).toBe(0);
});
