/** Outside: the code from the wall or the printed slip, or the key of another phone. */
import type { App, Drawn } from '../app.ts';
import { impossibleSign, tidyCode } from '../code.ts';
import { el, newName, put, say, show } from '../dom.ts';
import { createFoot } from '../parts/foot.ts';
import { privacyNote } from '../parts/notes.ts';
import type { View } from '../view.ts';

const ways = {
	code: { label: 'Code', hint: 'Six signs on the wall, or those on your own slip.', other: 'I have a key from another phone' },
	key: { label: 'Key', hint: 'The other phone shows it under “Another phone?”.', other: 'I have a code' },
};

export function joinScreen({ session }: App): Drawn {
	let way: keyof typeof ways = 'code';
	/** What the page itself has to say of what was typed. */
	let own = '';
	const [fieldId, hintId, problemId] = [newName(), newName(), newName()];
	const label = el('label', { for: fieldId });
	const hint = el('p', { id: hintId, class: 'hint' });
	const problem = el('p', { id: problemId, class: 'problem', role: 'alert' });
	const field = el('input', {
		id: fieldId, class: 'code', type: 'text', autocomplete: 'off', autocapitalize: 'characters', autocorrect: 'off', spellcheck: 'false', enterkeyhint: 'go', maxlength: 24, dir: 'ltr',
		'aria-describedby': `${problemId} ${hintId}`,
	});
	const other = el('button', { type: 'button', class: 'textual', onclick: () => turnTo(way === 'code' ? 'key' : 'code') });
	const form = el('form', { novalidate: true, onsubmit: (event) => (event.preventDefault(), enter()) }, label, field, problem, hint);
	const foot = createFoot(null);

	function turnTo(next: keyof typeof ways) {
		way = next;
		own = '';
		field.value = '';
		draw(session.view());
		field.focus();
	}
	function enter() {
		const typed = tidyCode(field.value);
		own = typed === '' ? `Type the ${way} first.` : '';
		draw(session.view());
		if (typed === '') return field.focus();
		void session.join(way === 'code' ? typed : '', way === 'key' ? typed : null);
	}
	let prefilled: string | null = null;
	function draw({ refusal, busy, code }: View) {
		if (code !== null && code !== prefilled && field.value === '') field.value = prefilled = code;
		say(label, ways[way].label);
		say(hint, ways[way].hint);
		say(other, ways[way].other);
		const misread = refusal?.reason === 'wrong code' && impossibleSign(field.value);
		const words = own || (refusal ? refusal.error + (misread ? ` No code has the sign ${misread}: look again.` : '') : '');
		const isNew = words !== '' && words !== problem.textContent;
		say(problem, words);
		show(problem, words !== '');
		// It stands under the field, which on a small phone may be out of sight.
		if (isNew && field.isConnected) field.focus();
		put(field, 'aria-invalid', words !== '' && refusal?.reason !== 'replaced' ? 'true' : null);
		foot.next(busy ? 'Joining …' : 'Join', enter, null);
	}
	return {
		main: [el('h1', { tabindex: -1 }, 'Join the vote'), form, other, privacyNote()],
		foot: foot.element,
		look: 'words',
		update: draw,
	};
}
