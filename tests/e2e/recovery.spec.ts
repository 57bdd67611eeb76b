import type { Browser } from 'playwright/test';
import { expect, test } from './fixtures.ts';
import type { Host } from './host.ts';
import { CanvasPage } from './pages/CanvasPage.ts';
import { take } from './pages/hand.ts';
import { LongviewPage } from './pages/LongviewPage.ts';
import { ScenarioPage } from './pages/ScenarioPage.ts';

const fresh = 'Rise of European AI Startups';
const technology = 'Technology';

/** The same host in a browser that has never seen it, so that all it shows comes from the disk. */
async function elsewhere(browser: Browser, { address }: Host): Promise<{ window: LongviewPage; canvas: CanvasPage; close(): Promise<void> }> {
	const context = await browser.newContext();
	const window = new LongviewPage(await context.newPage());
	await window.open(address);
	return { window, canvas: new CanvasPage(window.page), close: () => context.close() };
}

test('a host that is killed right after “Saved” has lost nothing', async ({ longview, library, canvas, scenarios, page, host, browser }) => {
	await longview.openSample();
	await longview.drag(library.card(fresh), await canvas.spot('2031 Q2', technology));
	await longview.go('Scenarios');
	await scenarios.start();
	await page.keyboard.type('Common Ground');
	await longview.go('Frame');
	await longview.saved();
	await host.kill();
	longview.expectProblem(/ERR_CONNECTION_REFUSED/);
	const again = await host.restart();
	const { window, canvas: itsCanvas, close } = await elsewhere(browser, again);
	await expect(window.message(/came back from the journal on disk/)).toBeVisible();
	await window.go('Place');
	await expect(itsCanvas.cards).toHaveCount(14);
	await expect(itsCanvas.cardAt(fresh, '2031 Q2', technology)).toBeVisible();
	await window.go('Scenarios');
	await expect(new ScenarioPage(window.page).title).toHaveValue('Common Ground');
	expect(window.problems).toEqual([]);
	await close();
	await again.stop();
});

test('a browser whose storage was emptied is rebuilt from the disk, and the facilitator is told', async ({ longview, library, canvas, scan, page }) => {
	await longview.openSample();
	await longview.drag(library.card(fresh), await canvas.spot('2031 Q2', technology));
	await longview.saved();
	await page.evaluate(async () => {
		for (const { name } of await indexedDB.databases()) {
			await new Promise((resolve) => {
				const request = indexedDB.deleteDatabase(name ?? '');
				request.onsuccess = request.onerror = resolve;
			});
		}
	}).catch((error: unknown) => {
		// The window reloads itself as its database goes, and with it what was asked of it.
		expect(String(error)).toMatch(/context was destroyed|navigation/i);
	});
	await expect(longview.message('The disk was ahead of this window, so the library and one workshop came back from the journal on disk.')).toBeVisible();
	await expect(longview.step('Place')).toHaveAttribute('aria-current', 'step');
	await expect(canvas.cardAt(fresh, '2031 Q2', technology)).toBeVisible();
	await expect(library.kind('All')).toContainText('27');
	await longview.go('Scan');
	await expect(scan.documents).toHaveCount(4);
	await scan.open('AI start-up Mistral secures €385m to challenge OpenAI');
	await expect(scan.line(3)).toContainText('AI start-up Mistral');
	await longview.saved();
});

test('while the host is gone work goes on, the bar says that it is not on disk and why, and nothing is lost', async ({ longview, library, canvas, page, host, browser }) => {
	await longview.openSample();
	await longview.saved();
	longview.expectProblem(/ERR_CONNECTION_REFUSED|status of 403/);
	await host.kill();
	await longview.drag(library.card(fresh), await canvas.spot('2031 Q2', technology));
	await expect(longview.saveNote).toHaveText(/^Not on disk yet: \S/);
	await expect(canvas.cardAt(fresh, '2031 Q2', technology)).toBeVisible();
	await canvas.focusCard('Decentralized AI Development');
	await canvas.press('Delete');
	await expect(canvas.cards).toHaveCount(13);
	await expect(longview.saveNote).toHaveText(/^Not on disk yet/);

	const again = await host.restart();
	const next = await page.context().newPage();
	await page.close();
	const window = new LongviewPage(next);
	await window.open(again.address);
	const itsCanvas = new CanvasPage(next);
	await window.go('Place');
	await expect(itsCanvas.cardAt(fresh, '2031 Q2', technology)).toBeVisible();
	await expect(itsCanvas.cards).toHaveCount(13);
	await window.saved();
	await next.close();

	await again.kill();
	const third = await again.restart();
	const { window: other, canvas: otherCanvas, close } = await elsewhere(browser, third);
	await other.go('Place');
	await expect(otherCanvas.cardAt(fresh, '2031 Q2', technology)).toBeVisible();
	await expect(otherCanvas.card('Decentralized AI Development')).toHaveCount(0);
	await expect(otherCanvas.cards).toHaveCount(13);
	expect([...window.problems, ...other.problems]).toEqual([]);
	await close();
	await third.stop();
});

test('a card in the hand as the host goes is dropped all the same', async ({ longview, library, canvas, page, host }) => {
	await longview.openSample();
	await longview.saved();
	longview.expectProblem(/ERR_CONNECTION_REFUSED|status of 403/);
	await take(library.card(fresh));
	await host.kill();
	await canvas.moveTo(await canvas.spot('2031 Q2', technology));
	await canvas.drop();
	await expect(canvas.cardAt(fresh, '2031 Q2', technology)).toBeVisible();
	await expect(longview.saveNote).toHaveText(/^Not on disk yet/);
	const again = await host.restart();
	// The old window has no key to the new host, and says what to do.
	await expect(longview.saveNote).toHaveText(/start Longview again/, { timeout: 15_000 });
	await page.goto(again.address);
	await longview.ready();
	await expect(canvas.cardAt(fresh, '2031 Q2', technology)).toBeVisible();
	await longview.saved();
	await again.stop();
});

