import { readFileSync } from 'node:fs';
import { expect, test } from './fixtures.ts';
import { boxOf } from './pages/hand.ts';
import { fourWorlds, openPlanned, type Planned } from './plannedWorkshop.ts';

const actions: Planned['actions'] = [
	{ title: 'The lab is founded', world: 'Common Ground', at: 2, owner: 'Ministry' },
	{ title: 'Rules are firm', world: 'Common Ground', at: 6 },
	{ title: 'Ask the makers', world: 'Common Ground' },
	{ title: 'Prices double', world: 'Toll Road', at: 5 },
	{ title: 'Train the staff' },
];

test('the way back starts from the preferable world, and its steps are written, dated as people type dates, and moved by quarters', async ({ longview, signposts, wayBack, page }, info) => {
	await openPlanned(longview, info.outputPath('planned.longview'), { worlds: fourWorlds });
	await signposts.open(longview, 'Way back');
	await expect(page.getByRole('heading', { name: 'How did Common Ground come about?' })).toBeVisible();
	await page.getByRole('button', { name: 'Add the first step' }).click();
	await expect(wayBack.field('What has happened')).toBeFocused();
	await page.keyboard.type('Rules are firm');
	await wayBack.field('By when').fill('mid 2032');
	await wayBack.field('By when').press('Enter');
	await expect(wayBack.flag('Rules are firm')).toHaveAccessibleName('2032 Q3: Rules are firm');
	await wayBack.field('By when').fill('2050');
	await wayBack.field('By when').press('Enter');
	await expect(wayBack.editor.getByRole('alert')).toHaveText('The ten years are 2026 to 2036.');
	await wayBack.field('By when').press('Escape');
	await wayBack.field('Who does it').fill('Commission');

	await wayBack.flag('Rules are firm').focus();
	await page.keyboard.press('ArrowLeft');
	await expect(wayBack.flag('Rules are firm')).toHaveAccessibleName('2032 Q2, Commission: Rules are firm');
	await page.keyboard.press('ArrowLeft');
	await page.keyboard.press('Shift+ArrowLeft');
	await expect(wayBack.flag('Rules are firm')).toHaveAccessibleName(/^2031 Q1/);
	await expect(wayBack.steps).toHaveText([/2031 Q1.*Rules are firm.*Commission/]);
	await longview.undo();
	await expect(wayBack.flag('Rules are firm'), 'presses one soon after the other are one step').toHaveAccessibleName(/^2032 Q3/);

	await wayBack.steps.getByRole('checkbox').check();
	await expect(wayBack.flag('Rules are firm')).toHaveAccessibleName(/, done$/);
	await longview.saved();
	await longview.reload();
	await signposts.open(longview, 'Way back');
	await expect(wayBack.steps).toHaveText([/2032 Q3.*Rules are firm.*Commission/]);
});

test('a step is dragged along the years in one step, and Escape puts it back', async ({ longview, signposts, wayBack, page }, info) => {
	await openPlanned(longview, info.outputPath('planned.longview'), { worlds: fourWorlds, actions });
	await signposts.open(longview, 'Way back');
	const year = (await boxOf(wayBack.flag('Rules are firm'))).x - (await boxOf(wayBack.flag('The lab is founded'))).x;
	const box = await boxOf(wayBack.flag('The lab is founded'));
	const pull = async (years: number) => {
		await page.mouse.move(box.x + 30, box.y + 20);
		await page.mouse.down();
		await page.mouse.move(box.x + 40, box.y + 20, { steps: 3 });
		await page.mouse.move(box.x + 30 + (years * year) / 4, box.y + 20, { steps: 4 });
	};
	await pull(1.5);
	await expect(wayBack.flag('The lab is founded')).toHaveAccessibleName(/^2029 Q3/);
	await page.keyboard.press('Escape');
	await page.mouse.up();
	await expect(wayBack.flag('The lab is founded')).toHaveAccessibleName(/^2028 Q1/);
	await pull(1.5);
	await page.mouse.up();
	await expect(wayBack.steps).toHaveText([/2032 Q1.*Rules/, /2029 Q3.*The lab is founded/, /no date.*Ask the makers/]);
	await longview.undo();
	await expect(wayBack.flag('The lab is founded')).toHaveAccessibleName(/^2028 Q1/);
});

test('actions of no world stand beside, steps change their world, and a deleted one comes back', async ({ longview, signposts, wayBack, page }, info) => {
	await openPlanned(longview, info.outputPath('planned.longview'), { worlds: fourWorlds, actions });
	await signposts.open(longview, 'Way back');
	await expect(wayBack.loose).toHaveText([/Train the staff/]);
	await wayBack.loose.getByRole('button').click();
	await wayBack.field('From the world').selectOption('Common Ground');
	await expect(wayBack.steps).toHaveCount(4);
	await expect(wayBack.loose).toHaveCount(0);
	await page.getByRole('group', { name: 'World to come back from' }).getByRole('button', { name: /^Toll Road/ }).click();
	await expect(wayBack.flags).toHaveCount(1);
	await wayBack.flag('Prices double').focus();
	await page.keyboard.press('Delete');
	await expect(wayBack.flags).toHaveCount(0);
	await longview.undo();
	await expect(wayBack.flag('Prices double')).toBeVisible();
});

test('on the canvas the steps stand above the years, are reached by keyboard, and open in the way back', async ({ longview, wayBack, canvas, page }, info) => {
	await openPlanned(longview, info.outputPath('planned.longview'), { worlds: fourWorlds, actions });
	await longview.go('Place');
	await expect(wayBack.toggle).toHaveAttribute('aria-checked', 'false');
	await expect(wayBack.strip).toHaveCount(0);
	await wayBack.toggle.focus();
	await page.keyboard.press('Enter');
	await expect(wayBack.strip.getByRole('listitem')).toHaveCount(2);
	await wayBack.onCanvas('The lab is founded').focus();
	await page.keyboard.press('ArrowRight');
	await expect(wayBack.onCanvas('Rules are firm')).toBeFocused();
	await page.keyboard.press('Alt+ArrowRight');
	await expect(wayBack.onCanvas('Rules are firm')).toHaveAccessibleName(/^2032 Q2/);

	await test.step('a flag stands over its date, wherever the canvas is scrolled to', async () => {
		const card = canvas.card('Transparency in AI Regulation');
		const gap = async () => (await boxOf(card)).x - (await boxOf(wayBack.onCanvas('Rules are firm'))).x;
		const before = await gap();
		await canvas.tool(/^Zoom in/).click();
		await page.mouse.move(900, 500);
		await page.mouse.wheel(250, 0);
		await expect.poll(async () => Math.round(await gap())).toBeGreaterThan(Math.round(before));
		await canvas.tool(/^Fit everything/).click();
		await expect.poll(async () => Math.abs((await gap()) - before)).toBeLessThan(2);
	});
	await wayBack.onCanvas('Rules are firm').press('Enter');
	await expect(wayBack.field('What has happened')).toHaveValue('Rules are firm');
	await longview.go('Place');
	await wayBack.toggle.click();
	await expect(wayBack.strip).toHaveCount(0);
	await longview.undo();
	await expect(wayBack.strip).toBeVisible();
});

test('a picture of the canvas has the way back where the canvas shows it', async ({ longview, page }, info) => {
	await openPlanned(longview, info.outputPath('planned.longview'), { worlds: fourWorlds, actions, wayBack: true });
	await longview.go('Place');
	const said = async () => {
		await page.keyboard.press('Control+Shift+E');
		const dialog = page.getByRole('dialog', { name: 'Picture of the canvas' });
		const download = await longview.download(() => dialog.getByRole('button', { name: /SVG/ }).click());
		const path = info.outputPath('canvas.svg');
		await download.saveAs(path);
		await page.keyboard.press('Escape');
		return readFileSync(path, 'utf8');
	};
	const shown = await said();
	expect(shown).toContain('<title>2032 Q1: Rules are firm</title>');
	expect(shown).toContain('Way back from Common Ground, 2036: 2032 Q1 Rules are firm; 2028 Q1 The lab is founded.');
	await page.getByRole('region', { name: 'Canvas' }).getByRole('switch', { name: 'Way back' }).click();
	expect(await said()).not.toContain('Rules are firm');
});
