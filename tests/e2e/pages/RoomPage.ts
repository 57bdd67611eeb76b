/** Opening the room and looking after it, from the facilitator's window. */
import { expect, type Locator, type Page } from 'playwright/test';

export interface Opening {
	wifi?: { network: string; password: string };
	strict?: boolean;
}

export class RoomPage {
	readonly page: Page;
	constructor(page: Page) {
		this.page = page;
	}

	get dialog(): Locator {
		return this.page.getByRole('dialog', { name: 'The room is open' });
	}
	/** From the draft or the open round, on this computer's own address and any free port. */
	async open({ wifi, strict = false }: Opening = {}): Promise<void> {
		await this.page.getByRole('button', { name: 'Open the room' }).click();
		const opening = this.page.getByRole('dialog', { name: 'Open the room' });
		await opening.getByRole('radio', { name: /127\.0\.0\.1/ }).check();
		await opening.getByLabel(/^Port/).fill('');
		if (wifi) {
			await opening.getByLabel('Name of the network').fill(wifi.network);
			await opening.getByLabel('Password', { exact: true }).fill(wifi.password);
		}
		if (strict) await opening.getByRole('checkbox', { name: /printed code/ }).check();
		await opening.getByRole('button', { name: 'Open the room' }).click();
		await expect(this.dialog).toBeVisible();
	}
	async done(): Promise<void> {
		await this.dialog.getByRole('button', { name: 'Done' }).click();
		await expect(this.dialog).toBeHidden();
	}
	/** As the second code holds it, put together from what stands beside it as text. */
	async url(): Promise<string> {
		const text = await this.dialog.getByText(/^127\.0\.0\.1:\d+$/).last().textContent();
		const code = await this.dialog.getByText(/^[2-9A-Z]{3} [2-9A-Z]{3}$/).textContent();
		return `http://${text}/#${(code ?? '').replace(' ', '')}`;
	}
	/** Beside the open round. */
	get joinPanel(): Locator {
		return this.page.getByRole('complementary', { name: 'How to join' });
	}
	/** How many have joined, in the top bar. */
	get joined(): Locator {
		return this.page.getByRole('banner').getByRole('button', { name: /joined$/ });
	}
	async close(): Promise<void> {
		await this.joined.click();
		await this.dialog.getByRole('button', { name: 'Close the room' }).click();
		await this.page.getByRole('dialog', { name: 'Close the room?' }).getByRole('button', { name: 'Close the room' }).click();
		await expect(this.joined).toHaveCount(0);
	}
}
