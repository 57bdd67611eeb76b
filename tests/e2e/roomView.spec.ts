import type { Page } from 'playwright/test';
import { expect, test } from './fixtures.ts';
import { boxOf } from './pages/hand.ts';
import { openVoted, type RoundState, type Votes } from './votedWorkshop.ts';

const [ethics, privacy, decentral, approach] = ['Ethical Use of AI Models', 'Data Privacy and Security', 'Decentralized AI Development', 'Regulatory Challenges'] as const;
const votes: Record<string, Votes> = {
	[ethics]: { relevancy: [4, 4, 5, 4, 4], timing: [2029, 2030, 2031, 2030, 2030] },
	[privacy]: { relevancy: [1, 1, 5, 5, 3], timing: [2027, 2028, 2029, 2031, 2032] },
	[decentral]: { relevancy: [2, 3, 4, 5, 2], timing: [2033, 2034, 'later', 'later', 2035] },
};
const file = (name: string) => test.info().outputPath(name);
const filterButton = (page: Page) => page.getByRole('button', { name: /^Filter the cards/ });
const filter = (page: Page) => page.getByRole('dialog', { name: 'Filter the cards' });

for (const state of ['open', 'closed'] as RoundState[]) {
	test(`while a round is ${state} nothing of it shows: no median, no whisker, no filter, nothing said`, async ({ longview, canvas, page }) => {
		await openVoted(longview, file('room.longview'), state, votes);
		await expect(canvas.cards).toHaveCount(13);
		const labels = await canvas.cards.evaluateAll((cards) => cards.map((card) => card.getAttribute('aria-label') ?? ''));
		expect(labels.filter((label) => /median|agreed|contested|room says/.test(label))).toEqual([]);
		await expect(page.locator('.badge, [data-whisker]')).toHaveCount(0);
		await expect(canvas.region.getByRole('button', { name: /contested/i })).toHaveCount(0);
		await expect(canvas.region.getByRole('switch', { name: 'Spread' })).toHaveCount(0);
		await canvas.board.focus();
		await canvas.press('d');
		await expect(longview.message('Nothing is revealed yet.')).toBeVisible();
		await filterButton(page).click();
		await expect(filter(page)).toContainText('Score and spread can be looked for once a vote is revealed.');
		await expect(filter(page).getByRole('group', { name: 'Median relevancy' })).toHaveCount(0);
		await page.keyboard.press('Escape');
		await expect(filterButton(page)).toBeFocused();
		await canvas.press('t');
		const cells = page.getByRole('grid').getByRole('row').filter({ hasText: privacy }).getByRole('gridcell');
		await expect(cells.first()).toBeVisible();
		const scores = page.getByRole('grid').getByRole('row').filter({ hasText: privacy }).locator('[data-cell$=":median"], [data-cell$=":iqr"], [data-cell$=":n"]');
		expect((await scores.allTextContents()).map((text) => text.trim())).toEqual(['–', '–', '–']);
		await expect(page.getByRole('columnheader', { name: 'The room’s date' })).toHaveCount(0);
		await page.keyboard.press('Control+k');
		await expect(page.getByRole('combobox', { name: /find/i })).toBeFocused();
		await page.keyboard.type('contested');
		await expect(page.getByRole('option', { name: /Where do we disagree/ })).toBeVisible();
		await expect(page.getByRole('option', { name: /^Filter/ })).toHaveCount(0);
		await page.keyboard.press('Escape');
	});
}

test('once it is revealed, cards have their median and say it; whiskers span the room’s dates and can be put away', async ({ longview, canvas, page }) => {
	await openVoted(longview, file('room.longview'), 'revealed', votes);
	await expect(canvas.card(ethics)).toHaveAccessibleName('Concern C4, Ethical Use of AI Models, 2030 Q2, Society & ethics, median 4, agreed, the room says 2030 Q1');
	await expect(canvas.card(privacy)).toHaveAccessibleName(/, median 3, contested, the room says 2029 Q1, half of it between 2028 Q1 and 2031 Q1$/);
	await expect(canvas.card(decentral)).toHaveAccessibleName(/, the room says 2035 Q1, half of it between 2034 Q1 and after 2036, or never$/);
	const id = await canvas.card(privacy).getAttribute('data-card-id');
	const whisker = page.locator(`[data-whisker="${id}"]`);
	const [box, card, from, to] = [await boxOf(whisker), await boxOf(canvas.card(privacy)), await canvas.spot('2028 Q1', 'Policy & law'), await canvas.spot('2031 Q1', 'Policy & law')];
	expect(Math.abs(box.x - from.x)).toBeLessThan(2);
	expect(Math.abs(box.x + box.width - to.x)).toBeLessThan(2);
	expect(box.y).toBeGreaterThanOrEqual(card.y + card.height);
	await canvas.card(privacy).click({ position: { x: 60, y: 20 } });
	await expect(canvas.card(privacy)).toHaveAttribute('aria-pressed', 'true');
	await expect(whisker).toHaveCount(1);
	const order = await page.locator('.whiskers, .cards').evaluateAll((layers, id) => layers.flatMap((layer) => (layer.matches('.cards') ? ['cards'] : layer.querySelector(`[data-whisker="${id}"]`) ? ['its whisker'] : [])), id);
	expect(order, 'the whisker of a selected card is painted after the cards').toEqual(['cards', 'its whisker']);
	await canvas.region.getByRole('switch', { name: 'Spread' }).click();
	await expect(page.locator('[data-whisker]')).toHaveCount(0);
	await expect(canvas.card(privacy)).toHaveAccessibleName(/the room says/);
});

test('cards are filtered by kind, score and spread: the others are pale and say so, with a count and a way back', async ({ longview, canvas, page }) => {
	await openVoted(longview, file('room.longview'), 'revealed', votes);
	await filterButton(page).click();
	await filter(page).getByRole('button', { name: 'Concern' }).click();
	await expect(filter(page).getByRole('status')).toHaveText('4 of 13 cards');
	await filter(page).getByRole('group', { name: 'Median relevancy' }).getByRole('button', { name: '3 or more' }).click();
	await expect(filter(page).getByRole('status')).toHaveText('2 of 13 cards');
	await filter(page).getByRole('group', { name: 'Spread' }).getByRole('button', { name: 'Contested' }).click();
	await page.keyboard.press('Escape');
	const note = page.getByRole('group', { name: 'Filter on' });
	await expect(note).toContainText('1 of 13 Concern, median 3 or more, contested, IQR above 1');
	await expect(canvas.card(privacy)).not.toHaveAccessibleName(/filtered out/);
	await expect(canvas.card(ethics)).toHaveAccessibleName(/, filtered out$/);
	await expect(canvas.card(ethics)).toHaveCSS('opacity', '0.5');
	// What is pale is there all the same: it can be taken and moved.
	await canvas.focusCard(ethics);
	await canvas.press('ArrowRight');
	await expect(canvas.cardAt(ethics, '2030 Q3')).toBeFocused();
	await canvas.press('t');
	await expect(page.getByRole('grid')).toHaveAttribute('aria-rowcount', '2');
	await expect(page.getByRole('rowheader')).toHaveText([privacy]);
	await page.getByRole('button', { name: 'Show all' }).click();
	await expect(page.getByRole('rowheader')).toHaveCount(13);
	await page.getByRole('button', { name: 'Table', exact: true }).click();
	await expect(note).toHaveCount(0);
	await expect(canvas.card(ethics)).not.toHaveAccessibleName(/filtered out/);
});

test('"where do we disagree" is one key: contested cards stand out, are listed in order, and the key goes through them', async ({ longview, canvas, page }) => {
	await openVoted(longview, file('room.longview'), 'revealed', votes);
	await canvas.board.focus();
	await canvas.press('d');
	const list = page.getByRole('region', { name: 'Where do we disagree' });
	await expect(list.getByRole('listitem')).toHaveText([/C1.*Data Privacy and Security.*IQR 4/, /I3.*Decentralized AI Development.*IQR 2/]);
	await expect(list).toContainText('1 of 2 contested; 3 voted on');
	await expect(canvas.card(privacy)).toBeFocused();
	await expect(canvas.spoken).toContainText('Contested 1 of 2: C1, Data Privacy and Security, median 3, contested, IQR 4, 5 votes.');
	await expect(longview.inspector.getByRole('region', { name: 'The room’s votes' })).toBeVisible();
	await expect(canvas.card(ethics)).toHaveAccessibleName(/filtered out/);
	await canvas.press('d');
	await expect(canvas.card(decentral)).toBeFocused();
	await expect(canvas.card(decentral)).toBeInViewport({ ratio: 1 });
	await canvas.press('d');
	await expect(canvas.card(privacy), 'after the last comes the first').toBeFocused();
	await canvas.press('Shift+D');
	await expect(canvas.card(decentral)).toBeFocused();
	await list.getByRole('button', { name: /Data Privacy/ }).click();
	await expect(canvas.card(privacy)).toBeFocused();
	await canvas.press('Escape');
	await expect(list).toHaveCount(0);
	await expect(canvas.card(ethics)).not.toHaveAccessibleName(/filtered out/);
	await canvas.region.getByRole('button', { name: /^Contested 2/ }).click();
	await expect(list).toBeVisible();
	await canvas.press('t');
	await expect(page.getByRole('rowheader')).toHaveText([privacy, decentral]);
});

test('a round that is voted on here shows on the canvas only when it is revealed', async ({ longview, canvas, vote, page }) => {
	await longview.openSample();
	await longview.go('Vote');
	await vote.prepare([ethics, approach], 2);
	await vote.openRound();
	await vote.passRound();
	await vote.voteAs([1, 3]);
	await vote.voteAs([5, 3]);
	await vote.backToFacilitator();
	await longview.go('Place');
	await expect(canvas.card(ethics)).not.toHaveAccessibleName(/median/);
	await expect(canvas.region.getByRole('button', { name: /contested/i })).toHaveCount(0);
	await longview.go('Vote');
	await vote.closeAndReveal();
	await longview.go('Place');
	await expect(canvas.region.getByRole('button', { name: /^Contested 1/ })).toBeVisible();
	await canvas.board.press('d');
	await expect(page.getByRole('region', { name: 'Where do we disagree' }).getByRole('listitem')).toHaveCount(1);
});

test('the accessibility tree has the cards lane by lane in the order of time, with date, lane, kind and scores', async ({ longview, canvas, page }) => {
	await openVoted(longview, file('room.longview'), 'revealed', votes);
	await expect(canvas.card(ethics)).toBeVisible();
	const browser = await page.context().newCDPSession(page);
	const { nodes } = (await browser.send('Accessibility.getFullAXTree')) as { nodes: { role?: { value: string }; name?: { value: string }; ignored: boolean }[] };
	const said = nodes.filter(({ role, ignored }) => role?.value === 'button' && !ignored).map(({ name }) => name?.value ?? '');
	const cards = said.filter((name) => /^(Signal|Concern|Behavior|Technology|Issue) [SCBTI]\d+, /.test(name));
	const places = cards.map((name) => /, (20\d\d Q\d), (Policy & law|Markets & capital|Technology|Society & ethics|Environment)/.exec(name)!);
	const lanes = ['Policy & law', 'Markets & capital', 'Technology', 'Society & ethics', 'Environment'];
	const order = places.map(([, date, lane]) => `${lanes.indexOf(lane!)} ${date}`);
	expect(order).toEqual([...order].sort());
	expect(cards).toHaveLength(13);
	expect(cards.filter((name) => name.includes('median 3, contested'))).toHaveLength(2);
});

test('a second press on “Lanes” closes its menu', async ({ longview, canvas, page }) => {
	await longview.openSample();
	const lanes = canvas.region.getByRole('button', { name: /^Lanes: / });
	await lanes.click();
	await expect(page.getByRole('menu', { name: 'Lanes' })).toBeVisible();
	await lanes.click();
	await expect(page.getByRole('menu', { name: 'Lanes' })).toHaveCount(0);
	await lanes.click();
	await expect(page.getByRole('menu', { name: 'Lanes' })).toBeVisible();
});

for (const [width, height, isApart] of [[1280, 720, false], [390, 844, true]] as const) {
	test(`at ${width} pixels the question is there as a whole beside an open card, and so is every control`, async ({ longview, canvas, page }) => {
		await openVoted(longview, file('room.longview'), 'revealed', votes);
		await canvas.choose(approach, 'Hide');
		await canvas.card(privacy).click({ position: { x: 60, y: 20 } });
		await expect(longview.inspector).toBeVisible();
		await page.setViewportSize({ width, height });
		const question = canvas.region.getByRole('heading', { name: /^Scoping question: Who will shape AI/ });
		const cut = () => question.evaluate(({ scrollWidth, clientWidth, scrollHeight, clientHeight }) => scrollWidth > clientWidth + 1 || scrollHeight > clientHeight + 1);
		await expect.poll(cut).toBe(false);
		const strip = await boxOf(canvas.region);
		const controls = [/hidden$/, 'Horizons', 'Cone', /^Contested/, 'What the canvas shows of the votes', 'Spread', 'Filter the cards', 'Table', /^Lanes: /];
		for (const name of controls) {
			const box = await boxOf(canvas.region.getByRole('button', { name }).or(canvas.region.getByRole('switch', { name })).first());
			expect(box.x, String(name)).toBeGreaterThanOrEqual(strip.x);
			expect(box.x + box.width, String(name)).toBeLessThanOrEqual(strip.x + strip.width);
			expect(Math.min(box.width, box.height), String(name)).toBeGreaterThanOrEqual(24);
			if (isApart) expect(box.y, String(name)).toBeGreaterThanOrEqual((await boxOf(question)).y + (await boxOf(question)).height);
		}
	});
}
