import { expect, test } from './fixtures.ts';
import { BigScreenPage } from './pages/BigScreenPage.ts';

const [privacy, dominance, regulation] = ['Data Privacy and Security', 'Market Dominance and Competition', 'AI Regulation and Governance'] as const;
const question = 'Who will shape AI in Europe by 2036, and on whose terms?';
const opened = /role="(button|menu|status|alert|dialog|textbox)"|<button|<input|<a |<select|<textarea/;

let screen: BigScreenPage;
test.beforeEach(async ({ longview, page }) => {
	await longview.openSample();
	screen = await BigScreenPage.open(page, () => page.keyboard.press('F5'));
});
test.afterEach(() => expect(screen.problems).toEqual([]));

test('shows the question and the cards in large type, without any control, and follows every change', async ({ longview, canvas }) => {
	await screen.page.setViewportSize({ width: 1920, height: 1080 });
	await expect(screen.picture).toContainText(question);
	await expect(screen.cards).toHaveCount(13);
	expect(await screen.everything()).not.toMatch(opened);
	expect(await screen.smallestText()).toBeGreaterThanOrEqual(26);
	const before = await screen.placeOf(regulation);
	await canvas.focusCard(regulation);
	await canvas.press('Shift+ArrowRight');
	await expect.poll(() => screen.placeOf(regulation)).toBeGreaterThan(before + 100);
	await canvas.press('Delete');
	await expect(screen.cards).toHaveCount(12);
	await longview.undo();
	await expect(screen.cards).toHaveCount(13);
	await canvas.choose('Decentralized AI Development', 'Hide');
	await expect(screen.cards).toHaveCount(12);
	await canvas.region.getByRole('button', { name: '1 hidden' }).click();
	await expect(canvas.card('Decentralized AI Development')).toBeVisible();
	await longview.saved();
	expect(await screen.everything()).not.toContain('Decentralized');
});

test('the words of the question and the names of lanes follow as they are typed', async ({ longview, page }) => {
	await longview.go('Frame');
	await page.getByLabel(/question/i).first().fill('What do we do now?');
	await page.keyboard.press('Tab');
	await expect(screen.picture).toContainText('What do we do now?');
});

test('nothing that is hidden from the room is anywhere in its window', async ({ longview, vote, page, library }) => {
	await longview.go('Vote');
	await vote.prepare([privacy, dominance, regulation], 4);
	await vote.openRound();
	await expect(screen.picture).toContainText('0 of 4 voted');
	await vote.passRound();
	await vote.voteAs([5, 5, 1], 'A word that only one person wrote.');
	await vote.voteAs([5, 1, 'cannot say']);
	await vote.backToFacilitator();
	await expect(screen.picture).toContainText('2 of 4 voted');

	await longview.go('Place');
	await library.part('On canvas').click();
	await library.show(privacy);
	const said = (await screen.page.evaluate(() => document.documentElement.textContent ?? '')).replace(/\s+/g, ' ');
	for (const hidden of [/median/i, /contested/, /agreed/, /middle half/, 'A word that only one person wrote.', 'Library', 'To place', 'Undo', 'Placed', 'Machine score', 'can’t say', 'Open Source AI Models', 'Saved']) {
		expect.soft(said).not.toMatch(hidden);
		expect.soft(await screen.everything()).not.toMatch(hidden);
	}
	// Nor in what the window holds and does not draw: it has no session, and no votes to show.
	expect(await screen.page.evaluate(() => [Object.keys(sessionStorage), window.opener === null])).toEqual([[], true]);

	await longview.go('Vote');
	await vote.closeAndReveal();
	await expect(screen.card('Data Privacy').getByText('5', { exact: true })).toBeVisible();
	await expect(screen.picture).toContainText('contested');
	await expect(screen.picture).not.toContainText('voted');
	expect(await screen.everything()).not.toContain('A word that only one person wrote.');
	await page.bringToFront();
});

test('clusters, arrows, notes, horizons and pictures of method follow as they are drawn, and notes to self never', async ({ longview, canvas, structure, page }) => {
	await screen.page.setViewportSize({ width: 1440, height: 900 });
	await canvas.focusCard('Ethical Use of AI Models');
	await canvas.press('g');
	await structure.nameCluster('Values');
	await expect(screen.picture.getByText('Values', { exact: true })).toBeVisible();
	await expect(screen.picture).toContainText('cluster');

	await structure.drawFrom(canvas.card('Regulatory Challenges'), canvas.card('Decentralized AI Development'));
	await structure.judge(/^−2, inhibits/);
	await canvas.press('Escape');
	await expect(screen.arrow(/^C\d, Regulatory Challenges, inhibits I\d, Decentralized AI Development, strength −2$/)).toBeAttached();
	await expect(screen.picture).toContainText('inhibits');
	await canvas.choose('Decentralized AI Development', 'Hide');
	await expect(screen.arrow(/inhibits/)).toHaveCount(0);
	await longview.undo();
	await expect(screen.arrow(/inhibits/)).toHaveCount(1);

	await canvas.focusCard('Ethical Use of AI Models');
	await canvas.press('3');
	await expect(screen.card('Ethical Use').getByText('H3', { exact: true })).toBeVisible();

	await canvas.tool(/^Write a note/).click();
	await page.keyboard.type('Ask the ministry');
	await canvas.press('Control+Enter');
	await expect(screen.picture.getByText('Ask the ministry').last()).toBeVisible();
	await structure.note('Ask the ministry').click({ button: 'right' });
	await page.getByRole('menuitemcheckbox', { name: /^Note to self/ }).click();
	await expect(screen.picture).not.toContainText('Ask the ministry');
	expect(await screen.everything()).not.toContain('ministry');

	await structure.overlay('Horizons').click();
	await structure.overlay('Cone').click();
	for (const name of ['H1 today’s system', 'H2 transition', 'possible', 'preferable']) await expect(screen.picture).toContainText(name);
	await expect(screen.picture.locator('path[stroke*="horizon-2"]').first()).toBeVisible();
	expect(await screen.smallestText()).toBeGreaterThanOrEqual(26);
	expect(await screen.everything()).not.toMatch(opened);
	await structure.overlay('Horizons').click();
	await expect(screen.picture.locator('path[stroke*="horizon-2"]')).toHaveCount(0);
	expect(page.context().pages()).toHaveLength(2);
});

test('looks where the facilitator looks, or at all of it; what is selected stands out only when that is wanted', async ({ canvas }) => {
	await canvas.focusCard(dominance);
	await canvas.press('+', '+', '+', '+');
	await expect(screen.picture).toContainText('outside this view');
	await expect(screen.picture).not.toContainText('2026');
	await screen.choose(/^Follow what I look at/);
	await expect(screen.cards).toHaveCount(13);
	await expect(screen.picture).not.toContainText('outside this view');
	await canvas.focusCard(dominance);
	await canvas.press('Enter');
	const halo = screen.card('Market Dominance').locator('rect[stroke*="sun"]');
	await expect(halo).toHaveCount(0);
	await screen.choose(/^Point out what I select/);
	await expect(halo).toHaveCount(1);
	await canvas.press('Escape');
});

test('comes back after a reload of either window, and there is one of it', async ({ longview, canvas, page }) => {
	await screen.page.reload();
	await expect(screen.cards).toHaveCount(13);
	await longview.reload();
	await expect(page.getByRole('button', { name: 'Big screen' })).toHaveAttribute('aria-haspopup', 'menu');
	await page.keyboard.press('F5');
	await expect(longview.message('The big screen is open already.')).toBeVisible();
	await canvas.focusCard(regulation);
	await canvas.press('Delete');
	await expect(screen.cards).toHaveCount(12);
	expect(page.context().pages()).toHaveLength(2);
});

test('what was stored while it slept is there when it wakes', async ({ canvas, page }) => {
	const session = await page.context().newCDPSession(screen.page);
	await session.send('Page.setWebLifecycleState', { state: 'frozen' });
	await canvas.focusCard(regulation);
	await canvas.press('Delete');
	await expect(canvas.cards).toHaveCount(12);
	await session.send('Page.setWebLifecycleState', { state: 'active' });
	await expect(screen.cards).toHaveCount(12);
});

test('keeps showing the last state when the host is gone, and what the facilitator goes on to do', async ({ longview, canvas, host }) => {
	longview.expectProblem(/ERR_CONNECTION|Failed to fetch|ERR_EMPTY/);
	await host.kill();
	await expect(screen.cards).toHaveCount(13);
	await canvas.focusCard(regulation);
	await canvas.press('Delete');
	await expect(screen.cards).toHaveCount(12);
});

test('F and a double click fill the screen', async () => {
	await screen.page.keyboard.press('f');
	await expect.poll(() => screen.page.evaluate(() => document.fullscreenElement !== null)).toBe(true);
	await screen.page.mouse.dblclick(300, 300);
	await expect.poll(() => screen.page.evaluate(() => document.fullscreenElement !== null)).toBe(false);
});

test('is closed from the menu, and with the facilitator’s window', async ({ page, longview }) => {
	await Promise.all([screen.page.waitForEvent('close'), screen.choose(/^Close the big screen/)]);
	await expect(page.getByRole('button', { name: 'Big screen' })).not.toHaveAttribute('aria-haspopup', 'menu');
	screen = await BigScreenPage.open(page, () => page.getByRole('button', { name: 'Big screen' }).click());
	await expect(screen.cards).toHaveCount(13);
	expect(longview.problems).toEqual([]);
	await Promise.all([screen.page.waitForEvent('close', { timeout: 20_000 }), page.close()]);
});
