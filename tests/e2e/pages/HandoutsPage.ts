/** The handouts of the Report step: how they are printed, and each with its button. */
import { expect, type Download, type Locator, type Page } from 'playwright/test';

export class HandoutsPage {
	readonly page: Page;
	constructor(page: Page) {
		this.page = page;
	}

	get section(): Locator {
		return this.page.getByRole('dialog', { name: 'Handouts' });
	}
	async open(): Promise<void> {
		await this.page.getByRole('complementary', { name: 'Export' }).getByRole('button', { name: 'Handouts…' }).click();
		await expect(this.section).toBeVisible();
	}
	handout(title: string): Locator {
		return this.section.getByRole('listitem').filter({ has: this.page.getByRole('heading', { name: title, exact: true }) });
	}
	async choosePaper(size: 'A4' | 'Letter'): Promise<void> {
		const button = this.section.getByRole('group', { name: 'Paper' }).getByRole('button', { name: size });
		await button.click();
		await expect(button).toHaveAttribute('aria-pressed', 'true');
	}
	async inLargePrint(): Promise<void> {
		await this.section.getByRole('checkbox', { name: /^Large print/ }).check();
	}
	async choosePoster(size: string, tiled: boolean): Promise<void> {
		await this.handout('Wall poster').getByRole('button', { name: size, exact: true }).click();
		await this.handout('Wall poster').getByRole('checkbox', { name: /^In sheets of/ }).setChecked(tiled);
	}
	async chooseRound(title: string): Promise<void> {
		await this.handout('Paper ballot').getByRole('combobox', { name: 'Round' }).selectOption({ label: title });
	}
	async save(title: string, path: string): Promise<Download> {
		const [download] = await Promise.all([this.page.waitForEvent('download'), this.handout(title).getByRole('button', { name: 'Save PDF' }).click()]);
		await download.saveAs(path);
		await expect(this.handout(title).getByText(/^Downloaded /)).toBeVisible();
		return download;
	}
}
