/** The window of Longview, as a facilitator sees it. */
import { expect, type Download, type FileChooser, type Locator, type Page } from 'playwright/test';
import { join } from 'node:path';
import { dragTo } from './hand.ts';

const seedFolder = join(import.meta.dirname, '../../../seeds');
export const seedFiles = [
	'000_2c25f604f7c48393.txt', '001_6eed383a8b6cd6c3.txt', '002_a6c57bcf2729ce9c.txt', '003_3e4ed14707cddcb9.txt',
].map((name) => join(seedFolder, name));

export type StepName = 'Frame' | 'Scan' | 'Place' | 'Vote' | 'Axes' | 'Scenarios' | 'Signposts' | 'Report';
export type ThemeName = 'Light' | 'Dark' | 'Projector';

/** Answers that are sentences for the facilitator; the browser's console calls them errors all the same. */
const refusals = /status of (409|422|404)/;

export class LongviewPage {
	readonly page: Page;
	/** Whatever the browser complained about: errors, blocked content, requests that left this computer, boxes of a script. */
	readonly problems: string[] = [];
	#expected: RegExp[] = [refusals];

	constructor(page: Page) {
		this.page = page;
		page.on('pageerror', (error) => this.#note(`error: ${error.message}`));
		page.on('console', (message) => {
			if (message.type() === 'error') this.#note(`console: ${message.text()} (${message.location().url})`);
			else if (message.text().startsWith('blocked:')) this.#note(message.text());
		});
		page.on('request', (request) => {
			const { protocol, hostname } = new URL(request.url());
			if (!['data:', 'blob:'].includes(protocol) && hostname !== '127.0.0.1') this.#note(`request: ${request.url()}`);
		});
		page.on('dialog', (dialog) => {
			this.#note(`dialog: ${dialog.message()}`);
			void dialog.dismiss();
		});
	}

	#note(problem: string): void {
		if (!this.#expected.some((pattern) => pattern.test(problem))) this.problems.push(problem);
	}

	/** For what a test brings about on purpose, as a host that does not answer. */
	expectProblem(pattern: RegExp): void {
		this.#expected.push(pattern);
	}

	async open(address: string): Promise<void> {
		await this.page.addInitScript(() => {
			document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) => console.log(`blocked: ${violatedDirective} ${blockedURI}`));
		});
		await this.page.goto(address);
		await this.ready();
	}

	/** At work or on the first screen. */
	async ready(): Promise<void> {
		await expect(this.runSheet.or(this.page.getByRole('button', { name: 'Open the sample workshop' }))).toBeVisible();
	}

	/** The same window later: the secret of the session is still there. */
	async reload(): Promise<void> {
		await this.page.reload();
		await expect(this.step('Place')).toBeVisible();
	}

	get runSheet(): Locator {
		return this.page.getByRole('navigation', { name: 'Run sheet' });
	}
	step(name: StepName): Locator {
		return this.runSheet.getByRole('button', { name });
	}
	async go(name: StepName): Promise<void> {
		await this.step(name).click();
		await expect(this.step(name)).toHaveAttribute('aria-current', 'step');
	}
	/** What the bar says about the disk. */
	get saveNote(): Locator {
		return this.page.getByRole('banner').getByRole('status');
	}
	/** Waits until the disk has everything. */
	async saved(): Promise<void> {
		await expect(this.saveNote).toHaveText(/^Saved on this computer/);
	}
	message(text: string | RegExp): Locator {
		return this.page.getByRole('status').or(this.page.getByRole('alert')).filter({ hasText: text }).first();
	}

	async openSample(): Promise<void> {
		await this.page.getByRole('button', { name: 'Open the sample workshop' }).click();
		await expect(this.step('Place')).toHaveAttribute('aria-current', 'step');
		await expect(this.canvasCard('Ethical Use of AI Models')).toBeVisible();
	}
	/** An empty workshop, from the first screen or from the menu. */
	async startWorkshop(title: string): Promise<void> {
		if (await this.runSheet.isVisible()) await this.chooseInMenu('New workshop');
		else await this.page.getByRole('button', { name: 'New workshop' }).click();
		const dialog = this.page.getByRole('dialog', { name: 'New workshop' });
		await dialog.getByLabel('Title').fill(title);
		await dialog.getByRole('button', { name: 'Start the workshop' }).click();
		await expect(this.workshopTitle).toHaveText(title);
	}
	get workshopTitle(): Locator {
		return this.page.getByRole('banner').locator('b').first();
	}

	/** The menu behind the mark. */
	async chooseInMenu(name: string | RegExp): Promise<void> {
		await this.page.getByRole('button', { name: 'Workshops' }).click();
		await this.page.getByRole('menu', { name: 'Workshops' }).getByRole('menuitem', { name }).click();
	}
	/** Saves the open workshop as a file. @returns its path. */
	async saveFile(path: string): Promise<string> {
		const download = await this.download(() => this.chooseInMenu(/^Save as a workshop file/));
		expect(download.suggestedFilename()).toMatch(/\.longview$/);
		await download.saveAs(path);
		return path;
	}
	/** Opens a workshop file, from the menu or from the first screen. */
	async openFile(path: string | { name: string; mimeType: string; buffer: Buffer }): Promise<void> {
		const atWork = await this.runSheet.isVisible();
		const ask = () => (atWork ? this.chooseInMenu(/^Open a workshop file/) : this.page.getByRole('button', { name: 'Open a workshop file' }).click());
		await (await this.fileChooser(ask)).setFiles(path);
	}
	async deleteWorkshop(title: string): Promise<void> {
		await this.chooseInMenu(/^Delete this workshop/);
		await this.page.getByRole('dialog', { name: `Delete “${title}”?` }).getByRole('button', { name: 'Delete the workshop' }).click();
		await expect(this.message(`“${title}” is deleted.`)).toBeVisible();
	}
	/** The workshops of this computer, as the menu lists them. */
	async expectWorkshops(...titles: string[]): Promise<void> {
		await this.page.getByRole('button', { name: 'Workshops' }).click();
		const items = this.page.getByRole('menu', { name: 'Workshops' }).getByRole('menuitemradio');
		await expect(items).toHaveCount(titles.length);
		for (const title of titles) await expect(items.filter({ hasText: title })).not.toHaveCount(0);
		await this.page.keyboard.press('Escape');
	}
	async switchTo(title: string): Promise<void> {
		await this.page.getByRole('button', { name: 'Workshops' }).click();
		await this.page.getByRole('menuitemradio').filter({ has: this.page.getByText(title, { exact: true }) }).click();
		await expect(this.workshopTitle).toHaveText(title);
	}
	async chooseTheme(name: ThemeName): Promise<void> {
		await this.page.getByRole('button', { name: /^Theme/ }).click();
		await this.page.getByRole('menuitemradio', { name }).click();
		await expect(this.page.locator('html')).toHaveAttribute('data-theme', name.toLowerCase());
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
	async fileChooser(open: () => Promise<void>): Promise<FileChooser> {
		const [chooser] = await Promise.all([this.page.waitForEvent('filechooser'), open()]);
		return chooser;
	}
	/** Closes the browser's file dialog without choosing: the input is told so, and nothing else happens. */
	async cancel(chooser: FileChooser): Promise<void> {
		await chooser.element().dispatchEvent('cancel');
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
	drag(from: Locator, to: { x: number; y: number }): Promise<void> {
		return dragTo(from, to);
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
