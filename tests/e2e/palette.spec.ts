import type { Page } from 'playwright/test';
import { expect, test } from './fixtures.ts';

const [ethics, availability, startups] = ['Ethical Use of AI Models', 'Open Source Model Availability', 'Rise of European AI Startups'] as const;
const palette = (page: Page) => page.getByRole('dialog', { name: 'Find a card or an action' });
const field = (page: Page) => palette(page).getByRole('combobox');
const active = (page: Page) => palette(page).getByRole('option', { selected: true });
async function find(page: Page, text: string): Promise<void> {
	await page.keyboard.press('Control+k');
	await expect(field(page)).toBeFocused();
	await page.keyboard.type(text);
}

test.beforeEach(async ({ longview }) => longview.openSample());

test('from any step a card of the canvas is found by its name or its code, and shown there with the focus', async ({ longview, canvas, page }) => {
	await longview.go('Report');
	await find(page, 'ethical use');
	await expect(active(page)).toHaveAccessibleName(`Concern C4 ${ethics}, 2030 Q2, Society & ethics`);
	await expect(field(page)).toHaveAttribute('aria-activedescendant', (await active(page).getAttribute('id'))!);
	await page.keyboard.press('Enter');
	await expect(longview.step('Place')).toHaveAttribute('aria-current', 'step');
	await expect(canvas.card(ethics)).toBeFocused();
	await expect(canvas.card(ethics)).toBeInViewport({ ratio: 1 });
	await expect(longview.inspector.getByRole('heading', { name: ethics })).toBeVisible();
	await canvas.press('+', '+', '+', '+', '+', '+');
	await find(page, 'b4');
	await expect(active(page)).toHaveAccessibleName(`Behavior B4 ${availability}, 2026 Q3, Society & ethics`);
	await page.keyboard.press('Enter');
	await expect(canvas.card(availability)).toBeFocused();
	await expect(canvas.card(availability)).toBeInViewport({ ratio: 1 });
});

test('a card of the library is placed by typing its date and lane behind it, in one undo step', async ({ longview, canvas, page }) => {
	await find(page, 'rise of european ai startups 2029 Q3 @tech');
	await expect(active(page)).toHaveAccessibleName(/Rise of European AI Startups, place at 2029 Q3, Technology$/);
	await page.keyboard.press('Enter');
	await expect(canvas.cardAt(startups, '2029 Q3', 'Technology')).toBeFocused();
	await expect(canvas.cards).toHaveCount(14);
	await find(page, 's1 mid 2031');
	await expect(active(page)).toHaveAccessibleName(`Signal S1 ${startups}, place at 2031 Q3, Technology`);
	await page.keyboard.press('Enter');
	await expect(canvas.cardAt(startups, '2031 Q3', 'Technology')).toBeFocused();
	await find(page, 's1 @policy');
	await page.keyboard.press('Enter');
	await expect(canvas.cardAt(startups, '2031 Q3', 'Policy & law')).toBeFocused();
	for (let step = 0; step < 3; step++) await longview.undo();
	await expect(canvas.cards).toHaveCount(13);
});

test('step by step: a card, then its date, then one of the lanes; Escape goes a step back', async ({ canvas, page }) => {
	await find(page, 'rise of european ai startups');
	await expect(active(page)).toHaveAccessibleName(/, In the library$/);
	await page.keyboard.press('Enter');
	await expect(field(page)).toHaveAccessibleName(`When does ${startups} stand?`);
	await page.keyboard.type('someday');
	await expect(palette(page).getByRole('status')).toContainText('Write a date from 2026 to 2036');
	await field(page).fill('2050');
	await expect(palette(page).getByRole('status')).toContainText('2050 is not on this canvas, which goes from 2026 to 2036.');
	await page.keyboard.press('Enter');
	await expect(palette(page), 'nothing happens with what is no date').toBeVisible();
	await field(page).fill('march 2030');
	await expect(active(page)).toHaveText(/2030 Q1\s*Policy & law/);
	await page.keyboard.press('Escape');
	await expect(field(page)).toHaveAccessibleName('Find a card or an action');
	await page.keyboard.type('ethical use');
	await expect(active(page)).toContainText(ethics);
	await page.keyboard.press('Tab');
	await page.keyboard.type('2034');
	await page.keyboard.press('ArrowDown');
	await page.keyboard.press('ArrowDown');
	await expect(active(page)).toHaveText(/2034 Q1\s*Markets & capital/);
	await page.keyboard.press('Enter');
	await expect(canvas.cardAt(ethics, '2034 Q1', 'Markets & capital')).toBeFocused();
});

test('what is typed right after the key is in the field, also where the palette was not read yet', async ({ page }) => {
	let release = () => {};
	const held = new Promise<void>((resolve) => (release = resolve));
	await page.route(/\/Palette-[^/]*\.js/, async (route) => {
		await held;
		await route.continue();
	});
	await page.reload();
	await expect(page.getByRole('button', { name: 'Find', exact: true })).toBeVisible();
	await page.keyboard.press('Control+k');
	await page.keyboard.type('ethical');
	release();
	await expect(field(page)).toHaveValue('ethical');
	await expect(active(page)).toContainText(ethics);
});

test('by mouse: the button, a card, its place', async ({ canvas, page }) => {
	await page.getByRole('button', { name: 'Find', exact: true }).click();
	await field(page).fill('ethical use');
	await palette(page).getByRole('option', { name: /Ethical Use/ }).hover();
	await palette(page).getByRole('button', { name: /^Move it to a date/ }).click();
	await field(page).fill('2032 Q4');
	await palette(page).getByRole('option', { name: 'Technology' }).click();
	await expect(canvas.cardAt(ethics, '2032 Q4', 'Technology')).toBeVisible();
	await page.getByRole('button', { name: 'Find', exact: true }).click();
	await expect(field(page)).toBeFocused();
	await page.mouse.click(20, 500);
	await expect(palette(page)).toHaveCount(0);
});

test('a locked card stays and says why; a lane that is none is named', async ({ longview, canvas, page }) => {
	await canvas.choose(ethics, 'Lock');
	await find(page, 'c4 2033');
	await page.keyboard.press('Enter');
	await expect(longview.message('C4 is locked. Unlock it to move it.')).toBeVisible();
	await expect(canvas.cardAt(ethics, '2030 Q2')).toBeVisible();
	await find(page, 'c4 2033 @nowhere');
	await expect(palette(page).getByRole('status')).toContainText('No lane is called “nowhere”.');
});

test('actions are found by their names, show their keys, and do what these do', async ({ longview, canvas, page }) => {
	await find(page, 'theme dark');
	await page.keyboard.press('Enter');
	await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
	await find(page, 'select every concern');
	await page.keyboard.press('Enter');
	await expect(canvas.selectionBar).toContainText('4 cards');
	await find(page, 'lock 4');
	await page.keyboard.press('Enter');
	await expect(canvas.card(ethics)).toHaveAccessibleName(/, locked/);
	await find(page, 'undo');
	await expect(active(page)).toHaveText(/Undo: Lock 4 cards\s*Ctrl\s*Z/);
	await page.keyboard.press('Enter');
	await expect(canvas.card(ethics)).not.toHaveAccessibleName(/, locked/);
	await longview.go('Frame');
	await find(page, 'show the cards as a table');
	await page.keyboard.press('Enter');
	await expect(page.getByRole('grid', { name: 'Cards on the canvas' })).toBeVisible();
	await find(page, 'zoom in');
	await page.keyboard.press('Enter');
	await expect(canvas.zoomText, 'what only the canvas can do shows the canvas').toHaveText('125%');
	await find(page, 'qqqq');
	await expect(palette(page)).toContainText('No card and no action says “qqqq”.');
	await page.keyboard.press('Escape');
	await expect(palette(page)).toHaveCount(0);
});
