import { readFileSync, writeFileSync } from 'node:fs';
import { expect, test } from './fixtures.ts';
import { removeFolder, startHost } from './host.ts';
import { CanvasPage } from './pages/CanvasPage.ts';
import { LongviewPage } from './pages/LongviewPage.ts';
import { ScenarioPage } from './pages/ScenarioPage.ts';
import { VotePage } from './pages/VotePage.ts';

const sample = 'Who shapes AI in Europe';
const ethics = 'Ethical Use of AI Models';
const lanes = ['Policy & law', 'Markets & capital', 'Technology', 'Society & ethics', 'Environment'] as const;

test('two workshops share one library and keep their own canvas', async ({ longview, library, canvas, page }) => {
	await longview.openSample();
	await longview.startWorkshop('A second room');
	await longview.go('Place');
	await expect(canvas.cards).toHaveCount(0);
	await expect(canvas.board).toContainText('Nothing is placed yet.');
	await library.panel.getByLabel('Cards of').selectOption('Whole library');
	await expect(library.kind('All')).toContainText('27');
	await library.card(new RegExp(ethics)).focus();
	await page.keyboard.press('Enter');
	await page.keyboard.press('Enter');
	await expect(canvas.cards).toHaveCount(1);
	await longview.switchTo(sample);
	await expect(canvas.cards).toHaveCount(13);
	await longview.switchTo('A second room');
	await expect(canvas.cards).toHaveCount(1);
	await longview.saved();
	await longview.reload();
	await expect(longview.workshopTitle).toHaveText('A second room');
	await expect(canvas.card(ethics)).toBeVisible();
	await longview.undo();
	await expect(canvas.cards, 'undo is the open workshop’s').toHaveCount(0);
	await longview.switchTo(sample);
	await expect(canvas.cards).toHaveCount(13);
});

test('a workshop saved as a file, deleted and opened again has everything back, here and on another laptop', async ({ longview, vote, scenarios, canvas, page, browser }, info) => {
	await longview.openSample();
	await longview.go('Vote');
	await vote.prepare([ethics], 2);
	await vote.openRound();
	await vote.passRound();
	await vote.voteAs([5]);
	await vote.voteAs([4]);
	await vote.backToFacilitator();
	await vote.closeAndReveal();
	await longview.go('Scenarios');
	await scenarios.start();
	await page.keyboard.type('Common Ground');
	await scenarios.feedWith(ethics);
	await longview.saved();
	const file = await longview.saveFile(info.outputPath('room.longview'));
	expect(JSON.parse(readFileSync(file, 'utf8'))).toMatchObject({ format: 'longview-workshop', version: 3 });

	await longview.deleteWorkshop(sample);
	await expect(page.getByRole('button', { name: 'Open the sample workshop' })).toBeVisible();
	await page.reload();
	await expect(page.getByRole('button', { name: 'Open the sample workshop' })).toBeVisible();

	const everythingIn = async (window: LongviewPage) => {
		await expect(window.workshopTitle).toHaveText(sample);
		const itsCanvas = new CanvasPage(window.page);
		await expect(itsCanvas.cards).toHaveCount(13);
		await expect(itsCanvas.card(ethics)).toHaveAccessibleName(/2030 Q2, Society & ethics, median 4.5, agreed$/);
		await window.go('Vote');
		await new VotePage(window.page).expectResult(ethics, { votes: [0, 0, 0, 1, 1], median: '4.5', iqr: '0.5', n: 2, cannotSay: '–' });
		await window.go('Scenarios');
		const worlds = new ScenarioPage(window.page);
		await expect(worlds.title).toHaveValue('Common Ground');
		await expect(worlds.fed).toHaveText([new RegExp(ethics)]);
		await window.saved();
		await window.reload();
		await expect(worlds.title).toHaveValue('Common Ground');
	};
	await longview.openFile(file);
	await everythingIn(longview);
	await longview.go('Place');
	await expect(canvas.cards).toHaveCount(13);

	const laptop = await startHost();
	const context = await browser.newContext();
	const there = new LongviewPage(await context.newPage());
	await there.open(laptop.address);
	await there.openFile(file);
	await everythingIn(there);
	await there.go('Scan');
	await expect(there.page.getByRole('complementary', { name: 'Sources' }).getByRole('listitem')).toHaveCount(4);
	expect(there.problems).toEqual([]);
	await context.close();
	await laptop.stop();
	removeFolder(laptop.dataFolder);
});

test('of two workshops the one that is asked about is deleted, and the other opens', async ({ longview, canvas, library }) => {
	await longview.openSample();
	await longview.startWorkshop('A second room');
	await longview.deleteWorkshop('A second room');
	await expect(longview.workshopTitle).toHaveText(sample);
	await longview.expectWorkshops(sample);
	await longview.go('Place');
	await expect(canvas.cards).toHaveCount(13);
	await longview.saved();
	await longview.reload();
	await longview.expectWorkshops(sample);
	await expect(library.kind('All')).toContainText('27');
});

test('a file that is opened beside its workshop becomes a copy', async ({ longview, canvas }, info) => {
	await longview.openSample();
	const file = await longview.saveFile(info.outputPath('room.longview'));
	await longview.openFile(file);
	await expect(longview.workshopTitle).toHaveText(`${sample} (copy)`);
	await canvas.focusCard(ethics);
	await canvas.press('Delete');
	await expect(canvas.cards).toHaveCount(12);
	await longview.switchTo(sample);
	await expect(canvas.cards).toHaveCount(13);
	await longview.saved();
});

test('a file of a newer Longview and a broken one get a sentence each and change nothing', async ({ longview, canvas }, info) => {
	await longview.openSample();
	const file = await longview.saveFile(info.outputPath('room.longview'));
	const saved = readFileSync(file, 'utf8');
	const newer = info.outputPath('newer.longview');
	writeFileSync(newer, JSON.stringify({ ...JSON.parse(saved), version: 99 }));
	const torn = info.outputPath('torn.longview');
	writeFileSync(torn, saved.slice(0, saved.length / 2));
	const odd = info.outputPath('odd.longview');
	const bent = JSON.parse(saved) as { workshopCards: { number: unknown }[] };
	bent.workshopCards[0]!.number = 'first';
	writeFileSync(odd, JSON.stringify(bent));
	for (const [path, sentence] of [
		[newer, '“newer.longview” was not opened. This workshop file was made by a newer Longview (its format is version 99, this Longview reads up to 3). Update Longview to open it.'],
		[torn, '“torn.longview” was not opened. This is not a workshop file, or it was cut short: it is not valid JSON.'],
		[odd, '“odd.longview” was not opened. The workshop file cannot be read: workshopCards.0.number'],
	] as const) {
		await longview.openFile(path);
		await expect(longview.message(sentence)).toBeVisible();
	}
	await expect(longview.workshopTitle).toHaveText(sample);
	await expect(canvas.cards).toHaveCount(13);
	await longview.expectWorkshops(sample);
	await longview.reload();
	await longview.expectWorkshops(sample);
	await longview.saved();
});

test('lanes are renamed, added, moved and removed; their cards go to the neighbour, and undo takes each step back', async ({ longview, frame, canvas, page }) => {
	await longview.openSample();
	await longview.go('Frame');
	await frame.expectLanes(...lanes);
	await frame.lane(1).fill('Law');
	await page.getByRole('button', { name: 'Add a lane' }).click();
	await expect(frame.lane(6)).toBeFocused();
	await page.keyboard.type('Arts');
	await frame.expectLanes('Law', ...lanes.slice(1), 'Arts');
	await page.getByRole('button', { name: 'Move Arts up' }).click();
	await frame.expectLanes('Law', ...lanes.slice(1, 4), 'Arts', 'Environment');
	await page.getByRole('button', { name: 'Remove Markets & capital' }).click();
	await frame.expectLanes('Law', 'Technology', 'Society & ethics', 'Arts', 'Environment');
	await longview.go('Place');
	await expect(canvas.cards).toHaveCount(13);
	await expect(canvas.cardAt('Market Dominance and Competition', '2032 Q1', 'Law')).toBeVisible();
	await longview.saved();
	await longview.reload();
	await expect(canvas.cardAt('Market Dominance and Competition', '2032 Q1', 'Law')).toBeVisible();
	await longview.go('Frame');
	for (let step = 0; step < 5; step++) await frame.undo();
	await frame.expectLanes(...lanes);
	await longview.go('Place');
	await expect(canvas.cardAt('Market Dominance and Competition', '2032 Q1', 'Markets & capital')).toBeVisible();
});

test('a question that is half typed as the window closes is there when it opens again, as one step', async ({ longview, frame }) => {
	await longview.openSample();
	await longview.go('Frame');
	const before = await frame.question.inputValue();
	await longview.saved();
	await frame.question.fill('Who pays for');
	await longview.reload();
	await expect(frame.question).toHaveValue('Who pays for');
	await longview.saved();
	await frame.undo();
	await expect(frame.question).toHaveValue(before);
	await frame.question.fill('Who pays for it?');
	await frame.title.fill('Who pays');
	await expect(longview.workshopTitle, 'a pause stores it').toHaveText('Who pays');
	await frame.undo();
	await frame.undo();
	await expect(frame.question).toHaveValue(before);
});

test('another base year keeps the cards’ dates; those off the horizon stand at its edge, and undo brings them back', async ({ longview, frame, canvas, page }) => {
	await longview.openSample();
	await longview.go('Frame');
	await frame.setBaseYear(2028);
	await expect(longview.message(/would fall off the horizon and stand at its edge now/)).toBeVisible();
	await expect(page.getByText('Ten years, 2028 to 2038')).toBeVisible();
	await longview.go('Place');
	await expect(canvas.cardAt(ethics, '2030 Q2', 'Society & ethics')).toBeVisible();
	await expect(canvas.cardAt('Regulatory Challenges', '2028 Q1', 'Policy & law')).toBeVisible();
	await longview.undo();
	await expect(canvas.cardAt('Regulatory Challenges', '2026 Q2', 'Policy & law')).toBeVisible();
	await expect(canvas.cardAt(ethics, '2030 Q2', 'Society & ethics')).toBeVisible();
	await longview.go('Frame');
	await frame.setBaseYear(12);
	await expect(page.getByText('A year between 1900 and 2200 is needed here.')).toBeVisible();
	await longview.go('Place');
	await expect(canvas.cardAt(ethics, '2030 Q2', 'Society & ethics')).toBeVisible();
});
