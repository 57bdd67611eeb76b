/** The Report step: what the report will hold, and its export. */
import { expect, type Download, type Locator, type Page } from 'playwright/test';

export class ReportPage {
	readonly page: Page;
	constructor(page: Page) {
		this.page = page;
	}

	get panel(): Locator {
		return this.page.getByRole('complementary', { name: 'Export' });
	}
	get exportButton(): Locator {
		return this.panel.getByRole('button', { name: 'Export PDF' });
	}
	async choosePageSize(size: 'A4' | 'Letter'): Promise<void> {
		const button = this.panel.getByRole('group', { name: 'Page size' }).getByRole('button', { name: size });
		await button.click();
		await expect(button).toHaveAttribute('aria-pressed', 'true');
	}
	async export(path: string): Promise<Download> {
		const [download] = await Promise.all([this.page.waitForEvent('download'), this.exportButton.click()]);
		await download.saveAs(path);
		await expect(this.panel.getByText(/^Downloaded /)).toBeVisible();
		return download;
	}
	/** The next export is cancelled as soon as it can be: a report is drawn before a hand from outside comes to the button. */
	async cancelAtOnce(): Promise<void> {
		await this.panel.evaluate((panel) => {
			const observer = new MutationObserver(() => {
				const button = [...panel.querySelectorAll('button')].find(({ textContent }) => textContent.trim() === 'Cancel');
				if (!button) return;
				observer.disconnect();
				button.click();
			});
			observer.observe(panel, { childList: true, subtree: true });
		});
	}
	/** What the export has to say of the report it made. */
	get notes(): Locator {
		return this.panel.getByRole('listitem');
	}
	get look(): Locator {
		return this.panel.getByRole('region', { name: 'How it looks' });
	}
	get sections(): Locator {
		return this.page.getByRole('region', { name: 'Report', exact: true }).getByRole('main');
	}
	/** The names of the sections that can be moved, in their order. */
	order(): Promise<string[]> {
		return this.sections.locator('[data-order-id] h2').allInnerTexts();
	}
	get pages(): Locator {
		return this.page.getByRole('region', { name: 'Pages of the report' });
	}
	/** Brings the first page of a section into sight, once it is drawn. */
	async showSection(title: string): Promise<void> {
		await expect(this.section(title)).toContainText(/page\s*\d+/);
		await this.section(title).getByRole('button', { name: title, exact: true }).click();
	}
	/** A page as it is drawn, by the words with which it is announced. */
	shownPage(page: number): Locator {
		return this.pages.getByRole('img', { name: new RegExp(`^Page ${page} of`) });
	}
	/** Which drawing the page in sight is of; 0 before there is any. */
	async drawing(): Promise<number> {
		return Number((await this.pages.getByRole('img').first().getAttribute('data-drawing')) ?? 0);
	}
	/** Does something, and waits until the pages in sight are those of a later drawing. */
	async redrawn(act: () => Promise<unknown>): Promise<void> {
		const before = (await this.pages.getByRole('img').count()) === 0 ? 0 : await this.drawing();
		await act();
		await expect.poll(async () => ((await this.pages.getByRole('img').count()) === 0 ? 0 : this.drawing()), { timeout: 30_000 }).toBeGreaterThan(before);
	}
	/** The share of a page's picture that is inked. */
	ink(page: number): Promise<number> {
		return this.shownPage(page).evaluate((canvas: HTMLCanvasElement) => {
			const copy = new OffscreenCanvas(canvas.width, canvas.height).getContext('2d')!;
			copy.drawImage(canvas, 0, 0);
			const { data } = copy.getImageData(0, 0, canvas.width, canvas.height);
			let dark = 0;
			for (let at = 0; at < data.length; at += 4) if (data[at]! + data[at + 1]! + data[at + 2]! < 300) dark++;
			return (dark * 4) / data.length;
		});
	}
	/** A section of the report, as the screen announces it. */
	section(title: string): Locator {
		return this.page.getByRole('region', { name: 'Report' }).getByRole('main').getByRole('listitem').filter({ has: this.page.getByRole('heading', { name: title, exact: true }) });
	}
}
