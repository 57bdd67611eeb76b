import { expect, test } from './fixtures.ts';
import { signalPage } from './documents.ts';

const pages = 40;
const perPage = 50;
const topics = ['grid storage', 'school meals', 'river ports', 'night trains'];
/** 2,000 cards: one name stands on every page, and one card in the whole archive says "zeppelin". */
const archive = Array.from({ length: pages }, (_, page) => ({
	name: `page-${String(page).padStart(2, '0')}.md`,
	text: signalPage(`Page ${page} on ${topics[page % 4]}`, Array.from({ length: perPage }, (_, row) => ({
		name: row === 0 ? 'A name on every page' : `Signal ${page}-${row} of ${topics[page % 4]}`,
		description: page === 31 && row === 49 ? 'Zéppelins come back.' : `What is seen of ${topics[row % 4]}.`,
		relevancy: String(row % 6),
	}))),
}));

test('2,000 cards are searched, filtered, walked through, chosen, used and tagged', async ({ longview, library, imports, canvas, page }) => {
	await longview.startWorkshop('Large');
	await longview.go('Place');
	await longview.dropFiles(archive);
	await imports.close();
	await expect(library.search).toHaveAttribute('placeholder', `Search ${pages * perPage} cards`);

	await test.step('a word is found as it is typed, without its accent, and marked', async () => {
		await library.search.pressSequentially('zepp');
		await expect(library.cards).toHaveCount(1);
		await expect(library.cards.locator('mark')).toHaveText('Zépp');
		await library.search.fill('zepellins');
		await library.list.getByRole('button', { name: 'Look for “zeppelins”' }).click();
		await expect(library.cards).toHaveCount(1);
	});
	await test.step('a name on every page is one line, which opens', async () => {
		await library.search.fill('every page');
		await expect(library.cards).toHaveCount(1);
		await library.list.getByRole('button', { name: `in ${pages} sources` }).click();
		await expect(library.cards).toHaveCount(pages);
		await library.search.fill('');
	});
	await test.step('only what is in sight is drawn, and the keys reach the end', async () => {
		await expect(library.card(/Signal 0-1 of grid storage/)).toBeVisible();
		expect(await library.cards.count()).toBeLessThan(120);
		await library.search.press('ArrowDown');
		await page.keyboard.press('End');
		await expect(library.card(/Signal 39-49 of night trains/)).toBeFocused();
		await page.keyboard.press('Home');
		await expect(library.cards.first().getByRole('button').first()).toBeFocused();
	});
	await test.step('a filter narrows, is named and is taken off', async () => {
		await library.panel.getByRole('button', { name: /^Filter/ }).click();
		await library.panel.getByLabel('Machine score').selectOption('5');
		await expect(library.part('To place')).toContainText(String(pages * 8));
		await library.panel.getByRole('button', { name: 'Take off the filter Score 5' }).click();
		await library.panel.getByRole('button', { name: /^Filter/ }).click();
		await expect(library.part('To place')).toContainText(String(pages * perPage));
	});
	await test.step('cards are chosen with Shift and Control, spread over a lane, and one undo takes that back', async () => {
		await library.search.fill('signal 7-1');
		const first = library.cards.nth(0).getByRole('button').first();
		await first.click();
		await library.cards.nth(3).getByRole('button').first().click({ modifiers: ['Shift'] });
		await expect(library.panel).toContainText('4 chosen');
		await first.click({ modifiers: ['Control'] });
		await expect(library.panel).toContainText('3 chosen');
		await library.panel.getByRole('button', { name: 'Place in a lane' }).click();
		await page.getByRole('menuitem', { name: 'Economy' }).click();
		await expect(canvas.cards).toHaveCount(3);
		await longview.undo();
		await expect(canvas.cards).toHaveCount(0);
	});
	await test.step('one document is found by its title and filtered for', async () => {
		await library.search.fill('');
		await library.panel.getByRole('button', { name: /^Filter/ }).click();
		const source = library.panel.getByRole('combobox', { name: 'Source' });
		await source.click();
		await source.pressSequentially('page 17');
		await expect(library.panel.getByRole('listbox', { name: 'Sources' }).getByRole('option').first()).toHaveText(/^Page 17 /);
		await page.keyboard.press('Enter');
		await expect(library.part('To place')).toContainText(String(perPage));
		await expect(source).toHaveValue(/^Page 17 /);
		await source.fill('');
		await source.blur();
		await expect(library.part('To place')).toContainText(String(pages * perPage));
		await library.panel.getByRole('button', { name: /^Filter/ }).click();
	});
	await test.step('chosen cards are asked about in a new round, then in the same one, and the menus stay in the window', async () => {
		await library.search.fill('signal 9-1');
		await expect(library.cards.first()).toContainText('Signal 1-9 of');
		await library.cards.nth(0).getByRole('button').first().click();
		await library.cards.nth(2).getByRole('button').first().click({ modifiers: ['Shift'] });
		for (const menu of ['Place in a lane', 'Vote in a round', 'Tag']) {
			await library.panel.getByRole('button', { name: menu, exact: true }).click();
			expect((await page.getByRole('menu', { name: menu }).boundingBox())!.x).toBeGreaterThanOrEqual(0);
			await page.keyboard.press('Escape');
		}
		await library.panel.getByRole('button', { name: 'Vote in a round' }).click();
		await page.getByRole('menuitem', { name: 'New round' }).click();
		await expect(longview.message('Round 1 is prepared with 3 cards.')).toBeVisible();
		await library.cards.nth(3).getByRole('button').first().click({ modifiers: ['Control'] });
		await library.panel.getByRole('button', { name: 'Vote in a round' }).click();
		await page.getByRole('menuitem', { name: 'Round 1' }).click();
		await expect(longview.message('Round 1 asks about 1 more card.')).toBeVisible();
		await longview.go('Vote');
		await expect(page.getByRole('complementary', { name: 'Open the round' })).toContainText(/4\s*cards in this round/);
		await longview.go('Place');
		await longview.undo();
		await longview.undo();
	});
	await test.step('all that is found is used and tagged in one step each', async () => {
		await library.search.fill('school meals signal 5');
		// The list that it goes down to is the one that was searched for.
		await expect(library.kind('All')).toContainText('88');
		await library.search.press('ArrowDown');
		await page.keyboard.press('Control+a');
		const bar = library.panel.getByRole('group', { name: 'Chosen cards' });
		await expect(bar).toContainText(/\d+ chosen/);
		const chosen = Number(/(\d+) chosen/.exec((await bar.textContent()) ?? '')?.[1]);
		expect(chosen).toBeGreaterThan(49);
		await library.panel.getByRole('button', { name: 'Add to workshop' }).click();
		await expect(longview.message(`${chosen} cards added to the workshop.`)).toBeVisible();
		await library.panel.getByRole('button', { name: 'Tag', exact: true }).click();
		await page.getByRole('menuitem', { name: 'Society' }).click();
		await expect(longview.message(`“Society” is on ${chosen} cards.`)).toBeVisible();
		await library.search.fill('');
		await library.panel.getByRole('button', { name: /^Filter/ }).click();
		await library.panel.getByLabel('Tag').selectOption('Society');
		await expect(library.part('To place')).toContainText(String(chosen));
		await longview.undo();
		await expect(library.list).toContainText('No card fits these filters.');
	});
	await test.step('the library is as it was after a new start', async () => {
		await longview.saved();
		await longview.reload();
		await expect(library.search).toHaveAttribute('placeholder', `Search ${pages * perPage} cards`);
		await library.search.fill('zeppelin');
		await expect(library.cards).toHaveCount(1);
	});
});

test('a warm-up draws five signals and three of each other kind, draws again, and a card of it is placed', async ({ longview, library, page }) => {
	await longview.openSample();
	await library.panel.getByRole('combobox', { name: 'Cards of' }).selectOption('library');
	await page.getByRole('button', { name: 'Draw cards' }).click();
	const draw = library.panel.getByRole('group', { name: 'Random draw' });
	// Thirteen of the sample's 27 cards are on the canvas already.
	await expect(draw).toContainText(/1\d cards drawn/);
	const names = () => library.list.locator('[data-card-id]').evaluateAll((cards) => cards.map((card) => card.getAttribute('data-card-id')));
	const count = Number(/(\d+) cards drawn/.exec((await draw.textContent()) ?? '')?.[1]);
	await expect.poll(async () => (await names()).length).toBe(count);
	const before = await names();
	expect(new Set(before).size).toBe(before.length);
	await draw.getByRole('button', { name: 'Draw again' }).click();
	await expect.poll(async () => (await names()).length).toBe(before.length);
	const first = library.cards.first().getByRole('button').first();
	await first.focus();
	await page.keyboard.press('Enter');
	await page.keyboard.press('Enter');
	await draw.getByRole('button', { name: 'Back to all cards' }).click();
	await expect(library.part('On canvas')).toContainText('14');
});

test('the four seeds are one story told four times: a card of the first is also said in the other three', async ({ longview, library, scan }) => {
	await longview.openSample();
	await library.search.fill('Rise of European AI Startups');
	await library.kind('Signal').click();
	await library.card(/Rise of European AI Startups/).click();
	await expect(library.inspector.getByRole('heading', { name: 'Also said in 3 documents' })).toBeVisible();
	const documents = library.inspector.getByRole('list', { name: 'Also said in documents' }).getByRole('listitem');
	await expect(documents).toHaveCount(3);
	await expect(documents.filter({ hasText: 'set up a European rival to OpenAI' })).toHaveCount(1);
	await documents.filter({ hasText: 'AI start-up Mistral secures' }).getByRole('button').click();
	await expect(scan.line(108)).toBeInViewport();
	await expect(scan.line(108)).toContainText('OpenAI Competitor Mistral AI');
});
