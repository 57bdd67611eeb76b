/** The futures wheel of the Scenarios step: the wheel, and the list that says the same. */
import { expect, type Locator, type Page } from 'playwright/test';
import type { LongviewPage } from './LongviewPage.ts';

export class WheelPage {
	readonly page: Page;
	constructor(page: Page) {
		this.page = page;
	}

	async open(longview: LongviewPage): Promise<void> {
		await longview.go('Scenarios');
		await this.page.getByRole('tab', { name: 'Futures wheel' }).click();
	}
	/** What the wheel is about, from the first screen or from the heading. */
	async about(name: string | RegExp): Promise<void> {
		const heading = this.page.getByRole('heading', { name: /^What follows from/ });
		await expect(heading.or(this.page.getByRole('heading', { name: /^Ask what follows/ }))).toBeVisible();
		if (await heading.isVisible()) await heading.getByRole('button').click();
		await this.page.getByRole('tabpanel').getByRole('button', { name }).last().click();
		await expect(heading).toContainText(name);
	}

	get list(): Locator {
		return this.page.getByRole('complementary', { name: 'Consequences' });
	}
	/** The rows of the list, in order, as fields. */
	get rows(): Locator {
		return this.list.getByRole('textbox');
	}
	/** Each row with its order: "1 Trust is sold". */
	async expectRows(...expected: string[]): Promise<void> {
		await expect
			.poll(() => this.rows.evaluateAll((fields) => fields.map((field) => `${{ First: 1, Second: 2, Third: 3 }[field.getAttribute('aria-label')!.split(' ')[0]!] ?? 'new'} ${(field as HTMLTextAreaElement).value}`)))
			.toEqual(expected);
	}
	/** Goes to the row that says this, as a click does. */
	async goTo(text: string): Promise<Locator> {
		const at = await this.rows.evaluateAll((fields, wanted) => fields.findIndex((field) => (field as HTMLTextAreaElement).value === wanted), text);
		const row = this.rows.nth(at);
		await row.click();
		await this.page.keyboard.press('End');
		return row;
	}
	async begin(): Promise<void> {
		await this.list.getByRole('button', { name: /^(Add a first consequence|Add)$/ }).first().click();
		await expect(this.list.getByLabel(/^New consequence/)).toBeFocused();
	}

	get picture(): Locator {
		return this.page.getByRole('img', { name: /^Futures wheel/ });
	}
	/** A consequence on the wheel. */
	node(text: string): Locator {
		return this.picture.locator('[data-consequence]').filter({ hasText: text });
	}
	/** The field on the wheel itself. */
	get inPlace(): Locator {
		return this.page.getByRole('textbox', { name: 'What follows', exact: true });
	}
	/** Every text's box on the wheel, in pixels. */
	async boxes(): Promise<{ x: number; y: number; width: number; height: number }[]> {
		return this.picture.locator('[data-consequence] > rect').evaluateAll((rects) => rects.map((rect) => (({ x, y, width, height }) => ({ x, y, width, height }))(rect.getBoundingClientRect())));
	}
}
