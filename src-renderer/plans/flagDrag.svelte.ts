/** Moving a step along its axis by pointer: it follows in quarters, the drop commits once, Escape puts it back. */
import { movedByQuarters } from '../../src-shared/domain/backcast.ts';

/** The way a press has to go before it is a drag and no longer a click. */
const slack = 4;

interface Press {
	id: string;
	pointerId: number;
	x: number;
	at: number;
}

interface DragParts {
	/** Pixels of a year. */
	year: () => number;
	/** As far as a step may go, in years from the base year. */
	latest: () => number;
	drop: (id: string, at: number) => void;
}

export class FlagDrag {
	/** Where the step in the hand would land; null otherwise. */
	held = $state.raw<{ id: string; at: number } | null>(null);
	#press: Press | null = null;
	#parts: DragParts;
	#dragged = false;

	constructor(parts: DragParts) {
		this.#parts = parts;
	}

	press(event: PointerEvent, id: string, at: number): void {
		if (event.button !== 0 || this.#press) return;
		this.#press = { id, at, pointerId: event.pointerId, x: event.clientX };
		this.#dragged = false;
		window.addEventListener('pointermove', this.#move);
		window.addEventListener('pointerup', this.#up);
		window.addEventListener('pointercancel', this.end);
		window.addEventListener('keydown', this.#key, true);
	}

	/** @returns true where the click belongs to a drag that has just ended. */
	tookClick(): boolean {
		return this.#dragged;
	}

	#move = (event: PointerEvent): void => {
		const press = this.#press;
		if (!press || event.pointerId !== press.pointerId) return;
		const by = event.clientX - press.x;
		if (!this.held && Math.abs(by) < slack) return;
		event.preventDefault();
		this.#dragged = true;
		const quarters = Math.round((by / this.#parts.year()) * 4);
		const at = quarters === 0 ? press.at : movedByQuarters(Math.round(press.at * 4) / 4, quarters, this.#parts.latest());
		if (this.held?.at !== at) this.held = { id: press.id, at };
	};

	#up = (event: PointerEvent): void => {
		const { held } = this;
		const before = this.#press;
		if (event.pointerId !== before?.pointerId) return;
		this.end();
		// The click of this press, where there is one, comes before the next task.
		setTimeout(() => (this.#dragged = false));
		if (held && held.at !== before.at) this.#parts.drop(held.id, held.at);
	};

	#key = (event: KeyboardEvent): void => {
		if (event.key !== 'Escape' || !this.held) return;
		event.preventDefault();
		event.stopPropagation();
		this.end();
	};

	end = (): void => {
		this.#press = null;
		this.held = null;
		window.removeEventListener('pointermove', this.#move);
		window.removeEventListener('pointerup', this.#up);
		window.removeEventListener('pointercancel', this.end);
		window.removeEventListener('keydown', this.#key, true);
	};
}
