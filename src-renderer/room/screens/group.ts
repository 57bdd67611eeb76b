/** Which of the facilitator's groups somebody belongs to, if they want to say so. */
import type { App, Drawn } from '../app.ts';
import { el, say, show } from '../dom.ts';
import type { View } from '../view.ts';

export function groupScreen({ session }: App): Drawn {
	const choose = (id: string | null) => () => void session.chooseGroup(id);
	const buttons = (session.view().state?.groups ?? []).map(({ id, name }) => el('li', {}, el('button', { type: 'button', class: 'btn line wide', onclick: choose(id) }, el('span', { dir: 'auto' }, name))));
	const problem = el('p', { class: 'problem', role: 'alert' });
	return {
		main: [
			el('h1', { tabindex: -1 }, 'Which group are you in?'),
			el('p', { class: 'lead' }, 'Results can be shown by group. A group of fewer than three voters is never shown apart.'),
			problem,
			el('ul', { class: 'choices' }, ...buttons, el('li', {}, el('button', { type: 'button', class: 'btn line wide plain', onclick: choose(null) }, 'None of these'))),
		],
		foot: null,
		look: 'words',
		update({ refusal }: View) {
			say(problem, refusal?.error ?? '');
			show(problem, refusal !== null);
		},
	};
}
