/** From a selection in the drawn text to points in the document: its lines are elements with `data-line`. */
import type { TextPoint } from './clip.ts';

/** @returns the selection's ends within the text, or null where it lies outside or is empty. */
export function selectedPoints(root: HTMLElement, selection: Selection | null): { start: TextPoint; end: TextPoint } | null {
	if (!selection || selection.rangeCount === 0 || selection.isCollapsed) return null;
	const range = selection.getRangeAt(0);
	if (!root.contains(range.startContainer)) return null;
	const start = pointOf(range.startContainer, range.startOffset);
	// A triple click ends at the start of what follows, which after the last line is outside.
	const end = root.contains(range.endContainer) ? pointOf(range.endContainer, range.endOffset) : endOf(root);
	return start && end ? { start, end } : null;
}

function pointOf(node: Node, offset: number): TextPoint | null {
	const element = node instanceof Element ? node : node.parentElement;
	const line = element?.closest<HTMLElement>('[data-line]');
	if (!line) {
		const child = node.childNodes[offset] ?? node.lastChild;
		const inside = child instanceof HTMLElement ? (child.matches('[data-line]') ? child : child.querySelector<HTMLElement>('[data-line]')) : null;
		return inside ? { line: Number(inside.dataset['line']), offset: 0 } : null;
	}
	const before = document.createRange();
	before.setStart(line, 0);
	before.setEnd(node, offset);
	return { line: Number(line.dataset['line']), offset: before.toString().length };
}

function endOf(root: HTMLElement): TextPoint | null {
	const last = [...root.querySelectorAll<HTMLElement>('[data-line]')].at(-1);
	return last ? { line: Number(last.dataset['line']), offset: last.textContent.length } : null;
}

/** Selects whole lines, so that a passage can be chosen with the keyboard alone. */
export function selectLines(root: HTMLElement, from: number, to: number): void {
	const first = root.querySelector(`[data-line="${Math.min(from, to)}"]`);
	const last = root.querySelector(`[data-line="${Math.max(from, to)}"]`);
	if (first && last) getSelection()?.setBaseAndExtent(first, 0, last, last.childNodes.length);
}

/** Scrolls the text's own frame and nothing around it, which scrollIntoView would. */
export function scrollToLine(root: HTMLElement, line: number, where: 'middle' | 'in sight'): void {
	const element = root.querySelector(`[data-line="${line}"]`);
	const frame = root.parentElement;
	if (!element || !frame) return;
	const box = element.getBoundingClientRect();
	const view = frame.getBoundingClientRect();
	if (where === 'middle') frame.scrollTop += box.top - view.top - Math.max(0, view.height - box.height) / 2;
	else if (box.top < view.top) frame.scrollTop += box.top - view.top - 8;
	else if (box.bottom > view.bottom) frame.scrollTop += box.bottom - view.bottom + 8;
}
