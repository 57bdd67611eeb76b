/** Runs work when the window has drawn what it has; a window in the background draws nothing, so not only then. */
export function afterPaint(work: () => void): void {
	let isDone = false;
	const once = () => {
		if (isDone) return;
		isDone = true;
		work();
	};
	requestAnimationFrame(() => setTimeout(once));
	setTimeout(once, 200);
}
