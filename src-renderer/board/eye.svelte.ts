/** What part of the canvas is looked at: the camera that is wished for, and every way to change it. */
import { home, type Camera, type Plot, yearWidth } from './camera.ts';
import type { Box } from './geometry.ts';
import type { Point } from './interaction.ts';
import { beforeFirstYear, nextZoom } from './measures.ts';
import { kept, middle, type Scene } from './scene.ts';
import * as viewing from './viewing.ts';

export class Eye {
	plot = $state.raw<Plot>({ width: 768, height: 720 });
	/** Kept within the lanes only when the scene is made, which knows how high they are. */
	wanted = $state.raw<Camera>(home);
	#scene: () => Scene;
	#moved: () => void;

	/** @param moved told after every change, since what is in the hand moves with the view. */
	constructor(scene: () => Scene, moved: () => void) {
		this.#scene = scene;
		this.#moved = moved;
	}

	look(camera: Camera): void {
		this.wanted = camera;
		this.#moved();
	}

	/** @param plot size of the part that shows cards; the date at the left edge stays there. */
	resize(plot: Plot): void {
		const isSame = plot.width === this.plot.width && plot.height === this.plot.height;
		if (isSame || plot.width <= 0 || plot.height <= 0) return;
		const { zoom, x } = this.wanted;
		const years = (x - beforeFirstYear) / yearWidth(this.plot, zoom);
		this.plot = plot;
		this.look(zoom > 1 ? { ...this.wanted, x: beforeFirstYear + years * yearWidth(plot, zoom) } : this.wanted);
	}

	set(camera: Camera): void {
		this.look(kept(this.#scene(), camera));
	}
	panBy(dx: number, dy: number): void {
		this.look(viewing.panned(this.#scene(), dx, dy));
	}
	zoomAt(point: Point, factor: number): void {
		const scene = this.#scene();
		this.look(viewing.zoomedAt(scene, scene.camera.zoom * factor, point));
	}
	/** One round step in or out about a point, else about the middle; 0 fits everything. */
	zoomStep(direction: 1 | -1 | 0, point: Point | null = null): void {
		const scene = this.#scene();
		if (direction === 0) this.look(viewing.fitted(scene));
		else this.look(viewing.zoomedAt(scene, nextZoom(scene.camera.zoom, direction), point ?? middle(scene)));
	}
	fit(cardIds: readonly string[]): void {
		this.look(viewing.fittedTo(this.#scene(), cardIds));
	}
	reveal(box: Box | null): void {
		this.look(viewing.revealed(this.#scene(), box));
	}
	/** Brings a date and a height of the content to the middle. */
	centre(at: number, contentY: number): void {
		this.look(viewing.centred(this.#scene(), at, contentY));
	}
}
