/**
 * Picking a card up out of a list with the pointer, so that the list still scrolls and clicks: a mouse lifts it after a
 * few pixels, a finger after holding still or moving sideways.
 */
import type { Carried } from '../desk.svelte.ts';

const mouseSlop = 4;
const fingerSlop = 10;
const holdTime = 350;

export interface Press {
	cardId: string;
	id: number;
	type: string;
	x: number;
	y: number;
}

/** What a movement of the pressed pointer means. `dx`, `dy` in pixels from where it was pressed. */
export function meaningOf(type: string, dx: number, dy: number): 'lift' | 'scroll' | 'wait' {
	const distance = Math.hypot(dx, dy);
	if (type !== 'touch') return distance >= mouseSlop ? 'lift' : 'wait';
	if (distance < fingerSlop) return 'wait';
	return Math.abs(dx) > Math.abs(dy) ? 'lift' : 'scroll';
}

/** An attachment for a list whose cards carry `data-card-id`. */
export function pressAndDrag(lift: (carried: Carried) => void): (list: HTMLElement) => () => void {
	return (list) => {
		let press: Press | null = null;
		/** A lifted finger must not scroll the list, and the click that ends a lift is none. */
		let lifted = false;
		let hold: ReturnType<typeof setTimeout> | undefined;

		function down(event: PointerEvent) {
			lifted = false;
			const card = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-card-id]') : null;
			if (!card || event.button !== 0 || !event.isPrimary) return;
			press = { cardId: card.dataset['cardId']!, id: event.pointerId, type: event.pointerType, x: event.clientX, y: event.clientY };
			if (press.type === 'touch') hold = setTimeout(take, holdTime);
			window.addEventListener('pointermove', move);
			window.addEventListener('pointerup', end);
			window.addEventListener('pointercancel', end);
		}
		function move(event: PointerEvent) {
			if (!press || event.pointerId !== press.id) return;
			const meaning = meaningOf(press.type, event.clientX - press.x, event.clientY - press.y);
			if (meaning === 'lift') take();
			else if (meaning === 'scroll') end(event);
		}
		function take() {
			if (!press) return;
			const { cardId, ...pointer } = press;
			stopWatching();
			lifted = true;
			lift({ cardId, pointer });
		}
		function end(event: PointerEvent) {
			if (press && event.pointerId === press.id) stopWatching();
		}
		function stopWatching() {
			press = null;
			clearTimeout(hold);
			window.removeEventListener('pointermove', move);
			window.removeEventListener('pointerup', end);
			window.removeEventListener('pointercancel', end);
		}
		const keepStill = (event: TouchEvent) => {
			if (lifted && event.cancelable) event.preventDefault();
		};
		const noMenu = (event: Event) => {
			if (lifted || press?.type === 'touch') event.preventDefault();
		};
		const noClick = (event: MouseEvent) => {
			if (!lifted) return;
			lifted = false;
			event.stopPropagation();
			event.preventDefault();
		};

		list.addEventListener('pointerdown', down);
		list.addEventListener('touchmove', keepStill, { passive: false });
		list.addEventListener('contextmenu', noMenu);
		list.addEventListener('click', noClick, { capture: true });
		return () => {
			stopWatching();
			list.removeEventListener('pointerdown', down);
			list.removeEventListener('touchmove', keepStill);
			list.removeEventListener('contextmenu', noMenu);
			list.removeEventListener('click', noClick, { capture: true });
		};
	};
}
