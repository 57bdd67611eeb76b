/** A finger on a slider: anywhere on it counts, as old phones let only the thumb be dragged; scrolling past it changes nothing. */
import { stepUnder } from '../quarters.ts';

export interface Finger {
	move(step: number): void;
	end(step: number): void;
	/** It was a scroll after all. */
	cancel(): void;
}

/** Half of the thumb that room.css draws. */
const inset = 20;

export function followFinger(slider: HTMLElement, range: HTMLInputElement, { move, end, cancel }: Finger): void {
	let held: number | null = null;
	let step = 0;

	function stepAt(event: PointerEvent): number {
		const { left, right, width } = slider.getBoundingClientRect();
		const along = document.documentElement.dir === 'rtl' ? right - event.clientX : event.clientX - left;
		return stepUnder(along, width, inset);
	}
	slider.addEventListener('pointerdown', (event) => {
		if (event.button !== 0) return;
		held = event.pointerId;
		slider.setPointerCapture(event.pointerId);
		step = stepAt(event);
		move(step);
		event.preventDefault();
		range.focus({ preventScroll: true });
	});
	slider.addEventListener('pointermove', (event) => {
		if (event.pointerId !== held) return;
		step = stepAt(event);
		move(step);
	});
	slider.addEventListener('pointerup', (event) => {
		if (event.pointerId !== held) return;
		held = null;
		end(step);
	});
	slider.addEventListener('pointercancel', (event) => {
		if (event.pointerId !== held) return;
		held = null;
		cancel();
	});
}
