import { afterEach, beforeEach, expect, test } from 'vitest';
import { PointerDrag } from './pointerDrag.ts';

class Noted extends PointerDrag<string> {
	told: string[] = [];
	press = (event: PointerEvent, held: string): void => this.take(event, held);
	protected moved(held: string, _event: PointerEvent, { x, y }: { x: number; y: number }): void {
		this.told.push(`${held} by ${x} ${y}`);
	}
	protected landing(held: string): () => void {
		return () => this.told.push(`${held} dropped`);
	}
	protected emptied(): void {
		this.told.push('emptied');
	}
}

let drag: Noted;
let button: HTMLButtonElement;
/** What a click found: whether it was the end of a drag. */
let clicks: boolean[];
const pointer = (type: string, x: number, y: number, pointerId = 1) =>
	button.dispatchEvent(new PointerEvent(type, { bubbles: true, cancelable: true, pointerId, button: 0, clientX: x, clientY: y }));
const escape = () => button.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true, cancelable: true }));
const nextTask = () => new Promise((resolve) => setTimeout(resolve));

beforeEach(() => {
	drag = new Noted();
	clicks = [];
	button = document.createElement('button');
	button.addEventListener('pointerdown', (event) => drag.press(event, 'a'));
	button.addEventListener('click', () => clicks.push(drag.tookClick()));
	document.body.append(button);
});
afterEach(() => {
	drag.end();
	button.remove();
});

test('a press that hardly moves is a click', () => {
	pointer('pointerdown', 10, 10);
	pointer('pointermove', 13, 13);
	pointer('pointerup', 13, 13);
	button.click();
	expect(drag.told).toEqual(['emptied']);
	expect(clicks).toEqual([false]);
});

test('a drag follows its own pointer, is dropped once, and the click that ends it is none', async () => {
	pointer('pointerdown', 10, 10);
	pointer('pointermove', 90, 90, 2);
	pointer('pointermove', 13, 14);
	pointer('pointermove', 11, 10);
	pointer('pointerup', 90, 90, 2);
	pointer('pointerup', 11, 10);
	button.click();
	await nextTask();
	button.click();
	pointer('pointermove', 60, 60);
	expect(drag.told).toEqual(['a by 3 4', 'a by 1 0', 'emptied', 'a dropped']);
	expect(clicks).toEqual([true, false]);
});

test('Escape puts back what is dragged, also for the click as the pointer is let go, and is left to others otherwise', async () => {
	let heard = 0;
	button.addEventListener('keydown', () => heard++);
	pointer('pointerdown', 10, 10);
	escape();
	expect(heard).toBe(1);
	pointer('pointermove', 40, 10);
	escape();
	expect(heard).toBe(1);
	pointer('pointermove', 80, 10);
	pointer('pointerup', 80, 10);
	button.click();
	await nextTask();
	button.click();
	expect(drag.told).toEqual(['a by 30 0', 'emptied']);
	expect(clicks).toEqual([true, false]);
});

test('what the system takes over is put back', async () => {
	pointer('pointerdown', 10, 10);
	pointer('pointermove', 40, 10);
	pointer('pointercancel', 40, 10);
	await nextTask();
	button.click();
	expect(drag.told).toEqual(['a by 30 0', 'emptied']);
	expect(clicks).toEqual([false]);
});
