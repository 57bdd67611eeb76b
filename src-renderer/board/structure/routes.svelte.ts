/**
 * The ways of all arrows, found anew when cards have moved. What takes longer than a part of a frame, and whatever changes
 * while the view is zoomed, is drawn as a plain bow first and goes round cards as soon as things have come to rest.
 */
import type { Influence } from '../../../src-shared/schemas/records.ts';
import type { DrawnCard } from '../scene.ts';
import { arrowRoute, plainRoute, type Route } from '../../../src-shared/domain/picture/arrowRoute.ts';
import { drawnById } from './frames.ts';

/** Milliseconds. */
const budget = 8;
const rest = 120;

export class Routes {
	/** By the influence's id. */
	found: ReadonlyMap<string, Route> = $state.raw(new Map());
	#timer: ReturnType<typeof setTimeout> | undefined;
	#changedAt = -Infinity;
	#drawn: readonly DrawnCard[] = [];
	#width = Infinity;

	/** @param width of the canvas's content. */
	find(influences: readonly Influence[], drawn: readonly DrawnCard[], width: number): void {
		this.#width = width;
		clearTimeout(this.#timer);
		if (influences.length === 0) {
			if (this.found.size > 0) this.found = new Map();
			return;
		}
		const now = performance.now();
		const isMoving = drawn !== this.#drawn && now - this.#changedAt < rest;
		if (drawn !== this.#drawn) this.#changedAt = now;
		this.#drawn = drawn;
		this.#route(influences, drawn, isMoving ? 0 : budget);
	}

	#route(influences: readonly Influence[], drawn: readonly DrawnCard[], time: number, known: ReadonlyMap<string, Route> = new Map()): void {
		const cards = drawnById(drawn);
		const seen = drawn.filter(({ under }) => under === undefined);
		const end = performance.now() + time;
		const routed = new Map(known);
		const found = new Map<string, Route>();
		for (const { id, fromId, toId } of influences) {
			const [from, to] = [cards.get(fromId), cards.get(toId)];
			if (!from || !to) continue;
			const isLate = time === 0 || performance.now() > end;
			const route = routed.get(id) ?? (isLate ? null : arrowRoute(from, to, seen, this.#width));
			if (route) routed.set(id, route);
			found.set(id, route ?? plainRoute(from, to));
		}
		this.found = found;
		if (routed.size < found.size) this.#timer = setTimeout(() => this.#route(influences, drawn, budget, routed), time === 0 ? rest : 0);
	}

	stop(): void {
		clearTimeout(this.#timer);
	}
}
