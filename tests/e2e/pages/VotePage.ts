/** The Vote step and the hot seat. */
import { expect, type Locator, type Page } from 'playwright/test';

export type Answer = 1 | 2 | 3 | 4 | 5 | 'cannot say';

export class VotePage {
	readonly page: Page;
	constructor(page: Page) {
		this.page = page;
	}

	/** Prepares a round on what is on the canvas and keeps only the named cards in it. */
	async prepare(names: readonly string[], peopleInRoom: number): Promise<void> {
		await this.page.getByRole('button', { name: /^Prepare a round/ }).click();
		await this.page.getByRole('button', { name: 'None', exact: true }).click();
		for (const name of names) await this.page.getByRole('checkbox', { name }).check();
		await this.page.getByLabel(/people in the room/i).fill(String(peopleInRoom));
	}
	async openRound(): Promise<void> {
		await this.page.getByRole('button', { name: /^Open the round/ }).click();
		await expect(this.turnout).toBeVisible();
	}
	get turnout(): Locator {
		return this.page.getByRole('region', { name: 'Turnout' });
	}
	get seat(): Locator {
		return this.page.getByRole('dialog', { name: 'Vote on this laptop' });
	}
	async passRound(): Promise<void> {
		await this.page.getByRole('button', { name: /^Pass round this laptop/ }).click();
		await expect(this.seat).toBeVisible();
	}
	/** One person votes from the cover to the cover, in the order of the ballot. */
	async voteAs(answers: readonly Answer[], reason?: string): Promise<void> {
		await this.seat.getByRole('button', { name: 'Start' }).click();
		for (const [index, answer] of answers.entries()) {
			await expect(this.seat.getByText(`Card ${index + 1} of ${answers.length}`)).toBeVisible();
			await expect(this.seat.getByRole('button', { pressed: true })).toHaveCount(0);
			const name = answer === 'cannot say' ? /can’t say/ : new RegExp(`^${answer}`);
			await this.seat.getByRole('button', { name }).click();
			await expect(this.seat.getByRole('button', { pressed: true })).toHaveCount(1);
			if (reason && index === 0) await this.seat.getByRole('textbox').fill(reason);
			await this.seat.getByRole('button', { name: /^(Next card|Look over your answers)/ }).click();
		}
		await this.seat.getByRole('button', { name: 'Done, cover the screen' }).click();
		await expect(this.seat.getByRole('button', { name: 'Start' })).toBeVisible();
	}
	/** Back to the facilitator, by the keyboard's way. */
	async backToFacilitator(): Promise<void> {
		await this.page.keyboard.press('Escape');
		await this.page.getByRole('button', { name: 'I am the facilitator, go back' }).click();
		await expect(this.seat).toBeHidden();
	}
	async closeAndReveal(): Promise<void> {
		await this.page.getByRole('button', { name: /^Close and reveal/ }).first().click();
		await this.page.getByRole('dialog').getByRole('button', { name: 'Close and reveal' }).click();
		await expect(this.page.getByRole('heading', { name: 'What the room thinks' })).toBeVisible();
	}
	/** Escape in the middle of a ballot: what was entered counts, and the cover comes back. */
	async stopVoting(): Promise<void> {
		await this.page.keyboard.press('Escape');
		await this.seat.getByRole('button', { name: 'Stop and cover the screen' }).click();
		await expect(this.seat.getByRole('button', { name: 'Start' })).toBeVisible();
	}

	row(name: string): Locator {
		return this.page.getByRole('row').filter({ hasText: name });
	}
	/** The cells of a card's row in the results. */
	async resultOf(name: string): Promise<string[]> {
		return this.row(name).getByRole('cell').allInnerTexts();
	}
	/** @param expected as it is printed; `votes` for 1, 2, 3, 4 and 5. */
	async expectResult(name: string, expected: { votes: number[]; median: string; iqr: string; n: number; cannotSay: string }): Promise<void> {
		const row = this.row(name);
		await expect(row.getByRole('img', { name: `Votes from 1 to 5: ${expected.votes.join(', ')}` })).toBeVisible();
		const cells = (await row.getByRole('cell').allTextContents()).map((text) => text.replace(/, (agreed|contested)/, '').trim());
		const [, , median, iqr, , n, cannotSay] = cells;
		expect({ median, iqr, n, cannotSay }).toEqual({ ...expected, votes: undefined, n: String(expected.n) });
	}
	/** A figure above the results. */
	fact(name: string): Locator {
		return this.page.getByRole('term').filter({ hasText: name }).locator('xpath=following-sibling::dd');
	}
	async reasonsOf(name: string): Promise<string[]> {
		await this.row(name).getByRole('button').click();
		const panel = this.page.getByRole('complementary', { name: `Votes on ${name}` });
		await expect(panel).toBeVisible();
		return panel.getByRole('blockquote').allInnerTexts();
	}
}
