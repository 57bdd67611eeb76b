/** Why somebody answered so, if they want to say it. */
import { el, newName, say, show } from '../dom.ts';
import { lettersLeft, longestReason } from '../reasonText.ts';

export interface ReasonPart {
	element: HTMLElement;
	/** @param answered whether the card has an answer that the reason can go with. */
	update(text: string, answered: boolean): void;
}

/** Milliseconds after the last letter. */
const pause = 1_200;

/** @param type at each letter. @param send when somebody pauses or leaves the field. */
export function reasonPart(type: (text: string) => void, send: () => void): ReasonPart {
	let timer: ReturnType<typeof setTimeout> | undefined;
	let answered = false;
	const hint = el('p', { class: 'hint', id: newName(), role: 'status' });
	const field = el('textarea', { rows: 1, dir: 'auto', enterkeyhint: 'done', 'aria-describedby': hint.id });

	function grow() {
		field.style.height = 'auto';
		field.style.height = `${field.scrollHeight}px`;
	}
	function draw() {
		const left = lettersLeft(field.value);
		const words =
			left < 0 ? `${-left} letters too many: the end will be cut off.`
			: field.value.trim() !== '' && !answered ? 'A reason counts with an answer: choose one above.'
			: left < longestReason / 5 ? `${left} letters left.`
			: '';
		say(hint, words);
		show(hint, words !== '');
	}
	const leave = () => {
		clearTimeout(timer);
		send();
	};
	field.addEventListener('input', () => {
		type(field.value);
		grow();
		draw();
		clearTimeout(timer);
		timer = setTimeout(send, pause);
	});
	field.addEventListener('blur', leave);
	return {
		element: el('div', { class: 'reason' }, el('label', {}, el('span', {}, el('b', {}, 'Why? '), el('em', {}, 'Optional, shown without your name')), field), hint),
		update(text, hasAnswer) {
			answered = hasAnswer;
			// What is being typed is never taken away.
			if (document.activeElement !== field && field.value !== text) field.value = text;
			requestAnimationFrame(grow);
			draw();
		},
	};
}
