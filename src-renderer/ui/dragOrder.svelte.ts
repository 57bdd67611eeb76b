/**
 * Reordering a list or grid by pointer: while it is dragged, the list is shown in the order it would get; the drop
 * commits it once, Escape puts it back. The keyboard's way is Alt and an arrow, in the components.
 */
import { moved, placeAt, type Box } from './reorder.ts';

/** The way a press has to go before it is a drag and no longer a click. */
const slack = 5;

interface Press {
	id: string;
	pointerId: number;
	x: number;
	y: number;
}

export class DragOrder {
	/** The order while something is dragged; null otherwise. */
	order = $state.raw<readonly string[] | null>(null);
	draggedId = $state<string | null>(null);
	#press: Press | null = null;
	#list: HTMLElement | null = null;
	#ids: () => readonly string[];
	#commit: (ids: readonly string[]) => void;
	/** A click that ends a drag is not a click. */
	#dragged = false;

	constructor(ids: () => readonly string[], commit: (ids: readonly string[]) => void) {
		this.#ids = ids;
		this.#commit = commit;
	}

	/** @param list the positioned element whose children with `data-order-id` are the entries. */
	press(event: PointerEvent, id: string, list: HTMLElement | null): void {
		if (event.button !== 0 || this.#press) return;
		this.#press = { id, pointerId: event.pointerId, x: event.clientX, y: event.clientY };
		this.#list = list;
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
		const shown = this.order ?? this.#ids();
		const entries = [...(this.#list?.querySelectorAll<HTMLElement>('[data-order-id]') ?? [])];
		const boxes = this.#boxes(entries);
		const to = placeAt(boxes, event.clientX, event.clientY);
		const target = entries[to]?.dataset['orderId'];
		if (target === undefined || target === press.id) return;
		this.order = moved(shown, shown.indexOf(press.id), shown.indexOf(target));
	};

	/** Where the entries lie, not where an animation still shows them: else two of them would trade places under the pointer. */
	#boxes(entries: HTMLElement[]): Box[] {
		const origin = this.#list?.getBoundingClientRect() ?? new DOMRect();
		return entries.map((entry) => ({
			left: origin.left + entry.offsetLeft, top: origin.top + entry.offsetTop, width: entry.offsetWidth, height: entry.offsetHeight,
		}));
	}

	#up = (event: PointerEvent): void => {
		if (event.pointerId !== this.#press?.pointerId) return;
		const order = this.order;
		this.#end();
		// The click of this press, where there is one, comes before the next task.
		setTimeout(() => (this.#dragged = false));
		if (order && order.join() !== this.#ids().join()) this.#commit(order);
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
		this.order = null;
		this.draggedId = null;
		window.removeEventListener('pointermove', this.#move);
		window.removeEventListener('pointerup', this.#up);
		window.removeEventListener('pointercancel', this.#cancel);
		window.removeEventListener('keydown', this.#key, true);
	}
}
