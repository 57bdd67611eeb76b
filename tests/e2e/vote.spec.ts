import { filesHolding, votersOnDisk } from './dataFolder.ts';
import { expect, test } from './fixtures.ts';
import { LongviewPage } from './pages/LongviewPage.ts';
import { VotePage } from './pages/VotePage.ts';

/** In the order of the ballot: by code, C1 first. */
const cards = ['Data Privacy and Security', 'Market Dominance and Competition', 'AI Regulation and Governance'] as const;
const [privacy, dominance, regulation] = cards;

test.beforeEach(async ({ longview, vote }) => {
	await longview.openSample();
	await longview.go('Vote');
	await vote.prepare(cards, 4);
});

test('while a round is open its results are nowhere on the page, and turnout is', async ({ longview, vote, page, canvas, library }) => {
	await vote.openRound();
	await vote.passRound();
	await vote.voteAs([5, 5, 1], 'A word that only one person wrote.');
	await vote.voteAs([5, 4, 'cannot say']);
	await vote.backToFacilitator();
	await expect(vote.turnout).toContainText('2 of 4have voted');
	await expect(vote.turnout).toContainText('2 finished');
	await expect(vote.turnout).toContainText('2 not started');
	await expect(page.getByText('Results are hidden, from you too.')).toBeVisible();
	const screen = page.getByRole('region', { name: 'Vote', exact: true });
	for (const words of [/median/i, /IQR/, /consensus/i, /can’t say/i, 'A word that only one person wrote.', 'Votes from 1 to 5']) {
		await expect(screen.getByText(words)).toHaveCount(0);
		expect(await screen.ariaSnapshot()).not.toMatch(words);
	}
	await expect(screen.getByRole('table').or(screen.getByRole('img', { name: /Votes/ }))).toHaveCount(0);
	// Not in what the page holds and does not show, either.
	expect(await page.content()).not.toContain('A word that only one person wrote.');

	await longview.go('Place');
	await library.part('On canvas').click();
	await library.show(privacy);
	await expect(longview.inspector.getByRole('region', { name: 'The room’s votes' })).toHaveCount(0);
	await expect(canvas.board.getByRole('button', { name: /median/ })).toHaveCount(0);
	await longview.go('Report');
	await expect(page.getByText('Round 1 is not revealed yet, so its votes stay out.')).toBeVisible();
});

test('the next person at the laptop sees no answer of the one before', async ({ vote, page }) => {
	await vote.openRound();
	await vote.passRound();
	await vote.voteAs([2, 3, 4], 'Mine alone.');
	await expect(vote.seat).toContainText('1 of 4 have voted');
	await expect(vote.seat.getByText('Mine alone.')).toHaveCount(0);
	await vote.seat.getByRole('button', { name: 'Start' }).click();
	await expect(vote.seat.getByRole('progressbar')).toHaveAccessibleName('0 of 3 answered');
	for (let card = 1; card <= cards.length; card++) {
		await expect(vote.seat.getByText(`Card ${card} of 3`)).toBeVisible();
		await expect(vote.seat.getByRole('button', { pressed: true })).toHaveCount(0);
		await expect(vote.seat.getByRole('textbox')).toHaveValue('');
		await page.keyboard.press('ArrowRight');
	}
	await expect(vote.seat.getByRole('heading', { name: 'You have answered 0 of 3' })).toBeVisible();
	// A reload comes back to this person's ballot or to the cover, never to the facilitator's screen.
	await page.reload();
	await expect(vote.seat.getByText('Card 1 of 3')).toBeVisible();
	await expect(vote.seat.getByRole('button', { pressed: true })).toHaveCount(0);
});

test('answers by key count, casting again replaces, and “I can’t say” is counted apart', async ({ vote, page }) => {
	await vote.openRound();
	await vote.passRound();
	await vote.seat.getByRole('button', { name: 'Start' }).click();
	await expect(vote.seat.getByText('Card 1 of 3')).toBeVisible();
	for (const key of ['1', '5', 'Enter', '0', 'Enter', '4', 'ArrowLeft', 'ArrowLeft', '2', 'Enter', 'Enter', 'Enter']) await page.keyboard.press(key);
	await expect(vote.seat.getByRole('heading', { name: 'You have answered 3 of 3' })).toBeVisible();
	await expect(vote.seat.getByRole('listitem').filter({ hasText: privacy })).toContainText('2');
	await expect(vote.seat.getByRole('listitem').filter({ hasText: dominance })).toContainText('I can’t say');
	await expect(vote.seat.getByRole('listitem').filter({ hasText: regulation })).toContainText('4');
	await vote.seat.getByRole('button', { name: 'Done, cover the screen' }).click();
	await vote.backToFacilitator();
	await expect(vote.turnout).toContainText('1 of 4');
	await vote.closeAndReveal();
	await vote.expectResult(privacy, { votes: [0, 1, 0, 0, 0], median: '2', iqr: '0', n: 1, cannotSay: '–' });
	await vote.expectResult(regulation, { votes: [0, 0, 0, 1, 0], median: '4', iqr: '0', n: 1, cannotSay: '–' });
	const row = vote.row(dominance);
	await expect(row).toContainText('no votes');
	await expect(row.getByRole('cell').last()).toHaveText('1');
});

test('a round that is closed to be revealed later shows nobody its results until then', async ({ longview, vote, page }) => {
	await vote.openRound();
	await vote.passRound();
	await vote.voteAs([5, 1, 3]);
	await vote.backToFacilitator();
	await page.keyboard.press('Control+Enter');
	await page.getByRole('dialog').getByRole('button', { name: 'Close, reveal later' }).click();
	await expect(page.getByRole('heading', { name: 'Round 1 is closed' })).toBeVisible();
	await longview.saved();
	await longview.reload();
	await longview.go('Vote');
	await expect(page.getByRole('heading', { name: 'Round 1 is closed' })).toBeVisible();
	await expect(page.getByRole('img', { name: /^Votes from 1 to 5/ })).toHaveCount(0);
	await page.getByRole('button', { name: 'Reveal the results' }).click();
	await vote.expectResult(privacy, { votes: [0, 0, 0, 0, 1], median: '5', iqr: '0', n: 1, cannotSay: '–' });
});

test('closing asks once, and reveals the histogram, median, IQR and n of the votes', async ({ longview, vote, page, canvas, library }) => {
	await vote.openRound();
	await vote.passRound();
	await vote.voteAs([5, 1, 3]);
	await vote.voteAs([4, 5, 3]);
	await vote.voteAs([4, 'cannot say', 4]);
	await vote.voteAs([2, 1, 'cannot say']);
	await vote.backToFacilitator();
	await page.getByRole('button', { name: /^Close and reveal/ }).click();
	const ask = page.getByRole('dialog', { name: 'Close Round 1?' });
	await expect(ask).toContainText('Everyone has answered every card. Nobody can vote in this round after it, and it cannot be undone.');
	await ask.getByRole('button', { name: 'Keep it open' }).click();
	await expect(vote.turnout).toBeVisible();
	await page.keyboard.press('Control+Enter');
	await ask.getByRole('button', { name: 'Close and reveal' }).click();
	await expect(page.getByRole('heading', { name: 'What the room thinks' })).toBeVisible();

	// 5 4 4 2: quartiles of type 7 at 3.5 and 4.25. 1 5 1: 1 and 3. 3 3 4: 3 and 3.5.
	await vote.expectResult(privacy, { votes: [0, 1, 0, 2, 1], median: '4', iqr: '0.75', n: 4, cannotSay: '–' });
	await vote.expectResult(regulation, { votes: [0, 0, 2, 1, 0], median: '3', iqr: '0.5', n: 3, cannotSay: '1' });
	await vote.expectResult(dominance, { votes: [2, 0, 0, 0, 1], median: '1', iqr: '2', n: 3, cannotSay: '1' });
	await expect(page.getByRole('row').nth(1)).toContainText(privacy);
	await expect(page.getByRole('row').nth(2)).toContainText(regulation);
	await expect(page.getByRole('row').nth(3)).toContainText(dominance);
	await expect(vote.fact('Turnout')).toHaveText('4 of 4');
	await expect(vote.fact('Agreed')).toHaveText('2 of 3 cards');

	await longview.go('Place');
	await expect(canvas.board.getByRole('button', { name: /median/ })).toHaveCount(3);
	await expect(canvas.card(privacy)).toHaveAccessibleName(/median 4, agreed$/);
	await expect(canvas.card(dominance)).toHaveAccessibleName(/median 1, contested$/);
	await library.part('On canvas').click();
	await library.show(dominance);
	const votes = longview.inspector.getByRole('region', { name: 'The room’s votes' });
	await expect(votes).toContainText('Contested. The middle half of the votes spans 2 (IQR).');
	await expect(votes).toContainText('3 votes, 1 can’t say');

	// Undo goes on to what was done before the vote; what the room has seen stays.
	await longview.go('Vote');
	await longview.undo();
	await expect(longview.message(/^\s*Taken back/)).toBeVisible();
	await vote.expectResult(privacy, { votes: [0, 1, 0, 2, 1], median: '4', iqr: '0.75', n: 4, cannotSay: '–' });
	await expect(vote.fact('Turnout')).toHaveText('4 of 4');
});

test('the machine score is on none of the voting screens', async ({ longview, vote, page }) => {
	const nowhere = async () => expect((await page.locator('body').innerText()).toLowerCase()).not.toContain('machine');
	await nowhere();
	await vote.openRound();
	await nowhere();
	await vote.passRound();
	await nowhere();
	await vote.seat.getByRole('button', { name: 'Start' }).click();
	await expect(vote.seat.getByRole('heading', { name: privacy })).toBeVisible();
	await nowhere();
	await vote.stopVoting();
	await vote.voteAs([1, 1, 1]);
	await vote.backToFacilitator();
	await vote.closeAndReveal();
	await nowhere();
	// All three have a machine score of 3 to 5; the room's 1 is what counts.
	for (const name of cards) await vote.expectResult(name, { votes: [1, 0, 0, 0, 0], median: '1', iqr: '0', n: 1, cannotSay: '–' });
	await longview.saved();
});

test('once revealed, nothing on disk holds a token that anybody voted under', async ({ longview, vote, host, page }) => {
	await vote.openRound();
	await vote.passRound();
	await vote.voteAs([5, 1, 3], 'First to vote.');
	await vote.voteAs([4, 5, 3], 'Second to vote.');
	await vote.voteAs([4, 2, 2], 'Third to vote.');
	await vote.backToFacilitator();
	await longview.saved();
	const tokens = votersOnDisk(host.dataFolder);
	expect(tokens).toHaveLength(3);
	for (const token of tokens) expect(filesHolding(host.dataFolder, token)).not.toEqual([]);
	await vote.closeAndReveal();
	await longview.saved();
	await expect.poll(() => tokens.flatMap((token) => filesHolding(host.dataFolder, token))).toEqual([]);
	const after = votersOnDisk(host.dataFolder);
	expect(after).toHaveLength(3);
	expect(after.filter((token) => tokens.includes(token))).toEqual([]);
	// Three reasons could be traced to their writers, so they are not shown either.
	expect(await vote.reasonsOf(privacy)).toEqual([]);
	await expect(page.getByText(/^Fewer than 5 reasons were given in the whole round, so none is shown/)).toBeVisible();
});

test('a host that is killed in mid-round comes back with the round open and every answer that was saved', async ({ longview, vote, page, host, browser }) => {
	await vote.openRound();
	await vote.passRound();
	await vote.voteAs([5, 4, 3]);
	await vote.voteAs([4, 4, 4]);
	await vote.backToFacilitator();
	await longview.saved();
	longview.expectProblem(/ERR_CONNECTION_REFUSED/);
	await host.kill();
	await page.close();

	const again = await host.restart();
	const elsewhere = await browser.newContext();
	const other = new LongviewPage(await elsewhere.newPage());
	const otherVote = new VotePage(other.page);
	await other.open(again.address);
	await other.go('Vote');
	await expect(otherVote.turnout).toContainText('2 of 4');
	await expect(otherVote.turnout).toContainText('2 finished');
	await otherVote.passRound();
	await otherVote.voteAs([1, 4, 2]);
	await otherVote.backToFacilitator();
	await otherVote.closeAndReveal();
	await otherVote.expectResult(privacy, { votes: [1, 0, 0, 1, 1], median: '4', iqr: '2', n: 3, cannotSay: '–' });
	await otherVote.expectResult(dominance, { votes: [0, 0, 0, 3, 0], median: '4', iqr: '0', n: 3, cannotSay: '–' });
	expect(other.problems).toEqual([]);
	await elsewhere.close();
	await again.stop();
});
