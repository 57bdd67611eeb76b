/** The other ways out, in the Report step: a list of formats, each saved by its own button. */
import { expect, type Download, type Locator, type Page } from 'playwright/test';

export type FormatName = 'Web page' | 'Excel workbook' | 'CSV table' | 'Word document' | 'Markdown';

export class OtherFormatsPage {
	readonly page: Page;
	constructor(page: Page) {
		this.page = page;
	}

	get panel(): Locator {
		return this.page.getByRole('region', { name: 'Other formats' });
	}
	button(name: FormatName): Locator {
		return this.panel.getByRole('button', { name: `Save ${name}` });
	}
	async save(name: FormatName, path: string): Promise<Download> {
		const [download] = await Promise.all([this.page.waitForEvent('download'), this.button(name).click()]);
		await download.saveAs(path);
		await expect(this.panel.getByText(`Saved as ${download.suggestedFilename()}`)).toBeVisible();
		return download;
	}
}
