/** A round has opened: what it is about, how much there is to do, and what is kept of it. */
import type { App, Drawn } from '../app.ts';
import { el, fill } from '../dom.ts';
import { createFoot } from '../parts/foot.ts';
import { privacyNote, spareKey } from '../parts/notes.ts';
import type { RoomRound } from '../../../src-shared/schemas/room.ts';
import { counted, shortOf } from '../words.ts';

export function startScreen({ session }: App, round: RoomRound): Drawn {
	const foot = createFoot(null);
	const notes = el('div');
	fill(notes, spareKey(session.view().state?.key ?? ''));
	foot.next('Start', () => session.note(`started ${round.id}`));
	return {
		main: [
			el('p', { class: 'kicker', dir: 'auto' }, session.view().state?.title ?? ''),
			el('h1', { tabindex: -1, dir: 'auto' }, round.title),
			round.question.trim() !== '' && el('p', { class: 'lead', dir: 'auto' }, round.question),
			el('p', { class: 'faint' }, whatIsAsked(round)),
			privacyNote(),
			notes,
		],
		foot: foot.element,
		look: 'words',
		update: () => undefined,
	};
}

export function whatIsAsked({ cards, criteria, dots, earlier }: RoomRound): string {
	const many = counted(cards.length, 'card');
	const again = earlier.length > 0 ? ' You see how the room answered before.' : '';
	if (criteria.indexOf('dots') >= 0) return `${many}, and ${counted(dots ?? 0, 'dot')} to give to those that matter most.${again}`;
	if (criteria.indexOf('approval') >= 0) return `${many}: yes, no or unsure.${again}`;
	const asked = criteria.map((criterion) => shortOf[criterion].toLowerCase());
	const last = asked.pop() ?? '';
	return `${many}, one at a time: ${asked.length > 0 ? `${asked.join(', ')} and ${last}` : last}. Skip what you like, and change it until the round closes.${again}`;
}
