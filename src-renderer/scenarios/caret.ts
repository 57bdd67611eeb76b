/** Where the caret belongs after a text was changed under it, by undo or from another window. */

/** @returns the end of what changed where the caret stood in it; else the same place in the text around it. */
export function caretAfter(before: string, after: string, caret: number): number {
	const shorter = Math.min(before.length, after.length);
	let head = 0;
	while (head < shorter && before[head] === after[head]) head++;
	let tail = 0;
	while (tail < shorter - head && before[before.length - 1 - tail] === after[after.length - 1 - tail]) tail++;
	if (caret < head) return caret;
	if (caret > before.length - tail) return caret + after.length - before.length;
	return after.length - tail;
}
