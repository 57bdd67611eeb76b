/** The overlay with the cards in the hand: built once as they are taken, and then moved by one transform. */
import type { BoardStore } from '../boardStore.svelte.ts';
import type { Point } from '../interaction.ts';
import { tabWidth, type CardMeasures, type Detail } from '../measures.ts';
import type { DrawnCard } from '../scene.ts';
import { faceOf, levelOf } from './cardElement.ts';
import { lendGlyphs } from './glyphs.ts';
import { Mover } from './mover.ts';

/** Of the held card, and of cards that come from the library. */
const size = { width: 168, height: 44 };
/** New cards lie fanned under the first one, this many at most. */
const mostFanned = 4;
/** Cards of a group further away than this from the one that is held are out of sight. */
const sight = 2400;

export class Lifted {
	#overlay: HTMLElement | null = null;
	#mover: Mover | null = null;
	#isFlipped = false;
	#isSingle = true;

	/** @param canvas has the glyphs of the kinds. */
	take(store: BoardStore, cardIds: readonly string[], canvas: HTMLElement | undefined): void {
		this.letGo();
		const [leader = ''] = cardIds;
		const drawn = new Map(store.scenes.drawn.map((card) => [card.id, card]));
		const held = drawn.get(leader);
		const overlay = document.createElement('div');
		overlay.className = 'lifted cards';
		overlay.setAttribute('aria-hidden', 'true');
		if (canvas) lendGlyphs(canvas, overlay);
		this.#isSingle = cardIds.length === 1;
		if (held && !this.#isSingle) this.#group(overlay, store, held, cardIds.flatMap((id) => drawn.get(id) ?? []));
		else this.#column(overlay, store, cardIds);
		// The canvas clips what leaves it; the hand comes from the library.
		document.body.append(overlay);
		this.#overlay = overlay;
		this.#mover = new Mover(overlay);
		this.#isFlipped = false;
	}

	letGo(): void {
		this.#mover?.stop();
		this.#overlay?.remove();
		this.#mover = null;
		this.#overlay = null;
	}

	get isFlipped(): boolean {
		return this.#isFlipped;
	}

	/** Let go here, they would not come to stand. */
	refuse(isRefused: boolean): void {
		this.#overlay?.classList.toggle('is-refused', isRefused);
	}

	/** @param point of the window, where the held card's tab has its centre. */
	move(point: Point): void {
		const overlay = this.#overlay;
		if (!overlay) return;
		// Where the window ends, a card lies to the left of its tab, as it will when it is dropped.
		const isFlipped = this.#isSingle && point.x + size.width > window.innerWidth;
		if (isFlipped !== this.#isFlipped) overlay.firstElementChild?.firstElementChild?.toggleAttribute('data-flipped', isFlipped);
		this.#isFlipped = isFlipped;
		this.#mover?.to(`translate(${Math.round(point.x)}px, ${Math.round(point.y)}px)`);
	}

	#column(overlay: HTMLElement, store: BoardStore, cardIds: readonly string[]): void {
		const group = levelled(overlay, { detail: 'card', width: size.width });
		const fanned = cardIds.slice(0, mostFanned);
		for (const [nth, id] of [...fanned.entries()].reverse()) {
			const spot = cardSpot(store, id, 'card');
			Object.assign(spot.style, { left: `${nth * 5}px`, top: `${nth * 5}px`, width: `${size.width}px`, height: `${size.height}px` });
			spot.classList.add('is-held');
			group.append(spot);
		}
		if (cardIds.length > 1) group.append(counter(cardIds.length));
	}

	/** As they stand, round the one that is held. */
	#group(overlay: HTMLElement, store: BoardStore, held: DrawnCard, cards: readonly DrawnCard[]): void {
		const group = levelled(overlay, held);
		const half = Math.min(tabWidth, held.width) / 2;
		const anchor = { x: held.flipped ? held.left + held.width - half : held.left + half, y: held.top + held.height / 2 };
		for (const card of cards) {
			const [dx, dy] = [card.left - anchor.x, card.top - anchor.y];
			if (card.under !== undefined || Math.abs(dx) > sight || Math.abs(dy) > sight) continue;
			const spot = cardSpot(store, card.id, card.detail);
			Object.assign(spot.style, { left: `${dx}px`, top: `${dy}px`, width: `${card.width}px`, height: `${card.height}px` });
			spot.toggleAttribute('data-flipped', card.flipped);
			group.append(spot);
		}
		group.append(counter(cards.length));
	}
}

function levelled(overlay: HTMLElement, of: Pick<CardMeasures, 'detail' | 'width'>): HTMLElement {
	const group = document.createElement('div');
	group.className = levelOf(of);
	overlay.append(group);
	return group;
}

function cardSpot(store: BoardStore, cardId: string, detail: Detail): HTMLElement {
	const face = store.face(cardId);
	const spot = document.createElement('div');
	spot.className = 'spot';
	if (!face) return spot;
	const card = document.createElement('div');
	card.className = `card k-${face.kind} is-lifted`;
	if (detail !== 'glyph') card.append(...faceOf(face));
	spot.append(card);
	return spot;
}

function counter(count: number): HTMLElement {
	const mark = document.createElement('b');
	mark.className = 'in-hand';
	mark.textContent = String(count);
	return mark;
}
