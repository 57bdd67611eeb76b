/**
 * Hears keys before anything else on the page does, for as long as the element is there. Not by Svelte's own events:
 * those fall silent for a listener after one that stopped the key from going further.
 */
export const captureKeys = (hear: (event: KeyboardEvent) => void) => (): (() => void) => {
	window.addEventListener('keydown', hear, true);
	return () => window.removeEventListener('keydown', hear, true);
};
