import type { Locator } from 'playwright/test';
import { signalPage } from './documents.ts';
import { expect, test } from './fixtures.ts';
import { CanvasPage } from './pages/CanvasPage.ts';
import { boxOf, fingerOn, moveTo, take } from './pages/hand.ts';
import { LongviewPage } from './pages/LongviewPage.ts';

const fresh = 'Rise of European AI Startups';
const placed = 'Decentralized AI Development';
const [society, markets, technology] = ['Society & ethics', 'Markets & capital', 'Technology'] as const;

test.beforeEach(async ({ longview }) => longview.openSample());

test.describe('with the pointer', () => {
	test('a card from the library shows the date it will get, and drops there', async ({ longview, library, canvas, page }) => {
		await take(library.card(fresh));
		await moveTo(page, await canvas.spot('2029 Q3', technology));
		await expect(canvas.pill).toHaveText('2029 Q3');
		await moveTo(page, await canvas.spot('2031 Q2', technology));
		await expect(canvas.pill).toHaveText('2031 Q2');
		await canvas.drop();
		await expect(canvas.cardAt(fresh, '2031 Q2', technology)).toBeVisible();
		await expect(canvas.spoken).toHaveText(`S1, 2031 Q2, ${technology}`);
		await expect(library.part('On canvas')).toContainText('14');
		await expect(library.card(fresh)).toHaveCount(0);
		await longview.undo();
		await expect(canvas.card(fresh)).toHaveCount(0);
		await expect(library.card(fresh)).toBeVisible();
		await longview.redo();
		await expect(canvas.cardAt(fresh, '2031 Q2', technology)).toBeVisible();
	});

	test('a placed card is dragged on to another date and another lane, and undo brings it back', async ({ longview, canvas }) => {
		await expect(canvas.cardAt(placed, '2033 Q1', society)).toBeVisible();
		await canvas.takeByTab(placed);
		await canvas.moveTo(await canvas.spot('2028 Q4', technology));
		await expect(canvas.pill).toHaveText('2028 Q4');
		await canvas.drop();
		await expect(canvas.cardAt(placed, '2028 Q4', technology)).toBeVisible();
		await longview.saved();
		await longview.reload();
		await expect(canvas.cardAt(placed, '2028 Q4', technology)).toBeVisible();
		await longview.undo();
		await expect(canvas.cardAt(placed, '2033 Q1', society)).toBeVisible();
		await longview.redo();
		await expect(canvas.cardAt(placed, '2028 Q4', technology)).toBeVisible();
	});

	test('Escape in mid-drag puts a card back where it was', async ({ longview, library, canvas, page }) => {
		await canvas.takeByTab(placed);
		await canvas.moveTo(await canvas.spot('2028 Q4', technology));
		await expect(canvas.pill).toHaveText('2028 Q4');
		await expect.poll(() => canvas.glyphInHand(), 'the card in the hand shows its kind').toMatch(/^url\(/);
		await page.keyboard.press('Escape');
		await expect(canvas.pill).toHaveCount(0);
		await canvas.drop();
		await expect(canvas.cardAt(placed, '2033 Q1', society)).toBeVisible();

		await take(library.card(fresh));
		await canvas.moveTo(await canvas.spot('2028 Q4', technology));
		await expect(canvas.pill).toHaveText('2028 Q4');
		await page.keyboard.press('Escape');
		await canvas.drop();
		await expect(library.card(fresh)).toBeVisible();
		await expect(canvas.cards).toHaveCount(13);
		await longview.undo();
		await expect(canvas.cards, 'the drags left no step behind, so this takes the sample’s placing back').toHaveCount(0);
	});

	test('a card that is let go beside the canvas goes back', async ({ longview, library, canvas, page }) => {
		await canvas.takeByTab(placed);
		await canvas.moveTo(await canvas.spot('2028 Q4', technology));
		await moveTo(page, { x: 700, y: 20 });
		await expect(canvas.pill).toHaveCount(0);
		await canvas.drop();
		await expect(canvas.cardAt(placed, '2033 Q1', society)).toBeVisible();
		await take(library.card(fresh));
		await canvas.moveTo(await canvas.spot('2028 Q4', technology));
		await moveTo(page, { x: 700, y: 20 });
		await canvas.drop();
		await expect(library.card(fresh)).toBeVisible();
		await expect(canvas.cards).toHaveCount(13);
		await longview.saved();
	});

	test('the hand pans, the keys and buttons zoom, and 0 fits everything again', async ({ longview, canvas, page }) => {
		await expect(canvas.zoomText).toHaveText('100%');
		await canvas.tool('Zoom in').click();
		await expect(canvas.zoomText).toHaveText('125%');
		await canvas.board.focus();
		await canvas.press('+');
		await expect(canvas.zoomText).toHaveText('160%');
		const before = await boxOf(canvas.card(placed));
		await canvas.press('h');
		await expect(canvas.tool(/^Move the canvas/)).toHaveAttribute('aria-pressed', 'true');
		const free = await canvas.spot('2030 Q1', 'Environment');
		await page.mouse.move(free.x, free.y);
		await page.mouse.down();
		await page.mouse.move(free.x - 150, free.y, { steps: 6 });
		await page.mouse.up();
		const after = await boxOf(canvas.card(placed));
		expect(Math.round(before.x - after.x)).toBe(150);
		await canvas.press('v', '-', '-', '-');
		await expect(canvas.zoomText).toHaveText('80%');
		await canvas.press('0');
		await expect(canvas.zoomText).toHaveText('100%');
		await longview.go('Place');
		await page.keyboard.press('-');
		await expect(canvas.zoomText, 'keys for the view are the canvas’s wherever the last press was').not.toHaveText('100%');
		await page.keyboard.press('0');
		await expect(canvas.zoomText).toHaveText('100%');
		await expect(canvas.cardAt(placed, '2033 Q1', society)).toBeInViewport();
	});

	test('the keys zoom to the spot under the mouse', async ({ canvas, page }) => {
		await canvas.board.focus();
		const card = canvas.card('Transparency in AI Regulation');
		const before = await boxOf(card);
		await page.mouse.move(before.x + 13, before.y + 20);
		await canvas.press('+', '+');
		await expect(canvas.zoomText).toHaveText('160%');
		expect(Math.abs((await boxOf(card)).x - before.x)).toBeLessThan(3);
		await canvas.press('-', '-');
		await expect(canvas.zoomText).toHaveText('100%');
		expect(Math.abs((await boxOf(card)).x - before.x)).toBeLessThan(3);
	});

	test('with Alt held a card goes between the quarters, and its date is shown as exactly as that', async ({ canvas, page }) => {
		await canvas.takeByTab(placed);
		const { x, y } = await canvas.spot('2028 Q4', technology);
		await page.keyboard.down('Alt');
		await canvas.moveTo({ x: x + 12, y });
		await expect(canvas.pill).toHaveText('Nov 2028');
		await page.keyboard.up('Alt');
		await expect(canvas.pill).toHaveText(/^20\d\d Q\d$/);
		await canvas.press('Escape');
		await canvas.drop();
	});

	test('the year at the left edge is named when its beginning is out of sight', async ({ canvas }) => {
		await canvas.board.focus();
		await canvas.press('+', '+', '+', '+', '+', '+', '+', '+', '+');
		await expect(canvas.zoomText).toHaveText('800%');
		const names = canvas.board.getByText(/^20\d\d$/).and(canvas.board.locator('span'));
		const inSight = async () => {
			const board = await boxOf(canvas.board);
			const boxes = await names.evaluateAll((spans) => spans.map((span) => span.getBoundingClientRect().x));
			return boxes.filter((left) => left >= board.x + 88 && left < board.x + 200).length;
		};
		await canvas.press('ArrowRight', 'ArrowRight');
		await expect.poll(inSight).toBe(1);
	});

	test('a button that was let go unseen, as while the laptop slept, leaves no card stuck to the pointer', async ({ longview, library, canvas, page }) => {
		const browser = await page.context().newCDPSession(page);
		const { x, y } = await canvas.spot('2028 Q4', technology);
		for (const takes of [() => take(library.card(fresh)), () => canvas.takeByTab(placed)]) {
			await takes();
			await canvas.moveTo({ x, y });
			await expect(canvas.pill).toHaveText('2028 Q4');
			await browser.send('Input.dispatchMouseEvent', { type: 'mouseMoved', x: x + 40, y, buttons: 0 });
			await expect(canvas.pill).toHaveCount(0);
			await canvas.drop();
		}
		await expect(library.card(fresh)).toBeVisible();
		await expect(canvas.cardAt(placed, '2033 Q1', society)).toBeVisible();
		await longview.undo();
		await expect(canvas.cards, 'nothing was written').toHaveCount(0);
	});

	test('a card that is taken off in another window while it is dragged leaves the hand, which is told', async ({ canvas, page }) => {
		const [other] = await Promise.all([page.waitForEvent('popup'), page.evaluate(() => void window.open(location.href))]);
		await new LongviewPage(other).go('Place');
		const there = new CanvasPage(other);
		await expect(there.card(placed)).toBeVisible();
		await page.bringToFront();
		await canvas.takeByTab(placed);
		await canvas.moveTo(await canvas.spot('2028 Q4', technology));
		await expect(canvas.pill).toHaveText('2028 Q4');
		await there.card(placed).evaluate((card) => {
			card.focus();
			card.dispatchEvent(new KeyboardEvent('keydown', { key: 'Delete', bubbles: true }));
		});
		await expect(there.cards).toHaveCount(12);
		await expect(canvas.cards).toHaveCount(12);
		await expect(canvas.pill).toHaveCount(0);
		await expect(page.getByText('I3 was removed meanwhile, so nothing was moved.')).toBeVisible();
		await canvas.drop();
		await expect(canvas.cards).toHaveCount(12);
	});

	test('a window that changes its size in mid-drag loses nothing', async ({ canvas, page }) => {
		await canvas.takeByTab(placed);
		await canvas.moveTo(await canvas.spot('2028 Q4', technology));
		await page.setViewportSize({ width: 1250, height: 800 });
		await expect(canvas.pill).toHaveCount(1);
		await canvas.moveTo(await canvas.spot('2027 Q2', markets));
		await expect(canvas.pill).toHaveText('2027 Q2');
		await canvas.drop();
		await expect(canvas.cardAt(placed, '2027 Q2', markets)).toBeVisible();
		await expect(canvas.cards).toHaveCount(13);
	});
});

test.describe('by keyboard', () => {
	test('Enter picks a card up in the library, arrows aim it, Enter drops it', async ({ longview, library, canvas }) => {
		await library.card(fresh).focus();
		await canvas.press('Enter');
		await expect(canvas.pill).toHaveCount(1);
		await expect(canvas.spoken).toHaveText('S1 picked up. Arrows aim, Enter drops, or press where it goes; Escape returns.');
		await canvas.press('ArrowRight');
		const first = (await canvas.pill.innerText()).trim();
		await expect(canvas.spoken).toContainText(`S1, ${first}, `);
		await canvas.press('Shift+ArrowRight');
		await expect(canvas.pill).toHaveText(`${Number(first.slice(0, 4)) + 1}${first.slice(4)}`);
		const aimed = await canvas.pill.innerText();
		await canvas.press('Enter');
		await expect(canvas.cardAt(fresh, aimed)).toBeFocused();
		await longview.undo();
		await expect(canvas.card(fresh)).toHaveCount(0);
		await longview.redo();
		await expect(canvas.cardAt(fresh, aimed)).toBeVisible();
	});

	test('Escape gives a card picked up in the library back, with the focus', async ({ library, canvas }) => {
		await library.card(fresh).focus();
		await canvas.press('Enter', 'ArrowRight', 'Escape');
		await expect(canvas.spoken).toHaveText('S1 is back in the library.');
		await expect(library.card(fresh)).toBeFocused();
		await expect(canvas.cards).toHaveCount(13);
	});

	test('Space picks a placed card up, arrows aim, Enter drops and Escape returns it', async ({ longview, canvas }) => {
		await canvas.focusCard(placed);
		await canvas.press('Space');
		await expect(canvas.spoken).toContainText('picked up');
		await canvas.press('ArrowLeft', 'Shift+ArrowLeft', 'ArrowUp');
		await expect(canvas.spoken).toHaveText(`I3, 2031 Q4, ${technology}`);
		await canvas.press('Escape');
		await expect(canvas.cardAt(placed, '2033 Q1', society)).toBeVisible();
		await canvas.press('Space', 'ArrowLeft', 'Shift+ArrowLeft', 'ArrowUp', 'Enter');
		await expect(canvas.cardAt(placed, '2031 Q4', technology)).toBeFocused();
		await longview.undo();
		await expect(canvas.cardAt(placed, '2033 Q1', society)).toBeVisible();
	});

	test('arrows move the focused card at once, are spoken, and are one step back', async ({ longview, canvas }) => {
		await canvas.focusCard(placed);
		await canvas.press('ArrowRight', 'ArrowRight');
		await expect(canvas.spoken).toHaveText(`I3, 2033 Q3, ${society}`);
		await canvas.press('ArrowDown');
		await expect(canvas.cardAt(placed, '2033 Q3', 'Environment')).toBeFocused();
		await expect(canvas.spoken).toHaveText('I3, 2033 Q3, Environment');
		await longview.undo();
		await expect(canvas.cardAt(placed, '2033 Q1', society)).toBeVisible();
		await longview.redo();
		await expect(canvas.cardAt(placed, '2033 Q3', 'Environment')).toBeVisible();
	});

	test('where a card can go no further, that is said', async ({ canvas }) => {
		await canvas.focusCard('Regulatory Challenges');
		await canvas.press('ArrowUp');
		await expect(canvas.spoken).toHaveText(/^C2, 2026 Q2, Policy & law, no further$/);
		await canvas.press('Shift+ArrowLeft');
		await expect(canvas.spoken).toHaveText(/^C2, 2026 Q1, Policy & law$/);
		await canvas.press('ArrowLeft');
		await expect(canvas.spoken).toHaveText(/^C2, 2026 Q1, Policy & law, no further$/);
	});

	test('Delete takes a card back to the library, and undo places it again', async ({ longview, library, canvas }) => {
		await canvas.focusCard(placed);
		await canvas.press('Delete');
		await expect(canvas.card(placed)).toHaveCount(0);
		await expect(canvas.spoken).toHaveText('I3 is back in the library.');
		await expect(library.card(placed)).toBeVisible();
		await longview.undo();
		await expect(canvas.cardAt(placed, '2033 Q1', society)).toBeVisible();
		await longview.redo();
		await expect(canvas.card(placed)).toHaveCount(0);
	});

	test('Tab goes from card to card in the order of time, lane by lane, and Enter opens one', async ({ longview, canvas }) => {
		await canvas.focusCard('Regulatory Challenges');
		await canvas.press('Tab');
		await expect(canvas.card('Data Privacy and Security')).toBeFocused();
		await canvas.press('Tab', 'Tab', 'Tab');
		await expect(canvas.card('Monetization through API Access')).toBeFocused();
		await canvas.press('Shift+Tab');
		await expect(canvas.card('Transparency in AI Regulation')).toBeFocused();
		await canvas.press('Enter');
		await expect(longview.inspector.getByRole('heading', { name: 'Transparency in AI Regulation' })).toBeVisible();
	});
});

/** Pairs of cards that lie on one another, by name. */
async function overlaps(cards: Locator): Promise<string[]> {
	const boxes = await cards.evaluateAll((elements) => elements.map((element) => {
		const { left, top, right, bottom } = element.getBoundingClientRect();
		return { name: element.textContent.trim(), left, top, right, bottom };
	}));
	return boxes.flatMap((a, index) => boxes.slice(index + 1)
		.filter((b) => a.left < b.right - 0.5 && b.left < a.right - 0.5 && a.top < b.bottom - 0.5 && b.top < a.bottom - 0.5)
		.map((b) => `${a.name} and ${b.name}`));
}

test('two dozen cards dropped on one spot all stand there, and none covers another', async ({ longview, library, canvas, imports, page }) => {
	const many = 24;
	await longview.dropFiles([{ name: 'many.md', text: signalPage('Many', Array.from({ length: many }, (_, row) => ({ name: `Crowded signal ${row + 1}` }))) }]);
	await imports.close();
	await library.search.fill('Crowded');
	await expect(library.cards).toHaveCount(many);
	const spot = await canvas.spot('2030 Q3', markets);
	for (let row = 1; row <= many; row++) {
		const next = library.card(new RegExp(`Crowded signal ${row}\\b`));
		await take(next);
		await page.mouse.move(spot.x, spot.y, { steps: 2 });
		await canvas.drop();
		// The list closes up behind it, and the next one is pressed where it is then.
		await expect(next).toHaveCount(0);
	}
	await expect(library.cards).toHaveCount(0);
	// Those out of sight are not shown, so the canvas is walked through from its top to its end.
	const crowd = canvas.board.getByRole('button', { name: /Crowded signal \d+, 2030 Q3, Markets/ });
	const seen = new Set<string>();
	await page.mouse.move(spot.x, spot.y);
	await page.mouse.wheel(0, -10_000);
	for (let screen = 0; screen < 12 && seen.size < many; screen++) {
		for (const card of await crowd.all()) seen.add((await card.getAttribute('title')) ?? '');
		expect(await overlaps(canvas.cards.filter({ visible: true }))).toEqual([]);
		await page.mouse.wheel(0, 400);
	}
	expect(seen.size).toBe(many);
	await longview.saved();
	await longview.reload();
	await expect(crowd).not.toHaveCount(0);
	await expect(library.part('On canvas')).toContainText(String(many + 13));
});

test.describe('with a finger', () => {
	test.use({ hasTouch: true });

	test('a card is dragged from the library and on the canvas', async ({ library, canvas, page }) => {
		const finger = await fingerOn(page);
		const card = await boxOf(library.card(fresh));
		await finger.drag({ x: card.x + 60, y: card.y + card.height / 2 }, await canvas.spot('2029 Q3', technology));
		await expect(canvas.cardAt(fresh, '2029 Q3', technology)).toBeVisible();
		const tab = await boxOf(canvas.card(placed));
		await finger.drag({ x: tab.x + 13, y: tab.y + tab.height / 2 }, await canvas.spot('2028 Q4', technology));
		await expect(canvas.cardAt(placed, '2028 Q4', technology)).toBeVisible();
	});

	test('two fingers zoom the canvas and leave the cards where they are', async ({ canvas, page }) => {
		const finger = await fingerOn(page);
		const at = await canvas.spot('2030 Q1', 'Environment');
		await finger.spread(at, 60, 120);
		await expect(canvas.zoomText).toHaveText('200%');
		await expect(canvas.cardAt(placed, '2033 Q1', society)).toBeAttached();
		await expect(canvas.cards).toHaveCount(13);
	});
});

test('the ring is for keys: a card that is pressed, or dropped by the hand, has none until a key is used', async ({ canvas }) => {
	const [privacy, ethics] = [canvas.card('Data Privacy and Security'), canvas.card('Ethical Use of AI Models')];
	const ring = (card: Locator) => card.evaluate((element) => getComputedStyle(element).outlineStyle);
	await canvas.focusCard('Regulatory Challenges');
	await canvas.press('Tab');
	await expect(privacy).toBeFocused();
	expect(await ring(privacy), 'a key brought the focus').toBe('solid');
	await ethics.click({ position: { x: 60, y: 20 } });
	await expect(ethics).toBeFocused();
	expect(await ring(ethics)).toBe('none');
	await canvas.takeByTab('Ethical Use of AI Models');
	await canvas.moveTo(await canvas.spot('2029 Q1', technology));
	await canvas.drop();
	await expect(canvas.cardAt('Ethical Use of AI Models', '2029 Q1', technology)).toBeFocused();
	expect(await ring(ethics), 'the drop took it to another place in the document').toBe('none');
	await canvas.press('ArrowRight');
	await expect(canvas.cardAt('Ethical Use of AI Models', '2029 Q2', technology)).toBeFocused();
	await expect.poll(() => ring(ethics)).toBe('solid');
	await ethics.click({ position: { x: 60, y: 20 } });
	expect(await ring(ethics), 'pressed where the focus already is').toBe('none');
	await canvas.press('Tab', 'Shift+Tab');
	await expect(ethics).toBeFocused();
	expect(await ring(ethics)).toBe('solid');
});

test.describe('the focus stays on the canvas', () => {
	const [ethics, decentral, regulation] = ['Ethical Use of AI Models', 'Decentralized AI Development', 'AI Regulation and Governance'] as const;

	test('on a card that undo and redo take to another lane and back, which stays in sight', async ({ longview, canvas }) => {
		await canvas.focusCard(ethics);
		await canvas.press('ArrowUp');
		await expect(canvas.cardAt(ethics, '2030 Q2', 'Technology')).toBeFocused();
		await longview.undo();
		await expect(canvas.cardAt(ethics, '2030 Q2', 'Society & ethics')).toBeFocused();
		await longview.redo();
		await expect(canvas.cardAt(ethics, '2030 Q2', 'Technology')).toBeFocused();
		await canvas.press('+', '+', '+', '+', '+', '+', 'Shift+ArrowLeft', 'Shift+ArrowLeft', 'Shift+ArrowLeft');
		await expect(canvas.cardAt(ethics, '2027 Q2')).toBeInViewport();
		await longview.undo();
		await expect(canvas.cardAt(ethics, '2030 Q2')).toBeFocused();
		await expect(canvas.cardAt(ethics, '2030 Q2')).toBeInViewport({ ratio: 1 });
	});

	test('on the neighbour of a card whose placing is taken back, and on a card once “Select nothing” is gone', async ({ longview, library, canvas }) => {
		await library.cards.first().getByRole('button').first().focus();
		await canvas.press('Enter', 'Enter');
		await expect(canvas.cards).toHaveCount(14);
		await expect(canvas.cards.and(canvas.page.locator(':focus'))).toHaveCount(1);
		await longview.undo();
		await expect(canvas.cards).toHaveCount(13);
		await expect(canvas.cards.and(canvas.page.locator(':focus'))).toHaveCount(1);
		await canvas.focusCard(regulation);
		await canvas.press('Control+a');
		await canvas.selectionBar.getByRole('button', { name: 'Select nothing' }).press('Enter');
		await expect(canvas.card(regulation)).toBeFocused();
	});

	test('on the card that Delete took off once undo brings it back, by key after key, and wherever somebody has put it meanwhile', async ({ longview, canvas }) => {
		for (let times = 0; times < 2; times++) {
			await canvas.focusCard(ethics);
			await canvas.press('Delete');
			await expect(canvas.card(ethics)).toHaveCount(0);
			await expect(canvas.card(decentral)).toBeFocused();
			await longview.undo();
			await expect(canvas.card(ethics)).toBeFocused();
		}
		await longview.redo();
		await expect(canvas.card(ethics)).toHaveCount(0);
		await expect(canvas.card(decentral)).toBeFocused();
		await longview.undo();
		await expect(canvas.card(ethics)).toBeFocused();
		await canvas.press('Delete');
		await expect(canvas.card(decentral)).toBeFocused();
		await canvas.focusCard(regulation);
		await longview.undo();
		await expect(canvas.card(ethics)).toBeVisible();
		await expect(canvas.card(regulation)).toBeFocused();
	});

	test('when undo takes away the influence that has it', async ({ longview, canvas, structure }) => {
		await canvas.focusCard(ethics);
		await canvas.press('l', 'ArrowRight', 'Enter');
		await structure.judge(/^\+1, reinforces/);
		await canvas.press('Escape');
		await expect(canvas.board.locator('g:focus')).toHaveCount(1);
		await longview.undo();
		await expect(canvas.board.locator('g:focus')).toHaveCount(0);
		await expect(canvas.cards.and(canvas.page.locator(':focus'))).toHaveCount(1);
	});

	test('on a card that is panned out of sight, from which Tab goes on', async ({ canvas }) => {
		await canvas.focusCard(ethics);
		await canvas.press('+', '+', '+', '+', '+', '+', ...Array<string>(24).fill('Alt+ArrowLeft'));
		await expect(canvas.cardAt(ethics, '2030 Q2')).not.toBeInViewport();
		await expect(canvas.cardAt(ethics, '2030 Q2')).toBeFocused();
		await canvas.press('Tab');
		await expect(canvas.card(decentral)).toBeFocused();
		await expect(canvas.card(decentral)).toBeInViewport();
	});
});

test.describe('without dragging', () => {
	const ethics = 'Ethical Use of AI Models';

	test('a card from the library, and a placed one, is picked up by a press and dropped by another', async ({ longview, library, canvas, page }) => {
		await library.cards.first().getByRole('button').first().click();
		await longview.inspector.getByRole('button', { name: 'Place on the canvas' }).click();
		await expect(canvas.board).toContainText('Press where it goes');
		const spot = await canvas.spot('2034 Q1', 'Environment');
		await page.mouse.click(spot.x, spot.y);
		await expect(canvas.cards).toHaveCount(14);
		await expect(canvas.cardAt('Rise of European AI Startups', '2034 Q1', 'Environment')).toBeFocused();
		await longview.undo();
		await expect(canvas.cards).toHaveCount(13);
		await canvas.choose(ethics, /^Pick up/);
		await expect(canvas.spoken).toContainText('press where it goes');
		const other = await canvas.spot('2027 Q3', 'Environment');
		await page.mouse.click(other.x, other.y);
		await expect(canvas.cardAt(ethics, '2027 Q3', 'Environment')).toBeFocused();
		await longview.undo();
		await expect(canvas.cardAt(ethics, '2030 Q2', 'Society & ethics')).toBeVisible();
	});

	test('the inspector says when and where a card stands, and changes both by presses or by typing', async ({ longview, canvas, page }) => {
		await canvas.card(ethics).click();
		const place = longview.inspector.getByRole('group', { name: 'Place on the canvas' });
		const date = place.getByRole('textbox', { name: 'Date' });
		await expect(date).toHaveValue('2030 Q2');
		const later = place.getByRole('button', { name: 'A quarter later' });
		await later.click();
		await later.click();
		await expect(canvas.cardAt(ethics, '2030 Q4', 'Society & ethics')).toBeVisible();
		await expect(later).toBeFocused();
		await place.getByRole('combobox', { name: 'Lane' }).selectOption('Technology');
		await expect(canvas.cardAt(ethics, '2030 Q4', 'Technology')).toBeVisible();
		await date.fill('2050');
		await page.keyboard.press('Enter');
		await expect(place.getByRole('alert')).toContainText('Write a date from 2026 to 2036');
		await date.fill('mid 2033');
		await page.keyboard.press('Enter');
		await expect(canvas.cardAt(ethics, '2033 Q3', 'Technology')).toBeVisible();
		await expect(date).toHaveValue('2033 Q3');
		await longview.undo();
		await page.locator('body').press('Control+z');
		await canvas.choose(ethics, 'Lock');
		await expect(date).toBeDisabled();
	});
});
