/** The Signposts step: the watch list, the wind tunnel and the way back. */
import { expect, type Locator, type Page } from 'playwright/test';
import type { LongviewPage } from './LongviewPage.ts';

export class SignpostPage {
	readonly page: Page;
	constructor(page: Page) {
		this.page = page;
	}

	async open(longview: LongviewPage, part: 'Signposts' | 'Wind tunnel' | 'Way back'): Promise<void> {
		await longview.go('Signposts');
		await this.page.getByRole('tab', { name: part }).click();
		await expect(this.page.getByRole('tab', { name: part })).toHaveAttribute('aria-selected', 'true');
	}

	get list(): Locator {
		return this.page.getByRole('region', { name: 'Signposts' });
	}
	/** Lines of the watch list, in their order. */
	get rows(): Locator {
		return this.list.getByRole('listitem').getByRole('button');
	}
	row(title: string): Locator {
		return this.rows.filter({ hasText: title }).first();
	}
	get editor(): Locator {
		return this.page.getByRole('complementary', { name: 'Signpost' });
	}
	field(label: string): Locator {
		return this.editor.getByLabel(label, { exact: true });
	}
	async write(label: string, text: string): Promise<void> {
		await this.field(label).fill(text);
		await this.field(label).blur();
	}
	async point(world: string, how: 'Towards' | 'Neither' | 'Away'): Promise<void> {
		const group = this.editor.getByRole('radiogroup', { name: `Seeing it points, as to ${world}` });
		await group.getByText(how, { exact: true }).click();
		await expect(group.getByRole('radio', { name: how })).toBeChecked();
	}
	async show(chip: string | RegExp): Promise<void> {
		await this.page.getByRole('group', { name: 'Signposts about' }).getByRole('button', { name: chip }).click();
	}
	get carry(): Locator {
		return this.page.getByRole('dialog', { name: 'Take over a watch list' });
	}
}

export class WindTunnelPage {
	readonly page: Page;
	constructor(page: Page) {
		this.page = page;
	}

	get grid(): Locator {
		return this.page.getByRole('grid', { name: 'Plans by worlds' });
	}
	get plans(): Locator {
		return this.grid.getByRole('rowheader');
	}
	row(plan: string): Locator {
		return this.grid.getByRole('row').filter({ has: this.page.getByRole('rowheader', { name: plan }) });
	}
	cell(plan: string, world: string): Locator {
		return this.grid.getByRole('gridcell', { name: `${plan} in ${world}:` });
	}
	/** What follows for a plan: its class and its counts. */
	verdict(plan: string): Locator {
		return this.row(plan).getByRole('gridcell').last();
	}
	get editor(): Locator {
		return this.page.getByRole('complementary', { name: 'Plan' });
	}
}

export class WayBackPage {
	readonly page: Page;
	constructor(page: Page) {
		this.page = page;
	}

	get part(): Locator {
		return this.page.getByRole('region', { name: 'Way back' });
	}
	/** The flags of the axis, from the world back to today. */
	get flags(): Locator {
		return this.part.getByRole('list', { name: /^Steps from / }).getByRole('button');
	}
	flag(title: string): Locator {
		return this.flags.and(this.page.getByRole('button', { name: new RegExp(`: ${title}`) }));
	}
	get steps(): Locator {
		return this.part.getByRole('list', { name: 'Steps', exact: true }).getByRole('listitem');
	}
	get loose(): Locator {
		return this.part.getByRole('list', { name: 'Actions of no world' }).getByRole('listitem');
	}
	get editor(): Locator {
		return this.page.getByRole('complementary', { name: 'Step' });
	}
	field(label: string): Locator {
		return this.editor.getByLabel(label, { exact: true });
	}
	/** Above the canvas. */
	get strip(): Locator {
		return this.page.getByRole('region', { name: 'Canvas' }).getByRole('region', { name: 'Way back' });
	}
	get toggle(): Locator {
		return this.page.getByRole('region', { name: 'Canvas' }).getByRole('switch', { name: 'Way back' });
	}
	onCanvas(title: string): Locator {
		return this.strip.getByRole('button', { name: new RegExp(`: ${title}`) });
	}
}
