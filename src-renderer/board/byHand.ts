/**
 * Marks what has the focus because of the hand. The browser takes what gets the focus while a button is down, or by a script
 * after it, for focused by the key before it; the ring is for keys alone. The mark is on that very element: on anything above
 * it, all the cards would be styled anew.
 */

/** Keys that only go with a press. */
const besidePresses: readonly string[] = ['Shift', 'Control', 'Alt', 'Meta', ' '];
const mark = 'data-by-hand';

/** An attachment for the canvas. @returns what ends it. */
export function markByHand(canvas: HTMLElement): () => void {
	const stop = new AbortController();
	const early = { capture: true, signal: stop.signal };
	let isByHand = false;
	let marked: Element | null = null;

	function put(element: Element | null): void {
		marked?.removeAttribute(mark);
		// Where one writes the ring is there for the hand, too.
		marked = element?.matches('input, textarea') ? null : element;
		marked?.setAttribute(mark, '');
	}
	window.addEventListener('pointerdown', ({ target }) => {
		isByHand = true;
		// What has the focus already gets it by no event.
		const { activeElement } = document;
		if (canvas.contains(activeElement) && target instanceof Node && activeElement!.contains(target)) put(activeElement);
	}, early);
	window.addEventListener('keydown', ({ key }) => {
		if (besidePresses.includes(key)) return;
		isByHand = false;
		put(null);
	}, early);
	canvas.addEventListener('focusin', ({ target }) => put(isByHand && target instanceof Element ? target : null), early);
	canvas.addEventListener('focusout', () => put(null), early);
	return () => stop.abort();
}
