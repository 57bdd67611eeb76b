/** The screen that asks what a table's columns mean. */
import { expect, type Locator, type Page } from 'playwright/test';

export class MappingPage {
	readonly page: Page;
	constructor(page: Page) {
		this.page = page;
	}

	get dialog(): Locator {
		return this.page.getByRole('dialog', { name: /What do the columns mean|Make cards of a list/ });
	}
	field(label: string): Locator {
		return this.dialog.getByRole('combobox', { name: label, exact: true });
	}
	/** What the field's select shows. */
	async chosen(label: string): Promise<string> {
		return this.field(label).evaluate((select: HTMLSelectElement) => select.selectedOptions[0]?.label ?? '');
	}
	get said(): Locator {
		return this.dialog.getByRole('status');
	}
	get preview(): Locator {
		return this.dialog.getByRole('list', { name: 'Preview' }).getByRole('listitem');
	}
	get headerRow(): Locator {
		return this.dialog.getByRole('checkbox', { name: /names the columns/ });
	}
	async make(verb: string | RegExp): Promise<void> {
		await this.dialog.getByRole('button', { name: verb }).click();
		await expect(this.dialog).toBeHidden();
	}
}
