/** The Scan step: the documents, one of them open with its lines, and passages clipped from it. */
import { expect, type Locator, type Page } from 'playwright/test';

export class ScanPage {
	readonly page: Page;
	constructor(page: Page) {
		this.page = page;
	}

	get list(): Locator {
		return this.page.getByRole('complementary', { name: 'Sources' });
	}
	get documents(): Locator {
		return this.list.getByRole('listitem');
	}
	document(title: string): Locator {
		return this.documents.filter({ hasText: title });
	}
	scope(name: 'This workshop' | 'Whole library'): Locator {
		return this.list.getByRole('button', { name: new RegExp(`^${name}`) });
	}
	get reader(): Locator {
		return this.page.getByRole('region', { name: 'Source' });
	}
	get text(): Locator {
		return this.reader.getByRole('document');
	}
	line(number: number): Locator {
		return this.text.locator(`[data-line="${number}"]`);
	}
	async open(title: string): Promise<void> {
		await this.document(title).getByRole('button').first().click();
		await expect(this.reader.getByRole('heading', { level: 1, name: title })).toBeVisible();
	}

	/** Selects a passage of a line with the mouse, from its first letter to its last. */
	async select(line: Locator, passage: string): Promise<void> {
		await line.scrollIntoViewIfNeeded();
		const ends = await line.evaluate((element, words) => {
			const node = document.createTreeWalker(element, NodeFilter.SHOW_TEXT).nextNode() as Text;
			const from = node.data.indexOf(words);
			const letter = (at: number) => {
				const range = document.createRange();
				range.setStart(node, at);
				range.setEnd(node, at + 1);
				return range.getBoundingClientRect();
			};
			const [first, last] = [letter(from), letter(from + words.length - 1)];
			return { from, start: { x: first.left + 1, y: first.top + first.height / 2 }, end: { x: last.right - 1, y: last.top + last.height / 2 } };
		}, passage);
		expect(ends.from, `“${passage}” stands in the line`).toBeGreaterThanOrEqual(0);
		await this.page.mouse.move(ends.start.x, ends.start.y);
		await this.page.mouse.down();
		await this.page.mouse.move(ends.end.x, ends.end.y, { steps: 8 });
		await this.page.mouse.up();
	}
}
