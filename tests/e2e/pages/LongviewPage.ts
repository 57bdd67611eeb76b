/** The window of Longview, as a facilitator sees it. */
import { expect, type Download, type Locator, type Page } from 'playwright/test';
import { join } from 'node:path';

const seedFolder = join(import.meta.dirname, '../../../seeds');
export const seedFiles = [
	'000_2c25f604f7c48393.txt', '001_6eed383a8b6cd6c3.txt', '002_a6c57bcf2729ce9c.txt', '003_3e4ed14707cddcb9.txt',
].map((name) => join(seedFolder, name));

export type StepName = 'Frame' | 'Scan' | 'Place' | 'Vote' | 'Scenarios' | 'Report';

export class LongviewPage {
	readonly page: Page;
	/** Whatever the browser complained about: errors, blocked content, requests that left this computer. */
	readonly problems: string[] = [];

	constructor(page: Page) {
		this.page = page;
		page.on('pageerror', (error) => this.problems.push(`error: ${error.message}`));
		page.on('console', (message) => {
			if (message.type() === 'error' && !/status of (409|422|404)/.test(message.text())) this.problems.push(`console: ${message.text()}`);
		});
		page.on('request', (request) => {
			const { protocol, hostname } = new URL(request.url());
			if (!['data:', 'blob:'].includes(protocol) && hostname !== '127.0.0.1') this.problems.push(`request: ${request.url()}`);
		});
	}

	async open(address: string): Promise<void> {
		await this.page.goto(address);
		await expect(this.page.getByRole('navigation', { name: 'Run sheet' }).or(this.page.getByRole('button', { name: 'Open the sample workshop' }))).toBeVisible();
	}

	/** The same window later: the secret of the session is still there. */
	async reload(): Promise<void> {
		await this.page.reload();
		await expect(this.step('Place')).toBeVisible();
	}

	step(name: StepName): Locator {
		return this.page.getByRole('navigation', { name: 'Run sheet' }).getByRole('button', { name });
	}
	async go(name: StepName): Promise<void> {
		await this.step(name).click();
		await expect(this.step(name)).toHaveAttribute('aria-current', 'step');
	}
	/** Waits until the disk has everything. */
	async saved(): Promise<void> {
		await expect(this.page.getByText(/^Saved on this computer/)).toBeVisible();
	}
	message(text: string | RegExp): Locator {
		return this.page.getByRole('status').or(this.page.getByRole('alert')).filter({ hasText: text }).first();
	}

	async openSample(): Promise<void> {
		await this.page.getByRole('button', { name: 'Open the sample workshop' }).click();
		await expect(this.step('Place')).toHaveAttribute('aria-current', 'step');
		await expect(this.canvasCard('Ethical Use of AI Models')).toBeVisible();
	}

	/** Drops files on the window as a file manager does. */
	async dropFiles(files: { name: string; text: string | Buffer }[]): Promise<void> {
		const plain = files.map(({ name, text }) => ({ name, bytes: [...Buffer.from(text)] }));
		const transfer = await this.page.evaluateHandle((given) => {
			const data = new DataTransfer();
			for (const { name, bytes } of given) data.items.add(new File([new Uint8Array(bytes)], name));
			return data;
		}, plain);
		const target = this.page.locator('body');
		await target.dispatchEvent('dragenter', { dataTransfer: transfer });
		await target.dispatchEvent('dragover', { dataTransfer: transfer });
		await target.dispatchEvent('drop', { dataTransfer: transfer });
	}

	get canvas(): Locator {
		return this.page.getByRole('region', { name: 'Canvas' });
	}
	canvasCard(name: string): Locator {
		return this.canvas.locator('[data-card-id]').filter({ hasText: name }).first();
	}
	get library(): Locator {
		return this.page.getByRole('complementary', { name: 'Library' });
	}
	libraryCard(name: string): Locator {
		return this.library.locator('[data-card-id]').filter({ hasText: name }).first();
	}
	get inspector(): Locator {
		return this.page.getByRole('complementary', { name: 'Card', exact: true });
	}

	/** Drags with the real pointer, in steps a hand takes. */
	async drag(from: Locator, to: { x: number; y: number }): Promise<void> {
		await from.scrollIntoViewIfNeeded();
		const box = await from.boundingBox();
		if (!box) throw new Error('There is nothing to drag.');
		await this.page.mouse.move(box.x + Math.min(40, box.width / 2), box.y + box.height / 2);
		await this.page.mouse.down();
		await this.page.mouse.move(box.x + box.width / 2 + 20, box.y + box.height / 2 + 4, { steps: 4 });
		await this.page.mouse.move(to.x, to.y, { steps: 12 });
		await this.page.mouse.up();
	}

	async undo(): Promise<void> {
		await this.page.keyboard.press('Control+z');
	}
	async redo(): Promise<void> {
		await this.page.keyboard.press('Control+Shift+z');
	}

	async download(start: () => Promise<void>): Promise<Download> {
		const [download] = await Promise.all([this.page.waitForEvent('download'), start()]);
		return download;
	}
}
