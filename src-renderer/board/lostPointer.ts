/**
 * A pointer that was let go where nobody could see it: while the laptop slept, over another program, under a dialog of the
 * system. It comes back with no button held, and what it had in the hand is put back rather than left to stick to it.
 */
import type { Interaction } from './interaction.ts';

export function noticeLostPointer(machine: Interaction): () => void {
	let pressed: number | null = null;
	const stop = new AbortController();
	const options = { signal: stop.signal, capture: true };
	window.addEventListener('pointerdown', ({ pointerId }) => (pressed = pointerId), options);
	window.addEventListener('pointerup', () => (pressed = null), options);
	window.addEventListener('pointermove', ({ pointerId, buttons }) => {
		if (buttons !== 0 || pointerId !== pressed) return;
		pressed = null;
		machine.handle({ type: 'pointerCancel', pointerId });
	}, options);
	return () => stop.abort();
}
