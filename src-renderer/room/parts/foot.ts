/** The bar within a thumb's reach: back, and the one thing that comes next. */
import { el, fill, show, type Child } from '../dom.ts';
import { icon } from '../icons.ts';

export interface Foot {
	element: HTMLElement;
	/** @param words what the button does. */
	next(words: string, act: () => void, sign?: 'next' | 'check' | null): void;
}

/** @param back null where nothing lies behind. */
export function createFoot(back: (() => void) | null): Foot {
	let act: () => void = () => undefined;
	let shown = '';
	const main = el('button', { type: 'button', class: 'btn primary', onclick: () => act() });
	const before: Child = back && el('button', { type: 'button', class: 'btn line', 'aria-label': 'Back', onclick: back }, icon('back'));
	const element = el('footer', { class: back ? 'foot' : 'foot single' }, before, main);
	show(element, false);
	return {
		element,
		next(words, nextAct, sign = 'next') {
			act = nextAct;
			show(element, true);
			if (shown === words) return;
			shown = words;
			fill(main, words, sign && icon(sign));
		},
	};
}
