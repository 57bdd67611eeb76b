/** The phone page, as somebody in the room holds it. */
import { expect, type Browser, type BrowserContext, type Locator, type Page } from 'playwright/test';

export class PhonePage {
	readonly page: Page;
	readonly context: BrowserContext;
	constructor(page: Page) {
		this.page = page;
		this.context = page.context();
	}

	/** A phone of its own: it shares nothing with the others. @param url as the code on the wall holds it. */
	static async join(browser: Browser, url: string): Promise<PhonePage> {
		const context = await browser.newContext({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });
		const phone = new PhonePage(await context.newPage());
		await phone.page.goto(url);
		await expect(phone.heading).toHaveText(/^(You are in\.|Join the vote|Round \d+)$/);
		if ((await phone.heading.textContent()) === 'Join the vote') await phone.page.getByRole('button', { name: 'Join', exact: true }).click();
		await expect(phone.heading).toHaveText(/^(You are in\.|Round \d+)$/);
		return phone;
	}

	get heading(): Locator {
		return this.page.getByRole('heading', { level: 1 });
	}
	async start(): Promise<void> {
		await this.page.getByRole('button', { name: 'Start', exact: true }).click();
	}
	/** Answers the card on the screen by what it is called, and goes on. */
	async answer(votes: Record<string, number>): Promise<void> {
		const name = (await this.heading.textContent()) ?? '';
		const vote = votes[name];
		if (vote === undefined) throw new Error(`Nobody said how to vote on “${name}”.`);
		await this.page.getByText(String(vote), { exact: true }).click();
		await expect(this.page.getByRole('radio', { name: new RegExp(`^${vote}`) })).toBeChecked();
		await this.page.getByRole('button', { name: /^(Next card|Look over your answers)$/ }).click();
		await expect(this.heading).not.toHaveText(name);
	}
	/** The whole ballot, in whatever order this phone has the cards. */
	async vote(votes: Record<string, number>): Promise<void> {
		await this.start();
		for (const _ of Object.keys(votes)) await this.answer(votes);
		await expect(this.heading).toHaveText(`${Object.keys(votes).length} of ${Object.keys(votes).length} answered`);
	}
	close(): Promise<void> {
		return this.context.close();
	}
}
