import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { longviewCommand } from './commandLine.ts';
import { expect, test } from './fixtures.ts';
import { hasPoppler, pdfInfo, pdfText } from './pdfText.ts';

/** A hieroglyph, which none of the report's fonts has. */
const unprintable = '𓂀';
/** A PNG of one blue pixel. */
const onePixel = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPj/HwADBwIAMCbHYQAAAABJRU5ErkJggg==', 'base64');
const noPoppler = 'poppler (pdfinfo, pdftotext) is not on this machine, so the PDF was not read back';

test('the report comes as A4 or Letter, as chosen, and the choice is kept', async ({ longview, report }, info) => {
	await longview.openSample();
	await longview.go('Report');
	await report.choosePageSize('Letter');
	const letter = info.outputPath('letter.pdf');
	const download = await report.export(letter);
	expect(download.suggestedFilename()).toBe('Who shapes AI in Europe.pdf');
	await longview.reload();
	await expect(report.panel.getByRole('button', { name: 'Letter' })).toHaveAttribute('aria-pressed', 'true');
	await report.choosePageSize('A4');
	const a4 = info.outputPath('a4.pdf');
	await report.export(a4);
	for (const path of [letter, a4]) expect(readFileSync(path).subarray(0, 5).toString()).toBe('%PDF-');
	test.skip(!hasPoppler(), noPoppler);
	expect(pdfInfo(letter)['Page size']).toMatch(/^612 x 792 pts/);
	expect(pdfInfo(a4)['Page size']).toMatch(/^595\.28 x 841\.89 pts/);
	expect(pdfInfo(a4)).toMatchObject({ Tagged: 'yes', Title: expect.stringContaining('Who shapes AI in Europe') });
	const text = pdfText(a4);
	for (const words of ['Who will shape AI in Europe by 2036, and on whose terms?', 'Ethical Use of AI Models', '2030 Q2', 'AI start-up Mistral secures €385m']) expect(text).toContain(words);
});

test('characters that no font has are noted, and everything else prints', async ({ longview, report, scenarios, page }, info) => {
	await longview.openSample();
	await longview.go('Scenarios');
	await scenarios.start();
	await page.keyboard.insertText(`Eye ${unprintable} of Horus`);
	await scenarios.narrative.fill('Ελλάδα, България, 漢字 and 🌊.');
	await longview.saved();
	await longview.go('Report');
	const path = info.outputPath('report.pdf');
	await report.export(path);
	await expect(report.panel.getByRole('heading', { name: 'Good to know' })).toBeVisible();
	await expect(report.notes.filter({ hasText: unprintable })).toHaveCount(1);
	test.skip(!hasPoppler(), noPoppler);
	const text = pdfText(path);
	for (const words of ['of Horus', 'Ελλάδα, България', '🌊']) expect(text).toContain(words);
});

test('an export that is cancelled writes no file and can be started again', async ({ longview, report, scenarios, page }, info) => {
	await longview.openSample();
	await longview.go('Scenarios');
	for (const title of ['A long story', 'A longer one', 'The longest']) {
		await scenarios.start();
		await page.keyboard.insertText(title);
		await scenarios.narrative.fill('It is 2036 and nothing is as it was. '.repeat(1200));
	}
	await longview.saved();
	await longview.go('Report');
	const downloads: string[] = [];
	page.on('download', (download) => downloads.push(download.suggestedFilename()));
	await report.cancelAtOnce();
	await report.exportButton.click();
	await expect(report.panel.getByText('Cancelled. No file was written.')).toBeVisible();
	expect(downloads).toEqual([]);
	const path = info.outputPath('report.pdf');
	await report.export(path);
	expect(statSync(path).size).toBeGreaterThan(10_000);
});

test('an empty workshop has a report, and the screen says what it lacks', async ({ longview, report, page }, info) => {
	await longview.startWorkshop('Nothing yet');
	await page.keyboard.press('Control+p');
	await expect(longview.step('Report'), 'Ctrl+P leads to the report').toHaveAttribute('aria-current', 'step');
	await expect(report.section('Cover')).toContainText('The scoping question is not written yet.');
	await expect(report.section('The horizon')).toContainText('Nothing stands on the canvas yet.');
	await expect(report.section('What the room thinks')).toContainText('The room has not voted yet.');
	await expect(report.section('Scenarios')).toContainText('No scenario is written yet.');
	const path = info.outputPath('empty.pdf');
	const download = await report.export(path);
	expect(download.suggestedFilename()).toBe('Nothing yet.pdf');
	await report.section('Cover').getByRole('button', { name: 'Write the question' }).click();
	await expect(longview.step('Frame')).toHaveAttribute('aria-current', 'step');
	test.skip(!hasPoppler(), noPoppler);
	expect(pdfText(path)).toContain('Nothing yet');
});

test('beside the settings stand the report’s own pages, and they follow what is chosen', async ({ longview, report }, info) => {
	await longview.openSample();
	await report.redrawn(() => longview.go('Report'));
	await expect(report.shownPage(1)).toHaveAccessibleName(/^Page 1 of \d+, Cover$/);
	expect(await report.ink(1)).toBeGreaterThan(0.05);
	await report.redrawn(() => report.look.getByLabel('Language').selectOption({ label: 'Deutsch' }));
	await report.redrawn(() => report.look.getByLabel('Organisation').fill('Ministerium für Zukunft'));
	const path = info.outputPath('deutsch.pdf');
	await report.export(path);
	test.skip(!hasPoppler(), noPoppler);
	const text = pdfText(path);
	for (const words of ['Zusammenfassung', 'Ministerium für Zukunft', 'Sie sind keine Prognosen.', 'Ethical Use of AI Models']) expect(text).toContain(words);
	expect(text).not.toContain('Summary');
	await longview.reload();
	await expect(report.look.getByLabel('Language')).toHaveValue('de');
});

test('sections are left out, moved by key and by hand, and every change can be undone', async ({ longview, report, page }, info) => {
	await longview.openSample();
	await report.redrawn(() => longview.go('Report'));
	const before = await report.order();
	await report.redrawn(() => report.sections.getByRole('checkbox', { name: 'Show Method' }).uncheck());
	await report.sections.getByRole('button', { name: 'Sources', exact: true }).focus();
	await report.redrawn(async () => {
		for (let step = 0; step < 3; step++) await page.keyboard.press('Alt+ArrowUp');
		await expect.poll(() => report.order()).toEqual([...before.slice(0, -5), 'Sources', ...before.slice(-5, -2), 'Words used here']);
	});
	const grip = report.section('The cards').locator('.grip');
	const target = (await report.section('Summary').boundingBox())!;
	const from = (await grip.boundingBox())!;
	await page.mouse.move(from.x + 5, from.y + 10);
	await page.mouse.down();
	await page.mouse.move(from.x + 5, from.y - 20, { steps: 3 });
	await page.mouse.move(target.x + 12, target.y + 12, { steps: 6 });
	await report.redrawn(() => page.mouse.up());
	expect((await report.order())[0]).toBe('The cards');
	await report.section('Sources').getByRole('button', { name: 'Sources', exact: true }).click();
	await expect(report.page.getByText(/^Page [3-9]\d* of/)).toBeVisible();
	const path = info.outputPath('moved.pdf');
	await report.export(path);
	for (let step = 0; step < 5; step++) await page.keyboard.press('Control+z');
	await expect.poll(() => report.order()).toEqual(before);
	await expect(report.sections.getByRole('checkbox', { name: 'Show Method' })).toBeChecked();
	test.skip(!hasPoppler(), noPoppler);
	const text = pdfText(path);
	expect(text).not.toContain('In this workshop');
	expect(text.indexOf('The cards')).toBeLessThan(text.indexOf('Summary'));
});

test('a logo is printed, what is none is refused in a sentence, and a colour too light for paper is made darker', async ({ longview, report }, info) => {
	await longview.openSample();
	await report.redrawn(() => longview.go('Report'));
	const logo = report.look.getByRole('group', { name: 'Logo' });
	const choose = (name: string, buffer: Buffer) => logo.locator('input[type=file]').setInputFiles({ name, mimeType: 'image/png', buffer });
	await choose('minutes.png', Buffer.from('These are the minutes.'));
	await expect(logo.getByRole('alert')).toHaveText('“minutes.png” is no PNG or JPEG picture. Choose one that is.');
	const enormous = Buffer.from(onePixel);
	enormous.writeUInt32BE(10_000, 16);
	enormous.writeUInt32BE(10_000, 20);
	await choose('wall.png', enormous);
	await expect(logo.getByRole('alert')).toHaveText('“wall.png” has 100 megapixels. Choose a picture of 40 megapixels at most.');
	await report.redrawn(() => choose('logo.png', onePixel));
	await expect(logo.getByRole('img', { name: 'The logo as it is printed' })).toBeVisible();
	await report.redrawn(async () => {
		await report.look.getByLabel('Colour in hexadecimal digits').fill('#ffff00');
		await report.look.getByLabel('Colour in hexadecimal digits').press('Enter');
	});
	await expect(report.look.getByRole('status')).toContainText('#ffff00 is too light for white paper, so it is printed darker: #');
	const path = info.outputPath('logo.pdf');
	await report.export(path);
	expect(readFileSync(path, 'latin1')).toContain('/Subtype /Image');
});

test('a long report says how far it is, in the preview and in the export, and both can be stopped', async ({ longview, report }, info) => {
	await longview.openSample();
	const path = await longview.saveFile(info.outputPath('long.longview'));
	const saved = JSON.parse(readFileSync(path, 'utf8')) as { workshop: { id: string }; scenarios: object[] };
	saved.scenarios = Array.from({ length: 10 }, (_, n) => ({
		id: `story${n}`, workshopId: saved.workshop.id, title: `Story ${n + 1}`, narrative: 'It is 2036 and nothing is as it was. '.repeat(9000), horizonYear: 2036, cardIds: [], order: n, createdAt: '2026-05-14T09:00:00.000Z',
	}));
	writeFileSync(path, JSON.stringify(saved));
	await longview.openFile(path);
	await expect(longview.workshopTitle).toContainText('(copy)');
	await longview.saved();
	await longview.go('Report');
	await expect(report.page.getByText(/^\d+ pages drawn, Scenarios$/).first()).toBeVisible({ timeout: 20_000 });
	await report.page.getByRole('button', { name: 'Stop', exact: true }).click();
	await expect(report.page.getByText('Stopped. No pages yet.')).toBeVisible();
	await report.exportButton.click();
	await expect(report.panel.getByText(/^\d+ pages drawn, Scenarios$/)).toBeVisible({ timeout: 20_000 });
	await report.panel.getByRole('button', { name: 'Cancel' }).click();
	await expect(report.panel.getByText('Cancelled. No file was written.')).toBeVisible();
	await report.redrawn(() => report.page.getByRole('button', { name: 'Draw again' }).click());
	await expect(report.page.getByText(/^Page 1 of \d{2,}$/)).toBeVisible();
});

test('longview inspect prints one line of JSON for each seed document, with everything in it', async () => {
	const { code, out, err } = await longviewCommand('inspect', 'seeds', '--json');
	expect(code, err).toBe(0);
	const documents = out.trim().split('\n').map((line) => JSON.parse(line) as Record<string, unknown> & { shape: string; cards: { kind: string; name: string; nameIsMade: boolean }[] });
	expect(documents.map(({ shape }) => shape)).toEqual(['signal page', 'article', 'newsletter', 'news item']);
	const [page, article, letter, item] = documents as [typeof documents[0], typeof documents[0], typeof documents[0], typeof documents[0]];
	const ofKind = (kind: string) => page.cards.filter((card) => card.kind === kind).length;
	expect(['signal', 'concern', 'behavior', 'technology', 'issue'].map(ofKind)).toEqual([5, 6, 5, 5, 6]);
	expect(page.cards.filter(({ nameIsMade }) => nameIsMade).map(({ kind }) => kind)).toEqual(Array(5).fill('technology'));
	expect(page.cards.filter(({ name }) => name.trim() === '')).toEqual([]);
	expect(page).toMatchObject({ category: 'technology', type: 'news', pageRef: '20221217', titleIsMade: false, keywords: expect.arrayContaining(['EU AI Act']), themes: expect.arrayContaining(['European tech startup']) });
	expect(page['url']).toContain('https://techcrunch.com/2023/12/11/');
	expect(article).toMatchObject({ titleIsMade: true, cards: [] });
	expect(letter).toMatchObject({ author: 'Ben Tossell', publishedAt: '2023-12-14', titleIsMade: false });
	for (const list of ['sections', 'links', 'milestones', 'repairs']) expect((letter[list] as unknown[]).length, list).toBeGreaterThan(0);
	expect(JSON.stringify({ ...letter, repairs: [] })).not.toContain('‚Ä');
	expect(item).toMatchObject({ title: 'AI start-up Mistral secures €385m to challenge OpenAI', provider: 'SiliconRepublic', quality: 37, heat: -1, topics: ['AI'] });
	expect(item['related']).toHaveLength(7);
	expect(out).not.toContain('secured');
});

test('longview report makes a PDF of a workshop file and of documents, and says why it cannot', async ({ longview }, info) => {
	await longview.openSample();
	await longview.saved();
	const file = await longview.saveFile(info.outputPath('room.longview'));
	const [ofFile, ofSeeds, ofNothing] = [info.outputPath('file.pdf'), info.outputPath('draft.pdf'), info.outputPath('nothing.pdf')];
	expect(await longviewCommand('report', file, '-o', ofFile)).toMatchObject({ code: 0, out: '' });
	expect(await longviewCommand('report', 'seeds', '-o', ofSeeds)).toMatchObject({ code: 0, out: '' });
	const refused = await longviewCommand('report', 'no-such.longview', '-o', ofNothing);
	expect(refused).toMatchObject({ code: 1, out: '' });
	expect(refused.err).toContain('no-such.longview');
	expect(existsSync(ofNothing)).toBe(false);
	test.skip(!hasPoppler(), noPoppler);
	expect(pdfText(ofFile)).toContain('Who will shape AI in Europe by 2036, and on whose terms?');
	expect(pdfText(ofSeeds)).toContain('Rise of European AI Startups');
});
