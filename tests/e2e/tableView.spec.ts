import type { Locator, Page } from 'playwright/test';
import { expect, test } from './fixtures.ts';
import { openVoted } from './votedWorkshop.ts';

const [ethics, privacy, decentral] = ['Ethical Use of AI Models', 'Data Privacy and Security', 'Decentralized AI Development'] as const;
const grid = (page: Page) => page.getByRole('grid', { name: 'Cards on the canvas' });
const row = (page: Page, name: string) => grid(page).getByRole('row').filter({ has: page.getByRole('rowheader', { name, exact: true }) });
const cell = (page: Page, name: string, column: string): Locator => row(page, name).locator(`[data-cell$=":${column}"]`);
const names = (page: Page) => grid(page).getByRole('rowheader').allTextContents();

test.beforeEach(async ({ longview }) => longview.openSample());

test('a key and a visible control lead to the table and back, to the card that was looked at', async ({ canvas, page }) => {
	await canvas.focusCard(ethics);
	await canvas.press('t');
	await expect(grid(page)).toBeVisible();
	await expect(cell(page, ethics, 'name')).toBeFocused();
	await canvas.press('ArrowUp', 'ArrowUp', 't');
	await expect(grid(page)).toHaveCount(0);
	await expect(canvas.cards).toHaveCount(13);
	await expect(canvas.cards.and(page.locator(':focus'))).toHaveCount(1);
	await expect(canvas.card(ethics)).not.toBeFocused();
	await page.getByRole('button', { name: 'Table', exact: true }).click();
	await expect(grid(page)).toBeVisible();
	await expect(page.getByRole('button', { name: 'Table', exact: true, pressed: true })).toBeFocused();
});

test('it has every card, lane by lane in the order of time, those out of the canvas’s sight and hidden ones as well', async ({ canvas, page }) => {
	await canvas.choose(decentral, 'Hide');
	await canvas.board.focus();
	await canvas.press('+', '+', '+', '+', '+');
	await expect.poll(() => canvas.cards.filter({ visible: true }).count()).toBeLessThan(8);
	await canvas.press('t');
	await expect(grid(page)).toHaveAttribute('aria-rowcount', '14');
	await expect(grid(page).getByRole('rowheader')).toHaveCount(13);
	await expect(cell(page, decentral, 'hidden')).toHaveText('hidden');
	expect((await row(page, ethics).getByRole('gridcell').allTextContents()).map((text) => text.trim())).toEqual([
		'C4', 'Concern', 'Society & ethics', '2030 Q2', '5', '–', '–', '–', '–', 'not locked', 'not hidden',
	]);
	const browser = await page.context().newCDPSession(page);
	const { nodes } = (await browser.send('Accessibility.getFullAXTree')) as { nodes: { role?: { value: string }; name?: { value: string }; ignored: boolean }[] };
	const heads = nodes.filter(({ role, ignored }) => role?.value === 'rowheader' && !ignored).map((node) => node.name?.value);
	expect(heads, 'in the accessibility tree too').toEqual(await names(page));
});

test('keys go through its cells and to its corners', async ({ canvas, page }) => {
	await canvas.board.focus();
	await canvas.press('t');
	await expect(grid(page).locator(':focus')).toBeVisible();
	await canvas.press('Control+Home');
	await expect(grid(page).getByRole('columnheader', { name: 'Code' })).toBeFocused();
	await canvas.press('ArrowDown', 'ArrowRight');
	await expect(grid(page).getByRole('rowheader').first()).toBeFocused();
	await canvas.press('Control+End');
	await expect(cell(page, decentral, 'hidden')).toBeFocused();
	await canvas.press('Home', 'PageUp');
	await expect(grid(page).getByRole('gridcell').first()).toBeFocused();
	await expect(grid(page).locator('[tabindex="0"]'), 'Tab stops at the table once').toHaveCount(1);
	await canvas.press('Enter');
	await expect(page.getByRole('complementary', { name: 'Card', exact: true })).toBeVisible();
});

test('a date and a lane are changed in their cells by keys, on the same card as on the canvas, and undone', async ({ longview, canvas, page }) => {
	await canvas.focusCard(ethics);
	await canvas.press('t');
	await expect(cell(page, ethics, 'name')).toBeFocused();
	await canvas.press('ArrowRight', 'ArrowRight', 'ArrowRight', 'Enter');
	const field = page.getByRole('textbox', { name: 'Date of C4' });
	await expect(field).toBeFocused();
	await expect(field).toHaveValue('2030 Q2');
	await page.keyboard.type('2050');
	await canvas.press('Enter');
	await expect(page.getByRole('alert').filter({ hasText: 'Write a date from 2026 to 2036' })).toBeVisible();
	await expect(field).toBeFocused();
	await field.fill('mid 2033');
	await canvas.press('Enter');
	await expect(cell(page, ethics, 'date')).toHaveText('2033 Q3');
	await expect(cell(page, ethics, 'date')).toBeFocused();
	await canvas.press('ArrowLeft', 'F2');
	await page.getByRole('combobox', { name: 'Lane of C4' }).selectOption('Environment');
	await expect(cell(page, ethics, 'lane')).toHaveText('Environment');
	await expect(cell(page, ethics, 'lane')).toBeFocused();
	await canvas.press('t');
	await expect(canvas.cardAt(ethics, '2033 Q3', 'Environment')).toBeFocused();
	await longview.undo();
	await expect(canvas.cardAt(ethics, '2033 Q3', 'Society & ethics')).toBeVisible();
	await canvas.press('t');
	await longview.undo();
	await expect(cell(page, ethics, 'date')).toHaveText('2030 Q2');
});

test('horizon, cluster and impact are read and changed there too, each in one step', async ({ longview, canvas, structure, page }) => {
	await canvas.focusCard(privacy);
	await canvas.press('g');
	await structure.nameCluster('Values');
	await canvas.sortBy(/means impact/);
	await page.getByRole('button', { name: 'Table', exact: true }).click();
	await expect(cell(page, privacy, 'cluster')).toHaveText('Values');
	const choose = async (column: string, name: string, option: string) => {
		await cell(page, ethics, column).focus();
		await canvas.press('Enter');
		await page.getByRole('combobox', { name: `${name} of C4` }).selectOption(option);
		await expect(cell(page, ethics, column)).toBeFocused();
	};
	await choose('horizon', 'Horizon', 'H2 transition');
	await choose('cluster', 'Cluster', 'Values');
	await choose('impact', 'Impact', '4');
	const said = () => Promise.all(['horizon', 'cluster', 'impact'].map(async (column) => (await cell(page, ethics, column).innerText()).trim()));
	expect(await said()).toEqual(['H2', 'Values', '4']);
	await canvas.press('t');
	await expect(canvas.card(ethics)).toHaveAccessibleName(/, impact 4, .*horizon H2/);
	await canvas.press('t');
	for (let step = 0; step < 3; step++) await longview.undo();
	await expect.poll(said).toEqual(['–', '–', '–']);
});

test('by mouse: a date is typed, left or given up; cards are locked, hidden, selected and taken off', async ({ longview, canvas, page }) => {
	await page.getByRole('button', { name: 'Table', exact: true }).click();
	await cell(page, privacy, 'date').click();
	await page.keyboard.type('2031 Q2');
	await cell(page, ethics, 'locked').click();
	await expect(cell(page, privacy, 'date')).toHaveText('2031 Q2');
	await expect(cell(page, ethics, 'locked')).toHaveText('locked');
	await cell(page, privacy, 'date').click();
	await page.keyboard.type('2035');
	await page.keyboard.press('Escape');
	await expect(cell(page, privacy, 'date')).toHaveText('2031 Q2');
	await cell(page, ethics, 'date').click();
	await expect(page.getByRole('textbox', { name: /^Date of/ })).toHaveCount(0);
	await expect(page.getByText('C4 is locked. Unlock it to move it.')).toBeAttached();
	await cell(page, decentral, 'hidden').click();
	await expect(cell(page, decentral, 'hidden')).toHaveText('hidden');
	await cell(page, privacy, 'name').click();
	await cell(page, ethics, 'name').click({ modifiers: ['Shift'] });
	await expect(grid(page).getByRole('row', { selected: true })).toHaveCount(2);
	await expect(canvas.selectionBar).toContainText('2 cards');
	await cell(page, privacy, 'name').focus();
	await page.keyboard.press('Delete');
	await expect(row(page, privacy)).toHaveCount(0);
	await expect(row(page, ethics), 'a locked card stays').toHaveCount(1);
	await expect(grid(page).locator(':focus')).toHaveCount(1);
	await longview.undo();
	await expect(row(page, privacy)).toHaveCount(1);
});

test('headings sort by mouse and keys, what is not there comes last', async ({ longview, page }, info) => {
	await openVoted(longview, info.outputPath('room.longview'), 'revealed', { [ethics]: { relevancy: [5, 5] }, [privacy]: { relevancy: [1, 5] }, [decentral]: { relevancy: [2, 2] } });
	await page.getByRole('button', { name: 'Table', exact: true }).click();
	const head = (name: string) => grid(page).getByRole('columnheader', { name });
	await head('Median').click();
	await expect(head('Median')).toHaveAttribute('aria-sort', 'ascending');
	expect((await names(page)).slice(0, 3)).toEqual([decentral, privacy, ethics]);
	await head('Median').press('Enter');
	expect((await names(page)).slice(0, 3)).toEqual([ethics, privacy, decentral]);
	await expect(cell(page, privacy, 'median')).toHaveText('3, contested');
	await expect(cell(page, privacy, 'iqr')).toHaveText('2');
	await expect(cell(page, privacy, 'n')).toHaveText('2');
	await head('Median').press('Enter');
	await expect(head('Median')).toHaveAttribute('aria-sort', 'none');
});

test('among lanes of kinds a card’s lane is its kind; a card that is picked up in the library brings the canvas back', async ({ canvas, library, page }) => {
	await page.getByRole('button', { name: 'Table', exact: true }).click();
	await canvas.sortBy(/^Kinds of cards/);
	await cell(page, ethics, 'lane').click();
	await expect(page.getByRole('combobox', { name: /^Lane of/ })).toHaveCount(0);
	await expect(page.getByText('The lanes are the kinds of cards, so its lane is its kind.')).toBeAttached();
	await library.cards.first().getByRole('button').first().focus();
	await page.keyboard.press('Enter');
	await expect(grid(page)).toHaveCount(0);
	await page.keyboard.press('Enter');
	await expect(canvas.cards).toHaveCount(14);
});

test('nothing lies on its rows, and a cell that gets the focus comes out from under headings and bar', async ({ canvas, page }) => {
	await canvas.focusCard(ethics);
	await page.setViewportSize({ width: 1180, height: 420 });
	await canvas.press('t');
	await expect(cell(page, ethics, 'name')).toBeFocused();
	/** What a person sees at the middle of the cell with the focus. */
	const isSeen = () => page.evaluate(() => {
		const { left, top, width, height } = document.activeElement!.getBoundingClientRect();
		return [0.1, 0.5, 0.9].every((part) => document.activeElement!.contains(document.elementFromPoint(left + width / 2, top + height * part)));
	});
	const walk = async (key: string, times: number) => {
		for (let step = 0; step < times; step++) {
			await canvas.press(key);
			await expect.poll(isSeen, `${key} ${step}`).toBe(true);
		}
	};
	await walk('ArrowDown', 2);
	const painted = await page.getByRole('grid').evaluate((table) => {
		const { left, bottom } = table.parentElement!.getBoundingClientRect();
		// What lets presses through is painted all the same.
		for (const element of table.closest('section')!.querySelectorAll<HTMLElement>('*')) element.style.pointerEvents = 'auto';
		return table.contains(document.elementsFromPoint(left + 400, bottom - 20).find((element) => getComputedStyle(element).backgroundColor !== 'rgba(0, 0, 0, 0)') ?? null);
	});
	expect(painted, 'rows are seen down to the foot').toBe(true);
	await walk('ArrowUp', 12);
	await canvas.press('Control+a');
	await expect(canvas.selectionBar).toBeVisible();
	await walk('ArrowDown', 13);
});

test('cards of one lane and date stand in the table as they do on the canvas', async ({ canvas, page }) => {
	await canvas.board.focus();
	await canvas.press('t');
	for (const name of ['AI Regulation and Governance', 'Regulatory Challenges'] as const) {
		await cell(page, name, 'date').click();
		await page.getByRole('textbox', { name: /^Date of/ }).fill('2028 Q1');
		await page.keyboard.press('Enter');
		await expect(cell(page, name, 'date')).toHaveText('2028 Q1');
	}
	const listed = await names(page);
	await canvas.press('t');
	await expect(canvas.cards).toHaveCount(13);
	const standing = await canvas.cards.evaluateAll((cards) => cards.map((card) => card.getAttribute('aria-label')!));
	expect(standing.map((label) => listed.findIndex((name) => label.includes(`, ${name.trim()},`)))).toEqual(listed.map((_, at) => at));
});

test.describe('influences and notes', () => {
	const part = (page: Page, name: string) => page.getByRole('group', { name: 'What the table shows' }).getByRole('button', { name });
	const influences = (page: Page) => page.getByRole('grid', { name: 'Influences on the canvas' });
	const notes = (page: Page) => page.getByRole('grid', { name: 'Notes on the canvas' });
	const said = (page: Page) => page.getByRole('region', { name: 'Canvas' }).locator('[aria-live=polite]');
	const texts = (table: Locator, column: string) => table.locator(`[data-cell$=":${column}"]`).allTextContents().then(([, ...cells]) => cells.map((text) => text.trim()));
	const column = (table: Locator, name: string) => table.locator(`[data-cell$=":${name}"]`).nth(1);
	const text = (page: Page) => page.getByRole('textbox', { name: 'Text of the note' });

	/** From the card with the focus to the one that so many rows away. */
	async function draw(page: Page, from: string, key: string): Promise<void> {
		await cell(page, from, 'name').focus();
		for (const one of ['l', key, 'Enter']) await page.keyboard.press(one);
		await expect(influences(page).locator(':focus')).toHaveAttribute('data-cell', /:strength$/);
	}

	test('an influence is drawn from row to row, judged, turned and removed by keys, each in one step', async ({ longview, canvas, structure, page }) => {
		await canvas.focusCard(ethics);
		await canvas.press('t');
		await expect(cell(page, ethics, 'name')).toBeFocused();
		await expect(page.getByRole('group', { name: 'What the table shows' }), 'there are cards alone').toHaveCount(0);
		await canvas.press('l');
		await expect(said(page)).toHaveText(/^An influence from C4\. Arrows choose/);
		await canvas.press('Enter');
		await expect(said(page)).toHaveText('An influence goes to another card.');
		await canvas.press('Escape');
		await expect(said(page)).toHaveText('No influence is drawn.');
		await draw(page, ethics, 'ArrowDown');
		await expect(said(page)).toHaveText('C4 reinforces I3, +1');
		await expect(part(page, 'Influences 1')).toHaveAttribute('aria-pressed', 'true');
		await canvas.press('-', '-', '-');
		await expect(said(page)).toHaveText('C4 inhibits I3, −2');
		await expect(column(influences(page), 'strength')).toHaveText('−2');
		await expect(column(influences(page), 'verb')).toHaveText('inhibits');
		await canvas.press('Enter');
		await page.getByRole('combobox', { name: 'Strength of the influence of C4 on I3' }).selectOption('+3, reinforces');
		await expect(column(influences(page), 'strength')).toBeFocused();
		await expect(said(page)).toHaveText('C4 reinforces I3, +3');
		await canvas.press('End', 'Enter');
		await expect(said(page)).toHaveText('I3 reinforces C4, +3');
		await canvas.press('t');
		await expect(structure.influence(new RegExp(`I3, ${decentral}, reinforces C4, ${ethics}, strength \\+3`))).toBeVisible();
		await canvas.press('t');
		await part(page, 'Influences').click();
		await longview.undo();
		await expect(column(influences(page), 'from')).toHaveText(/^C4/);
		await longview.undo();
		await expect(column(influences(page), 'strength')).toHaveText('−2');
		await longview.undo();
		await expect(column(influences(page), 'strength'), 'presses in a row are one step').toHaveText('+1');
		await column(influences(page), 'to').focus();
		await canvas.press('Delete');
		await expect(page.getByText('No influence is left.')).toBeVisible();
		await expect(influences(page).getByRole('columnheader', { name: 'To', exact: true })).toBeFocused();
		await expect(said(page)).toHaveText('The influence of C4 on I3 is removed.');
		await longview.undo();
		await expect(influences(page).getByRole('row')).toHaveCount(2);
	});

	test('influences are read in the order of their cards and sorted by headings; from and to open the cards', async ({ canvas, library, page }) => {
		await canvas.board.focus();
		await canvas.press('t');
		await draw(page, ethics, 'ArrowDown');
		await part(page, 'Cards').click();
		await draw(page, decentral, 'ArrowUp');
		await part(page, 'Cards').click();
		await draw(page, privacy, 'ArrowUp');
		await canvas.press('-', '-');
		await expect(said(page)).toHaveText(/inhibits C2, −1$/);
		const from = () => texts(influences(page), 'from');
		expect(await from()).toEqual([`C1${privacy}`, `C4${ethics}`, `I3${decentral}`]);
		const head = influences(page).getByRole('columnheader', { name: 'Strength' });
		await head.press('Enter');
		await head.press('Enter');
		await expect(head).toHaveAttribute('aria-sort', 'descending');
		expect(await from(), 'alike ones as they stand').toEqual([`C4${ethics}`, `I3${decentral}`, `C1${privacy}`]);
		await column(influences(page), 'turn').click();
		await expect(said(page)).toHaveText('There is an influence the other way already.');
		await column(influences(page), 'to').focus();
		await canvas.press('Enter');
		await expect(library.inspector.getByRole('heading', { name: decentral })).toBeVisible();
	});

	test('a note is written beside a card, edited in place, moved, kept to oneself and removed by keys', async ({ longview, canvas, structure, page }) => {
		await canvas.focusCard(ethics);
		await canvas.press('t');
		await expect(cell(page, ethics, 'name')).toBeFocused();
		await canvas.press('s');
		await expect(text(page)).toBeFocused();
		await page.keyboard.type('Ask the ministry');
		await canvas.press('Escape');
		await expect(column(notes(page), 'text')).toBeFocused();
		await expect(column(notes(page), 'lane')).toHaveText('Society & ethics');
		await canvas.press('Enter');
		await page.keyboard.type(' today');
		await canvas.press('Control+Enter');
		await expect(column(notes(page), 'text')).toHaveText('Ask the ministry today');
		await expect(column(notes(page), 'text')).toBeFocused();
		await canvas.press('ArrowRight', 'Enter');
		await page.getByRole('combobox', { name: 'Lane of the note “Ask the ministry today”' }).selectOption('Technology');
		await expect(column(notes(page), 'lane')).toBeFocused();
		await canvas.press('ArrowRight', 'F2');
		const date = page.getByRole('textbox', { name: 'Date of the note “Ask the ministry today”' });
		await expect(date).toBeFocused();
		await date.fill('2050');
		await canvas.press('Enter');
		await expect(page.getByRole('alert').filter({ hasText: 'Write a date from 2026 to 2036' })).toBeVisible();
		await date.fill('mid 2033');
		await canvas.press('Enter');
		await expect(said(page)).toHaveText('Note at 2033 Q3, Technology');
		await expect(column(notes(page), 'date')).toBeFocused();
		await canvas.press('End', 'Enter');
		await expect(column(notes(page), 'self')).toHaveText('to self');
		await canvas.press('t');
		await expect(structure.note('Ask the ministry today')).toHaveAccessibleName(/^Note to self: .*, 2033 Q3, Technology$/);
		await canvas.press('t');
		await part(page, 'Notes').click();
		for (const [name, before] of [['self', 'for the room'], ['date', /^2030 Q[1-4]$/], ['lane', 'Society & ethics'], ['text', 'Ask the ministry']] as const) {
			await longview.undo();
			await expect(column(notes(page), name)).toHaveText(before);
		}
		await column(notes(page), 'text').focus();
		await canvas.press('s');
		await page.keyboard.type('Second');
		await canvas.press('Escape');
		await expect(notes(page).getByRole('row')).toHaveCount(3);
		await canvas.press('Enter');
		await text(page).fill('');
		await canvas.press('Escape');
		await expect(notes(page).getByRole('row'), 'a note without words is none').toHaveCount(2);
		await expect(column(notes(page), 'text')).toBeFocused();
		await canvas.press('Delete');
		await expect(page.getByText('No note is left.')).toBeVisible();
		await longview.undo();
		await expect(column(notes(page), 'text')).toHaveText('Ask the ministry');
	});

	test('by mouse: a note is begun in the foot, kept by a press elsewhere, and given up where nothing is written', async ({ canvas, page }) => {
		await page.getByRole('button', { name: 'Table', exact: true }).click();
		await page.getByRole('button', { name: 'New note' }).click();
		await expect(text(page)).toBeFocused();
		await page.keyboard.type('First line\n\nSecond line');
		await part(page, 'Cards').click();
		await expect(part(page, 'Notes 1')).toBeVisible();
		await part(page, 'Notes').click();
		await expect(column(notes(page), 'text')).toHaveText(/First line\s+Second line/);
		await page.getByRole('button', { name: 'New note' }).click();
		await expect(text(page)).toBeFocused();
		await part(page, 'Cards').click();
		await expect(part(page, 'Notes 1')).toBeVisible();
		await cell(page, ethics, 'name').focus();
		await canvas.press('l');
		await page.getByRole('button', { name: 'Give it up' }).click();
		await expect(said(page)).toHaveText('No influence is drawn.');
		await cell(page, ethics, 'name').focus();
		await canvas.press('l');
		await cell(page, privacy, 'name').click();
		await expect(column(influences(page), 'to')).toContainText(privacy);
	});

	test('what a card’s menu begins is ended in the table, or on the canvas where it needs one', async ({ canvas, page }) => {
		await page.getByRole('button', { name: 'Table', exact: true }).click();
		await cell(page, privacy, 'name').click();
		await cell(page, ethics, 'name').click({ modifiers: ['Shift'] });
		const choose = async (name: RegExp) => {
			await canvas.selectionBar.getByRole('button', { name: 'More for the selected cards' }).click();
			await page.getByRole('menuitem', { name }).click();
		};
		await choose(/^Draw an influence/);
		await expect(page.getByText('From C1 to which card?')).toBeVisible();
		await cell(page, ethics, 'name').click();
		await expect(column(influences(page), 'from')).toContainText(privacy);
		await part(page, 'Cards').click();
		await choose(/^Write a note/);
		await expect(text(page)).toBeFocused();
		await page.keyboard.press('Escape');
		await expect(notes(page).getByRole('row')).toHaveCount(1);
		await part(page, 'Cards').click();
		await choose(/^Pick up/);
		await expect(grid(page)).toHaveCount(0);
		await canvas.press('Escape');
		await expect(canvas.cards).toHaveCount(13);
	});
});
