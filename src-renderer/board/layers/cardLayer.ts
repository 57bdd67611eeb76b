/**
 * The placed cards' elements: made, put in the order in which they are read, and written where they stand in one pass over
 * plain numbers. Spots stand by left and top, without transforms or containment, which made the browser six times slower;
 * what is far out of sight is not displayed.
 */
import type { BoardItem } from '../items.ts';
import { axisHeight, namesWidth, tabWidth } from '../measures.ts';
import type { DrawnCard, Scene } from '../scene.ts';
import type { Point } from '../interaction.ts';
import { CardElement, levelOf, plainLook, type Look } from './cardElement.ts';
import { inOrder } from './inOrder.ts';
import { settleTiming } from './settling.ts';

/** Everything the layer shows, and the same objects where nothing changed. */
export interface Shown {
	lanes: readonly { id: string; name: string }[];
	/** Where they stand. A lane's cards move with it, as one. */
	boxes: readonly { id: string; top: number }[];
	byLane: ReadonlyMap<string, readonly BoardItem[]>;
	drawn: readonly DrawnCard[];
	looks: ReadonlyMap<string, Look>;
}

interface Standing {
	card: CardElement;
	at: DrawnCard;
	/** What the element says; a card out of sight is not told where it stands until it comes into sight. */
	written: { at: DrawnCard; inLane: number } | null;
	isShown: boolean | null;
}

/**
 * How far outside a card is displayed, in pixels: hardly, where all are written anew, since each one costs; further once the
 * view pans, and then it stays until it is well out of sight, so that panning does not switch cards at every step.
 */
const margins = { written: 32, coming: 140, leaving: 420 } as const;
/** More cards than this that move at once just stand where they belong. */
const mostSettling = 80;

export class CardLayer {
	readonly #cards = new Map<string, CardElement>();
	readonly #groups = new Map<string, HTMLElement>();
	readonly #tops = new Map<string, number>();
	#root: HTMLElement | null = null;
	#standing = new Map<string, Standing>();
	#shown: Shown | null = null;
	#camera: { zoom: number; year: number } | null = null;
	#settle: { cardId: string; from: Point } | null = null;

	/** An attachment for the element that moves with the camera. */
	mount = (root: HTMLElement): (() => void) => {
		this.#root = root;
		// A canvas that comes back after its table was shown has none of the cards yet.
		this.#shown = null;
		return () => {
			this.#root = null;
		};
	};

	/** The card itself, which takes the focus. */
	element(cardId: string): HTMLElement | null {
		return this.#cards.get(cardId)?.button ?? null;
	}

	/** The card that is about to be placed comes from the hand: its tab's centre was held at this point of the canvas. */
	settleFrom(cardId: string, from: Point): void {
		this.#settle = { cardId, from };
	}

	/** Call when anything of it has changed, and before the browser paints. */
	sync(shown: Shown, scene: Scene): void {
		const last = this.#shown;
		this.#shown = shown;
		if (last?.byLane !== shown.byLane || last.lanes !== shown.lanes) this.#arrange(shown);
		if (last?.looks !== shown.looks || last.byLane !== shown.byLane) this.#dress(shown);
		const isScaled = this.#camera?.zoom !== scene.camera.zoom || this.#camera.year !== scene.year;
		if (last?.drawn === shown.drawn && !isScaled) this.#cull(scene);
		else this.#write(shown, scene, last !== null && !isScaled);
		this.#camera = { zoom: scene.camera.zoom, year: scene.year };
	}

	/** Elements for all cards, lane by lane in the order of time. */
	#arrange({ lanes, byLane }: Shown): void {
		const here = new Set<string>();
		for (const { id, name } of lanes) {
			const group = this.#groups.get(id) ?? laneGroup();
			this.#groups.set(id, group);
			if (group.getAttribute('aria-label') !== name) group.setAttribute('aria-label', name);
			const items = byLane.get(id) ?? [];
			for (const item of items) {
				here.add(item.id);
				if (!this.#cards.has(item.id)) this.#cards.set(item.id, new CardElement(item));
			}
			inOrder(group, items.map((item) => this.#cards.get(item.id)!.spot));
		}
		for (const [id, card] of this.#cards) if (!here.has(id)) this.#drop(id, card);
		const wanted = new Set(lanes.map(({ id }) => id));
		for (const [id, group] of this.#groups) {
			if (wanted.has(id)) continue;
			group.remove();
			this.#groups.delete(id);
			this.#tops.delete(id);
		}
		if (this.#root) inOrder(this.#root, lanes.map(({ id }) => this.#groups.get(id)!));
	}

	#drop(id: string, card: CardElement): void {
		card.spot.remove();
		this.#cards.delete(id);
		this.#standing.delete(id);
	}

	#dress({ byLane, looks }: Shown): void {
		for (const [id, items] of byLane) {
			let isRaised = false;
			for (const item of items) {
				const look = looks.get(item.id) ?? plainLook;
				isRaised ||= look.isSelected;
				this.#cards.get(item.id)?.show(item, look);
			}
			// Each lane is a stack of its own: a selected card's ring lies over the next one.
			const group = this.#groups.get(id);
			if (group) group.style.zIndex = isRaised ? '1' : '';
		}
	}

	#write({ drawn, boxes }: Shown, scene: Scene, animate: boolean): void {
		const before = this.#standing;
		const moved: Moved[] = [];
		this.#standing = new Map();
		const details = new Map<string, string>();
		this.#place(boxes);
		for (const at of drawn) {
			const card = this.#cards.get(at.id);
			if (!card) continue;
			const old = before.get(at.id);
			const now: Standing = { card, at, written: old?.written ?? null, isShown: old?.isShown ?? null };
			this.#showAt(now, isNear(at, scene, margins.written));
			this.#standing.set(at.id, now);
			details.set(at.laneId, levelOf(at.detail));
			if (animate && old && now.isShown && (old.at.left !== at.left || old.at.top !== at.top)) {
				moved.push({ now, dx: old.at.left - at.left, dy: old.at.top - at.top });
			}
		}
		for (const [laneId, detail] of details) {
			const group = this.#groups.get(laneId);
			if (group && group.className !== detail) group.className = detail;
		}
		const settled = this.#settleHeld(scene);
		glide(moved.filter(({ now }) => now !== settled));
	}

	#cull(scene: Scene): void {
		for (const card of this.#standing.values()) {
			const isShown = isNear(card.at, scene, card.isShown ? margins.leaving : margins.coming);
			if (isShown !== card.isShown) this.#showAt(card, isShown);
		}
	}

	/** A lane that grows in the middle moves those below it: a few transforms, and nothing in them is laid out or drawn anew. */
	#place(boxes: Shown['boxes']): void {
		for (const { id, top } of boxes) {
			const group = this.#groups.get(id);
			if (group && this.#tops.get(id) !== top) group.style.transform = `translateY(${top}px)`;
			this.#tops.set(id, top);
		}
	}

	#showAt(card: Standing, isShown: boolean): void {
		if (isShown) write(card, this.#tops.get(card.at.laneId) ?? 0);
		if (isShown !== card.isShown) card.card.spot.style.display = isShown ? '' : 'none';
		card.isShown = isShown;
	}

	#settleHeld(scene: Scene): Standing | undefined {
		const settle = this.#settle;
		const to = settle && this.#standing.get(settle.cardId);
		if (!settle || !to) return undefined;
		this.#settle = null;
		const { left, top, width, height, flipped } = to.at;
		const half = Math.min(tabWidth, width) / 2;
		const anchor = { x: left + (flipped ? width - half : half), y: top + height / 2 };
		const dx = settle.from.x - namesWidth + scene.camera.x - anchor.x;
		const dy = settle.from.y - axisHeight + scene.camera.y - anchor.y;
		const held = { transform: `translate(${dx}px, ${dy}px) rotate(-2deg) scale(1.03)`, zIndex: '60' };
		to.card.spot.animate([held, { transform: 'none', zIndex: '60' }], settleTiming());
		return to;
	}
}

interface Moved {
	now: Standing;
	dx: number;
	dy: number;
}

function laneGroup(): HTMLElement {
	const group = document.createElement('div');
	group.setAttribute('role', 'group');
	return group;
}

/** @param laneTop where the lane stands that it is in. */
function write(standing: Standing, laneTop: number): void {
	const { card, at, written } = standing;
	const inLane = at.top - laneTop;
	if (written?.at === at && written.inLane === inLane) return;
	const { style } = card.spot;
	const was = written?.at;
	if (was?.left !== at.left) style.left = `${at.left}px`;
	if (written?.inLane !== inLane) style.top = `${inLane}px`;
	if (was?.height !== at.height) style.height = `${at.height}px`;
	if (was?.width !== at.width) style.width = `${at.width}px`;
	if ((was?.flipped ?? false) !== at.flipped) card.spot.toggleAttribute('data-flipped', at.flipped);
	if (was?.detail !== at.detail) card.face(at.detail);
	standing.written = { at, inLane };
}

/** Not under another card, and in sight or almost. */
function isNear({ left, top, width, height, under }: DrawnCard, { camera, plot }: Scene, margin: number): boolean {
	return (
		under === undefined &&
		left > camera.x - margin - width && left < camera.x + plot.width + margin &&
		top > camera.y - margin - height && top < camera.y + plot.height + margin
	);
}

/** Cards that made room, or came back by undo, glide to where they now stand. */
function glide(moved: readonly Moved[]): void {
	if (moved.length === 0 || moved.length > mostSettling) return;
	const timing = settleTiming();
	for (const { now, dx, dy } of moved) now.card.spot.animate([{ transform: `translate(${dx}px, ${dy}px)` }, { transform: 'none' }], timing);
}
