/**
 * Dragging something onto a place by pointer: a card from the map onto a world, a world onto a quadrant. Where it may be
 * dropped is marked in the page by an attribute with the key of the place.
 */
import { PointerDrag } from '../ui/pointerDrag.ts';

export class DragOnto extends PointerDrag<string> {
	draggedId = $state<string | null>(null);
	/** The key of the place under the pointer. */
	over = $state<string | null>(null);
	/** Where the pointer is, in the window, while something is dragged. */
	at = $state.raw<{ x: number; y: number } | null>(null);
	#attribute: string;
	#dropped: (id: string, key: string) => void;

	/** @param attribute of the places, as `data-drop`: different things are dropped on different places. */
	constructor(attribute: string, dropped: (id: string, key: string) => void) {
		super();
		this.#attribute = attribute;
		this.#dropped = dropped;
	}

	press(event: PointerEvent, id: string): void {
		this.take(event, id);
	}

	protected moved(id: string, { clientX, clientY }: PointerEvent): void {
		this.draggedId = id;
		this.at = { x: clientX, y: clientY };
		const target = document.elementFromPoint(clientX, clientY)?.closest(`[${this.#attribute}]`);
		this.over = target?.getAttribute(this.#attribute) ?? null;
	}

	protected landing(id: string): (() => void) | null {
		const { over } = this;
		return over === null ? null : () => this.#dropped(id, over);
	}

	protected emptied(): void {
		this.draggedId = this.over = this.at = null;
	}
}
