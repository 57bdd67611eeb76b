/** Between rounds: in the lobby before the first, and after one has closed. */
import type { App, Drawn } from '../app.ts';
import { el, fill, say, show } from '../dom.ts';
import { privacyAgain, privacyNote, spareKey } from '../parts/notes.ts';
import type { View } from '../view.ts';
import { counted } from '../words.ts';

export function startingScreen(): Drawn {
	const lead = el('p', { class: 'lead' });
	return {
		main: [el('h1', { tabindex: -1 }, 'Joining the room …'), lead],
		foot: null,
		look: 'words',
		update: ({ connected }) => say(lead, connected ? '' : 'The room does not answer. This phone keeps trying. Stay in the room’s Wi-Fi.'),
	};
}

export function lobbyScreen(app: App): Drawn {
	return waiting(app, 'You are in.', privacyNote(), () => 'The facilitator opens the vote. This page then shows it by itself.');
}

export function closedScreen(app: App): Drawn {
	return waiting(app, 'This round has closed.', privacyAgain(), closedWords);
}

/** Neither key nor group here: there is nobody to give them to. */
export function overScreen(): Drawn {
	const lead = el('p', { class: 'lead' });
	return {
		main: [el('h1', { tabindex: -1 }, 'The room is closed.'), lead, privacyAgain()],
		foot: null,
		look: 'words',
		update: (view) => say(lead, overWords(view)),
	};
}

/** The room cannot be asked any more: what it had said it has is all that is promised. */
export function overWords({ waiting: cards }: View): string {
	if (cards === 0) return 'All that you sent is kept. Thank you. You can close this page.';
	return `Your answers on ${counted(cards, 'card')} are still on this phone. They are sent if the facilitator opens the room again while this page is open.`;
}

/** What became of this phone's votes: only what is known of them is said. */
export function closedWords({ state, own, late }: View): string {
	const title = state?.closed?.title;
	const mine = own !== null && own.title === title ? own.cards : null;
	const fate = mine === null ? '' : mine > 0 ? 'Your votes were counted. ' : 'You had given no vote in it. ';
	const missed = late > 0 ? `Your last answers on ${counted(late, 'card')} may have come too late to be counted. ` : '';
	return `${fate}${missed}Look to the front: the facilitator shows what the room thinks. The next round appears here by itself.`;
}

function waiting({ session }: App, heading: string, note: HTMLElement, words: (view: View) => string): Drawn {
	const title = el('p', { class: 'kicker', dir: 'auto' });
	const lead = el('p', { class: 'lead' });
	const people = el('p', { class: 'faint' });
	const group = el('p', { class: 'faint' });
	const notes = el('div');
	let key = '';
	return {
		main: [title, el('h1', { tabindex: -1 }, heading), lead, people, group, note, notes],
		foot: null,
		look: 'words',
		update(view) {
			const { state } = view;
			if (!state) return;
			say(title, state.closed?.title ? `${state.title} · ${state.closed.title}` : state.title);
			say(lead, words(view));
			const all = state.closed?.counted ?? 0;
			say(people, all > 0 ? `${counted(all, 'person', 'people')} voted.` : '');
			show(people, all > 0);
			drawGroup(group, state.groups.filter(({ id }) => id === state.group)[0]?.name ?? null, state.groups.length > 0, () => session.askGroup());
			if (key === state.key) return;
			key = state.key;
			fill(notes, key !== '' && spareKey(key));
		},
	};
}

function drawGroup(line: HTMLElement, name: string | null, asked: boolean, change: () => void) {
	show(line, asked);
	const text = name ?? 'none';
	if (line.getAttribute('data-group') === text) return;
	line.setAttribute('data-group', text);
	fill(line, 'Your group: ', el('b', { dir: 'auto' }, text), ' ', el('button', { type: 'button', class: 'textual inline', onclick: change }, 'Change'));
}
