import { expect, test } from './fixtures.ts';
import { seedFiles } from './pages/LongviewPage.ts';

const firstScreen = { name: 'Look ten years ahead, together.' };

test('the first screen says what Longview is for and offers the three ways in', async ({ longview, page }) => {
	await expect(page.getByRole('heading', { level: 1, ...firstScreen })).toBeVisible();
	await expect(page.getByText('Nothing leaves this computer.')).toBeVisible();
	for (const name of ['Open the sample workshop', 'New workshop', 'Choose files', 'Open a workshop file']) {
		await expect(page.getByRole('button', { name })).toBeEnabled();
	}
	await expect(longview.runSheet).toBeHidden();
});

test('the sample opens with its four documents, its 27 cards and the first of them placed', async ({ longview, page, library, canvas, scan }) => {
	await longview.openSample();
	await expect(page).toHaveTitle(/^Who shapes AI in Europe/);
	await expect(canvas.region.getByRole('heading', { name: 'Who will shape AI in Europe by 2036, and on whose terms?' })).toBeVisible();
	await expect(library.kind('All')).toContainText('27');
	await expect(library.part('On canvas')).toContainText('13');
	await expect(library.part('To place')).toContainText('14');
	await expect(canvas.cards).toHaveCount(13);
	await expect(canvas.cardAt('Ethical Use of AI Models', '2030 Q2', 'Society & ethics')).toBeVisible();
	await longview.go('Scan');
	await expect(scan.documents).toHaveCount(4);
	for (const shape of ['signal page', 'article', 'newsletter', 'news item']) {
		await expect(scan.documents.filter({ hasText: shape })).toHaveCount(1);
	}
	await longview.saved();
});

test('a new workshop starts with what its dialog was told', async ({ longview, page }) => {
	await page.getByRole('button', { name: 'New workshop' }).click();
	const dialog = page.getByRole('dialog', { name: 'New workshop' });
	await dialog.getByLabel('Title').fill('Water in the delta');
	await dialog.getByLabel('Scoping question').fill('Who will have water in 2040?');
	await dialog.getByLabel('Base year').fill('2030');
	await dialog.getByRole('button', { name: 'PESTLE, six lanes' }).click();
	await dialog.getByRole('button', { name: 'Start the workshop' }).click();
	await expect(longview.step('Frame')).toHaveAttribute('aria-current', 'step');
	await expect(page.getByLabel('Title of the workshop')).toHaveValue('Water in the delta');
	await expect(page.getByLabel('Scoping question')).toHaveValue('Who will have water in 2040?');
	await expect(page.getByText('Ten years, 2030 to 2040')).toBeVisible();
	await expect(page.getByLabel(/^Name of lane/)).toHaveCount(6);
	await longview.reload();
	await expect(longview.workshopTitle).toHaveText('Water in the delta');
});

test('documents chosen in the file dialog start a workshop and open in Scan', async ({ longview, page, scan }) => {
	const chooser = await longview.fileChooser(() => page.getByRole('button', { name: 'Choose files' }).click());
	expect(chooser.isMultiple()).toBe(true);
	await chooser.setFiles(seedFiles);
	await expect(longview.step('Scan')).toHaveAttribute('aria-current', 'step');
	await expect(scan.documents).toHaveCount(4);
	await longview.saved();
});

test('closing the file dialog without choosing starts nothing', async ({ longview, page }) => {
	const chooser = await longview.fileChooser(() => page.getByRole('button', { name: 'Choose files' }).click());
	await longview.cancel(chooser);
	const again = await longview.fileChooser(() => page.getByRole('button', { name: 'Open a workshop file' }).click());
	await longview.cancel(again);
	await expect(page.getByRole('heading', firstScreen)).toBeVisible();
	await expect(longview.runSheet).toBeHidden();
	await expect(page.getByRole('alert')).toHaveCount(0);
	await page.reload();
	await expect(page.getByRole('heading', firstScreen)).toBeVisible();
});

test('without the start page the window says how to get in', async ({ browser, host }) => {
	const context = await browser.newContext();
	const page = await context.newPage();
	await page.goto(`http://127.0.0.1:${host.port}/`);
	await expect(page.getByRole('heading', { name: 'Longview cannot start in this window' })).toBeVisible();
	await expect(page.getByText('Close it and start Longview again with npm start.')).toBeVisible();
	await context.close();
});
