import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { expect, test } from './fixtures.ts';
import { LongviewPage, seedFiles } from './pages/LongviewPage.ts';
import { VotePage } from './pages/VotePage.ts';
import { hasPoppler, pdfInfo, pdfText } from './pdfText.ts';

const signals = ['Rise of European AI Startups', 'Open Source AI Models', 'Regulatory Influence on AI Development'] as const;
const question = 'Who will shape AI in Europe by 2036, and on whose terms?';

test('four seed documents in, a PDF scenario report out, and everything is there the next day', async ({ longview, page, host, browser }, info) => {
	const vote = new VotePage(page);

	await test.step('the documents are dropped on the first screen', async () => {
		await longview.dropFiles(seedFiles.map((path) => ({ name: basename(path), text: readFileSync(path) })));
		await expect(longview.step('Scan')).toHaveAttribute('aria-current', 'step');
		await expect(page.getByText(/4 documents/).first()).toBeVisible();
		await expect(page.getByRole('complementary', { name: 'Sources' }).getByText('AI start-up Mistral secures €385m to challenge OpenAI')).toBeVisible();
	});

	await test.step('the workshop is framed', async () => {
		await longview.go('Frame');
		await page.getByLabel('Title of the workshop').fill('Who shapes AI in Europe');
		await page.getByLabel('Scoping question').fill(question);
	});

	await test.step('signals are dragged from the library onto the canvas', async () => {
		await longview.go('Place');
		await expect(page.getByRole('heading', { name: question })).toBeVisible();
		const box = (await longview.canvas.boundingBox())!;
		for (const [index, name] of signals.entries()) {
			await longview.drag(longview.libraryCard(name), { x: box.x + 280 + index * 260, y: box.y + 170 + index * 130 });
			await expect(longview.canvasCard(name)).toBeVisible();
		}
		await expect(page.getByRole('button', { name: /^On canvas 3/ })).toBeVisible();
	});

	await test.step('three people vote on the laptop, one after another', async () => {
		await longview.go('Vote');
		await vote.prepare(signals, 4);
		await vote.openRound();
		await vote.passRound();
		await vote.voteAs([5, 4, 2], 'Anyone can build on the weights.');
		await vote.voteAs([4, 4, 5]);
		await vote.voteAs([5, 'cannot say', 1]);
		await vote.backToFacilitator();
		await expect(vote.turnout).toContainText('3');
		await vote.closeAndReveal();
		for (const name of signals) await expect(page.getByRole('row').filter({ hasText: name })).toBeVisible();
	});

	await test.step('a scenario is named, told and fed', async () => {
		await longview.go('Scenarios');
		await page.getByRole('button', { name: 'Start a scenario' }).click();
		await page.getByLabel('Name of the scenario').fill('Common Ground');
		await page.getByRole('textbox', { name: 'Narrative' }).fill('By 2036 Europe runs on models that anyone can open, read and retrain. Ελλάδα, Болгария and 🌊 follow.');
		await page.getByRole('button', { name: 'Add cards' }).click();
		for (const name of [signals[1], signals[0]]) await page.getByRole('region', { name: 'Fed by' }).getByRole('button', { name }).click();
		await page.getByRole('region', { name: 'Fed by' }).getByRole('button', { name: 'Done' }).click();
		await longview.saved();
	});

	const pdf = info.outputPath('report.pdf');
	await test.step('the report is exported', async () => {
		await longview.go('Report');
		const download = await longview.download(() => page.getByRole('button', { name: /^Export PDF/ }).click());
		expect(download.suggestedFilename()).toBe('Who shapes AI in Europe.pdf');
		await download.saveAs(pdf);
		expect(readFileSync(pdf).subarray(0, 5).toString()).toBe('%PDF-');
	});

	await test.step('its text reads back', async () => {
		test.skip(!hasPoppler(), 'poppler (pdftotext) is not on this machine, so the PDF’s text was not read back');
		const text = pdfText(pdf);
		for (const words of [question, ...signals, 'Common Ground', 'anyone can open, read and retrain', 'Ελλάδα, Болгария', '3 of 4', 'SiliconRepublic']) {
			expect(text).toContain(words);
		}
		expect(text).not.toContain('secured');
		expect(pdfInfo(pdf)).toMatchObject({ Title: expect.stringContaining('Who shapes AI in Europe'), Tagged: 'yes' });
	});

	await test.step('closed and opened again, everything is there', async () => {
		await longview.saved();
		expect(await host.stop()).toBe(130); // what a shell expects of a program that Ctrl-C ended
		const again = await host.restart();
		const tab = await page.context().newPage();
		const reopened = new LongviewPage(tab);
		await reopened.open(again.address);
		await reopened.go('Place');
		for (const name of signals) await expect(reopened.canvasCard(name)).toBeVisible();
		await reopened.go('Scenarios');
		await expect(tab.getByText('Common Ground').first()).toBeVisible();
		await reopened.go('Vote');
		await expect(tab.getByRole('heading', { name: 'What the room thinks' })).toBeVisible();
		await tab.close();

		// Another browser has none of it in its own storage: the disk gives it back.
		const fresh = await browser.newContext();
		const elsewhere = new LongviewPage(await fresh.newPage());
		await again.stop();
		const third = await again.restart();
		await elsewhere.open(third.address);
		await elsewhere.go('Place');
		for (const name of signals) await expect(elsewhere.canvasCard(name)).toBeVisible();
		expect([...reopened.problems, ...elsewhere.problems]).toEqual([]);
		await fresh.close();
		await third.stop();
	});
});
