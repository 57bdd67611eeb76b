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
	/** What the export has to say of the report it made. */
	get notes(): Locator {
		return this.panel.getByRole('listitem');
	}
	/** A section of the report, as the screen announces it. */
	section(title: string): Locator {
		return this.page.getByRole('region', { name: 'Report' }).getByRole('main').getByRole('listitem').filter({ has: this.page.getByRole('heading', { name: title, exact: true }) });
	}
}
