/** Moving through a list of buttons with the arrow keys; Tab stops at the list once. */

/** @returns the index to go to, or null for a key that does not move. May be `count`, one past the end. */
export function stepInList(key: string, now: number, count: number): number | null {
	if (count === 0) return null;
	if (key === 'ArrowDown') return now + 1;
	if (key === 'ArrowUp') return Math.max(0, now - 1);
	if (key === 'PageDown') return Math.min(count - 1, now + 8);
	if (key === 'PageUp') return Math.max(0, now - 8);
	if (key === 'Home') return 0;
	return key === 'End' ? count - 1 : null;
}

/** An attachment for a list; `more` draws further rows where there are any. */
export function arrowKeys(selector: string, more: () => Promise<void>): (list: HTMLElement) => () => void {
	return (list) => {
		const rows = () => [...list.querySelectorAll<HTMLElement>(selector)];
		function move(event: KeyboardEvent) {
			if (event.ctrlKey || event.altKey || event.metaKey) return;
			const now = rows().findIndex((row) => row === document.activeElement);
			const next = now === -1 ? null : stepInList(event.key, now, rows().length);
			if (next === null) return;
			event.preventDefault();
			if (next < rows().length) rows()[next]?.focus();
			else void more().then(() => rows()[next]?.focus());
		}
		list.addEventListener('keydown', move);
		return () => list.removeEventListener('keydown', move);
	};
}
