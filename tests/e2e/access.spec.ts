import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import type { Page } from 'playwright/test';
import { signalPage } from './documents.ts';
import { expect, test } from './fixtures.ts';
import { BigScreenPage } from './pages/BigScreenPage.ts';
import type { StepName } from './pages/LongviewPage.ts';
import { RoomPage } from './pages/RoomPage.ts';
import { openRevealed } from './revealedWorkshop.ts';
import { uncertain, uncertainRound } from './uncertainRoom.ts';
import { fourWorlds, openPlanned } from './plannedWorkshop.ts';
import { openVoted } from './votedWorkshop.ts';

const themes = ['light', 'dark', 'projector'] as const;
const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const rules = { type: 'tag', values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'] };
/** What a theme can change: its colours, and with larger type the room that things have. */
const ofThemes = { type: 'rule', values: ['color-contrast', 'link-in-text-block', 'target-size', 'scrollable-region-focusable'] };

/** What axe-core finds on the screen as it is, in each theme; a line says the rule, what is wrong, and where. */
async function findings(page: Page, screen: string, within: string): Promise<string[]> {
	const found: string[] = [];
	await expect(page.locator(within).first()).toBeVisible();
	const chosen = await page.locator('html').getAttribute('data-theme');
	for (const theme of themes) {
		const violations = await page.evaluate(async ({ theme, runOnly, within }) => {
			document.documentElement.setAttribute('data-theme', theme);
			const { axe } = window as unknown as { axe: { run(context: string, options: object): Promise<AxeResults> } };
			const { violations } = await axe.run(within, { runOnly, resultTypes: ['violations'] });
			return violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.html.slice(0, 160)} (${node.target.join(' ')}) ${node.any.concat(node.all, node.none)[0]?.message ?? ''}`));
		}, { theme, runOnly: theme === 'light' ? rules : ofThemes, within });
		found.push(...violations.map((violation) => `${screen}, ${theme}: ${violation}`));
	}
	await page.evaluate((theme) => document.documentElement.setAttribute('data-theme', theme ?? 'light'), chosen);
	return found;
}

test.describe('axe-core finds nothing against WCAG 2.2 A and AA, in any theme,', () => {
	/** @param within the part of the page that is looked at. */
	let check: (screen: string, within?: string) => Promise<void>;
	test.beforeEach(async ({ page, longview }) => {
		// Before the page's own scripts, since the content policy takes no script tag; the page was opened without it.
		await page.addInitScript(axeSource);
		await page.reload();
		await longview.ready();
		check = async (screen, within = 'html') => expect.soft(await findings(page, screen, within)).toEqual([]);
	});

	test('on the first screen, the dialogs and the menus', async ({ longview, library, page }) => {
		await check('First launch');
		await page.getByRole('button', { name: 'New workshop' }).click();
		await check('New workshop');
		await page.keyboard.press('Escape');
		await longview.openSample();
		await page.getByRole('button', { name: 'Workshops' }).click();
		// What a menu lies over is small for as long as it is open; the menu itself counts.
		await check('Menu of workshops', '[role=menu]');
		await page.keyboard.press('Escape');
		await page.getByRole('button', { name: 'All keys' }).click();
		await check('All keys');
		await page.keyboard.press('Escape');
		await page.getByRole('button', { name: /^Theme/ }).click();
		await check('Menu of themes', '[role=menu]');
		await page.keyboard.press('Escape');
		await library.add('New card');
		await check('New card');
		await page.keyboard.press('Escape');
		await longview.chooseInMenu(/^Delete this workshop/);
		await check('Delete this workshop');
	});

	test('on the big screen, and in its menu', async ({ longview, page, context }) => {
		await longview.openSample();
		await context.addInitScript(axeSource);
		const screen = await BigScreenPage.open(page, () => page.keyboard.press('F5'));
		expect.soft(await findings(screen.page, 'Big screen', 'html')).toEqual([]);
		await page.getByRole('button', { name: 'Big screen' }).click();
		await check('Menu of the big screen', '[role=menu]');
	});

	test('on the canvas with clusters, influences, notes, horizons and overlays', async ({ longview, canvas, structure, page }) => {
		await longview.openSample();
		await canvas.focusCard('Ethical Use of AI Models');
		await canvas.press('2', 'g');
		await check('Place with a cluster’s name being typed');
		await structure.nameCluster('Ethics');
		await structure.drawFrom(canvas.card('Regulatory Challenges'), canvas.card('Decentralized AI Development'));
		await structure.judge(/^−3/);
		await check('Place with an influence being judged');
		await page.keyboard.press('Escape');
		await canvas.focusCard('Ethical Use of AI Models');
		await canvas.press('s');
		await page.keyboard.type('Ask the ministry');
		await check('Place with a note being written');
		await page.keyboard.press('Control+Enter');
		for (const name of ['Horizons', 'Cone'] as const) await structure.overlay(name).click();
		await check('Place with everything of it');
		await structure.note('Ask the ministry').click({ button: 'right' });
		await check('Menu of a note', '[role=menu]');
		await page.keyboard.press('Escape');
		await structure.cluster('Ethics').click({ button: 'right' });
		await check('Menu of a cluster', '[role=menu]');
		await page.keyboard.press('Escape');
		await canvas.focusCard('Ethical Use of AI Models');
		await canvas.press('l', 'ArrowRight');
		await check('Place with an influence being drawn');
		await canvas.press('Escape');
		await canvas.tool(/^Zoom out/).click({ clickCount: 4 });
		await check('Place with everything of it from far away');
	});

	test('on the room: opening it, its dialogs, the open round beside it, paper and the wall', async ({ longview, vote, page, context }) => {
		const room = new RoomPage(page);
		await longview.openSample();
		await longview.go('Vote');
		await vote.prepare(['Ethical Use of AI Models', 'Data Privacy and Security'], 12);
		for (const criterion of ['Uncertainty', 'Timing']) await page.getByRole('button', { name: criterion, exact: true }).click();
		await page.getByLabel(/^Minutes/).fill('10');
		await page.getByRole('button', { name: /^Groups/ }).click();
		await page.getByLabel('Name of another group').fill('City planners');
		await page.keyboard.press('Enter');
		await check('Groups');
		await page.getByRole('dialog').getByRole('button', { name: 'Done' }).click();
		await check('Draft with all that it asks');
		await page.getByRole('button', { name: 'Open the room' }).click();
		await expect(page.getByRole('dialog').getByRole('radio').first()).toBeVisible();
		await check('Opening the room');
		await page.keyboard.press('Escape');
		await room.open({ wifi: { network: 'Longview', password: 'amber-ridge-42' } });
		await check('The open room');
		await room.dialog.getByRole('button', { name: 'Codes for one person each' }).click();
		await page.getByRole('dialog').getByRole('button', { name: /^Make/ }).click();
		await expect(page.getByRole('dialog').getByRole('listitem')).toHaveCount(1);
		await check('Codes');
		await page.getByRole('dialog').getByRole('button', { name: 'Done' }).click();
		await vote.openRound();
		await expect(room.joinPanel).toBeVisible();
		await check('Open round with the room');
		await page.keyboard.press('b');
		await expect(page.getByRole('dialog', { name: 'Enter paper ballots' }).getByRole('textbox').first()).toBeFocused();
		await page.keyboard.type('4');
		await check('Paper ballots');
		await page.getByRole('button', { name: 'Clear this one' }).click();
		await page.getByRole('dialog').getByRole('button', { name: 'Done' }).click();
		await vote.passRound();
		await vote.seat.getByRole('button', { name: 'Start' }).click();
		await expect(vote.seat.getByRole('slider')).toBeVisible();
		await check('A ballot with several questions');
		await vote.stopVoting();
		await vote.backToFacilitator();
		await room.joinPanel.getByRole('button', { name: 'Fill the screen with it' }).click();
		await check('The wall', 'dialog[open]');
		await page.keyboard.press('Escape');
		await context.addInitScript(axeSource);
		const screen = await BigScreenPage.open(page, () => page.keyboard.press('F5'));
		await expect(screen.page.getByText('of 12 have voted')).toBeVisible();
		expect.soft(await findings(screen.page, 'Big screen with the wall', 'html')).toEqual([]);
	});

	test('on Frame, Scan and Place', async ({ longview, library, canvas, scan, imports, page }) => {
		await longview.openSample();
		await longview.go('Frame');
		await check('Frame');
		await longview.go('Place');
		await library.part('On canvas').click();
		await library.show('Ethical Use of AI Models');
		await check('Place with inspector');
		await canvas.focusCard('Ethical Use of AI Models');
		await canvas.press('Space', 'ArrowRight');
		await check('Place with a card in the hand');
		await canvas.press('Escape');
		await canvas.press('Control+a');
		await check('Place with every card selected');
		await canvas.card('Ethical Use of AI Models').click({ button: 'right', position: { x: 60, y: 20 } });
		await check('Menu of a card', '[role=menu]');
		await page.keyboard.press('Escape');
		await page.keyboard.press('Control+Shift+E');
		await expect(page.getByRole('dialog', { name: 'Picture of the canvas' })).toBeVisible();
		await check('Picture of the canvas', 'dialog');
		await page.keyboard.press('Escape');
		await canvas.chooseForLane('Technology', 'Fold');
		await canvas.sortBy(/means impact/);
		await check('Place with a folded lane, and height that means impact');
		await canvas.tool(/^Zoom out/).click({ clickCount: 4 });
		await check('Place from far away');
		await canvas.tool(/^Fit everything/).click();
		await canvas.tool(/^Zoom in/).click({ clickCount: 3 });
		await check('Place close up');
		await page.getByRole('button', { name: 'Filter the cards' }).click();
		await check('Filter', '[role=dialog]');
		await page.getByRole('button', { name: 'Concern', pressed: false }).last().click();
		await page.keyboard.press('Escape');
		await check('Place with a filter');
		await page.getByRole('button', { name: 'Table', exact: true }).click();
		await expect(page.getByRole('grid')).toBeVisible();
		await check('Table with a filter');
		await page.getByRole('button', { name: 'Show all' }).click();
		await page.getByRole('gridcell', { name: '2030 Q2' }).click();
		await page.keyboard.type('never');
		await page.keyboard.press('Enter');
		await check('Table with a date that is none');
		await page.keyboard.press('Escape');
		await page.getByRole('button', { name: 'Table', exact: true }).click();
		await page.getByRole('button', { name: 'History' }).click();
		await check('History');
		await page.keyboard.press('Escape');
		await page.keyboard.press('Control+k');
		await page.keyboard.type('ethical');
		await expect(page.getByRole('dialog').getByRole('option', { selected: true })).toContainText('Ethical');
		await check('Palette');
		await page.keyboard.press('Tab');
		await page.keyboard.type('2050');
		await check('Palette with a date that is none');
		await page.keyboard.press('Escape');
		await page.keyboard.press('Escape');
		await longview.go('Scan');
		await scan.open('How Mistral AI, an OpenAI competitor');
		await scan.select(scan.line(62), 'Mistral’s CEO Arthur Mensch');
		await check('Scan');
		await longview.dropFiles([{ name: 'high.md', text: signalPage('Rivers', [{ name: 'Low water', relevancy: 'high' }]) }]);
		await expect(imports.summary).toBeVisible();
		await check('Import summary');
		await imports.readNotes();
		await check('Import notes');
		await page.keyboard.press('Escape');
		await longview.startWorkshop('Empty');
		await longview.go('Scan');
		await check('Scan without documents');
		await longview.go('Place');
		await check('Place without cards');
	});

	test('on a newer version of a document and on lines of several cards', async ({ longview, library, imports, scan, page }) => {
		const rivers = (more: string) => [{ name: 'Rivers.md', text: signalPage('Rivers', [{ name: 'Low water', description: `Barges wait${more}.` }, { name: 'Dry wells' }, { name: 'Fish die' }]) }];
		await longview.startWorkshop('Versions');
		await longview.go('Place');
		await longview.dropFiles(rivers(''));
		await imports.close();
		await longview.dropFiles(rivers(' for rain'));
		await imports.readNotes();
		await page.getByRole('dialog').getByRole('button', { name: 'What changed' }).click();
		await expect(page.getByRole('dialog').getByRole('insertion')).toHaveText('for rain');
		await check('What changed');
		await page.keyboard.press('Escape');
		await imports.close();
		await longview.go('Scan');
		await scan.reader.getByRole('button', { name: /^Earlier version of / }).click();
		await check('Earlier version');
		await longview.go('Place');
		await longview.dropFiles([{ name: 'Lakes.md', text: signalPage('Lakes', [{ name: 'Low water' }]) }]);
		await imports.close();
		await library.list.getByRole('button', { name: 'in 2 sources' }).click();
		await library.card(/Low water/).first().click();
		await expect(library.inspector.getByRole('heading', { name: 'Also in 1 source' })).toBeVisible();
		await check('An open line');
		await library.card(/Low water/).first().click({ modifiers: ['Control'] });
		await library.card(/Dry wells/).click({ modifiers: ['Control'] });
		await library.panel.getByRole('button', { name: 'Merge into one line' }).click();
		await check('Merge into one line');
	});

	test('through a vote', async ({ longview, vote, page }) => {
		await longview.openSample();
		await longview.go('Vote');
		await check('Vote before the first round');
		await vote.prepare(['Ethical Use of AI Models', 'Decentralized AI Development'], 3);
		await check('Draft');
		await vote.openRound();
		await check('Open round');
		await vote.passRound();
		await check('Hot seat, covered');
		await vote.seat.getByRole('button', { name: 'Start' }).click();
		await page.keyboard.press('4');
		await expect(vote.seat.getByRole('button', { pressed: true })).toHaveCount(1);
		await check('Hot seat, a card');
		await page.keyboard.press('Enter');
		await page.keyboard.press('Enter');
		await expect(vote.seat.getByRole('heading', { name: /^You have answered/ })).toBeVisible();
		await check('Hot seat, the answers');
		await page.keyboard.press('Escape');
		await check('Hot seat, asked');
		await vote.seat.getByRole('button', { name: 'Stop and cover the screen' }).click();
		await vote.voteAs([1, 5]);
		await vote.voteAs([5, 5]);
		await vote.backToFacilitator();
		await page.getByRole('button', { name: /^Close and reveal/ }).click();
		await check('Close and reveal');
		await page.keyboard.press('Escape');
		await vote.closeAndReveal();
		await check('Results');
		await longview.go('Place');
		await check('Canvas with medians');
		await page.getByRole('application').press('d');
		await expect(page.getByRole('region', { name: 'Where do we disagree' })).toBeVisible();
		await check('Where do we disagree');
		await page.getByRole('button', { name: 'Table', exact: true }).click();
		await expect(page.getByRole('grid')).toBeVisible();
		await check('Table of contested cards');
	});

	test('on the tables of influences and of notes', async ({ longview, canvas, page }) => {
		await longview.openSample();
		await canvas.focusCard('Ethical Use of AI Models');
		await page.keyboard.press('t');
		await expect(page.getByRole('grid').locator(':focus')).toBeVisible();
		await page.keyboard.press('l');
		await page.keyboard.press('ArrowDown');
		await check('Table of cards, an influence being drawn');
		await page.keyboard.press('Enter');
		await expect(page.getByRole('grid', { name: 'Influences on the canvas' })).toBeVisible();
		await check('Table of influences');
		await page.keyboard.press('Enter');
		await expect(page.getByRole('combobox', { name: /^Strength/ })).toBeFocused();
		await check('Table of influences, a strength being chosen');
		await page.keyboard.press('Escape');
		await page.getByRole('button', { name: 'New note' }).click();
		await page.keyboard.type('Ask the ministry');
		await check('Table of notes, one being written');
		await page.keyboard.press('Escape');
		await expect(page.getByRole('grid', { name: 'Notes on the canvas' }).getByRole('row')).toHaveCount(2);
		await check('Table of notes');
		await page.keyboard.press('Delete');
		await expect(page.getByText('No note is left.')).toBeVisible();
		await check('Table of notes, empty');
	});

	test('on a narrative being written, its questions, and its trace', async ({ longview, scenarios, traced, page }, info) => {
		await openVoted(longview, info.outputPath('voted.longview'), 'revealed', { 'Ethical Use of AI Models': { relevancy: [3, 4, 4, 5], timing: [2030, 2031] } });
		await longview.go('Scenarios');
		await scenarios.start();
		await page.keyboard.type('Common Ground');
		await page.keyboard.press('Enter');
		await page.keyboard.type('## Why\nIt was **late**, and ');
		await scenarios.nameCard('ethical', 'Ethical Use of AI Models');
		await page.keyboard.type('came.\n- one\ntwo @');
		await expect(scenarios.offers).toHaveCount(8);
		await check('A narrative with cards on offer');
		await page.keyboard.press('Escape');
		await scenarios.tool('Link').click();
		await page.keyboard.type('nowhere');
		await page.keyboard.press('Enter');
		await check('A narrative with an address that is none');
		await page.keyboard.press('Escape');
		await scenarios.editor.getByRole('button', { name: 'Questions', exact: true }).click();
		await check('Questions to write from');
		await scenarios.trace();
		await traced.sentence('It was late').click();
		await expect(traced.card('Ethical Use of AI Models')).toBeVisible();
		await check('Trace of a world', 'dialog');
		await traced.card('Ethical Use of AI Models').getByRole('button', { name: 'Show' }).click();
		await expect(traced.uses).toBeVisible();
		await check('What uses a card', '[aria-label="Where this card is used"]');
	});

	test('on cross-impact balance and the futures wheel', async ({ longview, crossImpact, wheel, page }) => {
		await longview.openSample();
		await crossImpact.open(longview);
		await check('Drivers before the first');
		await crossImpact.addDriver('Rules', ['strict', 'light', 'fragmented']);
		await crossImpact.addDriver('Access', ['closed', 'open']);
		await check('Drivers');
		await crossImpact.part('Judgements');
		await crossImpact.cell(/Rules is strict, .* Access being closed/).click();
		await page.keyboard.type('3');
		await page.keyboard.press('ArrowRight');
		await page.keyboard.type('-2');
		await check('Judgements');
		await crossImpact.cell(/Rules is light, .* Access being open/).click();
		await check('Judgements with the strengths beside a cell');
		await page.keyboard.press('Escape');
		await crossImpact.part('Worlds that hold');
		await crossImpact.found.first().getByRole('button').click();
		await crossImpact.setState('Access', 'Not named yet', 'open');
		await expect(crossImpact.view).toContainText('off by');
		await check('Worlds that hold');
		await wheel.open(longview);
		await check('Futures wheel before the first');
		await wheel.about(/Ethical Use of AI Models/);
		await check('A wheel without consequences');
		await wheel.begin();
		for (const text of ['Audits become common', 'Auditors are scarce', 'Prices rise']) {
			await page.keyboard.type(text);
			await page.keyboard.press('Tab');
		}
		await check('A wheel');
		await wheel.node('Auditors').dblclick();
		await expect(wheel.inPlace).toBeFocused();
		await check('A wheel being written on');
		await page.keyboard.press('Escape');
		await page.getByRole('heading', { name: /^What follows from/ }).getByRole('button').click();
		await check('What the wheel is about');
	});

	test('on Axes, and on the worlds between them', async ({ longview, axes, scenarios, page }, info) => {
		await longview.openSample();
		await longview.go('Axes');
		await expect(page.getByRole('button', { name: /^Prepare such a round/ })).toBeVisible();
		await check('Axes before the votes');
		await openRevealed(longview, info.outputPath('u.longview'), [uncertainRound(11, true)]);
		await longview.go('Axes');
		await axes.token(uncertain.openSource).click();
		await axes.critical.getByRole('button', { name: /^Choose all/ }).click();
		await check('Axes with a card selected');
		await axes.choose('across', uncertain.openSource);
		await axes.choose('upwards', uncertain.decentral);
		await axes.name({ left: 'Closed', right: 'Open', lower: 'Light touch', upper: 'Firm rules' });
		await expect(axes.verdict).toContainText('Too alike');
		await check('Axes with a pair that is too alike');
		await page.getByRole('button', { name: 'Table' }).click();
		await check('Axes as a table');
		await page.getByRole('button', { name: 'Go to the four worlds' }).click();
		await check('Four empty worlds');
		await axes.nameWorld('Open, firm rules', 'Common Ground');
		await scenarios.feedWith(uncertain.privacy, uncertain.ethics);
		await page.getByRole('button', { name: 'Change the axis across' }).click();
		await check('Worlds between two axes');
		await page.getByRole('button', { name: 'Place of “Common Ground”' }).click();
		await check('Menu of a world', '[role=menu]');
		await page.keyboard.press('Escape');
		await axes.chooseLogic('Three Horizons');
		await axes.send('Common Ground', 'What emerges');
		await check('Three Horizons');
		await axes.chooseLogic('Futures cone');
		await check('Futures cone');
	});

	test('on the watch list, the wind tunnel and the way back, empty and full', async ({ longview, signposts, windTunnel, wayBack, page }, info) => {
		await longview.startWorkshop('Empty');
		for (const part of ['Signposts', 'Wind tunnel', 'Way back'] as const) {
			await signposts.open(longview, part);
			await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
			await check(`${part}, empty`);
		}
		const towards = ['Common Ground'];
		await openPlanned(longview, info.outputPath('planned.longview'), {
			worlds: fourWorlds, wayBack: true,
			options: [{ title: 'Audit data', verdicts: { 'Licensed Few': 'works', 'Common Ground': ['adapts', 'Needs a licence'], 'Toll Road': 'fails' } }, { title: 'Wait' }],
			signposts: [
				{ title: 'Overdue', reviewAt: '2020-01-01', towards, count: { seen: 1, of: 3 } }, { title: 'Later', reviewAt: '2099-01-01', towards, threshold: '3 do' },
				{ title: 'Seen', seenOn: '2026-05-03', towards: ['Toll Road'], away: towards }, { title: 'Silent' },
			],
			actions: [{ title: 'Rules are firm', world: 'Common Ground', at: 6, owner: 'Commission' }, { title: 'Budget', world: 'Common Ground', at: 1, done: true }, { title: 'Train the staff' }],
		});
		await signposts.open(longview, 'Signposts');
		await expect(signposts.rows).toHaveCount(4);
		await check('Watch list');
		await page.getByRole('switch', { name: 'By world' }).click();
		await signposts.row('Seen').click();
		await check('Watch list by world');
		await signposts.open(longview, 'Wind tunnel');
		await windTunnel.cell('Audit data', 'Toll Road').hover();
		await check('Wind tunnel');
		await signposts.open(longview, 'Way back');
		await expect(wayBack.flags).toHaveCount(2);
		await wayBack.field('By when').fill('never');
		await wayBack.field('By when').press('Enter');
		await expect(wayBack.editor.getByRole('alert')).toBeVisible();
		await check('Way back with a date that is none');
		await longview.go('Place');
		await expect(wayBack.strip.getByRole('listitem')).toHaveCount(2);
		await check('Place with the way back');
		await longview.startWorkshop('Next');
		await signposts.open(longview, 'Signposts');
		await page.getByRole('button', { name: /^Take over/ }).click();
		await expect(signposts.carry.getByRole('checkbox')).toHaveCount(4);
		await check('Take over a watch list');
	});

	test('on Scenarios and Report', async ({ longview, scenarios, report, page }, info) => {
		await longview.openSample();
		await longview.go('Scenarios');
		await check('Scenarios before the first');
		await scenarios.start();
		await page.keyboard.type('Common Ground');
		await scenarios.feedWith('Ethical Use of AI Models');
		await scenarios.feeds.getByRole('button', { name: 'Add cards' }).click();
		await check('A scenario');
		await longview.go('Report');
		await check('Report');
		await report.export(info.outputPath('report.pdf'));
		await check('Report exported');
	});

	test('on the handouts', async ({ longview, handouts }, info) => {
		await longview.openSample();
		await longview.go('Report');
		await handouts.open();
		await check('Handouts');
		await handouts.save('Question sheet', info.outputPath('questions.pdf'));
		await check('A handout saved');
	});
});

test('every theme is chosen in the bar and kept', async ({ longview, page }) => {
	await longview.openSample();
	for (const name of ['Dark', 'Projector', 'Light'] as const) {
		await longview.chooseTheme(name);
		await longview.reload();
		await expect(page.locator('html')).toHaveAttribute('data-theme', name.toLowerCase());
	}
});

test('F6 goes round the panels, / searches, ? shows all keys, and Ctrl with a number goes to a step', async ({ longview, library, scan, page }) => {
	await longview.openSample();
	const focused = () => page.evaluate(() => document.activeElement?.getAttribute('aria-label'));
	await page.locator('body').click({ position: { x: 930, y: 20 } });
	await page.keyboard.press('F6');
	expect(await focused()).toBe('Library');
	await page.keyboard.press('F6');
	expect(await focused()).toBe('Canvas');
	await page.keyboard.press('F6');
	expect(await focused()).toBe('Library');
	await page.keyboard.press('Shift+F6');
	expect(await focused()).toBe('Canvas');

	await page.keyboard.press('/');
	await expect(library.search).toBeFocused();
	await page.keyboard.type('what?/');
	await expect(library.search, 'in a field keys are letters').toHaveValue('what?/');
	await page.keyboard.press('Escape');
	await page.keyboard.press('F6');
	await page.keyboard.press('?');
	const keys = page.getByRole('dialog', { name: 'All keys' });
	await expect(keys).toBeVisible();
	await page.keyboard.press('Control+1');
	await expect(longview.step('Place'), 'a dialog comes first').toHaveAttribute('aria-current', 'step');
	await page.keyboard.press('Escape');
	await expect(keys).toBeHidden();

	const steps: StepName[] = ['Frame', 'Scan', 'Place', 'Vote', 'Axes', 'Scenarios', 'Signposts', 'Report'];
	for (const [index, step] of steps.entries()) {
		await page.keyboard.press(`Control+${index + 1}`);
		await expect(longview.step(step)).toHaveAttribute('aria-current', 'step');
	}
	await page.keyboard.press('Control+2');
	await expect(scan.list).toBeVisible();
	await page.keyboard.press('/');
	await expect(scan.list.getByRole('searchbox')).toBeFocused();
});

test('a closed dialog and a closed menu give the focus back', async ({ longview, page }) => {
	await longview.openSample();
	const menu = page.getByRole('button', { name: 'Workshops' });
	await menu.focus();
	await page.keyboard.press('Enter');
	await expect(page.getByRole('menuitemradio').first()).toBeFocused();
	await page.keyboard.press('Escape');
	await expect(menu).toBeFocused();
	const keys = page.getByRole('button', { name: 'All keys' });
	await keys.focus();
	await page.keyboard.press('Enter');
	await expect(page.getByRole('dialog')).toBeVisible();
	await page.keyboard.press('Escape');
	await expect(keys).toBeFocused();
});
