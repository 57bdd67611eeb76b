import { readFileSync } from 'node:fs';
import { expect, test } from './fixtures.ts';
import { fourWorlds, openPlanned, type Planned } from './plannedWorkshop.ts';

const watched: Planned['signposts'] = [
	{ title: 'Tenders ask for open weights', threshold: '3 member states do', owner: 'procurement', source: 'TED', reviewAt: '2035-03-01', towards: ['Common Ground'], count: { seen: 1, of: 3 } },
	{ title: 'Summaries are public', reviewAt: '2020-01-15', towards: ['Licensed Few'], away: ['Toll Road'] },
	{ title: 'Compute gets cheaper', towards: fourWorlds.map(({ title }) => title) },
	{ title: 'A model ships without a download', seenOn: '2026-05-03', towards: ['Toll Road'] },
];

test('a signpost is written, says which worlds it tells apart, is dated, counted and seen', async ({ longview, signposts, page }, info) => {
	await openPlanned(longview, info.outputPath('planned.longview'), { worlds: fourWorlds });
	await signposts.open(longview, 'Signposts');
	await page.getByRole('button', { name: 'Write a signpost' }).click();
	await expect(signposts.field('What is observed')).toBeFocused();
	await page.keyboard.type('Tenders ask for open weights');
	await expect(signposts.list.getByText('No signpost watches Licensed Few, Common Ground, Toll Road and Wild Garden.')).toBeVisible();
	await signposts.point('Common Ground', 'Towards');
	await signposts.point('Toll Road', 'Away');
	await expect(signposts.row('Tenders')).toContainText('Tells Common Ground from the other three.');
	await expect(signposts.list.getByText('No signpost watches Licensed Few, Toll Road and Wild Garden.')).toBeVisible();
	await signposts.write('It counts when', '3 member states do');
	await signposts.write('Who watches', 'procurement');
	await signposts.write('Where it can be seen', 'TED');
	await signposts.field('How many it takes').fill('3');
	await signposts.field('How many it takes').blur();
	await signposts.field('Seen so far').fill('1');
	await signposts.field('Seen so far').blur();
	await signposts.field('Look at it again on').fill('2020-02-29');
	await expect(signposts.row('Tenders')).toContainText('Counts: 3 member states do. Watched by procurement. Seen in TED.');
	await expect(signposts.row('Tenders')).toContainText('1 of 3');
	await expect(signposts.row('Tenders')).toContainText('overdue, 29 Feb 2020');
	await signposts.editor.getByRole('button', { name: 'It has been seen' }).click();
	await expect(signposts.row('Tenders')).toContainText(/seen \d+ \w+ \d{4}/);
	await longview.undo();
	await expect(signposts.row('Tenders')).toContainText('overdue');

	await test.step('one that points to every world is told that it says nothing', async () => {
		for (const { title } of fourWorlds) await signposts.point(title, 'Towards');
		await expect(signposts.editor.getByText('Points to every world, so it says nothing about which one comes.')).toBeVisible();
		await expect(signposts.list.getByText('1 signpost says nothing about which world comes.')).toBeVisible();
	});
});

test('the watch list is read by review date, filtered and grouped by world', async ({ longview, signposts, page }, info) => {
	await openPlanned(longview, info.outputPath('planned.longview'), { worlds: fourWorlds, signposts: watched });
	await signposts.open(longview, 'Signposts');
	await expect(signposts.rows).toHaveText([/Summaries.*overdue, 15 Jan 2020/, /Tenders.*1 Mar 2035/, /Compute.*no review date/, /download.*seen 3 May 2026/]);
	await signposts.show(/^Toll Road/);
	await expect(signposts.rows).toHaveText([/Summaries.*Points away\./, /Compute/, /download/]);
	await signposts.show(/^Say nothing/);
	await expect(signposts.rows).toHaveText([/Compute/]);
	await signposts.show(/^All/);
	await page.getByRole('switch', { name: 'By world' }).click();
	await expect(page.getByRole('list', { name: 'Common Ground' }).getByRole('listitem')).toHaveText([/Tenders/]);
	await expect(signposts.list.getByText('Nothing would show that this world is coming.')).toHaveCount(1);
	await page.getByRole('switch', { name: 'By world' }).click();
	await test.step('what is being dated stays open where it goes', async () => {
		await expect(signposts.field('What is observed')).toHaveValue('Summaries are public');
		await signposts.field('Look at it again on').fill('2036-01-15');
		await expect(signposts.rows.nth(1)).toContainText('Summaries');
		await expect(signposts.field('What is observed')).toHaveValue('Summaries are public');
		await signposts.row('Summaries').focus();
		await longview.undo();
		await expect(signposts.rows.first()).toContainText('Summaries');
	});
	await signposts.rows.first().focus();
	await page.keyboard.press('ArrowDown');
	await expect(signposts.rows.nth(1)).toBeFocused();
	await expect(signposts.field('What is observed')).toHaveValue('Tenders ask for open weights');
	await page.keyboard.press('Delete');
	await expect(signposts.rows).toHaveCount(3);
	await longview.undo();
	await expect(signposts.rows).toHaveCount(4);
});

test('review dates leave as a calendar file', async ({ longview, signposts, page }, info) => {
	await openPlanned(longview, info.outputPath('planned.longview'), { worlds: fourWorlds, signposts: watched }, 'Zukünfte');
	await signposts.open(longview, 'Signposts');
	const download = await longview.download(() => page.getByRole('button', { name: 'Review dates' }).click());
	expect(download.suggestedFilename()).toBe('Zukünfte, signposts.ics');
	const path = info.outputPath('dates.ics');
	await download.saveAs(path);
	const text = readFileSync(path, 'utf8').replace(/\r\n[ \t]/g, '');
	expect(text.match(/BEGIN:VEVENT/g)).toHaveLength(2);
	expect(text).toContain('DTSTART;VALUE=DATE:20350301\r\n');
	expect(text).toContain('SUMMARY:Review: Tenders ask for open weights\r\n');
	expect(text).toContain('Points towards: Common Ground\\nWorkshop: Zukünfte');
});

test('the watch list of one workshop is taken over into the next, its worlds named, in one step', async ({ longview, signposts, page }, info) => {
	await openPlanned(longview, info.outputPath('planned.longview'), { worlds: fourWorlds, signposts: watched }, 'Last year');
	await longview.startWorkshop('This year');
	await signposts.open(longview, 'Signposts');
	await page.getByRole('button', { name: 'Take over the watch list of another workshop' }).click();
	const rows = signposts.carry.getByRole('checkbox');
	await expect(rows).toHaveCount(4);
	await expect(signposts.carry.getByRole('checkbox', { name: /download/ }), 'what was seen is not ticked').not.toBeChecked();
	await expect(signposts.carry.getByRole('listitem').filter({ hasText: 'Summaries' })).toContainText('towards Licensed Few, away from Toll Road');
	await signposts.carry.getByRole('checkbox', { name: /Compute/ }).uncheck();
	await signposts.carry.getByRole('button', { name: 'Take over 2 signposts' }).click();
	await expect(signposts.rows).toHaveCount(2);
	await expect(signposts.row('Summaries')).toContainText('from “Last year”');
	await signposts.row('Summaries').click();
	await expect(signposts.editor.getByText('There it pointed towards Licensed Few, away from Toll Road.')).toBeVisible();

	await test.step('what is here already is not offered again', async () => {
		await page.getByRole('button', { name: 'Take over', exact: true }).click();
		await expect(signposts.carry.getByRole('checkbox', { name: /Summaries/ })).toBeDisabled();
		await page.keyboard.press('Escape');
	});
	await test.step('one undo takes all of them back', async () => {
		await signposts.row('Summaries').focus();
		await longview.undo();
		await expect(page.getByRole('button', { name: 'Take over the watch list of another workshop' })).toBeVisible();
		await longview.switchTo('Last year');
		await signposts.open(longview, 'Signposts');
		await expect(signposts.rows).toHaveCount(4);
	});
});
