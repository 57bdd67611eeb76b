import { expect, test } from './fixtures.ts';
import { boxOf, fingerOn, take } from './pages/hand.ts';

const [society, policy, technology] = ['Society & ethics', 'Policy & law', 'Technology'] as const;
const [one, two, three] = ['Regulatory Challenges', 'Data Privacy and Security', 'Decentralized AI Development'] as const;

test.beforeEach(async ({ longview }) => longview.openSample());

test.describe('several cards', () => {
	test('a rectangle selects what it touches, they move together, and one step takes it back', async ({ longview, canvas, page }) => {
		const [first, second] = [await boxOf(canvas.card(one)), await boxOf(canvas.card(two))];
		const left = Math.min(first.x, second.x);
		await page.mouse.move(left - 8, Math.min(first.y, second.y) - 5);
		await page.mouse.down();
		await page.mouse.move(Math.max(first.x, second.x) + 30, Math.max(first.y, second.y) + 20, { steps: 5 });
		await page.mouse.up();
		await expect(canvas.selectionBar).toContainText('2 cards');
		const before = await Promise.all([one, two].map((name) => canvas.card(name).getAttribute('aria-label')));
		await take(canvas.card(one), (box) => ({ x: box.x + 13, y: box.y + 20 }));
		await canvas.moveTo(await canvas.spot('2030 Q1', policy));
		await canvas.drop();
		await expect(canvas.cardAt(one, '2030 Q1', policy)).toBeVisible();
		await expect(canvas.card(two)).not.toHaveAttribute('aria-label', before[1]!);
		await longview.undo();
		for (const [index, name] of [one, two].entries()) await expect(canvas.card(name)).toHaveAttribute('aria-label', before[index]!);
		await expect(canvas.cards).toHaveCount(13);
	});

	test('Shift adds to the selection; its cards get one date, even gaps, or a span', async ({ longview, canvas, page }) => {
		await canvas.focusCard(one);
		await canvas.press('Enter');
		for (const name of [two, three]) await canvas.card(name).click({ modifiers: ['Shift'], position: { x: 60, y: 20 } });
		await expect(canvas.selectionBar).toContainText('3 cards');
		await canvas.selectionBar.getByRole('button', { name: 'Spread…' }).click();
		const dialog = page.getByRole('dialog', { name: /^Spread 3 cards/ });
		await dialog.getByLabel('From').fill('2028');
		await dialog.getByLabel('To').fill('never');
		await dialog.getByRole('button', { name: 'Spread the cards' }).click();
		await expect(dialog.getByRole('alert')).toContainText('Write dates from 2026 to 2036');
		await dialog.getByLabel('To').fill('2032 Q1');
		await dialog.getByRole('button', { name: 'Spread the cards' }).click();
		await expect(canvas.cardAt(one, '2028 Q1')).toBeVisible();
		await expect(canvas.cardAt(two, '2030 Q1')).toBeVisible();
		await expect(canvas.cardAt(three, '2032 Q1')).toBeVisible();
		await canvas.selectionBar.getByRole('button', { name: 'Same date' }).click();
		for (const name of [one, two, three]) await expect(canvas.cardAt(name, '2028 Q1')).toBeVisible();
		await longview.undo();
		await expect(canvas.cardAt(two, '2030 Q1')).toBeVisible();
	});

	test('what is done with the bar over the canvas leaves the keys to the canvas, and the bar covers none of the cards', async ({ canvas, page }) => {
		await canvas.focusCard(one);
		await canvas.press('Control+a');
		const bar = await boxOf(canvas.selectionBar);
		const first = await boxOf(canvas.card('Transparency in AI Regulation'));
		expect(bar.y).toBeGreaterThan(first.y + first.height);
		await canvas.selectionBar.getByRole('button', { name: 'Even gaps' }).click();
		await expect(canvas.card(one)).toBeFocused();
		const zoom = await canvas.zoomText.innerText();
		await canvas.tool('Zoom in').click();
		await canvas.press('+');
		await expect(canvas.zoomText).not.toHaveText(zoom);
		await expect(page.getByRole('button', { name: 'Zoom in' })).not.toBeFocused();
	});
	test('by keyboard: all are selected, arrows move them, Escape lets go of them', async ({ longview, canvas }) => {
		await canvas.focusCard(one);
		await canvas.press('Control+a');
		await expect(canvas.selectionBar).toContainText('13 cards');
		await expect(canvas.selected).toHaveCount(13);
		await canvas.press('Escape');
		await expect(canvas.selectionBar).toHaveCount(0);
		await canvas.press('Enter');
		await canvas.focusCard(two);
		const before = await canvas.card(two).getAttribute('aria-label');
		await canvas.press('Shift+Enter', 'ArrowRight');
		await expect(canvas.spoken).toContainText('2 cards, the first at ');
		await expect(canvas.card(two)).toBeFocused();
		await expect(canvas.card(two)).not.toHaveAttribute('aria-label', before!);
		await longview.undo();
		await expect(canvas.card(two)).toHaveAttribute('aria-label', before!);
	});

	test('how many are selected is said, and what a command did to them, with its undo', async ({ longview, canvas, page }) => {
		await canvas.focusCard('Ethical Use of AI Models');
		await canvas.press('Control+a');
		await expect(canvas.spoken).toHaveText('13 cards selected.');
		await canvas.selectionBar.getByRole('button', { name: 'Spread…' }).click();
		await page.getByRole('textbox', { name: 'From' }).fill('mid 2027');
		await page.getByRole('textbox', { name: 'To' }).fill('2034');
		await page.keyboard.press('Enter');
		await expect(longview.message('13 cards spread over 2027 Q3 to 2034 Q1.')).toBeVisible();
		await canvas.selectionBar.getByRole('button', { name: 'Spread…' }).press('Escape');
		await expect(canvas.selectionBar).toHaveCount(0);
		await expect(canvas.spoken).toHaveText('No card is selected.');
		await expect(canvas.card('Ethical Use of AI Models')).toBeFocused();
	});

	test('the bar for them lies on no card that has the focus', async ({ canvas }) => {
		await canvas.focusCard('Data Privacy and Security');
		await canvas.press('Control+a');
		const apart = async (name: string) => {
			const [bar, card] = await Promise.all([boxOf(canvas.selectionBar), boxOf(canvas.card(name))]);
			return bar.y >= card.y + card.height || card.y >= bar.y + bar.height || bar.x >= card.x + card.width || card.x >= bar.x + bar.width;
		};
		await expect.poll(() => apart('Data Privacy and Security')).toBe(true);
		await canvas.press('Tab');
		await expect(canvas.card('AI Regulation and Governance')).toBeFocused();
		await expect.poll(() => apart('AI Regulation and Governance')).toBe(true);
	});

	test('every card of a kind is selected from one of them, and F fits the selection', async ({ canvas }) => {
		await canvas.choose(one, /^Select every concern/);
		const count = await canvas.cards.and(canvas.board.getByRole('button', { name: /^Concern / })).count();
		await expect(canvas.selected).toHaveCount(count);
		await canvas.choose(three, 'Fit in view');
		await expect(canvas.zoomText).toHaveText('160%');
		await expect(canvas.card(three)).toBeInViewport();
	});

	test('a locked card stays; a hidden one is counted and comes back', async ({ longview, canvas }) => {
		await canvas.choose(three, 'Lock');
		await expect(canvas.card(three)).toHaveAttribute('aria-label', /, locked/);
		await canvas.takeByTab(three);
		await canvas.moveTo(await canvas.spot('2028 Q4', technology));
		await canvas.drop();
		await expect(canvas.spoken).toContainText('is locked. Unlock it to move it.');
		await expect(canvas.cardAt(three, '2033 Q1', society)).toBeVisible();
		await canvas.choose(three, 'Unlock');
		await canvas.choose(three, 'Hide');
		await expect(canvas.card(three)).toHaveCount(0);
		const shown = canvas.region.getByRole('button', { name: '1 hidden' });
		await shown.click();
		await canvas.choose(three, 'Show again');
		await expect(canvas.cardAt(three, '2033 Q1', society)).toBeVisible();
		await expect(shown).toHaveCount(0);
		await longview.undo();
		await expect(canvas.region.getByRole('button', { name: '1 hidden' })).toBeVisible();
	});

	test('a card held beside the canvas is told that it stays where it was', async ({ canvas, page }) => {
		await canvas.takeByTab(one);
		await canvas.moveTo({ x: 140, y: 500 });
		await expect(page.getByText('Not on the canvas. It stays where it was.')).toBeVisible();
		await canvas.moveTo({ x: 800, y: 300 });
		await expect(page.getByText('Not on the canvas.')).toBeHidden();
		await canvas.press('Escape');
		await canvas.drop();
	});
	test('the hand’s cursor says what it holds, wherever the pointer is', async ({ canvas, library }) => {
		const hand = () => canvas.board.evaluate((board) => [getComputedStyle(board).cursor, board.hasPointerCapture(1)]);
		const holds = async (cursor: string) => {
			await expect.poll(hand).toEqual([cursor, true]);
			await canvas.press('Escape');
			await canvas.drop();
			await expect.poll(hand).toEqual(['auto', false]);
		};
		await canvas.takeByTab(one);
		await holds('grabbing');
		await take(canvas.lane(technology), (box) => ({ x: box.x + 20, y: box.y + 14 }));
		await holds('grabbing');
		await take(canvas.board.getByRole('separator', { name: `Height of ${technology}, in rows` }));
		await holds('ns-resize');
		await take(library.cards.first());
		await holds('grabbing');
	});
	test('a card dropped on the lanes’ names goes back to where it was', async ({ canvas }) => {
		await canvas.takeByTab(three);
		const name = await boxOf(canvas.lane(technology));
		await canvas.moveTo({ x: name.x + 30, y: name.y + 20 });
		await expect(canvas.pill).toHaveCount(0);
		await canvas.drop();
		await expect(canvas.cardAt(three, '2033 Q1', society)).toBeVisible();
	});
});

test.describe('lanes', () => {
	test('are added, renamed, moved, folded and removed from their menu', async ({ longview, canvas, page }) => {
		const before = await canvas.laneNames();
		await canvas.chooseForLane(technology, 'Add a lane below');
		await page.getByRole('textbox', { name: 'Name of the lane' }).fill('Energy');
		await canvas.press('Enter');
		await expect(canvas.lane('Energy')).toBeVisible();
		await canvas.chooseForLane('Energy', 'Move up');
		const moved = before.toSpliced(before.indexOf(technology), 0, 'Energy');
		await expect.poll(() => canvas.laneNames()).toEqual(moved);
		await canvas.chooseForLane(society, 'Fold');
		await expect.poll(async () => (await boxOf(canvas.lane(society))).height).toBe(30);
		await expect(canvas.card(three)).toBeVisible();
		await canvas.chooseForLane(society, 'Unfold');
		await canvas.chooseForLane('Energy', 'Remove');
		await expect.poll(() => canvas.laneNames()).toEqual(before);
		await longview.undo();
		await expect.poll(() => canvas.laneNames()).toEqual(moved);
	});

	test('a new one below a high one comes into sight to be named', async ({ canvas, page }) => {
		const edge = page.getByRole('separator', { name: 'Height of Policy & law, in rows' });
		await edge.focus();
		const rows = Number(await edge.getAttribute('aria-valuenow'));
		for (let more = 1; more <= 14; more++) {
			await canvas.press('ArrowDown');
			await expect(edge).toHaveAttribute('aria-valuenow', String(rows + more));
		}
		await canvas.chooseForLane('Policy & law', 'Add a lane below');
		const name = page.getByRole('textbox', { name: 'Name of the lane' });
		await expect(name).toBeInViewport();
		await name.fill('Energy');
		await name.press('Enter');
		await expect.poll(async () => (await canvas.laneNames())[1]).toBe('Energy');
	});
	test('get another height by the pointer and by keys; what has no room is piled, counted and fanned out', async ({ canvas, page }) => {
		await canvas.focusCard(one);
		await canvas.press('Control+a');
		await canvas.selectionBar.getByRole('button', { name: 'Same date' }).click();
		await canvas.press('Escape');
		const edge = canvas.board.getByRole('separator', { name: `Height of ${society}, in rows` });
		await edge.focus();
		for (let press = 0; press < 12; press++) await canvas.press('ArrowUp');
		await expect(edge).toHaveAttribute('aria-valuenow', '1');
		const cards = canvas.board.getByRole('group', { name: society }).getByRole('button', { includeHidden: true });
		const all = await cards.count();
		const seen = await cards.filter({ visible: true }).count();
		expect(seen).toBeLessThan(all);
		const pile = canvas.board.getByRole('button', { name: /more under it$/ }).first();
		const box = await boxOf(pile.locator('.more'));
		await page.mouse.click(box.x + box.width / 2, box.y + box.height / 2);
		await expect(cards.filter({ visible: true })).toHaveCount(all);
		await canvas.press('Escape');
		await expect(cards.filter({ visible: true })).toHaveCount(seen);
		const at = await boxOf(edge);
		await page.mouse.move(at.x + 30, at.y + at.height / 2);
		await page.mouse.down();
		await page.mouse.move(at.x + 30, at.y + 120, { steps: 4 });
		await expect(edge).toHaveAttribute('aria-valuenow', '3');
		await page.keyboard.press('Escape');
		await page.mouse.up();
		await expect(edge).toHaveAttribute('aria-valuenow', '1');
	});

	test('a pile opens from furthest away as well, and closes again', async ({ canvas, page }) => {
		await canvas.focusCard(one);
		await canvas.press('Control+a');
		await canvas.selectionBar.getByRole('button', { name: 'Same date' }).click();
		await canvas.press('Escape');
		await page.setViewportSize({ width: 1280, height: 420 });
		await canvas.board.focus();
		await canvas.press('-', '-', '-', '-', '-', '-', '-', '-');
		await expect(canvas.zoomText).toHaveText('15%');
		const seen = canvas.cards.filter({ visible: true });
		const pile = canvas.board.getByRole('button', { name: /more under it$/ }).first();
		await expect(pile).toBeVisible();
		const before = await seen.count();
		const box = await boxOf(pile.locator('.more'));
		await page.mouse.click(box.x + box.width / 2, box.y + box.height / 2);
		await expect.poll(() => seen.count()).toBeGreaterThan(before);
		await canvas.press('Escape');
		await expect(seen).toHaveCount(before);
	});

	test('are STEEP or the kinds for a while, and each card is where it was when the own ones come back', async ({ longview, canvas }) => {
		const before = await canvas.laneNames();
		await canvas.sortBy(/^Kinds of cards/);
		await expect.poll(() => canvas.laneNames()).toEqual(['Signals', 'Concerns', 'Behaviors', 'Technologies', 'Issues']);
		await expect(canvas.cardAt(three, '2033 Q1', 'Issues')).toBeVisible();
		await canvas.focusCard(three);
		await canvas.press('ArrowUp', 'ArrowRight');
		await expect(canvas.cardAt(three, '2033 Q2', 'Issues')).toBeVisible();
		await canvas.sortBy(/^STEEP/);
		await expect(canvas.lane('Not sorted yet')).toBeVisible();
		await canvas.sortBy(/^The workshop’s own/);
		await expect.poll(() => canvas.laneNames()).toEqual(before);
		await expect(canvas.cardAt(three, '2033 Q2', society)).toBeVisible();
		await longview.undo();
		await expect(canvas.lane('Not sorted yet')).toBeVisible();
	});

	test('height means impact where the facilitator says so: arrows then give a degree', async ({ canvas }) => {
		await canvas.sortBy(/means impact/);
		await canvas.focusCard(one);
		await canvas.press('ArrowUp');
		await expect(canvas.spoken).toContainText(`${policy}, impact 1`);
		await canvas.press('ArrowUp');
		await expect(canvas.spoken).toContainText(`${policy}, impact 2`);
	});
});

test('the minimap shows where one is, and a press on it looks elsewhere', async ({ canvas, page }) => {
	await canvas.board.focus();
	await canvas.press('+', '+', '+', '+');
	const map = await boxOf(page.locator('[data-minimap]'));
	const before = await boxOf(canvas.card(three));
	await page.mouse.click(map.x + 10, map.y + 10);
	await expect(canvas.card(three)).not.toBeInViewport();
	await page.mouse.click(map.x + map.width - 20, map.y + map.height - 12);
	await expect.poll(async () => (await canvas.card(three).boundingBox())?.x ?? before.x).not.toBe(before.x);
});

test.describe('with a finger', () => {
	test.use({ hasTouch: true });

	test('a drag beside the cards pans, and selects nothing', async ({ canvas, page }) => {
		await canvas.board.focus();
		await canvas.press('+', '+', '+');
		const finger = await fingerOn(page);
		const from = await canvas.spot('2031 Q1', 'Environment');
		const before = await boxOf(canvas.card(three));
		await finger.drag(from, { x: from.x - 200, y: from.y });
		await expect.poll(async () => before.x - (await boxOf(canvas.card(three))).x).toBeGreaterThan(100);
		await expect(canvas.selectionBar).toHaveCount(0);
	});
});
