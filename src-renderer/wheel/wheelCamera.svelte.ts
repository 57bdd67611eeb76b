/** How much of the wheel is seen: all of it, until somebody pans or zooms. */

interface Size {
	width: number;
	height: number;
}

const [smallest, largest] = [0.25, 3];
const edge = 8;

export class WheelCamera {
	/** Of the part of the screen, and of the picture. */
	#frame: () => Size;
	#picture: () => Size;
	#own = $state.raw<{ x: number; y: number; zoom: number } | null>(null);

	constructor(frame: () => Size, picture: () => Size) {
		this.#frame = frame;
		this.#picture = picture;
	}

	/** The picture's zero on the screen, and how many pixels a unit of it is. */
	readonly view = $derived.by(() => this.#own ?? this.#fitted());
	readonly isFitted = $derived.by(() => this.#own === null);

	#fitted(): { x: number; y: number; zoom: number } {
		const [frame, picture] = [this.#frame(), this.#picture()];
		const zoom = Math.max(0.05, Math.min(1.25, (frame.width - 2 * edge) / picture.width, (frame.height - 2 * edge) / picture.height));
		return { zoom, x: (frame.width - picture.width * zoom) / 2, y: (frame.height - picture.height * zoom) / 2 };
	}

	fit(): void {
		this.#own = null;
	}
	pan(dx: number, dy: number): void {
		const { x, y, zoom } = this.view;
		this.#own = { x: x + dx, y: y + dy, zoom };
	}
	/** @param at what stays where it is on the screen; the middle where it is not given. */
	zoomBy(factor: number, at = { x: this.#frame().width / 2, y: this.#frame().height / 2 }): void {
		const { x, y, zoom } = this.view;
		const next = Math.min(largest, Math.max(smallest, zoom * factor));
		this.#own = { zoom: next, x: at.x - ((at.x - x) * next) / zoom, y: at.y - ((at.y - y) * next) / zoom };
	}
	/** From the screen into the picture. */
	inPicture({ x, y }: { x: number; y: number }): { x: number; y: number } {
		const { view } = this;
		return { x: (x - view.x) / view.zoom, y: (y - view.y) / view.zoom };
	}
}
