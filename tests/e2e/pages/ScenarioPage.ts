/** The Scenarios step: the worlds side by side and the one being written. */
import { expect, type Locator, type Page } from 'playwright/test';

export class ScenarioPage {
	readonly page: Page;
	constructor(page: Page) {
		this.page = page;
	}

	async start(): Promise<void> {
		await this.page.getByRole('button', { name: /^(Start a scenario|New scenario)$/ }).click();
		await expect(this.title).toBeFocused();
	}
	get editor(): Locator {
		return this.page.getByRole('complementary', { name: 'Scenario' });
	}
	get title(): Locator {
		return this.editor.getByLabel('Name of the scenario');
	}
	get narrative(): Locator {
		return this.editor.getByRole('textbox', { name: 'Narrative', exact: true });
	}
	/** The tools above the narrative. */
	tool(name: string): Locator {
		return this.editor.getByRole('toolbar', { name: 'Tools for Narrative' }).getByRole('button', { name, exact: true });
	}
	/** The cards that the narrative names, as they are drawn in it. */
	get named(): Locator {
		return this.narrative.getByRole('img');
	}
	/** What is offered after @. */
	get offers(): Locator {
		return this.editor.getByRole('listbox', { name: 'Cards' }).getByRole('option');
	}
	/** Types on in the narrative and names a card there, which is looked for by its words or its code. */
	async nameCard(query: string, name: string): Promise<void> {
		await this.page.keyboard.type(`@${query}`);
		await expect(this.offers.first()).toContainText(name);
		await expect(this.offers.first()).toHaveAttribute('aria-selected', 'true');
		await this.page.keyboard.press('Enter');
		await expect(this.offers).toHaveCount(0);
	}
	get questions(): Locator {
		return this.editor.getByRole('region', { name: 'Questions to write from' });
	}
	async trace(): Promise<void> {
		await this.editor.getByRole('button', { name: 'Trace', exact: true }).click();
	}

	get year(): Locator {
		return this.editor.getByLabel('Horizon year');
	}
	/** The worlds, each as a card of its own. */
	world(title: string): Locator {
		return this.page.getByRole('region', { name: 'Scenarios' }).getByRole('button', { name: title, pressed: undefined }).first();
	}

	get feeds(): Locator {
		return this.editor.getByRole('region', { name: 'Fed by' });
	}
	/** The feeding cards, in order. */
	get fed(): Locator {
		return this.feeds.getByRole('list').last().getByRole('listitem');
	}
	feed(name: string): Locator {
		return this.fed.filter({ hasText: name }).getByRole('button').first();
	}
	async feedWith(...names: string[]): Promise<void> {
		await this.feeds.getByRole('button', { name: 'Add cards' }).click();
		for (const name of names) {
			await this.feeds.getByRole('searchbox').fill(name);
			await this.feeds.getByRole('button', { name: new RegExp(name) }).first().click();
		}
		await this.feeds.getByRole('button', { name: 'Done' }).click();
	}
}
