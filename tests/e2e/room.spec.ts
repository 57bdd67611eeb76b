import type { Browser } from 'playwright/test';
import { filesHolding, votersOnDisk } from './dataFolder.ts';
import { expect, test } from './fixtures.ts';
import { BigScreenPage } from './pages/BigScreenPage.ts';
import { CanvasPage } from './pages/CanvasPage.ts';
import { LongviewPage } from './pages/LongviewPage.ts';
import { PhonePage } from './pages/PhonePage.ts';
import { ReportPage } from './pages/ReportPage.ts';
import { RoomPage } from './pages/RoomPage.ts';
import { VotePage } from './pages/VotePage.ts';
import { hasPoppler, pdfText } from './pdfText.ts';
import { answer, joined, tokenOf, voteOn } from './phones.ts';

const cards = ['Data Privacy and Security', 'Market Dominance and Competition', 'AI Regulation and Governance'] as const;
const [privacy, dominance, regulation] = cards;
const ballot = (a: number, b: number, c: number) => ({ [privacy]: a, [dominance]: b, [regulation]: c });

const sixPhones = async (browser: Browser, url: string): Promise<PhonePage[]> => {
	const phones: PhonePage[] = [];
	for (let n = 0; n < 6; n++) phones.push(await joined(browser, url));
	return phones;
};

test('six phones vote in two rounds, one drops out, the host is killed in mid-round, and every answer is counted once', async ({ longview, vote, page, host, browser }, info) => {
	test.setTimeout(240_000);
	await longview.openSample();
	await longview.go('Vote');
	await vote.prepare(cards, 7);
	const room = new RoomPage(page);
	await room.open({ wifi: { network: 'Longview', password: 'amber-ridge-42' } });
	const url = await room.url();
	await room.done();
	const phones = await sixPhones(browser, url);
	const [first, second, third, fourth, fifth, sixth] = phones as [PhonePage, PhonePage, PhonePage, PhonePage, PhonePage, PhonePage];
	await expect(room.joined).toHaveAccessibleName('6 joined');
	await vote.openRound();

	await test.step('phones, paper and the laptop vote, and only how many is seen', async () => {
		await voteOn(first, ballot(5, 5, 4));
		await voteOn(second, ballot(5, 1, 4));
		await voteOn(third, ballot(4, 5, 4));
		await voteOn(fourth, ballot(4, 1, 5));
		// One goes out of reach with one card sent and a second kept on the phone.
		await fifth.start();
		await answer(fifth, ballot(2, 2, 2));
		await expect(vote.turnout).toContainText('5 of 7have voted');
		await fifth.context.setOffline(true);
		await answer(fifth, ballot(2, 2, 2));
		await page.keyboard.press('b');
		const paper = page.getByRole('dialog', { name: 'Enter paper ballots' });
		await expect(paper.getByRole('textbox').first()).toBeFocused();
		await page.keyboard.type('333');
		await page.keyboard.press('Enter');
		await expect(paper.getByRole('status')).toHaveText(/^1 paper ballot in this round\. Ballot kept/);
		await paper.getByRole('button', { name: 'Done' }).click();
		await expect(vote.turnout).toContainText('6 of 7have voted');
		await expect(vote.turnout).toContainText('5 finished');
		expect(await page.content()).not.toMatch(/median|Votes from 1 to 5/);
	});
	await longview.saved();

	longview.expectProblem(/ERR_CONNECTION_REFUSED|ERR_INCOMPLETE_CHUNKED_ENCODING|ERR_CONNECTION_RESET|status of 403/);
	await host.kill();
	await page.close();
	const again = await host.restart();
	const context = await browser.newContext();
	const window = new LongviewPage(await context.newPage());
	const itsVote = new VotePage(window.page);
	await window.open(again.address);

	await test.step('the room is open again by itself, with the round and all that was sent', async () => {
		await expect(window.message(/^\s*The room is open at 127\.0\.0\.1:\d+, as before\. 6 people joined/)).toBeVisible();
		await window.go('Vote');
		await expect(itsVote.turnout).toContainText('6 of 7have voted');
		await expect(itsVote.turnout).toContainText('5 finished');
		await fifth.context.setOffline(false);
		await answer(fifth, ballot(2, 2, 2));
		await expect(itsVote.turnout).toContainText('6 finished');
		await voteOn(sixth, ballot(1, 3, 4));
		await expect(itsVote.turnout).toContainText('7 of 7have voted');
		await expect(itsVote.turnout).toContainText('7 finished');
	});

	await test.step('the round is revealed, and is to be voted on again', async () => {
		await window.page.getByRole('button', { name: /^Close and reveal/ }).first().click();
		const ask = window.page.getByRole('dialog');
		await expect(ask).toContainText('Everyone has answered every card.');
		await ask.getByRole('checkbox', { name: /Vote on these again later/ }).check();
		await ask.getByRole('button', { name: 'Close and reveal' }).click();
		// 5 5 4 4 2 1 3, 5 1 5 1 2 3 3, 4 4 4 5 2 4 3.
		await itsVote.expectResult(privacy, { votes: [1, 1, 1, 2, 2], median: '4', iqr: '2', n: 7, cannotSay: '–' });
		await itsVote.expectResult(dominance, { votes: [2, 1, 2, 0, 2], median: '3', iqr: '2.5', n: 7, cannotSay: '–' });
		await itsVote.expectResult(regulation, { votes: [0, 1, 1, 4, 1], median: '4', iqr: '0.5', n: 7, cannotSay: '–' });
		for (const phone of phones) await expect(phone.heading()).toHaveText('This round has closed.');
		await window.saved();
	});

	await test.step('a second round on what is contested shows the answers of the first, and its phones need not join again', async () => {
		await window.page.getByRole('button', { name: /^Vote again on 2/ }).click();
		await window.page.getByLabel('Show the answers of').selectOption({ label: 'Round 1' });
		await itsVote.openRound();
		const settled = { [privacy]: 4, [dominance]: 3 };
		for (const phone of phones) {
			await expect(phone.heading()).toHaveText('Round 2');
			await voteOn(phone, settled);
		}
		await expect(itsVote.turnout).toContainText('6 finished');
		await itsVote.closeAndReveal();
		await itsVote.expectResult(privacy, { votes: [0, 0, 0, 6, 0], median: '4', iqr: '0', n: 6, cannotSay: '–' });
		await itsVote.expectResult(dominance, { votes: [0, 0, 6, 0, 0], median: '3', iqr: '0', n: 6, cannotSay: '–' });
		// The phones' own: 5 5 4 4 2 1 became 4, 5 1 5 1 2 3 became 3; paper has no one to compare with.
		await expect(itsVote.fact('Moved since round 1')).toHaveText('75% of votes, not stable yet');
	});

	await test.step('the report says how many came each way', async () => {
		await window.go('Report');
		const path = info.outputPath('report.pdf');
		await new ReportPage(window.page).export(path);
		if (!hasPoppler()) return;
		const text = pdfText(path).replace(/\s+/g, ' ');
		expect(text).toContain('6 by phone');
		expect(text).toMatch(/1 on paper/);
	});

	await test.step('the canvas shows the room’s medians, and no phone can be told from what is on disk', async () => {
		await window.go('Place');
		const canvas = new CanvasPage(window.page);
		await expect(canvas.card(privacy)).toHaveAccessibleName(/median 4, agreed$/);
		await expect(canvas.card(regulation)).toHaveAccessibleName(/median 4, agreed$/);
		await window.saved();
		// 7 voters of the first round and 6 of the second: with the series over, nobody has one name in both.
		await expect.poll(() => votersOnDisk(host.dataFolder).length).toBe(13);
		for (const phone of phones) {
			const token = await tokenOf(phone);
			expect(token).toMatch(/^\S{20,}$/);
			expect(filesHolding(host.dataFolder, token)).toEqual([]);
		}
	});
	expect(window.problems).toEqual([]);
	for (const phone of phones) await phone.close();
	await context.close();
	await again.stop();
});

test('a room that is not reached keeps its round open; closed rooms, locks and single codes do what they say', async ({ longview, vote, page, browser }, info) => {
	test.setTimeout(180_000);
	await longview.openSample();
	await longview.go('Vote');
	await vote.prepare([privacy], 2);
	await vote.openRound();
	const room = new RoomPage(page);
	await room.open({ strict: true });
	await expect(room.dialog).toContainText('No phone has got here yet.');
	await expect(room.dialog).toContainText('Each person types the code on their slip');
	await room.dialog.getByRole('button', { name: 'Codes to print' }).click();
	const codes = page.getByRole('dialog', { name: 'Codes for one person each' });
	await codes.getByLabel('How many').fill('2');
	await codes.getByRole('button', { name: 'Make codes' }).click();
	await expect(codes.getByRole('listitem')).toHaveCount(2);
	const [mine = '', other = ''] = await codes.getByRole('listitem').allTextContents();
	const [slips] = await Promise.all([page.waitForEvent('download'), codes.getByRole('button', { name: 'Print as slips' }).click()]);
	const path = info.outputPath('slips.pdf');
	await slips.saveAs(path);
	if (hasPoppler()) for (const code of [mine, other]) expect(pdfText(path)).toContain(code.replace(/\s/g, ''));
	await codes.getByRole('button', { name: 'Done' }).click();
	const address = await room.joinPanel.getByText(/^127\.0\.0\.1:\d+$/).textContent();

	const phone = await PhonePage.open(browser);
	await phone.scan(`http://${address}/`);
	await phone.type(mine);
	await expect(phone.heading()).toHaveText('Round 1');
	await expect(room.joined).toHaveAccessibleName('1 joined');
	await expect(room.joinPanel).toContainText(/A phone got here at \d\d:\d\d/);
	await voteOn(phone, { [privacy]: 5 });
	await expect(vote.turnout).toContainText('1 of 2have voted');

	await page.getByRole('switch', { name: 'Let newcomers in' }).click();
	await expect(room.joinPanel).toContainText('Nobody else gets in now.');
	const newcomer = await PhonePage.open(browser);
	await newcomer.scan(`http://${address}/`);
	await newcomer.type(other);
	await expect(newcomer.alert).not.toBeEmpty();
	await page.getByRole('switch', { name: 'Let newcomers in' }).click();
	await expect(room.joinPanel).not.toContainText('Nobody else gets in now.');
	await newcomer.type(other);
	await expect(newcomer.heading()).toHaveText('Round 1');

	// The room's answer does not come: the round stays open, says so, and is closed the next time.
	longview.expectProblem(/ERR_FAILED/);
	await page.route('**/api/room/rounds/*/close', (route) => route.abort());
	await page.getByRole('button', { name: /^Close and reveal/ }).first().click();
	await page.getByRole('dialog').getByRole('button', { name: 'Close and reveal' }).click();
	await expect(longview.message(/^\s*The votes of the phones could not be fetched, so Round 1 stays open and nothing is lost/)).toBeVisible();
	await expect(vote.turnout).toContainText('1 of 2have voted');
	await page.unroute('**/api/room/rounds/*/close');

	await room.close();
	for (const one of [phone, newcomer]) await expect(one.heading()).toHaveText('The room is closed.');
	await expect(vote.turnout).toContainText('1 of 2have voted');
	await vote.closeAndReveal();
	await vote.expectResult(privacy, { votes: [0, 0, 0, 0, 1], median: '5', iqr: '0', n: 1, cannotSay: '–' });
	await phone.close();
	await newcomer.close();
});

test('how to join fills a screen, and the big screen shows it with the turnout while a round is open', async ({ longview, vote, page }) => {
	await longview.openSample();
	await longview.go('Vote');
	await vote.prepare([privacy], 3);
	await page.getByLabel(/^Minutes/).fill('10');
	await vote.openRound();
	await expect(page.getByRole('banner').getByRole('timer')).toHaveAccessibleName(/^(10 minutes|9 minutes \d+ seconds?) left in Round 1$/);
	const room = new RoomPage(page);
	await room.open({ wifi: { network: 'Café; "Rue"', password: 'amber-ridge-42' } });
	await room.done();
	const screen = await BigScreenPage.open(page, () => page.keyboard.press('F5'));
	await expect(screen.page.getByText('of 3 have voted')).toBeVisible();
	await room.joinPanel.getByRole('button', { name: 'Fill the screen with it' }).click();
	const wall = page.getByRole('dialog', { name: 'Join on your phone' });
	await expect(wall.getByRole('img', { name: 'QR code that joins the Wi-Fi network Café; "Rue"' })).toBeVisible();
	await expect(wall.getByRole('img', { name: 'QR code that opens the ballot' })).toBeVisible();
	await expect(wall).toContainText('of 3 have voted');
	await page.keyboard.press('Escape');
	await expect(wall).toBeHidden();
	await expect(screen.page.getByRole('img', { name: 'QR code that opens the ballot' })).toBeVisible();
	await vote.closeAndReveal();
	await expect(screen.page.getByText('of 3 have voted')).toHaveCount(0);
});
