/** The canvas in the Place step: where cards stand, what it says, and how a hand or a key moves them. */
import { expect, type Locator, type Page } from 'playwright/test';
import { boxOf, moveTo, take, type Point } from './hand.ts';

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

export class CanvasPage {
	readonly page: Page;
	constructor(page: Page) {
		this.page = page;
	}

	get region(): Locator {
		return this.page.getByRole('region', { name: 'Canvas' });
	}
	get board(): Locator {
		return this.region.getByRole('application');
	}
	card(name: string): Locator {
		return this.board.getByRole('button', { name: new RegExp(`^\\w+ [SCBTI]\\d+, ${escaped(name)}`) });
	}
	/** All placed cards, those out of sight as well. */
	get cards(): Locator {
		return this.board.getByRole('button', { name: /^(Signal|Concern|Behavior|Technology|Issue) [SCBTI]\d+, /, includeHidden: true });
	}
	/** The card, in sight or not, as it is named at a date, and in a lane where one is given. */
	cardAt(name: string, date: string, lane = ''): Locator {
		return this.board.getByRole('button', { name: new RegExp(`, ${escaped(name)}.*, ${escaped(date)}, ${escaped(lane)}`), includeHidden: true });
	}
	/** The date above the canvas for the card in the hand or the selected one. */
	get pill(): Locator {
		return this.board.getByText(/^(20\d\d( Q\d)?|[A-Z][a-z]{2} 20\d\d)$/).and(this.board.locator('b'));
	}
	/** What is read aloud. */
	get spoken(): Locator {
		return this.board.getByRole('status');
	}
	lane(name: string): Locator {
		return this.board.getByRole('list', { name: 'Lanes' }).getByRole('listitem').filter({ hasText: name });
	}
	get zoomText(): Locator {
		return this.region.getByRole('group', { name: 'Zoom' }).getByText(/%$/);
	}
	tool(name: RegExp | string): Locator {
		return this.region.getByRole('button', { name });
	}

	/** The spot for a date ("2029 Q4") in a lane, as read from the axis and the lanes' names. */
	async spot(date: string, lane: string): Promise<Point> {
		const [year, quarter] = [Number(date.slice(0, 4)), Number(date.at(-1)) - 1];
		const labels = this.board.getByText(/^20\d\d$/).and(this.board.locator('span'));
		const [first, second] = await Promise.all([boxOf(labels.nth(0)), boxOf(labels.nth(5))]);
		const firstYear = Number(await labels.nth(0).innerText());
		const width = (second.x - first.x) / 5;
		const row = await boxOf(this.lane(lane));
		return { x: first.x + (year - firstYear + quarter / 4) * width, y: row.y + Math.min(row.height / 2, 40) };
	}

	/** Takes a placed card by its tab, where its date is. */
	async takeByTab(name: string): Promise<void> {
		await take(this.card(name), (box) => ({ x: box.x + 13, y: box.y + box.height / 2 }));
	}
	async moveTo(point: Point): Promise<void> {
		await moveTo(this.page, point);
	}
	/** What the tab of the card in the hand is painted with; the overlay is nothing for a screen reader. */
	glyphInHand(): Promise<string> {
		return this.page.locator('.lifted .tab').first().evaluate((tab) => getComputedStyle(tab).backgroundImage);
	}
	async drop(): Promise<void> {
		await this.page.mouse.up();
	}

	/** Several selected cards: the bar with what can be done to them. */
	get selectionBar(): Locator {
		return this.region.getByRole('toolbar', { name: 'Selected cards' });
	}
	get selected(): Locator {
		return this.board.getByRole('button', { name: /^\w+ [SCBTI]\d+, /, pressed: true });
	}
	/** What a click with the right button on a card offers. */
	async choose(card: string, item: RegExp | string): Promise<void> {
		await this.card(card).click({ button: 'right', position: { x: 60, y: 20 } });
		await this.page.getByRole('menu').getByRole('menuitem', { name: item }).click();
	}
	async chooseForLane(lane: string, item: RegExp | string): Promise<void> {
		await this.lane(lane).hover();
		await this.board.getByRole('button', { name: `Lane ${lane}: change` }).click();
		await this.page.getByRole('menu', { name: `Lane ${lane}` }).getByRole('menuitem', { name: item }).click();
	}
	async sortBy(item: RegExp): Promise<void> {
		await this.region.getByRole('button', { name: /^Lanes: / }).click();
		await this.page.getByRole('menuitemradio', { name: item }).click();
	}
	async laneNames(): Promise<string[]> {
		return this.board.getByRole('list', { name: 'Lanes' }).locator('b').allInnerTexts();
	}

	async press(...keys: string[]): Promise<void> {
		for (const key of keys) await this.page.keyboard.press(key);
	}
	async focusCard(name: string): Promise<void> {
		await this.card(name).focus();
		await expect(this.card(name)).toBeFocused();
	}
}
