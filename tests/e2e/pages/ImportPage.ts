/** What a window shows of an import: how far it is, what it brought, and the notes on single files. */
import { expect, type Locator, type Page } from 'playwright/test';

export class ImportPage {
	readonly page: Page;
	constructor(page: Page) {
		this.page = page;
	}

	get progress(): Locator {
		return this.page.getByRole('progressbar', { name: 'Documents read' });
	}
	get summary(): Locator {
		return this.page.getByRole('status').getByRole('region', { name: 'Import' });
	}
	get stop(): Locator {
		return this.page.getByRole('region', { name: 'Import' }).getByRole('button', { name: 'Stop' });
	}
	/** What the import says of a file, in the notes. */
	get notes(): Locator {
		return this.page.getByRole('dialog').getByRole('listitem');
	}
	async readNotes(): Promise<void> {
		await this.summary.getByRole('button', { name: /^Read \d+ note/ }).click();
		await expect(this.page.getByRole('dialog')).toBeVisible();
	}
	async close(): Promise<void> {
		await this.summary.getByRole('button', { name: 'Close' }).click();
		await expect(this.summary).toBeHidden();
	}
}
