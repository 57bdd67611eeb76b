/** Cross-impact balance on the Axes step: drivers, judgements, and the worlds that hold. */
import { expect, type Locator, type Page } from 'playwright/test';
import type { LongviewPage } from './LongviewPage.ts';

export class CrossImpactPage {
	readonly page: Page;
	constructor(page: Page) {
		this.page = page;
	}

	async open(longview: LongviewPage): Promise<void> {
		await longview.go('Axes');
		await this.page.getByRole('tab', { name: 'Cross-impact balance' }).click();
		await expect(this.view).toBeVisible();
	}
	get view(): Locator {
		return this.page.getByRole('region', { name: 'Cross-impact balance' });
	}
	async part(name: 'Drivers' | 'Judgements' | 'Worlds that hold'): Promise<void> {
		const button = this.view.getByRole('button', { name, exact: true });
		await button.click();
		await expect(button).toHaveAttribute('aria-pressed', 'true');
	}

	get drivers(): Locator {
		return this.view.getByRole('article');
	}
	driver(name: string): Locator {
		return this.view.getByRole('article', { name, exact: true });
	}
	/** By hand, typed through with Enter as a person would. */
	async addDriver(name: string, states: readonly string[]): Promise<void> {
		const before = await this.drivers.count();
		await this.view.getByRole('button', { name: /^(Add a driver|A driver by hand)$/ }).first().click();
		await expect(this.drivers).toHaveCount(before + 1);
		await expect(this.view.getByLabel(`Name of driver ${before + 1}`)).toBeFocused();
		await this.page.keyboard.type(name);
		for (const [at, state] of states.entries()) {
			await this.page.keyboard.press('Enter');
			await expect(this.drivers.nth(before).getByLabel(new RegExp(`^State ${at + 1} of`))).toBeFocused();
			await this.page.keyboard.type(state);
		}
		// Leaving the field keeps what is in it.
		await this.drivers.nth(before).getByLabel(/^Name of/).focus();
		await expect(this.driver(name)).toBeVisible();
	}

	get grid(): Locator {
		return this.view.getByRole('grid', { name: 'Judgements' });
	}
	/** A cell by what it says or asks. */
	cell(sentence: string | RegExp): Locator {
		return this.grid.getByRole('gridcell', { name: sentence });
	}
	/** The cell that has the focus. */
	get active(): Locator {
		return this.grid.locator('td:focus');
	}
	get bar(): Locator {
		return this.view.getByRole('complementary', { name: 'The judgement' });
	}

	get consistent(): Locator {
		return this.view.getByRole('complementary', { name: 'Consistent worlds' });
	}
	/** Each consistent set of states as "driver state, …". */
	get found(): Locator {
		return this.consistent.locator('ol > li');
	}
	async setState(driver: string, world: string, state: string): Promise<void> {
		await this.view.getByLabel(`${driver} in ${world}`).selectOption({ label: state });
	}
	balance(world: string): Locator {
		return this.view.getByRole('region', { name: `Balance of ${world}` });
	}
}
