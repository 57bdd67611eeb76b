/** Clusters, influences, notes and pictures of method on the canvas. */
import { expect, type Locator, type Page } from 'playwright/test';
import { boxOf, type Point } from './hand.ts';

export class StructurePage {
	readonly page: Page;
	constructor(page: Page) {
		this.page = page;
	}

	get board(): Locator {
		return this.page.getByRole('region', { name: 'Canvas' }).getByRole('application');
	}

	/** A cluster by its name, which it is taken by. */
	cluster(name: string): Locator {
		return this.board.getByRole('button', { name: new RegExp(`^Cluster ${name}, \\d+ cards?$`) });
	}
	async nameCluster(name: string): Promise<void> {
		const field = this.page.getByRole('textbox', { name: 'Name of the cluster' });
		await expect(field).toBeFocused();
		await field.fill(name);
		await field.press('Enter');
	}
	#frame(name: string): Locator {
		return this.board.getByRole('group', { name: 'Clusters' }).locator('> div').filter({ has: this.page.getByRole('button', { name: `Cluster ${name}: change` }) });
	}
	edge(name: string, edge: string): Locator {
		return this.#frame(name).locator(`[data-cluster-part="${edge}"]`);
	}
	async widthOf(name: string): Promise<number> {
		return (await boxOf(this.#frame(name))).width;
	}
	async chooseForCluster(name: string, item: string): Promise<void> {
		await this.cluster(name).hover();
		await this.board.getByRole('button', { name: `Cluster ${name}: change` }).click();
		await this.page.getByRole('menu').getByRole('menuitem', { name: item }).click();
	}

	get influences(): Locator {
		return this.board.getByRole('group', { name: 'Influences' }).getByRole('button');
	}
	influence(name: RegExp): Locator {
		return this.influences.and(this.board.getByRole('button', { name }));
	}
	/** Where an arrow is edited. */
	get editor(): Locator {
		return this.page.getByRole('dialog', { name: /^Influence of / });
	}
	async judge(strength: RegExp): Promise<void> {
		await this.editor.getByRole('radio', { name: strength }).click();
	}
	/** The handle that comes up beside a card under the pointer. */
	async handleOf(card: Locator): Promise<Locator> {
		await card.hover({ position: { x: 60, y: 20 } });
		return this.board.getByRole('button', { name: /^Draw an influence from / });
	}
	async drawFrom(from: Locator, to: Locator): Promise<void> {
		const { mouse } = this.page;
		const handle = await boxOf(await this.handleOf(from));
		const target = await boxOf(to);
		await mouse.move(handle.x + handle.width / 2, handle.y + handle.height / 2);
		await mouse.down();
		await mouse.move(target.x + 50, target.y + 20, { steps: 6 });
		await mouse.up();
	}
	/** Spots along an arrow, in pixels of the window. */
	async pathOf(influence: Locator): Promise<Point[]> {
		return influence.locator('path.line').evaluate((element) => {
			const path = element as SVGPathElement;
			const matrix = path.getScreenCTM()!;
			return Array.from({ length: 101 }, (_, index) => {
				const { x, y } = path.getPointAtLength((path.getTotalLength() * index) / 100).matrixTransform(matrix);
				return { x, y };
			});
		});
	}

	get notes(): Locator {
		return this.board.getByRole('button', { name: /^Note( to self)?: (?!change)/ });
	}
	note(text: string): Locator {
		return this.board.getByRole('button', { name: new RegExp(`^Note( to self)?: ${text}, `) });
	}

	overlay(name: 'Horizons' | 'Cone'): Locator {
		return this.page.getByRole('region', { name: 'Canvas' }).getByRole('switch', { name });
	}
	/** Names of their lines that are under a card or another name. */
	async coveredNames(): Promise<string[]> {
		return this.board.evaluate((board) => {
			const names = [...board.querySelectorAll('[role=img] text')];
			const others = [...names, ...board.querySelectorAll('[data-card-id]')];
			return names.flatMap((name) => {
				const { left, right, top, bottom } = name.getBoundingClientRect();
				const isCovered = others.some((other) => {
					const box = other.getBoundingClientRect();
					return other !== name && box.left < right && box.right > left && box.top < bottom && box.bottom > top;
				});
				return isCovered ? [name.textContent] : [];
			});
		});
	}
	/** What the pictures of method say. */
	get picture(): Locator {
		return this.board.getByRole('img');
	}
}
