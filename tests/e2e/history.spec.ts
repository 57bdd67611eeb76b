import type { Page } from 'playwright/test';
import { expect, test } from './fixtures.ts';

const [ethics, privacy] = ['Ethical Use of AI Models', 'Data Privacy and Security'] as const;
const history = (page: Page) => page.getByRole('dialog', { name: 'History' });
const step = (page: Page, name: RegExp | string) => history(page).getByRole('button', { name });
const current = (page: Page) => history(page).locator('[aria-current=step]');

test('the history lists named steps, goes back to any of them and forth again, and is there after a new start', async ({ longview, canvas, page }) => {
	await longview.openSample();
	await canvas.focusCard(ethics);
	await canvas.press('Shift+ArrowRight');
	await expect(canvas.cardAt(ethics, '2031 Q2')).toBeVisible();
	await canvas.choose(privacy, 'Hide');
	await canvas.chooseForLane('Environment', 'Fold');
	await canvas.focusCard(ethics);
	await canvas.press('Delete');
	await expect(canvas.cards).toHaveCount(11);

	await page.keyboard.press('Control+h');
	await expect(current(page)).toContainText('Take C4 back to the library');
	await expect(current(page)).toBeFocused();
	await expect(current(page).locator('time')).toHaveText(/^\d\d:\d\d$/);
	await expect(history(page)).toContainText('Today');
	await step(page, /^Move C4 to 2031 Q2/).click();
	await expect(canvas.cardAt(ethics, '2031 Q2')).toBeVisible();
	await expect(canvas.card(privacy)).toBeVisible();
	await expect(current(page)).toContainText('Move C4 to 2031 Q2');
	await expect(step(page, /^Fold “Environment”, taken back/)).toBeVisible();
	await longview.saved();

	await longview.reload();
	await expect(canvas.cardAt(ethics, '2031 Q2')).toBeVisible();
	await page.getByRole('button', { name: 'History' }).click();
	await expect(current(page)).toContainText('Move C4 to 2031 Q2');
	await page.keyboard.press('ArrowUp');
	await expect(step(page, /^Hide C1/)).toBeFocused();
	await page.keyboard.press('Enter');
	await expect(canvas.card(privacy)).toHaveCount(0);
	await step(page, 'Before the first step').click();
	await expect(history(page)).toContainText('taken back');
	await expect(current(page)).toHaveText('Before the first step');
	await expect(canvas.cards).toHaveCount(0);
	await step(page, /^Take C4 back to the library/).click();
	await expect(canvas.cards).toHaveCount(11);
	await page.keyboard.press('Escape');
	await expect(history(page)).toHaveCount(0);
});

test('each command of the canvas is a step that is taken back and done again', async ({ longview, canvas, page }) => {
	await longview.openSample();
	const state = () => canvas.cards.evaluateAll((cards) => cards.map((card) => card.getAttribute('aria-label')).sort().join('\n'));
	const lanes = async () => (await canvas.laneNames()).join();
	const whole = async () => `${await state()}\n${await lanes()}`;
	const acts: [string, () => Promise<unknown>][] = [
		['move', () => canvas.press('Shift+ArrowRight')],
		['lock', () => canvas.choose(ethics, 'Lock')],
		['hide', () => canvas.choose(privacy, 'Hide')],
		['add a lane', async () => {
			await canvas.chooseForLane('Technology', 'Add a lane below');
			await expect(page.getByRole('textbox', { name: 'Name of the lane' })).toBeFocused();
			await canvas.press('Escape');
		}],
		['move a lane', () => canvas.chooseForLane('Technology', 'Move up')],
		['remove a lane', () => canvas.chooseForLane('Markets & capital', 'Remove')],
		['sort by kinds', () => canvas.sortBy(/^Kinds of cards/)],
	];
	await canvas.focusCard(ethics);
	for (const [name, act] of acts) {
		const before = await whole();
		await act();
		await expect.poll(whole, name).not.toBe(before);
		const after = await whole();
		await longview.undo();
		await expect.poll(whole, `undo: ${name}`).toBe(before);
		await longview.redo();
		await expect.poll(whole, `redo: ${name}`).toBe(after);
	}
	await page.keyboard.press('Control+h');
	await step(page, 'Before the first step').click();
	await expect(canvas.cards).toHaveCount(0);
});
