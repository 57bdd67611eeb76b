/**
 * The placed cards' elements: made, put in the order in which they are read, and written where they stand in one pass over
 * plain numbers. Spots stand by left and top, without transforms or containment, which made the browser six times slower;
 * what is far out of sight is not displayed. While the zoom changes, a crowd of small cards is drawn on one canvas in their
 * place, and its elements follow once it has come to rest.
 */
import type { BoardItem } from '../items.ts';
import { axisHeight, namesWidth, tabWidth } from '../measures.ts';
import type { DrawnCard, Scene } from '../scene.ts';
import type { Point } from '../interaction.ts';
import { AtRest, restOfView } from './atRest.ts';
import { CardElement, levelOf, plainLook, type Look } from './cardElement.ts';
import type { SmallCard } from './chips.ts';
import { inOrder } from './inOrder.ts';
import { settleTiming } from './settling.ts';
import { SmallCards } from './smallCards.ts';

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
	isShown: boolean;
}

/**
 * How far outside a card is displayed, in pixels: hardly, where all are written anew, since each one costs; further once the
 * view pans, and then it stays until it is well out of sight, so that panning does not switch cards at every step.
 */
const margins = { written: 32, coming: 140, leaving: 420 } as const;
/** More cards than this that move at once just stand where they belong. */
const mostSettling = 80;
/** From this many small cards in sight on they are a crowd. */
const crowdFrom = 120;
/** How many of its elements follow within a frame. */
const followersAtOnce = 200;
const none: ReadonlySet<string> = new Set();

export class CardLayer {
	/** Where a crowd is drawn. */
	readonly small = new SmallCards(() => this.#draw());
	readonly #cards = new Map<string, CardElement>();
	readonly #groups = new Map<string, HTMLElement>();
	readonly #tops = new Map<string, number>();
	#root: HTMLElement | null = null;
	#standing = new Map<string, Standing>();
	#shown: Shown | null = null;
	#scene: Scene | null = null;
	#camera: { zoom: number; year: number } | null = null;
	#settle: { cardId: string; from: Point } | null = null;
	/** The lanes whose cards are drawn, since their elements do not stand yet where they belong. */
	#drawnLanes: ReadonlySet<string> = new Set();
	/** Those of them that have still to be looked at, once they follow. */
	#followers: IterableIterator<Standing> | null = null;
	readonly #atRest = new AtRest(restOfView, () => this.#follow(followersAtOnce));

	/** An attachment for the element that moves with the camera. */
	mount = (root: HTMLElement): (() => void) => {
		this.#root = root;
		// A canvas that comes back after its table was shown has none of the cards yet.
		this.#shown = null;
		return () => {
			this.#root = null;
			this.#atRest.stop();
		};
	};

	/** The card itself, which takes the focus. */
	element(cardId: string): HTMLElement | null {
		this.catchUp();
		return this.#cards.get(cardId)?.button ?? null;
	}

	/** The card that is about to be placed comes from the hand: its tab's centre was held at this point of the canvas. */
	settleFrom(cardId: string, from: Point): void {
		this.#settle = { cardId, from };
	}

	/** @returns true if the elements did not stand where the cards are seen; now they do. */
	catchUp(): boolean {
		const wasLate = this.#drawnLanes.size > 0;
		this.#follow(Infinity);
		return wasLate;
	}

	/** Call when the theme or the screen's resolution has changed. */
	restyle(): void {
		this.small.forgetLooks();
		this.#draw();
	}

	/** Call when anything of it has changed, and before the browser paints. */
	sync(shown: Shown, scene: Scene): void {
		const last = this.#shown;
		this.#shown = shown;
		this.#scene = scene;
		if (last?.byLane !== shown.byLane || last.lanes !== shown.lanes) this.#arrange(shown);
		if (last?.looks !== shown.looks || last.byLane !== shown.byLane) this.#dress(shown);
		const isScaled = this.#camera?.zoom !== scene.camera.zoom || this.#camera.year !== scene.year;
		this.#camera = { zoom: scene.camera.zoom, year: scene.year };
		if (last?.drawn !== shown.drawn || isScaled) this.#stand(shown, scene, last !== null, isScaled);
		else this.#cull(scene);
		this.#draw();
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

	#stand({ drawn, boxes }: Shown, scene: Scene, isKnown: boolean, isScaled: boolean): void {
		const before = this.#standing;
		const moved: Moved[] = [];
		const levels = new Map<string, string>();
		this.#standing = new Map();
		this.#drawnLanes = isScaled || this.#drawnLanes.size > 0 ? this.#crowded(drawn, scene) : none;
		this.#place(boxes.filter(({ id }) => !this.#drawnLanes.has(id)));
		for (const at of drawn) {
			const card = this.#cards.get(at.id);
			if (!card) continue;
			const old = before.get(at.id);
			const now: Standing = { card, at, written: old?.written ?? null, isShown: old?.isShown ?? false };
			this.#standing.set(at.id, now);
			if (!levels.has(at.laneId)) levels.set(at.laneId, levelOf(at));
			if (this.#drawnLanes.has(at.laneId)) continue;
			this.#showAt(now, isNear(at, scene, margins.written));
			if (isKnown && !isScaled && old && now.isShown && (old.at.left !== at.left || old.at.top !== at.top)) {
				moved.push({ now, dx: old.at.left - at.left, dy: old.at.top - at.top });
			}
		}
		for (const [laneId, level] of levels) {
			if (this.#drawnLanes.has(laneId)) this.#groups.get(laneId)?.classList.add('is-drawn');
			else this.#level(laneId, level);
		}
		this.#followers = null;
		if (this.#drawnLanes.size > 0) this.#atRest.stir();
		else this.#atRest.stop();
		const settled = this.#settleHeld(scene);
		glide(moved.filter(({ now }) => now !== settled));
	}

	/** @returns the lanes of small cards, where many of those are in sight. */
	#crowded(drawn: readonly DrawnCard[], scene: Scene): ReadonlySet<string> {
		const lanes = new Set<string>();
		let count = 0;
		for (const at of drawn) {
			if (at.detail !== 'glyph' && at.detail !== 'tab') continue;
			lanes.add(at.laneId);
			if (isNear(at, scene, margins.written)) count++;
		}
		// Not to and fro at each step where it is just about that many.
		return count >= (this.#drawnLanes.size > 0 ? 0.8 * crowdFrom : crowdFrom) ? lanes : none;
	}

	#level(laneId: string, level: string): void {
		const group = this.#groups.get(laneId);
		const now = this.#drawnLanes.has(laneId) ? `${level} is-drawn` : level;
		if (group && group.className !== now) group.className = now;
	}

	/** Has the elements of drawn cards stand where they belong, some now and others from frame to frame, and then be seen. */
	#follow(atOnce: number): void {
		const [shown, scene] = [this.#shown, this.#scene];
		if (this.#drawnLanes.size === 0 || !shown || !scene) return;
		this.#atRest.stop();
		if (!this.#followers) {
			this.#place(shown.boxes);
			for (const at of shown.drawn) this.#level(at.laneId, levelOf(at));
			this.#followers = this.#standing.values();
		}
		const followers = this.#followers;
		let done = 0;
		for (const standing of followers) {
			const { isShown, written } = standing;
			this.#showAt(standing, isNear(standing.at, scene, margins.written));
			if (standing.isShown !== isShown || standing.written !== written) done++;
			if (done < atOnce) continue;
			requestAnimationFrame(() => this.#followers === followers && this.#follow(atOnce));
			return;
		}
		this.#followers = null;
		for (const id of this.#drawnLanes) this.#groups.get(id)?.classList.remove('is-drawn');
		this.#drawnLanes = none;
		this.#draw();
	}

	#draw(): void {
		const [lanes, scene] = [this.#drawnLanes, this.#scene];
		if (lanes.size === 0 || !scene) {
			this.small.clear();
			return;
		}
		const cards: SmallCard[] = [];
		for (const { at, card } of this.#standing.values()) {
			if (at.under === undefined && lanes.has(at.laneId)) cards.push({ at, item: card.item, look: card.look });
		}
		this.small.draw(cards, scene);
	}

	#cull(scene: Scene): void {
		for (const card of this.#standing.values()) {
			if (this.#drawnLanes.has(card.at.laneId)) continue;
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

	#showAt(standing: Standing, isShown: boolean): void {
		if (isShown) write(standing, this.#tops.get(standing.at.laneId) ?? 0);
		if (isShown !== standing.isShown) standing.card.isShown = isShown;
		standing.isShown = isShown;
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
