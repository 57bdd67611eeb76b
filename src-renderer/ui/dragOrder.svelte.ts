/**
 * Reordering a list or grid by pointer: while it is dragged, the list is shown in the order it would get; the drop
 * commits it once. The keyboard's way is Alt and an arrow, in the components.
 */
import { PointerDrag } from './pointerDrag.ts';
import { moved, placeAt, type Box } from './reorder.ts';

interface Entry {
	id: string;
	list: HTMLElement | null;
}

export class DragOrder extends PointerDrag<Entry> {
	/** The order while something is dragged; null otherwise. */
	order = $state.raw<readonly string[] | null>(null);
	draggedId = $state<string | null>(null);
	#ids: () => readonly string[];
	#commit: (ids: readonly string[]) => void;

	constructor(ids: () => readonly string[], commit: (ids: readonly string[]) => void) {
		super();
		this.#ids = ids;
		this.#commit = commit;
	}

	/** @param list the positioned element whose children with `data-order-id` are the entries. */
	press(event: PointerEvent, id: string, list: HTMLElement | null): void {
		this.take(event, { id, list });
	}

	protected moved({ id, list }: Entry, event: PointerEvent): void {
		this.draggedId = id;
		const shown = this.order ?? this.#ids();
		const entries = [...(list?.querySelectorAll<HTMLElement>('[data-order-id]') ?? [])];
		const to = placeAt(boxesOf(entries, list), event.clientX, event.clientY);
		const target = entries[to]?.dataset['orderId'];
		if (target === undefined || target === id) return;
		this.order = moved(shown, shown.indexOf(id), shown.indexOf(target));
	}

	protected landing(): (() => void) | null {
		const { order } = this;
		return order === null || order.join() === this.#ids().join() ? null : () => this.#commit(order);
	}

	protected emptied(): void {
		this.order = this.draggedId = null;
	}
}

/** Where the entries lie, not where an animation still shows them: else two of them would trade places under the pointer. */
function boxesOf(entries: HTMLElement[], list: HTMLElement | null): Box[] {
	const origin = list?.getBoundingClientRect() ?? new DOMRect();
	return entries.map((entry) => ({
		left: origin.left + entry.offsetLeft, top: origin.top + entry.offsetTop, width: entry.offsetWidth, height: entry.offsetHeight,
	}));
}
