/**
 * Writes where cards stand straight to their elements: one pass over plain numbers for a thousand cards, where a reactive
 * style per card would run a thousand effects. Cards stand by left and top, without transforms or containment, which made
 * the browser six times slower; what is far out of sight is not displayed.
 */
import type { Attachment } from 'svelte/attachments';
import { clampAt } from '../../src-shared/domain/horizon.ts';
import { cardBox } from './geometry.ts';
import type { Point } from './interaction.ts';
import { axisHeight, namesWidth } from './measures.ts';
import type { Scene } from './scene.ts';

interface Written {
	element: HTMLElement;
	left: number;
	top: number;
	height: number;
	flipped: boolean;
	isShown: boolean;
}

/** Cards this far outside stay displayed, so that panning does not switch them at every step. */
const margin = 240;
/** More cards than this that move at once just stand where they belong. */
const mostSettling = 80;

export class CardLayer {
	#elements = new Map<string, HTMLElement>();
	#written = new Map<string, Written>();
	#last: Scene | null = null;
	#settle: { cardId: string; from: Point } | null = null;

	attach(cardId: string): Attachment<HTMLElement> {
		return (element) => {
			this.#elements.set(cardId, element);
			return () => {
				if (this.#elements.get(cardId) === element) this.#elements.delete(cardId);
			};
		};
	}

	element(cardId: string): HTMLElement | undefined {
		return this.#elements.get(cardId);
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
		if (onlyPanned && this.#written.size === this.#elements.size) this.#cull(scene);
		else this.#write(scene, last !== null && last.year === scene.year && last.measures === scene.measures);
	}

	#write(scene: Scene, animate: boolean): void {
		const lanes = new Map(scene.boxes.map((box) => [box.id, box]));
		const before = this.#written;
		const moved: { to: Written; dx: number; dy: number }[] = [];
		this.#written = new Map();
		for (const card of scene.crowd.placed) {
			const element = this.#elements.get(card.id);
			const standing = scene.crowd.layout.cards.get(card.id);
			const lane = lanes.get(standing?.laneId ?? '');
			if (!element || !standing || !lane) continue;
			const { left, top, height } = cardBox(clampAt(card.at), standing, lane, scene.measures, scene.year);
			const old = before.get(card.id);
			const to = { element, left, top, height, flipped: standing.flipped, isShown: true };
			const known = old?.element === element ? old : undefined;
			put(to, known);
			show(to, isNear(to, scene), known);
			this.#written.set(card.id, to);
			if (old && (old.left !== left || old.top !== top)) moved.push({ to, dx: old.left - left, dy: old.top - top });
		}
		const settled = this.#settleHeld(scene);
		if (animate) glide(moved.filter(({ to }) => to !== settled && to.isShown));
	}

	#cull(scene: Scene): void {
		for (const card of this.#written.values()) {
			const isShown = isNear(card, scene);
			if (isShown !== card.isShown) show(card, isShown, card);
		}
	}

	#settleHeld(scene: Scene): Written | undefined {
		const settle = this.#settle;
		const to = settle && this.#written.get(settle.cardId);
		if (!settle || !to) return undefined;
		this.#settle = null;
		const anchor = { x: to.left + (to.flipped ? to.element.offsetWidth - 13 : 13), y: to.top + to.height / 2 };
		const dx = settle.from.x - namesWidth + scene.camera.x - anchor.x;
		const dy = settle.from.y - axisHeight + scene.camera.y - anchor.y;
		animateFrom(to.element, `translate(${dx}px, ${dy}px) rotate(-2deg) scale(1.03)`, true);
		return to;
	}
}

function put(to: Written, known: Written | undefined): void {
	const { style } = to.element;
	if (known?.left !== to.left) style.left = `${to.left}px`;
	if (known?.top !== to.top) style.top = `${to.top}px`;
	if (known?.height !== to.height) style.height = `${to.height}px`;
	if (known?.flipped !== to.flipped) to.element.toggleAttribute('data-flipped', to.flipped);
}

function show(card: Written, isShown: boolean, known: Written | undefined): void {
	if (known?.isShown !== isShown) card.element.style.display = isShown ? '' : 'none';
	card.isShown = isShown;
}

function isNear({ left, top }: Written, { camera, plot }: Scene): boolean {
	return (
		left > camera.x - margin - 224 && left < camera.x + plot.width + margin &&
		top > camera.y - margin && top < camera.y + plot.height + margin
	);
}

/** Cards that made room, or came back by undo, glide to where they now stand. */
function glide(moved: { to: Written; dx: number; dy: number }[]): void {
	if (moved.length > mostSettling) return;
	for (const { to, dx, dy } of moved) animateFrom(to.element, `translate(${dx}px, ${dy}px)`, false);
}

function animateFrom(element: HTMLElement, transform: string, isOnTop: boolean): void {
	const root = getComputedStyle(document.documentElement);
	const duration = milliseconds(root.getPropertyValue('--time-move'));
	if (duration === 0) return;
	const start = isOnTop ? { transform, zIndex: '60' } : { transform };
	const end = isOnTop ? { transform: 'none', zIndex: '60' } : { transform: 'none' };
	element.animate([start, end], { duration, easing: root.getPropertyValue('--ease-settle').trim() || 'ease-out' });
}

function milliseconds(value: string): number {
	const number = Number.parseFloat(value) || 0;
	return value.trim().endsWith('ms') ? number : number * 1000;
}
