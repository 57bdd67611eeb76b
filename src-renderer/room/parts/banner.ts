/** The line to the room is lost. It says first what people worry about: their votes. */
import { el, put, say, show } from '../dom.ts';
import { icon } from '../icons.ts';
import type { View } from '../view.ts';
import { counted } from '../words.ts';

export interface Banner {
	element: HTMLElement;
	update(view: View): void;
}

export function createBanner(tryNow: () => void): Banner {
	const head = el('b');
	const text = el('p');
	const count = el('span');
	const words = el('div', { role: 'status' }, head, text);
	const element = el('aside', { class: 'lost', 'aria-label': 'Connection' }, icon('offline'), el('div', {}, words, el('p', { class: 'waiting' }, count, el('button', { type: 'button', class: 'textual', onclick: tryNow }, 'Try now'))));
	return {
		element,
		update(view) {
			const lost = view.stage === 'inside' && !view.connected && !view.isOver;
			show(element, lost);
			const said = lost ? lostWords(view) : null;
			say(head, said?.head ?? '');
			say(text, said?.text ?? '');
			say(count, !said ? '' : view.waiting > 0 ? `${counted(view.waiting, 'card')} waiting to be sent` : 'This phone keeps trying');
			put(element, 'data-waiting', String(view.waiting));
		},
	};
}

function lostWords({ state, waiting, lasts }: View): { head: string; text: string } {
	const stay = lasts ? '' : ' Leave this page open until then.';
	if (!state?.round) return { head: 'The connection is lost.', text: 'This phone joins again by itself. Stay in the room’s Wi-Fi.' };
	if (waiting > 0) return { head: 'Your votes are kept and will be sent.', text: `The connection is lost. They stay on this phone and go out when it is back. Carry on.${stay}` };
	return { head: 'Your votes are safe.', text: `The connection is lost. What you answer now is kept on this phone and sent when it is back. Carry on.${stay}` };
}
