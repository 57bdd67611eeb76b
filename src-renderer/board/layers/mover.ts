/**
 * Moves whole layers while something is panned or dragged. Where a style's transform changes, the browser puts all layers of
 * the page together anew, which takes longer the more cards there are; where an animation's changes, it only moves that
 * layer. So what moves is moved by an animation that stands still, and its style says where it is once it has come to rest.
 */
import { AtRest, restOfView } from './atRest.ts';

/** The animation outlasts every drag. */
const forever = 1e8;

const moving = new Set<Mover>();
// An animation keeps the screen busy, even one that stands.
const atRest = new AtRest(restOfView, () => {
	for (const mover of [...moving]) mover.settle();
});

export class Mover {
	readonly #element: HTMLElement | SVGElement;
	#animation: Animation | null = null;
	#at: string | null = null;

	constructor(element: HTMLElement | SVGElement) {
		this.#element = element;
	}

	/** @param transform any transform, which the element has at once. */
	to(transform: string): void {
		if (transform === this.#at) return;
		const isFirst = this.#at === null;
		this.#at = transform;
		if (isFirst) {
			this.#element.style.transform = transform;
			return;
		}
		const frames = [{ transform }, { transform }];
		if (this.#animation) (this.#animation.effect as KeyframeEffect).setKeyframes(frames);
		else this.#animation = this.#element.animate(frames, forever);
		moving.add(this);
		atRest.stir();
	}

	/** As above, where the layer is drawn anew in any case. */
	put(transform: string): void {
		this.#at = transform;
		this.settle();
	}

	settle(): void {
		this.#element.style.transform = this.#at ?? '';
		this.stop();
	}

	stop(): void {
		moving.delete(this);
		this.#animation?.cancel();
		this.#animation = null;
	}
}
