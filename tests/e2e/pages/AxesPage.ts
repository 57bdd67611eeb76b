/** The Axes step and the worlds that stand between the axes. */
import { expect, type Locator, type Page } from 'playwright/test';

export type AxisName = 'across' | 'upwards';

export class AxesPage {
	readonly page: Page;
	constructor(page: Page) {
		this.page = page;
	}

	get map(): Locator {
		return this.page.getByRole('group', { name: 'Map of impact and uncertainty' });
	}
	/** A card on the map, by its name. */
	token(name: string): Locator {
		return this.map.getByRole('button', { name: new RegExp(`${name}`) });
	}
	get table(): Locator {
		return this.page.getByRole('region', { name: 'Table of impact and uncertainty' });
	}
	row(name: string): Locator {
		return this.table.getByRole('row').filter({ hasText: name });
	}
	get detail(): Locator {
		return this.page.getByRole('region', { name: 'Selected card' });
	}
	get critical(): Locator {
		return this.page.getByRole('region', { name: 'Critical uncertainties' });
	}
	get axes(): Locator {
		return this.page.getByRole('region', { name: 'The two axes' });
	}
	axis(name: AxisName): Locator {
		return this.axes.getByRole('group', { name: `Axis ${name}` });
	}
	/** @param name of the card, as a list shows it without its code. */
	async choose(axis: AxisName, name: string): Promise<void> {
		const list = this.axes.getByLabel(`Card of the axis ${axis}`);
		const label = await list.getByRole('option', { name: new RegExp(name), includeHidden: true }).innerText();
		await list.selectOption({ label: label.trim() });
		await expect(this.axes.locator('b').filter({ hasText: name })).toBeVisible();
	}
	async name(ends: { left: string; right: string; lower: string; upper: string }): Promise<void> {
		for (const [end, text] of [['Left', ends.left], ['Right', ends.right], ['Lower', ends.lower], ['Upper', ends.upper]] as const) {
			await this.axes.getByLabel(`${end} end`).fill(text);
			await this.axes.getByLabel(`${end} end`).press('Enter');
		}
	}
	get verdict(): Locator {
		return this.page.getByRole('status').filter({ hasText: /rank correlation|Not computed/ });
	}
	get otherPairs(): Locator {
		return this.page.getByRole('region', { name: 'Other pairs' });
	}

	/** A quadrant, horizon or part of the cone, by its name. */
	seat(name: string | RegExp): Locator {
		return this.page.getByRole('region', { name: 'Scenarios' }).getByRole('group', { name });
	}
	get outside(): Locator {
		return this.page.getByRole('region', { name: 'Outside of these' });
	}
	/** The card of a world, wherever it stands. */
	world(title: string): Locator {
		return this.page.locator('[data-world]').filter({ hasText: title });
	}
	async nameWorld(seat: string | RegExp, title: string): Promise<void> {
		await this.seat(seat).getByRole('button', { name: 'Name this world' }).click();
		const field = this.page.getByRole('complementary', { name: 'Scenario' }).getByLabel('Name of the scenario');
		await expect(field).toBeFocused();
		await this.page.keyboard.type(title);
		await expect(this.world(title)).toBeVisible();
	}
	async send(title: string, seat: string | RegExp): Promise<void> {
		await this.page.getByRole('button', { name: `Place of “${title}”` }).click();
		await this.page.getByRole('menuitemradio', { name: seat }).click();
	}
	async chooseLogic(name: 'Two axes' | 'Three Horizons' | 'Futures cone' | 'Free'): Promise<void> {
		await this.page.getByRole('button', { name: /^Logic:/ }).click();
		await this.page.getByRole('menuitemradio', { name: new RegExp(`^${name}`) }).click();
		await expect(this.page.getByRole('button', { name: `Logic: ${name}` })).toBeVisible();
	}
}
