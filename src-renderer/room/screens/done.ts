/** Nothing left to do: no answer stands on this screen, so that the phone can lie on the table. */
import type { RoomRound } from '../../../src-shared/schemas/room.ts';
import type { App, Drawn } from '../app.ts';
import { el, say } from '../dom.ts';
import { createFoot } from '../parts/foot.ts';
import { privacyAgain, spareKey } from '../parts/notes.ts';
import { arrivedWords, doneWords } from './review.ts';

export function doneScreen(app: App, round: RoomRound): Drawn {
	const lead = el('p', { class: 'lead' });
	const many = el('p', { class: 'faint' });
	const foot = createFoot(null);
	foot.next('Change my answers', () => app.go('review'), null);
	return {
		main: [el('p', { class: 'kicker', dir: 'auto' }, round.title), el('h1', { tabindex: -1 }, 'Thank you.'), lead, many, privacyAgain(), spareKey(app.session.view().state?.key ?? '')],
		foot: foot.element,
		look: 'words',
		update(view) {
			say(lead, arrivedWords(view));
			say(many, `${doneWords(round, view.answers)}. This page says when the round has closed.`);
		},
	};
}
