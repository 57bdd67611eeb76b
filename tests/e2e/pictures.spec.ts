import { readFileSync } from 'node:fs';
import type { Locator, Page } from 'playwright/test';
import { expect, test } from './fixtures.ts';
import { BigScreenPage } from './pages/BigScreenPage.ts';
import type { LongviewPage } from './pages/LongviewPage.ts';

const [dominance, regulation, made] = ['Market Dominance and Competition', 'AI Regulation and Governance', 'AI systems designed to create content'] as const;

const dialogOf = (page: Page): Locator => page.getByRole('dialog', { name: 'Picture of the canvas' });
async function open(page: Page): Promise<Locator> {
	await page.getByRole('button', { name: 'Picture of the canvas' }).click();
	await expect(dialogOf(page).getByRole('img', { name: /^Preview/ })).toBeVisible();
	return dialogOf(page);
}
async function saved(longview: LongviewPage, dialog: Locator, format: 'SVG' | 'PNG'): Promise<{ name: string; bytes: Buffer }> {
	const download = await longview.download(() => dialog.getByRole('button', { name: `Save as ${format}` }).click());
	await expect(dialog.getByText(`Downloaded as ${download.suggestedFilename()}.`)).toBeVisible();
	return { name: download.suggestedFilename(), bytes: readFileSync(await download.path()) };
}
/** What a program that opens the file finds in it. */
async function read(page: Page, svg: Buffer) {
	// Elsewhere: Longview's own window parses no markup at all.
	const elsewhere = await page.context().newPage();
	const found = await elsewhere.evaluate((source) => {
		const { documentElement: root } = new DOMParser().parseFromString(source, 'image/svg+xml');
		const words = (selector: string) => [...root.querySelectorAll(selector)].map((element) => element.textContent ?? '');
		return {
			isSvg: root.nodeName === 'svg', title: words(':scope > title')[0], description: words(':scope > desc')[0], texts: words('text'), cards: words('g[data-card] > title'),
			active: root.querySelectorAll('script, image, use, foreignObject, style, a').length, paper: root.querySelector('rect')?.getAttribute('fill'),
		};
	}, svg.toString());
	await elsewhere.close();
	return found;
}
/** Width and height from the head of a PNG. */
const sizeOf = (png: Buffer) => [png.readUInt32BE(16), png.readUInt32BE(20)] as const;

test.beforeEach(async ({ longview }) => longview.openSample());

test('everything as an SVG that stands by itself: question, years, lanes, every card with code and name, and what the signs mean', async ({ longview, page }) => {
	const { name, bytes } = await saved(longview, await open(page), 'SVG');
	expect(name).toBe('Who shapes AI in Europe.svg');
	const svg = await read(page, bytes);
	expect(svg).toMatchObject({ isSvg: true, active: 0, title: 'Who will shape AI in Europe by 2036, and on whose terms?' });
	expect(svg.cards).toHaveLength(13);
	expect(svg.cards).toContainEqual(expect.stringMatching(new RegExp(`^Concern C\\d, ${dominance}, 2032 Q1, Markets & capital`)));
	expect(svg.description).toContain('Lanes from the top: Policy & law, Markets & capital');
	for (const text of ['2026', '2036', 'Policy & law', 'C3', 'Regulation', 'Issue', '4 milestones in documents before 2026', 'No cards. What is the room not seeing?']) expect(svg.texts.join(' ')).toContain(text);
	expect(svg.texts.join(' ')).toMatch(/Today, \d+ \w+ 20\d\d/);
	expect(bytes.toString().replaceAll('http://www.w3.org/2000/svg', '')).not.toMatch(/https?:|url\((?!#clip)/);
});

test('a selection as a PNG, twice as fine as on the screen; Control, Shift and E opens it', async ({ longview, canvas, page }) => {
	await canvas.focusCard(regulation);
	await canvas.press('Enter');
	await canvas.card(dominance).click({ modifiers: ['Shift'], position: { x: 60, y: 20 } });
	await page.keyboard.press('Control+Shift+E');
	const dialog = dialogOf(page);
	await expect(dialog.getByRole('radio', { name: /^The selection/ })).toBeChecked();
	const svg = await read(page, (await saved(longview, dialog, 'SVG')).bytes);
	expect(svg.cards).toHaveLength(2);
	expect(svg.texts).not.toContain('Environment');
	const note = (await dialog.getByText(/; as PNG/).innerText()).replaceAll(',', '');
	const [, width, height] = /as PNG (\d+) × (\d+)/.exec(note)!.map(Number) as [number, number, number];
	const { name, bytes } = await saved(longview, dialog, 'PNG');
	expect(name).toBe('Who shapes AI in Europe, selection.png');
	expect(sizeOf(bytes)).toEqual([width, height]);
	const { width: seen } = (await dialog.getByRole('img', { name: /^Preview/ }).boundingBox())!;
	expect(width).toBeGreaterThan(2 * seen);
});

test('what is in sight is what the canvas shows, and no more', async ({ longview, canvas, page }) => {
	await canvas.focusCard(dominance);
	await canvas.press('+', '+', '+', '+');
	const dialog = await open(page);
	await dialog.getByRole('radio', { name: /^What is in sight/ }).check();
	const svg = await read(page, (await saved(longview, dialog, 'SVG')).bytes);
	expect(svg.cards.length).toBeGreaterThan(0);
	expect(svg.cards.length).toBeLessThan(13);
	expect(svg.texts.join(' ')).toContain(`${svg.cards.length} of 13 cards`);
	expect(svg.cards.join()).not.toContain(made);
});

test('it is light for paper whatever the screen is, and as the screen when that is wanted', async ({ longview, page }) => {
	await longview.chooseTheme('Dark');
	const dialog = await open(page);
	const paper = await read(page, (await saved(longview, dialog, 'SVG')).bytes);
	expect(paper.paper).toMatch(/^#fff(fff)?$/i);
	await dialog.getByRole('radio', { name: /^As on this screen/ }).check();
	const dark = await read(page, (await saved(longview, dialog, 'SVG')).bytes);
	expect(dark.paper).not.toMatch(/^#fff(fff)?$/i);
});

test('what the room said is in it once it is revealed, and not before', async ({ longview, vote, page }) => {
	await longview.go('Vote');
	await vote.prepare([dominance], 2);
	await vote.openRound();
	await vote.passRound();
	await vote.voteAs([2]);
	await vote.voteAs([2]);
	await vote.backToFacilitator();
	const picture = async () => {
		await longview.go('Place');
		const dialog = await open(page);
		const svg = await read(page, (await saved(longview, dialog, 'SVG')).bytes);
		await page.keyboard.press('Escape');
		return svg.texts;
	};
	const before = await picture();
	expect(before).not.toContain('2');
	expect(before.join()).not.toContain('median');
	await longview.go('Vote');
	await vote.closeAndReveal();
	expect(await picture()).toEqual(expect.arrayContaining(['2', 'the room’s median, agreed']));
});

test('a copy is on the clipboard as a picture; a refusal is a sentence', async ({ page, context }) => {
	await context.grantPermissions(['clipboard-read', 'clipboard-write']);
	const dialog = await open(page);
	await dialog.getByRole('button', { name: 'Copy' }).click();
	await expect(dialog.getByText('The picture is on the clipboard.')).toBeVisible();
	const bytes = await page.evaluate(async () => {
		const [item] = await navigator.clipboard.read();
		const blob = await item!.getType('image/png');
		return [...new Uint8Array(await blob.slice(0, 8).arrayBuffer())];
	});
	expect(bytes).toEqual([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
	await page.evaluate(() => {
		navigator.clipboard.write = () => Promise.reject(new DOMException('Write permission denied.', 'NotAllowedError'));
	});
	await dialog.getByRole('button', { name: 'Copy' }).click();
	await expect(dialog.getByRole('alert')).toContainText('The picture was not copied.');
});

test('hidden cards are not in it, and how many there are is said', async ({ longview, canvas, page }) => {
	await canvas.choose(dominance, 'Hide');
	const svg = await read(page, (await saved(longview, await open(page), 'SVG')).bytes);
	expect(svg.cards).toHaveLength(12);
	expect(svg.texts.join(' ')).toContain('12 cards, 1 hidden');
});

test('clusters, influences, notes, horizons and overlays are in it, and notes to self are in no picture and on no wall', async ({ longview, canvas, structure, page }) => {
	await canvas.focusCard('Ethical Use of AI Models');
	await canvas.press('2', 'g');
	await structure.nameCluster('Ethics first');
	await structure.drawFrom(canvas.card('Regulatory Challenges'), canvas.card(dominance));
	await structure.judge(/^−3/);
	await page.keyboard.press('Escape');
	for (const [text, isToSelf] of [['Ask the ministry', true], ['Read the act', false]] as const) {
		await canvas.focusCard('Ethical Use of AI Models');
		await canvas.press('s');
		await page.keyboard.type(text);
		await page.keyboard.press('Control+Enter');
		if (!isToSelf) continue;
		await structure.note(text).click({ button: 'right' });
		await page.getByRole('menuitemcheckbox', { name: /^Note to self/ }).click();
	}
	for (const name of ['Horizons', 'Cone'] as const) await structure.overlay(name).click();
	const { bytes } = await saved(longview, await open(page), 'SVG');
	const { texts } = await read(page, bytes);
	for (const text of ['Ethics first', '−3', 'H2', 'Read the act', 'H3 emerging', 'plausible']) expect(texts).toContain(text);
	expect(bytes.toString()).not.toContain('Ask the ministry');
	expect(bytes.toString()).toMatch(new RegExp(`<title>C\\d, Regulatory Challenges, inhibits C\\d, ${dominance}, strength −3</title>`));
	await page.keyboard.press('Escape');
	const screen = await BigScreenPage.open(page, () => page.keyboard.press('F5'));
	await expect(screen.card(dominance)).toHaveCount(1);
	expect(await screen.everything()).not.toContain('Ask the ministry');
});
