import { readFileSync } from 'node:fs';
import { longviewCommand } from './commandLine.ts';
import { expect, test } from './fixtures.ts';
import { hasPoppler, pdfInfo, pdfText } from './pdfText.ts';

const noPoppler = 'poppler (pdfinfo, pdftotext) is not on this machine, so the PDF was not read back';

test('every handout is saved as a PDF, on the paper that was chosen', async ({ longview, handouts }, info) => {
	await longview.openSample();
	await longview.go('Report');
	await handouts.open();
	await handouts.choosePaper('Letter');
	const names = { 'Signal cards': 'cards', 'Scenario sheets': 'scenario sheets', 'Paper ballot': 'ballot', 'Question sheet': 'questions' };
	for (const [title, suffix] of Object.entries(names)) {
		const path = info.outputPath(`${suffix}.pdf`);
		const download = await handouts.save(title, path);
		expect(download.suggestedFilename()).toBe(`Who shapes AI in Europe, ${suffix}.pdf`);
		expect(readFileSync(path).subarray(0, 5).toString()).toBe('%PDF-');
		if (hasPoppler()) expect(pdfInfo(path)).toMatchObject({ Tagged: 'yes', 'Page size': expect.stringMatching(/^612 x 792/) });
	}
	test.skip(!hasPoppler(), noPoppler);
	expect(pdfText(info.outputPath('cards.pdf'))).toContain('Cut from mark to mark.');
	expect(pdfText(info.outputPath('questions.pdf'))).toContain('What small thing have you seen that may grow?');
});

test('the poster comes whole or in sheets with a map', async ({ longview, handouts }, info) => {
	await longview.openSample();
	await longview.go('Report');
	await handouts.open();
	await handouts.choosePaper('A4');
	await handouts.choosePoster('A2', false);
	await handouts.save('Wall poster', info.outputPath('whole.pdf'));
	await handouts.choosePoster('A2', true);
	await handouts.save('Wall poster', info.outputPath('sheets.pdf'));
	test.skip(!hasPoppler(), noPoppler);
	expect(pdfInfo(info.outputPath('whole.pdf'))).toMatchObject({ Pages: '1', 'Page size': expect.stringMatching(/^1683\.78 x 1190\.55/) });
	expect(pdfText(info.outputPath('sheets.pdf'))).toMatch(/A poster in (\d+) sheets .*Sheet A1 of \1/);
});

test('large print is reflowed to more pages', async ({ longview, handouts }, info) => {
	await longview.openSample();
	await longview.go('Report');
	await handouts.open();
	await handouts.save('Paper ballot', info.outputPath('usual.pdf'));
	await handouts.inLargePrint();
	await handouts.save('Paper ballot', info.outputPath('large.pdf'));
	test.skip(!hasPoppler(), noPoppler);
	expect(Number(pdfInfo(info.outputPath('large.pdf')).Pages)).toBeGreaterThan(Number(pdfInfo(info.outputPath('usual.pdf')).Pages));
});

test('a handout that cannot be drawn says why, and can be asked for again', async ({ longview, handouts, page }, info) => {
	await longview.openSample();
	await longview.go('Report');
	await handouts.open();
	await page.route('**/api/reports', (route) => route.fulfill({ status: 422, contentType: 'application/json', body: JSON.stringify({ error: 'The report could not be drawn.' }) }), { times: 1 });
	await handouts.handout('Signal cards').getByRole('button', { name: 'Save PDF' }).click();
	await expect(handouts.handout('Signal cards').getByRole('alert')).toBeVisible();
	longview.problems.length = 0;
	await handouts.save('Signal cards', info.outputPath('cards.pdf'));
	await expect(handouts.handout('Signal cards').getByRole('alert')).toBeHidden();
});

test('the command line prints every handout', async ({ browserName: _ }, info) => {
	for (const [document, ...flags] of [['cards', '--backs', '--paper', 'Letter'], ['scenario-sheets', '--large-print'], ['ballot'], ['questions'], ['poster', '--poster', 'A3'], ['poster', '--tiled']] as const) {
		const path = info.outputPath(`${document}${flags.length}.pdf`);
		const { code, err } = await longviewCommand('report', 'seeds', '-o', path, '--document', document, ...flags);
		expect([code, err]).toEqual([0, '']);
		expect(readFileSync(path).subarray(0, 5).toString()).toBe('%PDF-');
	}
	const { code, err } = await longviewCommand('report', 'seeds', '-o', info.outputPath('x.pdf'), '--document', 'poster', '--poster', 'A9');
	expect([code, err]).toEqual([2, expect.stringContaining('There is no poster A9. Give one of A3, A2, A1, A0.')]);
});
