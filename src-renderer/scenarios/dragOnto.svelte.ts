/**
 * Dragging something onto a place by pointer: a card from the map onto a world, a world onto a quadrant. Where it may be
 * dropped is marked in the page by an attribute with the key of the place. Escape puts it back.
 */

/** The way a press has to go before it is a drag and no longer a click. */
const slack = 5;

interface Press {
	id: string;
	pointerId: number;
	x: number;
	y: number;
}

export class DragOnto {
	draggedId = $state<string | null>(null);
	/** The key of the place under the pointer. */
	over = $state<string | null>(null);
	/** Where the pointer is, in the window, while something is dragged. */
	at = $state.raw<{ x: number; y: number } | null>(null);
	#press: Press | null = null;
	#attribute: string;
	#dropped: (id: string, key: string) => void;
	/** A click that ends a drag is not a click. */
	#dragged = false;

	/** @param attribute of the places, as `data-drop`: different things are dropped on different places. */
	constructor(attribute: string, dropped: (id: string, key: string) => void) {
		this.#attribute = attribute;
		this.#dropped = dropped;
	}

	press(event: PointerEvent, id: string): void {
		if (event.button !== 0 || this.#press) return;
		this.#press = { id, pointerId: event.pointerId, x: event.clientX, y: event.clientY };
		this.#dragged = false;
		window.addEventListener('pointermove', this.#move);
		window.addEventListener('pointerup', this.#up);
		window.addEventListener('pointercancel', this.#cancel);
		window.addEventListener('keydown', this.#key, true);
	}

	/** @returns true where the click belongs to a drag that has just ended. */
	tookClick(): boolean {
		return this.#dragged;
	}

	#move = (event: PointerEvent): void => {
		const press = this.#press;
		if (!press || event.pointerId !== press.pointerId) return;
		if (this.draggedId === null && Math.hypot(event.clientX - press.x, event.clientY - press.y) < slack) return;
		this.draggedId = press.id;
		this.#dragged = true;
		event.preventDefault();
		this.at = { x: event.clientX, y: event.clientY };
		const target = document.elementFromPoint(event.clientX, event.clientY)?.closest(`[${this.#attribute}]`);
		this.over = target?.getAttribute(this.#attribute) ?? null;
	};

	#up = (event: PointerEvent): void => {
		if (event.pointerId !== this.#press?.pointerId) return;
		const { draggedId: id, over } = this;
		this.#end();
		// The click of this press, where there is one, comes before the next task.
		setTimeout(() => (this.#dragged = false));
		if (id !== null && over !== null) this.#dropped(id, over);
	};

	#cancel = (): void => this.#end();

	#key = (event: KeyboardEvent): void => {
		if (event.key !== 'Escape' || this.draggedId === null) return;
		event.preventDefault();
		event.stopPropagation();
		this.#end();
	};

	#end(): void {
		this.#press = null;
		this.draggedId = null;
		this.over = null;
		this.at = null;
		window.removeEventListener('pointermove', this.#move);
		window.removeEventListener('pointerup', this.#up);
		window.removeEventListener('pointercancel', this.#cancel);
		window.removeEventListener('keydown', this.#key, true);
	}
}
