/** For a bar that floats over the canvas: pressed with the mouse, its buttons leave the focus, and with it the keys, to the canvas. */
export function keepsFocus(bar: HTMLElement): () => void {
	const press = (event: MouseEvent) => {
		const { activeElement } = document;
		if (activeElement === document.body || bar.parentElement?.contains(activeElement)) event.preventDefault();
	};
	bar.addEventListener('mousedown', press);
	return () => bar.removeEventListener('mousedown', press);
}
