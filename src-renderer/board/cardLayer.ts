/**
 * Writes where cards stand straight to their elements: one pass over plain numbers for a thousand cards, where a reactive
 * style per card would run a thousand effects. Spots stand by left and top, without transforms or containment, which made
 * the browser six times slower; what is far out of sight is not displayed.
 */
import type { Attachment } from 'svelte/attachments';
import { clampAt } from '../../src-shared/domain/horizon.ts';
import { cardBox } from './geometry.ts';
import type { Point } from './interaction.ts';
import { axisHeight, namesWidth, tabWidth } from './measures.ts';
import type { Scene } from './scene.ts';

interface Place {
	left: number;
	top: number;
	height: number;
	flipped: boolean;
}

interface Standing extends Place {
	element: HTMLElement;
	/** What the element says; a card out of sight is not told where it stands until it comes into sight. */
	written: Place | null;
	isShown: boolean | null;
}

/** Cards this far outside stay displayed, so that panning does not switch them at every step. */
const margin = 240;
const widestCard = 224;
/** More cards than this that move at once just stand where they belong. */
const mostSettling = 80;

export class CardLayer {
	#elements = new Map<string, HTMLElement>();
	#standing = new Map<string, Standing>();
	#last: Scene | null = null;
	#settle: { cardId: string; from: Point } | null = null;

	/** For the spot that a card stands in. */
	attach(cardId: string): Attachment<HTMLElement> {
		return (element) => {
			this.#elements.set(cardId, element);
			return () => {
				if (this.#elements.get(cardId) === element) this.#elements.delete(cardId);
			};
		};
	}

	/** The card itself, which takes the focus. */
	element(cardId: string): HTMLElement | null {
		return this.#elements.get(cardId)?.querySelector<HTMLElement>('[data-card-id]') ?? null;
	}

	/** The card that is about to be placed comes from the hand: its tab's centre was held at this point of the canvas. */
	settleFrom(cardId: string, from: Point): void {
		this.#settle = { cardId, from };
	}

	/** Call when the scene or the set of cards has changed, after their elements are in the document. */
	sync(scene: Scene): void {
		const last = this.#last;
		this.#last = scene;
		const onlyPanned = last !== null && last.crowd === scene.crowd && last.boxes === scene.boxes && last.year === scene.year && last.measures === scene.measures;
		if (onlyPanned && this.#standing.size === this.#elements.size) this.#cull(scene);
		else this.#write(scene, last !== null && last.year === scene.year && last.measures === scene.measures);
	}

	#write(scene: Scene, animate: boolean): void {
		const lanes = new Map(scene.boxes.map((box) => [box.id, box]));
		const before = this.#standing;
		const moved: Moved[] = [];
		this.#standing = new Map();
		for (const card of scene.crowd.placed) {
			const element = this.#elements.get(card.id);
			const place = scene.crowd.layout.cards.get(card.id);
			const lane = lanes.get(place?.laneId ?? '');
			if (!element || !place || !lane) continue;
			const { left, top, height } = cardBox(clampAt(card.at), place, lane, scene.measures, scene.year);
			const old = before.get(card.id);
			const same = old?.element === element ? old : null;
			const now: Standing = { element, left, top, height, flipped: place.flipped, written: same?.written ?? null, isShown: same?.isShown ?? null };
			show(now, isNear(now, scene));
			this.#standing.set(card.id, now);
			if (animate && old && now.isShown && (old.left !== left || old.top !== top)) moved.push({ now, dx: old.left - left, dy: old.top - top });
		}
		const settled = this.#settleHeld(scene);
		glide(moved.filter(({ now }) => now !== settled));
	}

	#cull(scene: Scene): void {
		for (const card of this.#standing.values()) {
			const isShown = isNear(card, scene);
			if (isShown !== card.isShown) show(card, isShown);
		}
	}

	#settleHeld(scene: Scene): Standing | undefined {
		const settle = this.#settle;
		const to = settle && this.#standing.get(settle.cardId);
		if (!settle || !to) return undefined;
		this.#settle = null;
		const half = tabWidth / 2;
		const anchor = { x: to.left + (to.flipped ? to.element.offsetWidth - half : half), y: to.top + to.height / 2 };
		const dx = settle.from.x - namesWidth + scene.camera.x - anchor.x;
		const dy = settle.from.y - axisHeight + scene.camera.y - anchor.y;
		const held = { transform: `translate(${dx}px, ${dy}px) rotate(-2deg) scale(1.03)`, zIndex: '60' };
		to.element.animate([held, { transform: 'none', zIndex: '60' }], settleTiming());
		return to;
	}
}

interface Moved {
	now: Standing;
	dx: number;
	dy: number;
}

function show(card: Standing, isShown: boolean): void {
	if (isShown) write(card);
	if (isShown !== card.isShown) card.element.style.display = isShown ? '' : 'none';
	card.isShown = isShown;
}

function write(card: Standing): void {
	const { element, left, top, height, flipped, written } = card;
	const { style } = element;
	if (written?.left !== left) style.left = `${left}px`;
	if (written?.top !== top) style.top = `${top}px`;
	if (written?.height !== height) style.height = `${height}px`;
	if (written?.flipped !== flipped) element.toggleAttribute('data-flipped', flipped);
	card.written = { left, top, height, flipped };
}

function isNear({ left, top }: Place, { camera, plot }: Scene): boolean {
	return (
		left > camera.x - margin - widestCard && left < camera.x + plot.width + margin &&
		top > camera.y - margin && top < camera.y + plot.height + margin
	);
}

/** Cards that made room, or came back by undo, glide to where they now stand. */
function glide(moved: readonly Moved[]): void {
	if (moved.length === 0 || moved.length > mostSettling) return;
	const timing = settleTiming();
	for (const { now, dx, dy } of moved) now.element.animate([{ transform: `translate(${dx}px, ${dy}px)` }, { transform: 'none' }], timing);
}

/** The theme's settling motion; none where motion is to be reduced. */
function settleTiming(): KeyframeAnimationOptions {
	const root = getComputedStyle(document.documentElement);
	const time = root.getPropertyValue('--time-move').trim();
	const duration = (Number.parseFloat(time) || 0) * (time.endsWith('ms') ? 1 : 1000);
	return { duration, easing: root.getPropertyValue('--ease-settle').trim() || 'ease-out' };
}
