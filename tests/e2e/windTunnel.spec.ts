import { expect, test } from './fixtures.ts';
import { fourWorlds, openPlanned } from './plannedWorkshop.ts';

test('without a world the wind tunnel leads to the first one', async ({ longview, signposts, page }) => {
	await longview.startWorkshop('Empty');
	await signposts.open(longview, 'Wind tunnel');
	await page.getByRole('button', { name: 'Write the first world' }).click();
	await expect(longview.step('Scenarios')).toHaveAttribute('aria-current', 'step');
});

test('a plan is named, judged by keyboard in every world, explained, and gets its class with the last verdict', async ({ longview, signposts, windTunnel, page }, info) => {
	await openPlanned(longview, info.outputPath('planned.longview'), { worlds: fourWorlds });
	await signposts.open(longview, 'Wind tunnel');
	await page.getByRole('button', { name: 'Add a plan' }).click();
	await expect(windTunnel.editor.getByLabel('Name of the plan')).toBeFocused();
	await page.keyboard.type('Audit data');
	await windTunnel.cell('Audit data', 'Licensed Few').focus();
	await page.keyboard.press('w');
	await expect(windTunnel.cell('Audit data', 'Licensed Few')).toHaveAccessibleName(/: works$/);
	await expect(windTunnel.verdict('Audit data')).toHaveText(/open\s*1 of 4 judged/);
	await page.keyboard.press('ArrowRight');
	await page.keyboard.press('w');
	await page.keyboard.press('ArrowRight');
	await page.keyboard.press('w');
	await page.keyboard.press('End');
	await page.keyboard.press('w');
	await expect(windTunnel.verdict('Audit data')).toHaveText(/no regrets\s*works in all 4/);

	await test.step('a verdict that needs a change makes it opt-out', async () => {
		await page.keyboard.press('a');
		await expect(windTunnel.verdict('Audit data')).toHaveText(/opt-out\s*works in 3 of 4, in 1 more if adapted/);
	});
	await test.step('Enter says why, and Escape comes back to the cell', async () => {
		await page.keyboard.press('Enter');
		await expect(windTunnel.editor.getByLabel('Why, in Wild Garden')).toBeFocused();
		await page.keyboard.type('Nobody to audit');
		await page.keyboard.press('Escape');
		await expect(windTunnel.cell('Audit data', 'Wild Garden')).toBeFocused();
		await expect(windTunnel.cell('Audit data', 'Wild Garden')).toContainText('Nobody to audit');
	});
	await test.step('Delete clears it, with its reason, and one undo brings both back', async () => {
		await page.keyboard.press('Delete');
		await expect(windTunnel.cell('Audit data', 'Wild Garden')).toHaveText(/not judged/);
		await expect(windTunnel.verdict('Audit data')).toHaveText(/3 of 4 judged/);
		await longview.undo();
		await expect(windTunnel.cell('Audit data', 'Wild Garden')).toHaveAccessibleName(/: works if adapted Nobody to audit$/);
	});
	await test.step('it is there the next time', async () => {
		await longview.saved();
		await longview.reload();
		await signposts.open(longview, 'Wind tunnel');
		await expect(windTunnel.verdict('Audit data')).toHaveText(/opt-out/);
	});
});

test('plans are judged by pointer, moved and deleted', async ({ longview, signposts, windTunnel, page }, info) => {
	const all = (verdict: 'works' | 'fails') => Object.fromEntries(fourWorlds.map(({ title }) => [title, verdict]));
	await openPlanned(longview, info.outputPath('planned.longview'), {
		worlds: fourWorlds, options: [{ title: 'First', verdicts: all('works') }, { title: 'Second', verdicts: all('fails') }, { title: 'Third' }],
	});
	await signposts.open(longview, 'Wind tunnel');
	await expect(windTunnel.verdict('Second')).toHaveText(/abandon\s*fails in all 4/);
	await windTunnel.cell('Second', 'Toll Road').hover();
	await windTunnel.cell('Second', 'Toll Road').getByTitle('works', { exact: true }).click();
	await expect(windTunnel.verdict('Second')).toHaveText(/opt-in\s*works in 1 of 4/);
	await windTunnel.editor.getByRole('radiogroup', { name: 'Verdict in Wild Garden' }).getByText('Works', { exact: true }).click();
	await expect(windTunnel.verdict('Second'), 'half of the worlds is not most').toHaveText(/opt-in\s*works in 2 of 4/);

	await windTunnel.cell('Third', 'Toll Road').focus();
	await page.keyboard.press('Alt+ArrowUp');
	await expect(windTunnel.plans).toHaveText(['First', 'Third', 'Second']);
	await expect(windTunnel.cell('Third', 'Toll Road')).toBeFocused();
	await windTunnel.editor.getByRole('button', { name: 'Move this plan up' }).click();
	await expect(windTunnel.plans).toHaveText(['Third', 'First', 'Second']);
	await windTunnel.plans.first().focus();
	await page.keyboard.press('Delete');
	await expect(windTunnel.plans).toHaveText(['First', 'Second']);
	await expect(windTunnel.plans.first()).toBeFocused();
	await longview.undo();
	await expect(windTunnel.plans).toHaveText(['Third', 'First', 'Second']);
});

test('one world tests nothing, and says so', async ({ longview, signposts, windTunnel, page }, info) => {
	await openPlanned(longview, info.outputPath('planned.longview'), { worlds: [{ title: 'Only one' }], options: [{ title: 'A plan', verdicts: { 'Only one': 'works' } }] });
	await signposts.open(longview, 'Wind tunnel');
	await expect(page.getByText('One world tests nothing')).toBeVisible();
	await expect(windTunnel.verdict('A plan')).not.toContainText('no regrets');
});
