/** Focuses an element once what holds it is on screen: a dialog that opens would take the focus for its first button. */
export function focusSoon(element: HTMLElement): () => void {
	const frame = requestAnimationFrame(() => element.focus());
	return () => cancelAnimationFrame(frame);
}
