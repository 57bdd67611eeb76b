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
	await mouse.move(press.x + 12, press.y + 4, { steps: 2 });
	return press;
}

export const moveTo = (page: Page, { x, y }: Point): Promise<void> => page.mouse.move(x, y, { steps: 6 });

export async function dragTo(from: Locator, to: Point): Promise<void> {
	await take(from);
	await moveTo(from.page(), to);
	await from.page().mouse.up();
}

/** Fingers on a touch screen, which Playwright has no hand for: the browser is told of each touch. */
export async function fingerOn(page: Page): Promise<{ drag(from: Point, to: Point): Promise<void>; spread(middle: Point, from: number, to: number): Promise<void> }> {
	const browser = await page.context().newCDPSession(page);
	const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', ...touchPoints: Point[]) =>
		browser.send('Input.dispatchTouchEvent', { type, touchPoints: touchPoints.map((point, id) => ({ ...point, id })) });
	const between = (from: number, to: number, part: number) => from + (to - from) * part;
	const parts = Array.from({ length: 12 }, (_, step) => (step + 1) / 12);
	return {
		async drag(from, to) {
			await touch('touchStart', from);
			// Sideways first: up and down would scroll a list.
			await touch('touchMove', { x: from.x + 14, y: from.y });
			for (const part of parts) await touch('touchMove', { x: between(from.x + 14, to.x, part), y: between(from.y, to.y, part) });
			await touch('touchEnd');
		},
		async spread({ x, y }, from, to) {
			const pair = (distance: number): [Point, Point] => [{ x: x - distance / 2, y }, { x: x + distance / 2, y }];
			await touch('touchStart', ...pair(from));
			for (const part of parts) await touch('touchMove', ...pair(between(from, to, part)));
			await touch('touchEnd');
		},
	};
}
