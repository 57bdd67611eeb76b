import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import type { Page } from 'playwright/test';
import { expect, test } from './fixtures.ts';
import { hasPoppler, pdfText } from './pdfText.ts';
import { openRevealed, type Held } from './revealedWorkshop.ts';

const [ethics, privacy, decentral] = ['Ethical Use of AI Models', 'Data Privacy and Security', 'Decentralized AI Development'] as const;
const file = (name: string) => test.info().outputPath(name);

/** Eight voters: five on phones, two on paper, one on the laptop; four of the city, three of the country, one of neither. */
const first: Held = {
	title: 'Round 1', criteria: ['relevancy', 'impact', 'timing'], peopleInRoom: 9, groups: [0, 0, 0, 0, 1, 1, 1, null],
	ways: ['phone', 'phone', 'phone', 'phone', 'phone', 'paper', 'paper', 'hot seat'],
	votes: {
		[ethics]: { relevancy: [4, 4, 5, 4, 4, 4, 5, 'cannot say'], impact: [1, 2, 1, 2, 1, 2, 1, 2], timing: [2029, 2030, 2030, 2030, 2031, 2030, 2030, 2030] },
		[privacy]: { relevancy: [1, 1, 1, 1, 5, 5, 5, 5], impact: [3, 3, 3, 3, 3, 3, 3, 3], timing: [2027, 2028, 2029, 2031, 2032, 2033, 2034, 2035] },
		[decentral]: { relevancy: [3, 3, 3, 2, 3, 3, 3, 3], impact: [5, 5, 4, 4, 5, 5, 4, 4], timing: ['later', 'later', 'later', 'later', 'later', 2035, 2034, 'cannot say'] },
	},
	reasons: Object.fromEntries(['Too early.', 'Too small.', 'Nobody pays.', 'Tried before.', 'It is here.', 'Look at Lyon.'].map((text, voter) => [[0, 1, 2, 5, 6, 7][voter]!, { [privacy]: text }])),
};
/** On the contested card alone: the first two have moved up. */
const second: Held = { title: 'Round 2', criteria: ['relevancy'], again: 0, peopleInRoom: 9, ways: first.ways!, votes: { [privacy]: { relevancy: [4, 4, 1, 1, 5, 5, 5, 5] } } };

const press = (page: Page, group: string, name: string) => page.getByRole('group', { name: group, exact: true }).getByRole('button', { name, exact: true }).click();
const round = (page: Page, title: string) => page.getByRole('navigation', { name: 'Rounds' }).getByRole('button', { name: new RegExp(`^${title}`) }).click();

test('the criteria that were asked together are read one by one, each in its own order, with how many came each way', async ({ longview, vote, page }) => {
	await openRevealed(longview, file('r.longview'), [first]);
	await longview.go('Vote');
	await expect(page.getByText('5 by phone, 2 on paper, 1 on this laptop')).toBeVisible();
	await expect(vote.fact('Turnout')).toHaveText('8 of 9');
	await vote.expectResult(ethics, { votes: [0, 0, 0, 5, 2], median: '4', iqr: '0.5', n: 7, cannotSay: '1' });
	await vote.expectResult(privacy, { votes: [4, 0, 0, 0, 4], median: '3', iqr: '4', n: 8, cannotSay: '–' });
	await expect(vote.row(privacy).getByRole('img', { name: /^The room says 2031 Q3, half of it 2028 Q4 to 2033 Q2$/ })).toBeVisible();
	await expect(vote.fact('Agreed')).toHaveText('2 of 3 cards');

	await press(page, 'Criterion', 'Impact');
	await expect(page.getByRole('rowheader')).toHaveText([/Decentralized/, /Data Privacy/, /Ethical/]);
	await vote.expectResult(decentral, { votes: [0, 0, 0, 4, 4], median: '4.5', iqr: '1', n: 8, cannotSay: '–' });

	await press(page, 'Criterion', 'Timing');
	await expect(page.getByRole('rowheader')).toHaveText([/Ethical/, /Data Privacy/, /Decentralized/]);
	await expect(vote.row(ethics)).toContainText('2030 Q1');
	await expect(vote.row(decentral)).toContainText('after 2036, or never');
	await expect(vote.row(decentral).getByRole('img', { name: 'Votes by year, 2034: 1, 2035: 1, after 2036, or never: 5' })).toBeVisible();
	// The same order of time by all seven who gave three dates: one of the eight could not say.
	await expect(vote.fact('Same order of time')).toContainText('7 who rated all');
});

test('most agreed and most contested are named, and a press on one shows its votes and reasons without names', async ({ longview, page, vote }) => {
	await openRevealed(longview, file('r.longview'), [first]);
	await longview.go('Vote');
	await expect(page.getByRole('region', { name: 'Most agreed' }).getByRole('listitem')).toHaveText([/Decentralized.*median 3, IQR 0/, /Ethical.*median 4, IQR 0.5/]);
	await page.getByRole('region', { name: 'Most agreed' }).getByRole('button', { name: /Ethical/ }).click();
	await expect(page.getByRole('complementary', { name: `Votes on ${ethics}` })).toBeVisible();
	await page.getByRole('region', { name: 'Most contested' }).getByRole('button').click();
	const panel = page.getByRole('complementary', { name: `Votes on ${privacy}` });
	await expect(panel).toContainText('Two camps of 4. Nobody sits between them.');
	await expect(panel.getByRole('heading', { name: 'Why low' })).toBeVisible();
	expect((await vote.reasonsOf(privacy)).sort()).toEqual(['It is here.', 'Look at Lyon.', 'Nobody pays.', 'Too early.', 'Too small.', 'Tried before.']);
	await press(page, 'Criterion', 'Timing');
	await page.getByRole('row').filter({ hasText: privacy }).getByRole('button').click();
	await expect(panel.getByRole('heading', { name: 'Why sooner' })).toBeVisible();
	await expect(panel.getByRole('heading', { name: 'Why later' })).toBeVisible();
});

test('groups stand side by side; one under three is not shown, nor the one it could be worked out from', async ({ longview, page, vote }) => {
	const small: Held = { title: 'Round 2', criteria: ['relevancy'], groups: [0, 0, 0, 0, 1, 1, 1, 2], votes: { [ethics]: { relevancy: [5, 5, 4, 4, 1, 2, 2, 3] } } };
	await openRevealed(longview, file('r.longview'), [first, small], ['City', 'Country', 'Coast']);
	await longview.go('Vote');
	await round(page, 'Round 1');
	await press(page, 'View', 'By group');
	const cells = (name: string) => vote.row(name).getByRole('cell');
	await expect(page.getByRole('columnheader')).toHaveText(['Card', 'All', 'City', 'Country']);
	// One person chose no group: shown beside both groups, the rest would be theirs alone, so the smaller group is hidden too.
	await expect(cells(privacy)).toHaveText([/^3, contested.*8 votes/, /^1, agreed.*4 votes/, 'not shown']);
	await round(page, 'Round 2');
	await press(page, 'View', 'By group');
	await expect(page.getByRole('columnheader')).toHaveText(['Card', 'All', 'City', 'Country', 'Coast']);
	await expect(cells(ethics)).toHaveText([/8 votes/, /^4.5.*4 votes/, 'not shown', 'not shown']);
	await expect(page.getByText(/^Not shown is a group with fewer than 3 answers/)).toBeVisible();
});

test('a second round shows what moved: the card, the share of the votes, and the places', async ({ longview, page, vote }) => {
	await openRevealed(longview, file('r.longview'), [first, second]);
	await longview.go('Vote');
	await round(page, 'Round 2');
	// Two of the eight left 1 for 4: a quarter of the votes.
	await expect(vote.fact('Moved since round 1')).toHaveText('25% of votes, not stable yet');
	await expect(vote.row(privacy)).toContainText('median 3, now 4.5');
	await expect(vote.row(privacy)).toContainText('still split');
	await expect(vote.row(privacy).getByRole('img', { name: 'Votes from 1 to 5: 2, 0, 0, 2, 4. Round 1: 4, 0, 0, 0, 4' })).toBeVisible();
	await press(page, 'View', 'Since round 1');
	await expect(page.getByText('25% of the votes moved')).toBeVisible();
	await expect(vote.row(privacy).getByRole('img', { name: 'Before 3, half of it 1 to 5; now 4.5, half of it 3.25 to 5' })).toBeVisible();
	await expect(vote.row(privacy)).toContainText('25%not stable');
	await round(page, 'Round 1');
	await expect(page.getByRole('rowheader'), 'the first round keeps its other cards').toHaveCount(3);
});

test('where voters are not known to be the same, it says so instead of a figure', async ({ longview, page, vote }) => {
	await openRevealed(longview, file('r.longview'), [first, { ...second, unlinked: true }]);
	await longview.go('Vote');
	await round(page, 'Round 2');
	await expect(vote.fact('Moved since round 1')).toContainText('not known');
	await press(page, 'View', 'Since round 1');
	await expect(page.getByText('How far the same people moved since Round 1 cannot be worked out: the series has ended')).toBeVisible();
});

test('“Vote again” prepares a round on the contested cards in the same series, as one step', async ({ longview, page }) => {
	await openRevealed(longview, file('r.longview'), [first]);
	await longview.go('Vote');
	await page.getByRole('button', { name: 'Vote again on 1 contested card' }).click();
	await expect(page.getByText('Round 2, draft')).toBeVisible();
	const saved = file('again.longview');
	await longview.saveFile(saved);
	const { rounds } = JSON.parse(readFileSync(saved, 'utf8')) as { rounds: { id: string; title: string; seriesId: string; earlierRoundId?: string; criteria: string[]; cardIds: string[] }[] };
	const [held, draft] = ['Round 1', 'Round 2'].map((name) => rounds.find(({ title }) => title === name)!) as [(typeof rounds)[0], (typeof rounds)[0]];
	expect(draft).toMatchObject({ seriesId: held.seriesId, earlierRoundId: held.id, criteria: ['relevancy', 'impact', 'timing'] });
	expect(draft.cardIds).toHaveLength(1);
	await longview.undo();
	await expect(page.getByText('Round 2, draft')).toHaveCount(0);
});

test('dots are told with the people who gave them, and approval with who is unsure', async ({ longview, vote, page }) => {
	const dots: Held = { title: 'Round 1', criteria: ['dots'], dots: 5, votes: { [ethics]: { dots: [5, 0, 0] }, [privacy]: { dots: [0, 2, 2] }, [decentral]: { dots: [0, 3, 0] } } };
	const approval: Held = { title: 'Round 2', criteria: ['approval'], votes: { [ethics]: { approval: [1, 1, 0, 'cannot say'] }, [privacy]: { approval: [1, 1, 1, 1] } } };
	await openRevealed(longview, file('r.longview'), [dots, approval]);
	await longview.go('Vote');
	await round(page, 'Round 1');
	await expect(vote.fact('Dots given')).toHaveText('12 of 15, 5 each');
	expect(await vote.resultOf(ethics)).toEqual(['1', '5', '1 of 3', '42%']);
	expect(await vote.resultOf(privacy)).toEqual(['2', '4', '2 of 3', '33%']);
	await round(page, 'Round 2');
	await expect(vote.row(ethics).getByRole('img', { name: '2 yes, 1 unsure, 1 no' })).toBeVisible();
	expect((await vote.resultOf(ethics)).slice(2)).toEqual(['67%', '2', '1', '1']);
	expect((await vote.resultOf(privacy)).slice(2)).toEqual(['100%', '4', '0', '–']);
});

test('all are placed by the room’s median year in one step; what is later and what is locked stays, and is named', async ({ longview, canvas, page }) => {
	await openRevealed(longview, file('r.longview'), [first], [], [ethics]);
	await longview.go('Place');
	const before = await canvas.card(decentral).getAttribute('aria-label');
	await page.getByRole('button', { name: 'What the canvas shows of the votes' }).click();
	await page.getByRole('menuitem', { name: 'Place all by the room’s median year (1 would move)' }).click();
	await expect(longview.message('One card stands at the room’s median year now. I3 stays: the room sees it after 2036, or never. C4 stays, since it is locked.')).toBeVisible();
	await expect(canvas.card(privacy)).toHaveAccessibleName(/, 2031 Q3, .*the room says 2031 Q3, half of it between 2028 Q4 and 2033 Q2, it stood at 20\d\d Q\d before$/);
	await expect(canvas.card(decentral)).toHaveAccessibleName(before!);
	await expect(page.locator('[data-guess]')).toHaveCount(1);
	await longview.undo();
	await expect(canvas.card(privacy)).not.toHaveAccessibleName(/it stood at/);
	await expect(page.locator('[data-guess]')).toHaveCount(0);
	// From the palette and from the results as well.
	await page.keyboard.press('Control+k');
	await page.keyboard.type('median year');
	await page.keyboard.press('Enter');
	await expect(canvas.card(privacy)).toHaveAccessibleName(/it stood at/);
	await longview.go('Vote');
	await press(page, 'Criterion', 'Timing');
	await page.getByRole('button', { name: 'Place all by the room’s median year' }).click();
	await expect(longview.message(/^\s*No card moves: those that the room dated stand at its median year already\./)).toBeVisible();
});

test('a hand that moves the card does away with its ghost', async ({ longview, canvas, page }) => {
	await openRevealed(longview, file('r.longview'), [first]);
	await longview.go('Vote');
	await press(page, 'Criterion', 'Timing');
	await page.getByRole('button', { name: 'Place all by the room’s median year' }).click();
	await longview.go('Place');
	await expect(page.locator('[data-guess]')).toHaveCount(2);
	await canvas.focusCard(privacy);
	await canvas.press('ArrowRight');
	await expect(page.locator('[data-guess]')).toHaveCount(1);
});

test('the canvas, its filter and its contested cards go by the criterion that is chosen', async ({ longview, canvas, page }) => {
	await openRevealed(longview, file('r.longview'), [first]);
	await longview.go('Place');
	await expect(canvas.card(privacy)).toHaveAccessibleName(/, median 3, contested, /);
	await page.getByRole('button', { name: 'What the canvas shows of the votes' }).click();
	await page.getByRole('menuitemradio', { name: 'Medians of impact' }).click();
	await expect(canvas.card(privacy)).toHaveAccessibleName(/, median impact 3, agreed, /);
	await expect(canvas.card(decentral)).toHaveAccessibleName(/, median impact 4.5, agreed, /);
	await expect(canvas.region.getByRole('button', { name: 'None contested' })).toBeVisible();
	await page.getByRole('button', { name: /^Filter the cards/ }).click();
	await expect(page.getByRole('group', { name: 'Median impact' })).toBeVisible();
});

test('the cards slide from where they were, and with reduced motion nothing does', async ({ longview, page, vote }) => {
	await openRevealed(longview, file('r.longview'), [first, second]);
	await longview.go('Vote');
	await round(page, 'Round 2');
	await press(page, 'View', 'Since round 1');
	const slides = () => vote.row(privacy).locator('svg g').evaluate((now) => getComputedStyle(now).animationName);
	await page.emulateMedia({ reducedMotion: 'no-preference' });
	expect(await slides()).toMatch(/slide/);
	await page.emulateMedia({ reducedMotion: 'reduce' });
	expect(await slides()).toBe('none');
});

test('a paper ballot of the draft is printed from the report step', async ({ longview, handouts }) => {
	test.skip(!hasPoppler(), 'pdftotext is not installed.');
	const draft: Held = { title: 'Round 1', criteria: ['relevancy', 'timing'], votes: { [ethics]: {}, [privacy]: {} }, state: 'draft' };
	await openRevealed(longview, file('r.longview'), [draft]);
	await longview.go('Report');
	await handouts.open();
	await handouts.chooseRound('Round 1');
	const download = await longview.download(() => handouts.handout('Paper ballot').getByRole('button', { name: 'Save PDF' }).click());
	expect(download.suggestedFilename()).toMatch(/, ballot\.pdf$/);
	const text = pdfText(await download.path());
	for (const words of ['Write no name.', privacy, ethics, 'After 2036, or never', 'I can’t say']) expect(text).toContain(words);
	expect(text).not.toContain(decentral);
});

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

test('axe-core finds nothing on the results, in any theme, view and criterion', async ({ longview, page }) => {
	await page.addInitScript(axeSource);
	await page.reload();
	await longview.ready();
	const dots: Held = { title: 'Round 3', criteria: ['dots'], dots: 5, votes: { [ethics]: { dots: [5, 0, 0] }, [privacy]: { dots: [0, 2, 2] } } };
	const approval: Held = { title: 'Round 4', criteria: ['approval'], votes: { [ethics]: { approval: [1, 1, 0, 'cannot say'] }, [privacy]: { approval: [1, 1, 1, 1] } } };
	await openRevealed(longview, file('r.longview'), [first, second, dots, approval], ['City', 'Country']);
	await longview.go('Vote');
	const check = async (screen: string) => {
		for (const theme of ['light', 'dark', 'projector']) {
			const found = await page.evaluate(async (theme) => {
				document.documentElement.setAttribute('data-theme', theme);
				const { axe } = window as unknown as { axe: { run(context: string, options: object): Promise<AxeResults> } };
				const { violations } = await axe.run('html', { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'], resultTypes: ['violations'] });
				return violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.html.slice(0, 160)} ${node.any[0]?.message ?? ''}`));
			}, theme);
			expect.soft(found, `${screen}, ${theme}`).toEqual([]);
		}
	};
	await round(page, 'Round 1');
	await check('Relevancy');
	await press(page, 'Criterion', 'Timing');
	await check('Timing');
	await press(page, 'View', 'By group');
	await check('Groups');
	await round(page, 'Round 2');
	await check('Second round');
	await press(page, 'View', 'Since round 1');
	await expect(page.getByText('25% of the votes moved')).toBeVisible();
	await check('Movement');
	await round(page, 'Round 3');
	await check('Dots');
	await round(page, 'Round 4');
	await check('Approval');
});
