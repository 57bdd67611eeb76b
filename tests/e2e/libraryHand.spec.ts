import { expect, test } from './fixtures.ts';
import { take } from './pages/hand.ts';

const [startups, openModels, influence] = ['Rise of European AI Startups', 'Open Source AI Models', 'Regulatory Influence on AI Development'] as const;

test.beforeEach(async ({ longview, library }) => {
	await longview.openSample();
	await library.card(new RegExp(startups)).click({ modifiers: ['Control'] });
	await library.card(new RegExp(`Signal ${openModels}`)).click({ modifiers: ['Control'] });
	await library.card(new RegExp(influence)).click({ modifiers: ['Control'] });
	await expect(library.panel).toContainText('3 chosen');
});

test('one of several chosen cards is dragged, and all of them come along, in one undo step', async ({ longview, library, canvas }) => {
	await take(library.card(new RegExp(`Signal ${openModels}`)));
	await expect(library.list.getByText('being placed')).toHaveCount(3);
	await canvas.moveTo(await canvas.spot('2030 Q1', 'Technology'));
	await canvas.drop();
	for (const name of [startups, openModels, influence]) await expect(canvas.cardAt(name, '2030 Q1', 'Technology')).toBeVisible();
	await expect(canvas.cards).toHaveCount(16);
	await expect(library.panel.getByRole('group', { name: 'Chosen cards' })).toHaveCount(0);
	await longview.undo();
	await expect(canvas.cards).toHaveCount(13);
});

test('a card that is not among the chosen ones is dragged alone, and Escape keeps the choice', async ({ library, canvas, page }) => {
	await take(library.card(/Commercialization of AI Models/));
	await expect(library.list.getByText('being placed')).toHaveCount(1);
	await page.keyboard.press('Escape');
	await page.mouse.up();
	await take(library.card(new RegExp(startups)));
	await expect(library.list.getByText('being placed')).toHaveCount(3);
	await page.keyboard.press('Escape');
	await page.mouse.up();
	await expect(canvas.cards).toHaveCount(13);
	await expect(library.panel).toContainText('3 chosen');
});

test('by keyboard: Enter on a chosen card picks all of them up, arrows aim, Enter drops', async ({ library, canvas, page }) => {
	await library.card(new RegExp(influence)).focus();
	await page.keyboard.press('Enter');
	await expect(canvas.spoken).toContainText('3 cards');
	await page.keyboard.press('ArrowRight');
	await page.keyboard.press('Enter');
	await expect(canvas.cards).toHaveCount(16);
	await expect(canvas.card(influence)).toBeFocused();
});

test('by the menu: all that are chosen come into the hand', async ({ library, canvas, page }) => {
	await library.panel.getByRole('button', { name: 'Place in a lane' }).click();
	await library.panel.getByRole('menuitem', { name: /Pick up/ }).click();
	await expect(canvas.spoken).toContainText('3 cards');
	await page.keyboard.press('Enter');
	await expect(canvas.cards).toHaveCount(16);
});
