/**
 * How every drag of this app that is not the canvas’s begins and ends: a press becomes one after a few pixels, the drop acts
 * once, Escape puts back what is in the hand, and the click that ends a drag is none.
 */

/** The way a press has to go before it is a drag and no longer a click, in pixels. */
const slack = 5;

interface Press<Held> {
	held: Held;
	pointerId: number;
	x: number;
	y: number;
}

export abstract class PointerDrag<Held> {
	#press: Press<Held> | null = null;
	#isDragging = false;
	#tookClick = false;

	/** While it is dragged. @param by the way from where it was pressed, in pixels. */
	protected abstract moved(held: Held, event: PointerEvent, by: { x: number; y: number }): void;
	/** What letting go here does, asked before the hand is emptied; null where it does nothing. */
	protected abstract landing(held: Held): (() => void) | null;
	/** Nothing is in the hand any more. */
	protected abstract emptied(): void;

	protected isFar(x: number, y: number): boolean {
		return Math.hypot(x, y) >= slack;
	}

	protected take(event: PointerEvent, held: Held): void {
		if (event.button !== 0 || this.#press) return;
		this.#press = { held, pointerId: event.pointerId, x: event.clientX, y: event.clientY };
		this.#tookClick = false;
		window.addEventListener('pointermove', this.#move);
		window.addEventListener('pointerup', this.#up);
		window.addEventListener('pointercancel', this.#cancel);
		window.addEventListener('keydown', this.#key, true);
	}

	/** @returns true where the click belongs to a drag that has just ended. */
	tookClick(): boolean {
		return this.#tookClick;
	}

	/** Puts back what is in the hand. */
	end(): void {
		this.#press = null;
		this.#isDragging = false;
		this.emptied();
		window.removeEventListener('pointermove', this.#move);
		window.removeEventListener('pointerup', this.#up);
		window.removeEventListener('pointercancel', this.#cancel);
		window.removeEventListener('keydown', this.#key, true);
	}

	#move = (event: PointerEvent): void => {
		const press = this.#press;
		if (!press || event.pointerId !== press.pointerId) return;
		const by = { x: event.clientX - press.x, y: event.clientY - press.y };
		if (!this.#isDragging && !this.isFar(by.x, by.y)) return;
		this.#isDragging = this.#tookClick = true;
		event.preventDefault();
		this.moved(press.held, event, by);
	};

	#up = (event: PointerEvent): void => {
		const press = this.#press;
		if (!press || event.pointerId !== press.pointerId) return;
		const act = this.#isDragging ? this.landing(press.held) : null;
		this.end();
		this.#forgetClick();
		act?.();
	};

	/** The click of a press, where there is one, comes before the next task. */
	#forgetClick = (): void => void setTimeout(() => (this.#tookClick = false));

	#cancel = (): void => {
		this.end();
		this.#forgetClick();
	};

	#key = (event: KeyboardEvent): void => {
		if (event.key !== 'Escape' || !this.#isDragging) return;
		event.preventDefault();
		event.stopPropagation();
		this.end();
		// The pointer is still down, and a click comes as it is let go.
		window.addEventListener('pointerup', this.#forgetClick, { once: true });
	};
}
