import { readFileSync } from 'node:fs';
import type { TestInfo } from 'playwright/test';
import { expect, test } from './fixtures.ts';
import type { LongviewPage } from './pages/LongviewPage.ts';

interface Saved {
	scenarios: { narrative: string; cardIds: string[] }[];
	cards: { id: string; name: string }[];
}

/** What a workshop file would hold of the world that was written, by now. */
async function stored(longview: LongviewPage, info: TestInfo): Promise<{ narrative: string; fedBy: string[] }> {
	const file = JSON.parse(readFileSync(await longview.saveFile(info.outputPath('written.longview')), 'utf8')) as Saved;
	const [scenario] = file.scenarios;
	return {
		narrative: scenario!.narrative.replace(/card:[^)]+/g, 'card:…'),
		fedBy: scenario!.cardIds.map((id) => file.cards.find((card) => card.id === id)!.name),
	};
}

test.beforeEach(async ({ longview, scenarios, page }) => {
	await longview.openSample();
	await longview.go('Scenarios');
	await scenarios.start();
	await page.keyboard.type('Common Ground');
	await page.keyboard.press('Enter');
	await expect(scenarios.narrative).toBeFocused();
});

test('headings, lists, emphasis and links are written by key and by tool, and stored as Markdown', async ({ longview, scenarios, page }, info) => {
	await page.keyboard.type('## Why\nThe price was **paperwork** for');
	await page.keyboard.press('Control+i');
	await page.keyboard.type(' everyone');
	await page.keyboard.press('Control+i');
	await page.keyboard.type('.\n- some left\nmost stayed');
	await page.keyboard.press('Tab');
	await page.keyboard.type('\n');
	await page.keyboard.type('\n\n');
	await page.keyboard.type('See the rules');
	await page.keyboard.press('Control+Shift+ArrowLeft');
	await scenarios.tool('Link').click();
	await page.getByLabel('Address of the link').fill('javascript:alert(1)');
	await page.keyboard.press('Enter');
	await expect(page.getByRole('alert')).toContainText('no web or mail address');
	await page.getByLabel('Address of the link').fill('example.org/rules');
	await page.keyboard.press('Enter');
	await expect(scenarios.narrative).toBeFocused();
	await expect(scenarios.narrative.getByRole('link', { name: 'rules' })).toHaveAttribute('href', 'https://example.org/rules');
	await scenarios.narrative.getByRole('heading').click();
	await expect(scenarios.tool('Smaller heading H2')).toHaveAttribute('aria-pressed', 'true');
	await scenarios.tool('Smallest heading H3').click();
	await expect(scenarios.editor).toContainText('14 words, under a minute to read');
	expect((await stored(longview, info)).narrative).toBe('### Why\n\nThe price was **paperwork** for *everyone*.\n\n- some left\n  - most stayed\n\nSee the [rules](https://example.org/rules)');
	await longview.reload();
	await expect(scenarios.narrative.getByRole('heading', { level: 3 })).toHaveText('Why');
	await expect(scenarios.narrative.getByRole('listitem').last()).toHaveText('most stayed');
});

test('a card named in the text feeds the world in the same step, is a chip with its code, and opens', async ({ longview, scenarios, page }, info) => {
	await page.keyboard.type('Europe runs on models that anyone can open ');
	await page.keyboard.type('@open so');
	await expect(scenarios.offers.first()).toContainText('Open Source Model Availability');
	await page.keyboard.press('Escape');
	await expect(scenarios.offers).toHaveCount(0);
	for (let letters = '@open so'.length; letters > 0; letters--) await page.keyboard.press('Backspace');
	await expect(scenarios.world('Common Ground')).toContainText('anyone can open');
	await scenarios.nameCard('b4', 'Open Source Model Availability');
	await expect(scenarios.named).toHaveText(['B4']);
	await expect(scenarios.named).toHaveAttribute('aria-label', 'Behavior B4: Open Source Model Availability');
	await expect(scenarios.fed).toHaveText([/Open Source Model Availability/]);
	await page.getByRole('button', { name: 'History' }).focus();
	await longview.undo();
	await expect(scenarios.fed).toHaveCount(0);
	await expect(scenarios.named).toHaveCount(0);
	await expect(scenarios.narrative).toContainText('anyone can open');
	await longview.redo();
	await expect(scenarios.named).toHaveText(['B4']);
	const { narrative, fedBy } = await stored(longview, info);
	expect(narrative).toBe('Europe runs on models that anyone can open [B4](card:…)');
	expect(fedBy).toEqual(['Open Source Model Availability']);
	await scenarios.named.click();
	await expect(longview.inspector.getByRole('heading', { name: 'Open Source Model Availability' })).toBeVisible();
});

test('a card is dragged in from those that feed the world, whose order stays', async ({ scenarios, page }) => {
	await page.keyboard.type('Courts choose among makers.');
	await scenarios.feedWith('Ethical Use of AI Models', 'Innovative Model Architecture');
	const [from, to] = [await scenarios.feed('Innovative Model Architecture').boundingBox(), await scenarios.narrative.boundingBox()];
	await page.mouse.move(from!.x + 60, from!.y + from!.height / 2);
	await page.mouse.down();
	await page.mouse.move(to!.x + to!.width - 20, to!.y + 16, { steps: 12 });
	await page.mouse.up();
	await expect(scenarios.named).toHaveText([/^B\d$/]);
	await expect(scenarios.narrative).toHaveText(/^Courts choose among makers\. ?B\d ?$/);
	await expect(scenarios.fed).toHaveText([/Ethical Use of AI Models/, /Innovative Model Architecture/]);
});

test('what is pasted from the web keeps its words and its structure, under the policy of the page', async ({ longview, scenarios }, info) => {
	await scenarios.narrative.evaluate((text) => {
		const data = new DataTransfer();
		data.setData('text/html', '<meta charset="utf-8"><h1 style="color:red">Head</h1><p style="margin:0" onclick="alert(1)">Some <span style="font-weight:700">bold</span> and <a href="https://example.org/">a link</a>, <a href="javascript:alert(2)">no link</a>.</p><ol start="3"><li>three</li></ol><img src="x" onerror="alert(3)"><script>alert(4)</' + 'script>');
		text.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }));
	});
	await expect(scenarios.narrative.getByRole('heading', { level: 1 })).toHaveText('Head');
	await expect(scenarios.narrative.getByRole('img')).toHaveCount(0);
	expect((await stored(longview, info)).narrative).toBe('# Head\n\nSome **bold** and [a link](https://example.org/), no link.\n\n3. three');
});

test('questions stand beside the text, ask about the cards that feed the world, and become headings', async ({ scenarios, page }) => {
	await scenarios.feedWith('Ethical Use of AI Models');
	await scenarios.editor.getByRole('button', { name: 'Questions', exact: true }).click();
	await expect(scenarios.questions.getByRole('listitem')).toHaveCount(12);
	await scenarios.questions.getByRole('button', { name: /^What does C\d make possible\?$/ }).click();
	await expect(scenarios.narrative).toBeFocused();
	await page.keyboard.type('Much.');
	await scenarios.questions.getByRole('button', { name: 'What has stopped working?' }).click();
	await page.keyboard.type('Little.');
	await expect(scenarios.narrative.getByRole('heading', { level: 2 })).toHaveText([/^What does C\d make possible\?$/, 'What has stopped working?']);
	await expect(scenarios.narrative.getByRole('paragraph')).toHaveText(['Much.', 'Little.']);
	await expect(scenarios.questions.getByRole('button', { name: /stopped working\? ?, in the text$/ })).toBeVisible();
	await scenarios.questions.getByRole('button', { name: 'Who pays, and how can they tell?' }).focus();
	await page.keyboard.press('Escape');
	await expect(scenarios.questions).toBeHidden();
});

test('the text has an undo of its own while it is written, and follows that of the workshop', async ({ longview, scenarios, page }) => {
	await page.keyboard.type('One');
	// Stored after a pause, in which the text's own undo ends a step too.
	await expect(scenarios.world('Common Ground')).toContainText('One');
	await page.keyboard.press('Control+b');
	await page.keyboard.type('two');
	await longview.undo();
	await expect(scenarios.narrative).toHaveText('One');
	await longview.redo();
	await expect(scenarios.world('Common Ground')).toContainText('Onetwo');
	await page.getByRole('button', { name: 'History' }).focus();
	await longview.undo();
	await expect(scenarios.narrative).not.toHaveText('Onetwo');
	await longview.redo();
	await expect(scenarios.narrative).toHaveText('Onetwo');
});
