/** Turns the browser's pointers, wheel and keys into the machine's plain events. The only file here that listens. */
import { isCommandKey } from '../ui/typing.ts';
import { clickStructure } from './states/structureKeys.ts';
import type { BoardStore } from './boardStore.svelte.ts';
import type { Point, PointerType, Target } from './interaction.ts';
import { AtRest, restOfView } from './layers/atRest.ts';
import { axisHeight, namesWidth } from './measures.ts';
import { structureElement, structureTargetOf } from './structure/targets.ts';

/** Mean nothing to buttons: they are the canvas's wherever the last press was. */
const viewKeys: readonly string[] = ['+', '=', '-', '0'];

/** Near an edge a held card moves the view along: pixels from the edge, and per frame at the edge itself. */
const edge = { reach: 44, speed: 14 };

/** @returns what takes all listeners away again. */
export function listen(canvas: HTMLElement, store: BoardStore): () => void {
	const { machine } = store;
	const stop = new AbortController();
	const { signal } = stop;
	let pointer: Point = { x: 0, y: 0 };
	let frame = 0;

	/** Asking the browser where the canvas is makes it lay out what the last event changed: once for each size is enough. */
	let corner: { plot: unknown; left: number; top: number } | null = null;
	function pointOf(event: MouseEvent): Point {
		if (corner?.plot !== store.eye.plot || event.type !== 'pointermove') {
			const { left, top } = canvas.getBoundingClientRect();
			corner = { plot: store.eye.plot, left, top };
		}
		return { x: event.clientX - corner.left, y: event.clientY - corner.top };
	}

	/** The library's cards carry ids as well. */
	function cardOf(target: EventTarget | null): HTMLElement | null {
		return target instanceof Element && canvas.contains(target) ? target.closest<HTMLElement>('[data-card-id]') : null;
	}

	function targetOf(element: EventTarget | null): Target | null {
		const cardId = cardOf(element)?.dataset['cardId'];
		if (cardId !== undefined) return element instanceof Element && element.closest('.more') ? { cardId, isPile: true } : { cardId };
		if (!(element instanceof Element)) return null;
		const structure = structureTargetOf(element);
		if (structure) return structure;
		const laneId = element.closest<HTMLElement>('[data-lane-id]')?.dataset['laneId'];
		const part = element.closest<HTMLElement>('[data-lane-part]')?.dataset['lanePart'];
		return laneId !== undefined && (part === 'name' || part === 'edge') ? { laneId, part } : null;
	}

	function down(event: PointerEvent): void {
		if (isControl(event.target)) return;
		pointer = pointOf(event);
		const { pointerId, button, shiftKey: shift } = event;
		const pointerType = event.pointerType as PointerType;
		const wasShielded = unshield();
		const wasLate = store.layer.catchUp();
		const pressed = wasShielded || wasLate ? document.elementFromPoint(event.clientX, event.clientY) : event.target;
		if (!machine.handle({ type: 'pointerDown', pointerId, pointerType, button, shift, target: targetOf(pressed), ...pointer })) return;
		const handled = structureElement(pressed);
		const linked = handled?.dataset['linkFrom'];
		(cardOf(pressed) ?? (linked === undefined ? handled : store.layer.element(linked)) ?? canvas).focus({ preventScroll: true });
		canvas.setPointerCapture(pointerId);
	}

	function move(event: PointerEvent): void {
		if (machine.view.state === 'idle') return;
		pointer = pointOf(event);
		machine.handle({ type: 'pointerMove', pointerId: event.pointerId, alt: event.altKey, ...pointer });
		if (frame === 0 && isHeld() && edgePan() !== null) frame = requestAnimationFrame(followEdge);
	}

	function up(event: PointerEvent): void {
		if (machine.view.state === 'idle') return;
		machine.handle({ type: 'pointerUp', pointerId: event.pointerId, ...pointOf(event) });
	}

	const isHeld = () => ['dragging', 'carrying', 'marquee', 'movingCluster', 'sizingCluster', 'movingNote', 'linking', 'movingLane'].includes(machine.view.state);

	function edgePan(): Point | null {
		const { width, height } = store.eye.plot;
		const inPlot = { x: pointer.x - namesWidth, y: pointer.y - axisHeight };
		if (pointer.x < 0 || pointer.y < 0 || inPlot.x > width || inPlot.y > height) return null;
		// A lane is moved up and down only, and by its name, which is at an edge.
		const pan = { x: machine.view.state === 'movingLane' ? 0 : pull(inPlot.x, width), y: pull(inPlot.y, height) };
		return pan.x === 0 && pan.y === 0 ? null : pan;
	}

	function followEdge(): void {
		const pan = isHeld() ? edgePan() : null;
		frame = pan ? requestAnimationFrame(followEdge) : 0;
		if (pan) store.eye.panBy(pan.x, pan.y);
	}

	/** Nothing under the pointer is looked for while the wheel turns: what comes and goes there would be styled anew at each step. */
	const turning = new AtRest(restOfView, unshield);
	function shield(): void {
		canvas.toggleAttribute('data-turning', true);
		turning.stir();
	}
	/** @returns whether a press would have missed what is seen there. */
	function unshield(): boolean {
		turning.stop();
		const was = canvas.hasAttribute('data-turning');
		canvas.toggleAttribute('data-turning', false);
		return was;
	}

	function wheel(event: WheelEvent): void {
		event.preventDefault();
		shield();
		const unit = event.deltaMode === 1 ? 20 : 1;
		const [dx, dy] = [event.deltaX * unit, event.deltaY * unit];
		if (event.ctrlKey || event.metaKey) store.eye.zoomAt(pointOf(event), Math.exp(-Math.min(24, Math.max(-24, dy)) * 0.012));
		else if (event.shiftKey && dx === 0) store.eye.panBy(-dy, 0);
		else store.eye.panBy(-dx, -dy);
	}

	function keyDown(event: KeyboardEvent): void {
		const { key, shiftKey: shift, altKey: alt, repeat } = event;
		const ctrl = event.ctrlKey || event.metaKey;
		if (!isForCanvas(event)) return;
		const cardId = cardOf(event.target)?.dataset['cardId'] ?? null;
		if (key === 'Tab' && cardId !== null && machine.view.state === 'idle') {
			if (store.focusNext(cardId, shift ? -1 : 1)) swallow(event);
			return;
		}
		if (machine.handle({ type: 'keyDown', key, shift, alt, ctrl, repeat, cardId, on: structureTargetOf(event.target) })) swallow(event);
	}

	function keyUp(event: KeyboardEvent): void {
		const cardId = cardOf(event.target)?.dataset['cardId'] ?? null;
		const isOurs = isForCanvas(event) || event.key === ' ';
		if (isOurs && machine.handle({ type: 'keyUp', key: event.key, cardId }) && isForCanvas(event)) swallow(event);
	}

	/** While something is in the hand every key is; else only those pressed on the canvas or nowhere in particular. */
	function isForCanvas(event: KeyboardEvent): boolean {
		const isCommand = (event.ctrlKey || event.metaKey) && event.key.toLowerCase() !== 'a';
		// F2 edits what has the focus; the others are the window's.
		if (isCommand || /^F(?!2$)\d+$/.test(event.key)) return false;
		if (machine.view.state !== 'idle') return true;
		if (event.defaultPrevented || document.querySelector('dialog[open]')) return false;
		const { target } = event;
		if (viewKeys.includes(event.key) && isCommandKey(event)) return true;
		return target === document.body || (target instanceof Node && canvas.contains(target) && !isControl(target) && !isSeparator(target));
	}

	canvas.addEventListener('pointerdown', down, { signal });
	canvas.addEventListener('focusin', (event) => {
		const cardId = cardOf(event.target)?.dataset['cardId'];
		if (cardId !== undefined) store.focused(cardId);
	}, { signal });
	// Assistive technology presses without a pointer; a pointer's own click has been dealt with.
	canvas.addEventListener('click', (event) => {
		const cardId = cardOf(event.target)?.dataset['cardId'];
		if (cardId !== undefined && event.detail === 0) store.port.select([cardId], 'only');
		const structure = event.detail === 0 && !isControl(event.target) ? structureTargetOf(event.target) : null;
		if (structure) clickStructure(machine, structure);
	}, { signal });
	// The focus is ours to give, text is not to be selected, and the middle button is not to scroll.
	canvas.addEventListener('mousedown', (event) => !isControl(event.target) && event.preventDefault(), { signal });
	canvas.addEventListener('dragstart', (event) => event.preventDefault(), { signal });
	canvas.addEventListener('wheel', wheel, { signal, passive: false });
	canvas.addEventListener('lostpointercapture', (event) => machine.handle({ type: 'pointerCancel', pointerId: event.pointerId }), { signal });
	window.addEventListener('pointermove', move, { signal });
	window.addEventListener('pointerup', up, { signal });
	window.addEventListener('pointercancel', (event) => machine.handle({ type: 'pointerCancel', pointerId: event.pointerId }), { signal });
	window.addEventListener('blur', () => machine.handle({ type: 'pointerCancel', pointerId: null }), { signal });
	window.addEventListener('keydown', keyDown, { signal, capture: true });
	window.addEventListener('keyup', keyUp, { signal, capture: true });
	return () => {
		machine.handle({ type: 'pointerCancel', pointerId: null });
		machine.handle({ type: 'putBack' });
		cancelAnimationFrame(frame);
		turning.stop();
		stop.abort();
	};
}

/** Positive at the near edge, negative at the far one, 0 in between. */
function pull(at: number, size: number): number {
	const near = Math.max(0, edge.reach - at);
	const far = Math.max(0, edge.reach - (size - at));
	return Math.round(((near - far) / edge.reach) * edge.speed);
}

function swallow(event: Event): void {
	event.preventDefault();
	event.stopPropagation();
}

/** The bars that float over the canvas are no part of it, nor are the buttons and fields on it. */
const isControl = (target: EventTarget | null): boolean => target instanceof Element && target.closest('.floating, [data-control], input, [role=menu]') !== null;
/** The edge of a lane takes the arrow keys itself. */
const isSeparator = (target: EventTarget | null): boolean => target instanceof Element && target.getAttribute('role') === 'separator';
