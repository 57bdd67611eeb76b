/**
 * Keeps the focus on the canvas when undo, another window or a command puts what has it elsewhere in the document, or takes
 * it away: the browser then lets go of it, and whoever works by keyboard would begin again at the top of the window.
 */
import { tick } from 'svelte';
import type { BoardStore } from './boardStore.svelte.ts';
import type { BoardItem } from './items.ts';
import { boxOf } from './scene.ts';

interface Held {
	/** Arrows are drawn, and so no HTML. */
	element: HTMLElement | SVGElement;
	cardId: string | undefined;
}

export class FocusKeeper {
	#store: BoardStore;
	#held: Held | null = null;
	/** As it was before what changed now. */
	#before: { order: readonly BoardItem[]; byId: ReadonlyMap<string, BoardItem> } = { order: [], byId: new Map() };

	constructor(store: BoardStore) {
		this.#store = store;
	}

	/** Call before the elements follow what has changed. */
	hold(canvas: HTMLElement | undefined): void {
		const { activeElement: element } = document;
		const isHere = (element instanceof HTMLElement || element instanceof SVGElement) && element !== canvas && canvas?.contains(element);
		this.#held = isHere ? { element, cardId: element.closest<HTMLElement>('[data-card-id]')?.dataset['cardId'] } : null;
	}

	/** Call when they have. */
	giveBack(canvas: HTMLElement | undefined): void {
		const { scenes } = this.#store;
		const held = this.#held;
		this.#held = null;
		if (held && document.activeElement === document.body) void this.#restore(held, canvas);
		else if (held?.cardId !== undefined) this.#follow(held.cardId);
		this.#comeBack(canvas);
		const { order, byId } = scenes;
		this.#before = { order, byId };
	}

	async #restore({ element, cardId }: Held, canvas: HTMLElement | undefined): Promise<void> {
		const next = cardId === undefined ? null : this.#nearest(cardId);
		// A command that has a better place for the focus, as the name of a new cluster, comes first.
		await tick();
		if (document.activeElement !== document.body) return;
		if (cardId !== undefined && !this.#store.scenes.byId.has(cardId)) this.#store.left = { cardId, toId: next };
		if (next === null && element.isConnected) element.focus({ preventScroll: true });
		else if (next ?? this.#store.tabStop) await this.#store.focusCard((next ?? this.#store.tabStop)!);
		else canvas?.focus({ preventScroll: true });
	}

	/** Where a card comes back that was taken off with the focus on it, the focus does too, if nobody has put it elsewhere. */
	#comeBack(canvas: HTMLElement | undefined): void {
		const store = this.#store;
		const { left } = store;
		if (!left || !store.scenes.byId.has(left.cardId) || this.#before.byId.has(left.cardId)) return;
		store.left = null;
		const { activeElement } = document;
		const isThere = left.toId === null ? activeElement === canvas : activeElement?.closest<HTMLElement>('[data-card-id]')?.dataset['cardId'] === left.toId;
		if (isThere) void store.focusCard(left.cardId);
	}

	/** The card, or where it is gone, the one after it, or before. */
	#nearest(cardId: string): string | null {
		const { order } = this.#before;
		const at = Math.max(0, order.findIndex(({ id }) => id === cardId));
		return [...order.slice(at), ...order.slice(0, at).reverse()].find(({ id }) => this.#store.scenes.byId.has(id))?.id ?? null;
	}

	/** What has the focus stays in sight where a step takes it elsewhere. */
	#follow(cardId: string): void {
		const { scenes, eye, view } = this.#store;
		const was = this.#before.byId.get(cardId)?.placement;
		const now = scenes.byId.get(cardId)?.placement;
		if (view.state === 'idle' && was && now && (now.at !== was.at || now.laneId !== was.laneId)) eye.reveal(boxOf(scenes.scene, cardId));
	}
}
