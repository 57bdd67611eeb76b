/** The library beside the canvas, the card in the inspector, and the form that cards are written in. */
import { expect, type Locator, type Page } from 'playwright/test';

export type KindName = 'Signal' | 'Concern' | 'Behavior' | 'Technology' | 'Issue';

export class LibraryPage {
	readonly page: Page;
	constructor(page: Page) {
		this.page = page;
	}

	get panel(): Locator {
		return this.page.getByRole('complementary', { name: 'Library' });
	}
	get search(): Locator {
		return this.panel.getByRole('searchbox');
	}
	get list(): Locator {
		return this.panel.getByRole('group', { name: 'Cards', exact: true });
	}
	get cards(): Locator {
		return this.list.getByRole('listitem').filter({ has: this.page.locator('[data-card-id]') });
	}
	card(name: string | RegExp): Locator {
		return this.list.getByRole('button', { name });
	}
	kind(name: 'All' | KindName): Locator {
		return this.panel.getByRole('group', { name: 'Kinds' }).getByRole('button', { name });
	}
	part(name: 'To place' | 'On canvas'): Locator {
		return this.panel.getByRole('group', { name: 'Which cards' }).getByRole('button', { name });
	}
	/** The documents that the listed cards come from, as headings. */
	get sources(): Locator {
		return this.list.getByRole('heading', { level: 3 });
	}
	async add(what: 'Import files' | 'Import folder' | 'New card'): Promise<void> {
		await this.page.getByRole('button', { name: 'Add documents or a card' }).click();
		await this.page.getByRole('menu', { name: 'Add' }).getByRole('menuitem', { name: what }).click();
	}

	get inspector(): Locator {
		return this.page.getByRole('complementary', { name: 'Card', exact: true });
	}
	async show(name: string): Promise<void> {
		await this.card(name).click();
		await expect(this.inspector.getByRole('heading', { name })).toBeVisible();
	}

	form(title: string): CardForm {
		return new CardForm(this.page.getByRole('dialog', { name: title }));
	}
}

export class CardForm {
	readonly dialog: Locator;
	constructor(dialog: Locator) {
		this.dialog = dialog;
	}
	field(label: string): Locator {
		return this.dialog.getByLabel(label, { exact: true });
	}
	async chooseKind(name: KindName): Promise<void> {
		await this.dialog.getByText(name, { exact: true }).click();
		await expect(this.dialog.getByRole('radio', { name })).toBeChecked();
	}
	async keep(verb: string): Promise<void> {
		await this.dialog.getByRole('button', { name: verb }).click();
		await expect(this.dialog).toBeHidden();
	}
	/** Tries to, and the form says what it lacks. */
	async keepRefused(verb: string): Promise<void> {
		await this.dialog.getByRole('button', { name: verb }).click();
		await expect(this.field('Name')).toBeFocused();
	}
}
