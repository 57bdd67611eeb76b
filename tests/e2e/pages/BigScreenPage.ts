/** The projector's window, as a room sees it, and the facilitator's way to it. */
import { expect, type Locator, type Page } from 'playwright/test';

export class BigScreenPage {
	readonly page: Page;
	readonly facilitator: Page;
	readonly problems: string[] = [];

	private constructor(page: Page, facilitator: Page) {
		this.page = page;
		this.facilitator = facilitator;
		page.on('pageerror', (error) => this.problems.push(error.message));
		// The browser asks for the tab's icon when it likes, even after the host of a test is gone.
		page.on('console', (message) => {
			const { url } = message.location();
			if (message.type() === 'error' && !url.endsWith('/icon.svg')) this.problems.push(`${message.text()} ${url}`);
		});
	}

	static async open(facilitator: Page, how: () => Promise<unknown>): Promise<BigScreenPage> {
		const [page] = await Promise.all([facilitator.context().waitForEvent('page'), how()]);
		const screen = new BigScreenPage(page, facilitator);
		await expect(screen.picture).toBeVisible();
		return screen;
	}

	get picture(): Locator {
		return this.page.getByRole('main', { name: 'Big screen' }).getByRole('img').last();
	}
	/** Drawn cards; the names of those that have room for them are read from the picture's text. */
	get cards(): Locator {
		return this.page.locator('[data-shown-card]');
	}
	card(name: string): Locator {
		return this.cards.filter({ hasText: name });
	}
	/** By what it says of its two cards. */
	arrow(says: RegExp): Locator {
		return this.picture.locator('g[transform] > g > title').filter({ hasText: says });
	}
	/** Everything that is written anywhere in the window, to be seen or not. */
	async everything(): Promise<string> {
		return this.page.content();
	}
	/** Where on the screen a card's sign stands. */
	async placeOf(name: string): Promise<number> {
		const box = await this.card(name).locator('path').first().boundingBox();
		if (!box) throw new Error(`${name} is not drawn.`);
		return box.x + box.width / 2;
	}
	/** The smallest text there is, as on a picture 900 high. */
	smallestText(): Promise<number> {
		return this.page.evaluate(() => {
			const high = document.querySelector('main svg')!.getBoundingClientRect().height;
			return Math.min(...[...document.querySelectorAll('main text')].map((text) => (Number.parseFloat(getComputedStyle(text).fontSize) * high) / 900));
		});
	}
	async choose(item: RegExp): Promise<void> {
		await this.facilitator.getByRole('button', { name: 'Big screen' }).click();
		await this.facilitator.getByRole('menu', { name: 'Big screen' }).getByRole(item.source.includes('Close') ? 'menuitem' : 'menuitemcheckbox', { name: item }).click();
	}
}
