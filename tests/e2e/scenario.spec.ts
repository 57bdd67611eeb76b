import { expect, test } from './fixtures.ts';

const story = 'By 2036 Europe runs on models that anyone can open. Ελλάδα, България and 🌊 follow.';
const fed = ['Ethical Use of AI Models', 'Open Source Model Availability', 'Innovative Model Architecture'] as const;

test.beforeEach(async ({ longview, scenarios }) => {
	await longview.openSample();
	await longview.go('Scenarios');
	await scenarios.start();
});

test('a scenario is named, told, dated and fed, and is there the next time', async ({ longview, scenarios, page }) => {
	await page.keyboard.type('Common Ground');
	await page.keyboard.press('Enter');
	await expect(scenarios.narrative).toBeFocused();
	await page.keyboard.insertText(story);
	await expect(scenarios.editor).toContainText('14 words');
	await expect(scenarios.year).toHaveValue('2036');
	await scenarios.year.selectOption('2033');
	await scenarios.feedWith(...fed);
	await expect(scenarios.fed).toHaveText(fed.map((name) => new RegExp(name)));
	await longview.saved();
	await longview.reload();
	await expect(longview.step('Scenarios')).toHaveAttribute('aria-current', 'step');
	await expect(scenarios.title).toHaveValue('Common Ground');
	await expect(scenarios.narrative).toHaveText(story);
	await expect(scenarios.year).toHaveValue('2033');
	await expect(scenarios.fed).toHaveText(fed.map((name) => new RegExp(name)));
	await expect(scenarios.world('Common Ground')).toContainText('3 cards');
});

test('feeding cards are reordered by keyboard, taken out, and undo brings them back', async ({ longview, scenarios, page }) => {
	await scenarios.title.fill('Common Ground');
	await scenarios.feedWith(...fed);
	const [first, second, third] = fed;
	await scenarios.feed(third).focus();
	await page.keyboard.press('Alt+ArrowUp');
	await expect(scenarios.fed).toHaveText([first, third, second].map((name) => new RegExp(name)));
	await expect(scenarios.feed(third)).toBeFocused();
	await expect(scenarios.feeds.getByText('Place 2 of 3')).toBeAttached();
	await page.keyboard.press('Alt+ArrowUp');
	await expect(scenarios.fed).toHaveText([third, first, second].map((name) => new RegExp(name)));
	await longview.undo();
	await longview.undo();
	await expect(scenarios.fed).toHaveText(fed.map((name) => new RegExp(name)));
	await longview.redo();
	await expect(scenarios.fed).toHaveText([first, third, second].map((name) => new RegExp(name)));
	await scenarios.feed(second).focus();
	await page.keyboard.press('Delete');
	await expect(scenarios.fed).toHaveCount(2);
	await longview.undo();
	await expect(scenarios.fed).toHaveCount(3);
});

test('feeding cards are reordered with the pointer, and a click opens one beside the canvas', async ({ longview, scenarios, page }) => {
	await scenarios.feedWith(...fed);
	const [first, second, third] = fed;
	const [from, to] = [await scenarios.feed(first).boundingBox(), await scenarios.feed(third).boundingBox()];
	await page.mouse.move(from!.x + 60, from!.y + from!.height / 2);
	await page.mouse.down();
	await page.mouse.move(to!.x + 60, to!.y + to!.height - 2, { steps: 10 });
	await page.mouse.up();
	await expect(scenarios.fed).toHaveText([second, third, first].map((name) => new RegExp(name)));
	await scenarios.feed(first).click();
	await expect(longview.step('Place')).toHaveAttribute('aria-current', 'step');
	await expect(longview.inspector.getByRole('heading', { name: first })).toBeVisible();
});

test('what was typed is there after a reload in mid-sentence', async ({ longview, scenarios, page }) => {
	await page.keyboard.type('Half a na');
	await page.reload();
	await expect(longview.step('Scenarios')).toHaveAttribute('aria-current', 'step');
	await expect(scenarios.title).toHaveValue('Half a na');
	await scenarios.narrative.focus();
	await page.keyboard.type('It is 2036 and the');
	await page.reload();
	await expect(scenarios.narrative).toHaveText('It is 2036 and the');
	await expect(scenarios.title).toHaveValue('Half a na');
	await longview.saved();
});

test('worlds stand side by side, are deleted and come back', async ({ longview, scenarios, page }) => {
	await page.keyboard.type('Common Ground');
	await scenarios.start();
	await page.keyboard.type('Walled Gardens');
	await expect(scenarios.editor).toContainText('Scenario 2 of 2');
	await scenarios.world('Common Ground').click();
	await expect(scenarios.title).toHaveValue('Common Ground');
	await scenarios.editor.getByRole('button', { name: 'Delete this scenario' }).click();
	await expect(scenarios.world('Common Ground')).toBeHidden();
	await expect(scenarios.title).toHaveValue('Walled Gardens');
	await longview.undo();
	await expect(scenarios.world('Common Ground')).toBeVisible();
});
