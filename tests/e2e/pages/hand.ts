/** What a hand does with a mouse: presses, moves in steps and lets go. */
import type { Locator, Page } from 'playwright/test';

export interface Point {
	x: number;
	y: number;
}

export async function boxOf(locator: Locator): Promise<{ x: number; y: number; width: number; height: number }> {
	const box = await locator.boundingBox();
	if (!box) throw new Error(`${locator} is not on the screen.`);
	return box;
}

/** Presses on something and moves far enough for it to be taken. @param at where it is pressed; near its left edge where it is not given. */
export async function take(from: Locator, at?: (box: { x: number; y: number; width: number; height: number }) => Point): Promise<Point> {
	const { mouse } = from.page();
	await from.scrollIntoViewIfNeeded();
	const box = await boxOf(from);
	const press = at?.(box) ?? { x: box.x + Math.min(40, box.width / 2), y: box.y + box.height / 2 };
	await mouse.move(press.x, press.y);
	await mouse.down();
	await mouse.move(press.x + 12, press.y + 4, { steps: 4 });
	return press;
}

export const moveTo = (page: Page, { x, y }: Point): Promise<void> => page.mouse.move(x, y, { steps: 12 });

export async function dragTo(from: Locator, to: Point): Promise<void> {
	await take(from);
	await moveTo(from.page(), to);
	await from.page().mouse.up();
}
