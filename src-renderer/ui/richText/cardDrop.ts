/**
 * Cards dragged into the text from a list beside it: whatever carries `data-card-id` can be dragged here by pointer. The
 * keyboard's way is the picker behind @.
 */
import type { EditorView } from 'prosemirror-view';

interface Drop {
	/** Shows where the card would go; null while it is not over the text. */
	aim: (pos: number | null) => void;
	drop: (cardId: string, pos: number) => void;
}

/** The way a press has to go before it is a drag. */
const slack = 5;

/** @returns how to stop. */
export function acceptCards(view: EditorView, { aim, drop }: Drop): () => void {
	let press: { cardId: string; pointerId: number; x: number; y: number } | null = null;
	let target: number | null = null;

	const posAt = (event: PointerEvent): number | null => {
		const box = view.dom.getBoundingClientRect();
		const isOver = event.clientX >= box.left && event.clientX <= box.right && event.clientY >= box.top && event.clientY <= box.bottom;
		if (!isOver) return null;
		const at = view.posAtCoords({ left: event.clientX, top: event.clientY })?.pos ?? view.state.doc.content.size;
		return view.state.doc.resolve(at).parent.inlineContent ? at : null;
	};
	const down = (event: PointerEvent) => {
		const from = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-card-id]') : null;
		const cardId = from?.dataset['cardId'];
		if (event.button === 0 && cardId && !view.dom.contains(from)) press = { cardId, pointerId: event.pointerId, x: event.clientX, y: event.clientY };
	};
	const move = (event: PointerEvent) => {
		if (event.pointerId !== press?.pointerId || Math.hypot(event.clientX - press.x, event.clientY - press.y) < slack) return;
		target = posAt(event);
		aim(target);
	};
	const up = (event: PointerEvent) => {
		if (event.pointerId !== press?.pointerId) return;
		const { cardId } = press;
		const pos = target;
		end();
		if (pos === null) return;
		// The list that the card was lifted from must not take this for a new order of its own.
		window.dispatchEvent(new PointerEvent('pointercancel', { pointerId: event.pointerId }));
		drop(cardId, pos);
	};
	const end = () => {
		press = target = null;
		aim(null);
	};
	const escape = (event: KeyboardEvent) => event.key === 'Escape' && press && end();

	const listeners = { pointerdown: down, pointermove: move, pointerup: up, pointercancel: end, keydown: escape } as const;
	for (const [name, listener] of Object.entries(listeners)) window.addEventListener(name, listener as EventListener, true);
	return () => {
		for (const [name, listener] of Object.entries(listeners)) window.removeEventListener(name, listener as EventListener, true);
	};
}
