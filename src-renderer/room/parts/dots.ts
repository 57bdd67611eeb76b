/** How many of one's dots a card gets: one more, one less, and what is left of them over all cards. */
import type { BallotValue } from '../../../src-shared/schemas/records.ts';
import { el, newName, put, say } from '../dom.ts';
import type { Earlier } from '../earlier.ts';
import { icon } from '../icons.ts';
import { counted, questionOf } from '../words.ts';
import { question } from './question.ts';

export interface DotsPart {
	element: HTMLElement;
	update(value: BallotValue | null, left: number, budget: number): void;
}

/** @param give null takes the last dot back: a card without dots has no answer. */
export function dotsPart(earlier: Earlier | null, give: (value: number | null) => void): DotsPart {
	let own = 0;
	let free = 0;
	const left = el('p', { class: 'left', id: newName(), role: 'status' });
	const less = el('button', { type: 'button', class: 'step', 'aria-label': 'One dot less', 'aria-describedby': left.id, onclick: () => own > 0 && give(own - 1 || null) }, icon('minus'));
	const more = el('button', { type: 'button', class: 'step', 'aria-label': 'One dot more', 'aria-describedby': left.id, onclick: () => free > 0 && give(own + 1) }, icon('plus'));
	const number = el('b', { class: 'many' });
	const drawn = el('span', { class: 'drawn', 'aria-hidden': 'true' });
	const { element } = question(
		{ words: questionOf.dots, role: 'group', earlier },
		el('div', { class: 'dots' }, less, el('div', { class: 'given' }, number, drawn), more),
		left,
	);
	return {
		element,
		update(value, dotsLeft, budget) {
			own = typeof value === 'number' ? value : 0;
			free = dotsLeft;
			say(number, String(own));
			// More of them than this would be counted by nobody.
			say(drawn, own > 20 ? '' : '●'.repeat(own));
			// Not disabled: the button that was just pressed would lose the focus.
			put(less, 'aria-disabled', String(own === 0));
			put(more, 'aria-disabled', String(free <= 0));
			say(left, `${counted(own, 'dot')} here. ${Math.max(0, free)} of ${budget} left.`);
		},
	};
}
