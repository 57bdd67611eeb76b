import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';
import type { AxeResults } from 'axe-core';
import type { Browser, Page } from 'playwright/test';
import { longviewCommand } from './commandLine.ts';
import { expect, test } from './fixtures.ts';
import { OtherFormatsPage, type FormatName } from './pages/OtherFormatsPage.ts';
import { openRevealed } from './revealedWorkshop.ts';

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** As from a memory stick on a computer without a network: whatever is asked for beside the page itself is written down. */
async function openOffline(browser: Browser, path: string, colorScheme: 'light' | 'dark', viewport = { width: 1440, height: 900 }): Promise<{ page: Page; asked: string[]; problems: string[] }> {
	const context = await browser.newContext({ offline: true, colorScheme, viewport });
	// The page's own policy takes no script; the checker comes from outside of it.
	await context.addInitScript(axeSource);
	const page = await context.newPage();
	const [asked, problems]: [string[], string[]] = [[], []];
	const own = pathToFileURL(path).href;
	await page.route('**/*', async (route) => {
		const url = route.request().url();
		if (url === own) return route.continue();
		asked.push(url);
		return route.abort();
	});
	page.on('console', (message) => ['error', 'warning'].includes(message.type()) && problems.push(message.text()));
	await page.goto(own);
	return { page, asked: asked.filter((url) => !url.startsWith('data:')), problems };
}

const votes = (values: number[]) => ({ relevancy: values, impact: values.toReversed() });

test('everything as one page opens from a file with nothing else, and every code leads to its card', async ({ longview, report, page, browser }, info) => {
	await openRevealed(longview, info.outputPath('room.longview'), [{ title: 'First', criteria: ['relevancy', 'impact'], votes: { 'Ethical Use of AI Models': votes([5, 4, 5, 4]), 'Open Source AI Models': votes([1, 5, 1, 5]) } }]);
	await longview.go('Report');
	await expect(report.panel).toBeVisible();
	const path = info.outputPath('page.html');
	const download = await new OtherFormatsPage(page).save('Web page', path);
	expect(download.suggestedFilename()).toBe('Who shapes AI in Europe (copy).html');
	for (const scheme of ['light', 'dark'] as const) {
		const { page: saved, asked, problems } = await openOffline(browser, path, scheme);
		await expect(saved.getByRole('heading', { level: 1 })).toHaveText('Who shapes AI in Europe (copy)');
		await expect(saved.getByRole('heading', { name: 'What the room thinks' })).toBeAttached();
		const links = await saved.evaluate(() => [...document.querySelectorAll<HTMLAnchorElement>('a.card')].map((link) => [link.textContent.trim(), document.querySelector(link.getAttribute('href')!)?.textContent.trim().slice(0, link.textContent.trim().length)] as const));
		expect(links.length).toBeGreaterThan(20);
		for (const [code, entry] of links) expect(entry).toBe(code);
		const violations = await saved.evaluate(async () => {
			const { axe } = window as unknown as { axe: { run(context: Document, options: object): Promise<AxeResults> } };
			return (await axe.run(document, { resultTypes: ['violations'] })).violations.flatMap(({ id, nodes }) => nodes.slice(0, 3).map(({ html, any, all, none }) => `${id}: ${html.slice(0, 140)} ${any.concat(all, none)[0]?.message ?? ''}`));
		});
		expect(violations, scheme).toEqual([]);
		expect([asked, problems]).toEqual([[], []]);
		await saved.context().close();
	}
	const { page: small } = await openOffline(browser, path, 'light', { width: 390, height: 844 });
	expect(await small.evaluate(() => document.documentElement.scrollWidth), 'nothing is wider than a phone but what scrolls by itself').toBe(390);
	await small.context().close();
});

const others: [FormatName, string, string][] = [
	['Excel workbook', 'Who shapes AI in Europe, ranked.xlsx', 'PK'], ['CSV table', 'Who shapes AI in Europe, ranked.csv', '\uFEFF'], ['Word document', 'Who shapes AI in Europe, scenarios.docx', 'PK'], ['Markdown', 'Who shapes AI in Europe, scenarios.md', '---'],
];

test('tables and scenarios are saved from the Report step, and the screen says as what', async ({ longview, page }, info) => {
	await longview.openSample();
	await longview.go('Report');
	const formats = new OtherFormatsPage(page);
	for (const [name, file, begins] of others) {
		const path = info.outputPath(file);
		expect((await formats.save(name, path)).suggestedFilename()).toBe(file);
		expect(readFileSync(path, 'utf8').startsWith(begins)).toBe(true);
	}
	await formats.panel.getByRole('button', { name: 'Go there' }).click();
	await expect(longview.step('Place')).toHaveAttribute('aria-current', 'step');
	await expect(page.getByRole('button', { name: 'Picture of the canvas' })).toBeVisible();
});

test('longview export writes every format of a workshop file, in the language that is asked for, and says why it cannot', async ({ longview }, info) => {
	await longview.openSample();
	await longview.saved();
	const file = await longview.saveFile(info.outputPath('room.longview'));
	for (const [format, begins] of [['csv', '\uFEFFCode;'], ['xlsx', 'PK'], ['md', '---'], ['docx', 'PK'], ['html', '<!doctype html>\n<html lang="de"']] as const) {
		const path = info.outputPath(`out.${format}`);
		expect(await longviewCommand('export', file, '--format', format, '--language', 'de', '-o', path)).toMatchObject({ code: 0, out: '' });
		expect(readFileSync(path, 'utf8').startsWith(begins), format).toBe(true);
	}
	const refused = await longviewCommand('export', file, '--format', 'exe', '-o', info.outputPath('x'));
	expect(refused.code).not.toBe(0);
	expect(refused.err).toContain('csv, xlsx, md, docx or html');
});
