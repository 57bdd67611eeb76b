/** The trace: what is said of a world, sentence by sentence, and what each sentence rests on. */
import type { Locator, Page } from 'playwright/test';

export class TracePage {
	readonly page: Page;
	constructor(page: Page) {
		this.page = page;
	}

	get dialog(): Locator {
		return this.page.getByRole('dialog', { name: /^Trace of/ });
	}
	sentence(words: string): Locator {
		return this.dialog.getByRole('group', { name: 'Sentences' }).getByRole('button').filter({ hasText: words });
	}
	/** What the chosen sentence rests on. */
	get rests(): Locator {
		return this.dialog.getByRole('region', { name: 'What it rests on' });
	}
	card(name: string): Locator {
		return this.dialog.getByRole('article').filter({ hasText: name });
	}
	/** In the inspector: what uses the card. */
	get uses(): Locator {
		return this.page.getByRole('region', { name: 'Where this card is used' });
	}
}
