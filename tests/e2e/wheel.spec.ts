import { expect, test } from './fixtures.ts';

test.beforeEach(async ({ longview, wheel }) => {
	await longview.openSample();
	await wheel.open(longview);
	await wheel.about(/Ethical Use of AI Models/);
});

test('a wheel is written as in an outliner: Enter for another, Tab for what follows, to the third order', async ({ longview, wheel, page }) => {
	await wheel.begin();
	await page.keyboard.type('Audits become common');
	await page.keyboard.press('Tab');
	await page.keyboard.type('Auditors are scarce');
	await page.keyboard.press('Tab');
	await page.keyboard.type('Prices rise');
	await page.keyboard.press('Enter');
	await page.keyboard.type('Schools train them');
	await page.keyboard.press('Enter');
	await page.keyboard.press('Shift+Tab');
	await page.keyboard.press('Shift+Tab');
	await page.keyboard.type('Trust grows');
	await page.keyboard.press('Enter');
	await page.keyboard.press('Escape');
	await wheel.expectRows('1 Audits become common', '2 Auditors are scarce', '3 Prices rise', '3 Schools train them', '1 Trust grows');
	await expect(wheel.picture).toHaveAccessibleName('Futures wheel: Ethical Use of AI Models. 2 consequences of the first order, 1 of the second order, 2 of the third order.');
	await expect(wheel.node('Schools train')).toBeVisible();
	await longview.undo();
	await expect(wheel.node('Trust grows')).toHaveCount(0);
	await longview.redo();
	await longview.saved();
	await longview.reload();
	await wheel.open(longview);
	await wheel.expectRows('1 Audits become common', '2 Auditors are scarce', '3 Prices rise', '3 Schools train them', '1 Trust grows');
});

test('from the third order Tab goes on, and after Escape it leaves the list from anywhere', async ({ wheel, page }) => {
	await wheel.begin();
	for (const text of ['One', 'Two', 'Three']) {
		await page.keyboard.type(text);
		await page.keyboard.press('Tab');
	}
	await wheel.expectRows('1 One', '2 Two', '3 Three');
	await expect(wheel.rows.nth(2)).not.toBeFocused();
	await wheel.goTo('One');
	await page.keyboard.press('Escape');
	await expect(wheel.list).toContainText('Tab leaves the list now.');
	await page.keyboard.press('Tab');
	await wheel.expectRows('1 One', '2 Two', '3 Three');
	expect(await wheel.list.evaluate((list) => list.contains(document.activeElement)), 'the focus is elsewhere').toBe(false);
});

test('branches are moved by keys and by the pointer, and deleted whole', async ({ longview, wheel, page }) => {
	await wheel.begin();
	await page.keyboard.type('One');
	await page.keyboard.press('Tab');
	await page.keyboard.type('Under one');
	await page.keyboard.press('Enter');
	await page.keyboard.press('Shift+Tab');
	await page.keyboard.type('Two');
	await page.keyboard.press('Enter');
	await page.keyboard.press('Escape');
	const row = await wheel.goTo('Two');
	await page.keyboard.press('Alt+ArrowUp');
	await wheel.expectRows('1 Two', '1 One', '2 Under one');
	await wheel.goTo('One');
	await page.keyboard.press('Alt+ArrowRight');
	await wheel.expectRows('1 Two', '2 One', '3 Under one');
	await expect(row).toBeVisible();
	const [from, to] = [await wheel.node('Under one').boundingBox(), await wheel.node('Two').boundingBox()];
	await page.mouse.move(from!.x + from!.width / 2, from!.y + from!.height / 2);
	await page.mouse.down();
	await page.mouse.move(to!.x + to!.width / 2, to!.y + to!.height / 2, { steps: 8 });
	await page.mouse.up();
	await wheel.expectRows('1 Two', '2 One', '2 Under one');
	await wheel.goTo('Two');
	await page.keyboard.press('Control+Delete');
	await expect(wheel.list.getByRole('button', { name: 'Add a first consequence' })).toBeVisible();
	await longview.undo();
	await wheel.expectRows('1 Two', '2 One', '2 Under one');
});

test('a consequence is written on the wheel itself', async ({ wheel, page }) => {
	await wheel.begin();
	await page.keyboard.type('Trust grows');
	await page.keyboard.press('Enter');
	await page.keyboard.press('Escape');
	await wheel.node('Trust grows').dblclick();
	await expect(wheel.inPlace).toBeFocused();
	await page.keyboard.type('Trust falls');
	await page.keyboard.press('Tab');
	await expect(wheel.inPlace).toHaveValue('');
	await page.keyboard.type('People leave');
	await page.keyboard.press('Enter');
	await page.keyboard.press('Escape');
	await expect(wheel.inPlace).toHaveCount(0);
	await wheel.expectRows('1 Trust falls', '2 People leave');
	await wheel.node('People leave').dblclick();
	await page.keyboard.type('Nobody stays');
	await page.keyboard.press('Escape');
	await wheel.expectRows('1 Trust falls', '2 People leave');
});

test('thirty consequences stand apart from each other, and the wheel is zoomed and fitted', async ({ wheel, page }) => {
	await wheel.begin();
	for (let first = 1; first <= 5; first++) {
		await page.keyboard.type(`A first thing that follows ${first}`);
		await page.keyboard.press('Tab');
		await page.keyboard.type(`And from it another one ${first}`);
		await page.keyboard.press('Tab');
		for (let third = 1; third <= 4; third++) {
			await page.keyboard.type(`Which brings about ${first} ${third}`);
			await page.keyboard.press('Enter');
		}
		await page.keyboard.press('Shift+Tab');
		await page.keyboard.press('Shift+Tab');
	}
	await page.keyboard.press('Escape');
	await expect(wheel.rows).toHaveCount(30);
	const boxes = await wheel.boxes();
	expect(boxes).toHaveLength(30);
	const touching = boxes.flatMap((a, at) => boxes.slice(0, at).filter((b) => a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height));
	expect(touching).toEqual([]);
	const width = boxes[0]!.width;
	await page.getByRole('button', { name: 'Zoom in' }).click();
	await expect.poll(async () => (await wheel.boxes())[0]!.width / width).toBeCloseTo(1.25, 1);
	await page.getByRole('button', { name: 'Fit the wheel' }).click();
	await expect.poll(async () => (await wheel.boxes())[0]!.width).toBeCloseTo(width, 1);
});

test('a world has a wheel of its own', async ({ longview, scenarios, wheel, page }) => {
	await wheel.begin();
	await page.keyboard.type('Of the card');
	await page.keyboard.press('Enter');
	await page.keyboard.press('Escape');
	await page.getByRole('tab', { name: 'Worlds' }).click();
	await scenarios.start();
	await page.keyboard.type('Common Ground');
	await wheel.open(longview);
	await wheel.about('Common Ground');
	await wheel.begin();
	await page.keyboard.type('Of the world');
	await page.keyboard.press('Enter');
	await page.keyboard.press('Escape');
	await wheel.expectRows('1 Of the world');
	await wheel.about(/Ethical Use of AI Models/);
	await wheel.expectRows('1 Of the card');
});
