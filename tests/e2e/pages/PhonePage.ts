/** A participant's phone: a browser of its own, with nothing but the page of the room. */
import { devices, expect, type Browser, type BrowserContext, type Locator, type Page } from 'playwright/test';

const { isMobile, hasTouch, userAgent } = devices['Pixel 5'];

export interface PhoneLook {
	width?: number;
	height?: number;
	colorScheme?: 'light' | 'dark';
}

export class PhonePage {
	readonly page: Page;
	readonly context: BrowserContext;
	/** What the browser complained about, but for refusals and a network that a test takes away. */
	readonly problems: string[] = [];

	static async open(browser: Browser, { width = 390, height = 844, colorScheme = 'light' }: PhoneLook = {}): Promise<PhonePage> {
		const context = await browser.newContext({ viewport: { width, height }, isMobile, hasTouch, userAgent, colorScheme, reducedMotion: 'reduce', locale: 'en-GB' });
		return new PhonePage(context, await context.newPage());
	}

	private constructor(context: BrowserContext, page: Page) {
		this.context = context;
		this.page = page;
		page.on('pageerror', (error) => this.problems.push(error.message));
		page.on('console', (message) => {
			if (['error', 'warning'].includes(message.type()) && !/Failed to load resource|ERR_/.test(message.text())) this.problems.push(message.text());
		});
	}

	/** As the second QR code does: with the code behind the address. */
	async scan(url: string): Promise<void> {
		await this.page.goto(url);
	}
	async type(code: string): Promise<void> {
		await this.page.getByLabel(/^(Code|Key)$/).fill(code);
		await this.button('Join').click();
	}
	async takeOver(key: string): Promise<void> {
		await this.button('I have a key from another phone').click();
		await this.type(key);
	}

	button(name: string | RegExp): Locator {
		return this.page.getByRole('button', { name, exact: true });
	}
	heading(name?: string | RegExp): Locator {
		return this.page.getByRole('heading', { level: 1, ...(name === undefined ? {} : { name }) });
	}
	get alert(): Locator {
		return this.page.getByRole('alert');
	}
	get connection(): Locator {
		return this.page.getByRole('complementary', { name: 'Connection' });
	}

	async start(): Promise<void> {
		await this.button('Start').click();
	}
	/** Of the first question with this name, by the words of the answer. */
	answer(question: string | RegExp, words: string | RegExp): Locator {
		const group = this.page.getByRole('radiogroup', { name: question }).or(this.page.getByRole('group', { name: question }));
		return group.getByRole('radio', { name: words }).or(group.getByRole('button', { name: words }));
	}
	async choose(question: string | RegExp, words: string | RegExp): Promise<void> {
		await this.answer(question, words).click();
	}
	get slider(): Locator {
		return this.page.getByRole('slider', { name: 'When will it matter?' });
	}
	/** A finger on the slider, at a share of it. */
	async touchSlider(share: number): Promise<void> {
		await this.slider.scrollIntoViewIfNeeded();
		const box = (await this.slider.boundingBox())!;
		await this.page.touchscreen.tap(box.x + 20 + (box.width - 40) * share, box.y + box.height / 2);
	}
	async next(): Promise<void> {
		const before = await this.heading().textContent();
		await this.page.getByRole('button', { name: /^(Next card|Skip for now|Look over your answers|Skip, and look over)$/ }).click();
		await expect(this.heading()).not.toHaveText(before ?? '');
	}
	async lookOver(): Promise<void> {
		await this.page.getByRole('button', { name: /see all$/ }).click();
		await expect(this.heading(/answered$|given$/)).toBeVisible();
	}
	/** A line of the look over all answers. */
	line(card: string): Locator {
		return this.page.getByRole('listitem').filter({ hasText: card });
	}
	/** All that was answered is on the room's disk. */
	async arrived(): Promise<void> {
		await expect.poll(() => this.page.evaluate(() => Object.keys((JSON.parse(localStorage.getItem('longview.outbox') ?? '{}') as { waiting?: object }).waiting ?? {}).length)).toBe(0);
	}
	async spareKey(): Promise<string> {
		await this.page.getByText('Another phone?').click();
		const key = await this.page.getByText(/^Your key is/).locator('b').textContent();
		await this.page.getByText('Another phone?').click();
		return key ?? '';
	}
	async close(): Promise<void> {
		await this.context.close();
		expect(this.problems).toEqual([]);
	}
}
