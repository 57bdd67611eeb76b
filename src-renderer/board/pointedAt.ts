/** Where the mouse is over the canvas, for keys that mean the spot under it. Where that is on the screen is worked out when it is asked. */
import type { BoardStore } from './boardStore.svelte.ts';

export function notePointer(canvas: HTMLElement, store: BoardStore): () => void {
	let last: { clientX: number; clientY: number } | null = null;
	const stop = new AbortController();
	canvas.addEventListener('pointermove', (event) => {
		const isOverBar = event.target instanceof Element && event.target.closest('.floating') !== null;
		last = event.pointerType === 'touch' || isOverBar ? null : event;
	}, { signal: stop.signal });
	canvas.addEventListener('pointerleave', () => (last = null), { signal: stop.signal });
	store.pointedAt = () => {
		if (!last) return null;
		const { left, top } = canvas.getBoundingClientRect();
		return { x: last.clientX - left, y: last.clientY - top };
	};
	return () => {
		stop.abort();
		store.pointedAt = () => null;
	};
}
