/** The Frame step: the question, the base year and the lanes. */
import { expect, type Locator, type Page } from 'playwright/test';

export class FramePage {
	readonly page: Page;
	constructor(page: Page) {
		this.page = page;
	}

	get title(): Locator {
		return this.page.getByRole('textbox', { name: 'Title of the workshop' });
	}
	get question(): Locator {
		return this.page.getByRole('textbox', { name: 'Scoping question' });
	}
	get baseYear(): Locator {
		return this.page.getByRole('spinbutton', { name: 'Base year' });
	}
	lane(number: number): Locator {
		return this.page.getByLabel(`Name of lane ${number}`, { exact: true });
	}
	/** The lanes' names, from top to bottom. */
	async expectLanes(...names: string[]): Promise<void> {
		const fields = this.page.getByLabel(/^Name of lane/);
		await expect(fields).toHaveCount(names.length);
		for (const [index, name] of names.entries()) await expect(fields.nth(index)).toHaveValue(name);
	}
	async setBaseYear(year: number): Promise<void> {
		await this.baseYear.fill(String(year));
		await this.baseYear.press('Enter');
	}
	/** By the button in the bar: in a field the keys are the field's. */
	async undo(): Promise<void> {
		await this.page.getByRole('banner').getByRole('button', { name: /^Undo/ }).click();
	}
}
