/** Where somebody is in the round, how much is answered, and what time is left. */
import type { RoomRound } from '../../../src-shared/schemas/room.ts';
import { statusOf } from '../ballot.ts';
import { clockFace } from '../clock.ts';
import { el, fill, put, show } from '../dom.ts';
import { icon } from '../icons.ts';
import type { Place } from '../route.ts';
import type { View } from '../view.ts';

export interface Top {
	element: HTMLElement;
	/** @param cardId of the card that is shown, null for the look over all. */
	update(view: View, round: RoomRound, order: readonly string[], cardId: string | null): void;
	hide(): void;
}

export function createTop(positionId: string, go: (place: Place) => void): Top {
	const position = el('span', { id: positionId });
	const all = el('button', { type: 'button', class: 'where', onclick: () => go('review') }, position);
	const clock = el('span', { class: 'clock', role: 'timer' });
	const bar = el('div', { class: 'progress', 'aria-hidden': 'true' });
	const element = el('header', { class: 'top' }, el('div', { class: 'row' }, all, clock), bar);
	let cards: readonly string[] = [];
	// The whole height of the bar counts, wherever a finger lands in it; for keys and ears there is the list of all cards.
	bar.addEventListener('click', (event) => {
		const { left, right, width } = bar.getBoundingClientRect();
		const along = document.documentElement.dir === 'rtl' ? right - event.clientX : event.clientX - left;
		const card = cards[Math.min(cards.length - 1, Math.max(0, Math.floor((along / Math.max(1, width)) * cards.length)))];
		if (card !== undefined) go(card);
	});
	let latest: View | null = null;
	setInterval(() => latest && drawClock(clock, latest), 500);

	function drawBar(view: View, round: RoomRound, order: readonly string[], cardId: string | null) {
		if (cards.join() !== order.join()) {
			cards = order;
			fill(bar, ...order.map(() => el('i')));
			bar.style.setProperty('--gap', order.length > 60 ? '0px' : order.length > 24 ? '1px' : '4px');
		}
		order.forEach((id, at) => put(bar.children[at]!, 'class', id === cardId ? 'now' : statusOf(round, view.answers, id) === 'open' ? '' : statusOf(round, view.answers, id) === 'partly' ? 'partly' : 'done'));
	}
	return {
		element,
		update(view, round, order, cardId) {
			latest = view;
			show(element, true);
			if (cardId === null) fill(position, 'Your answers');
			else fill(position, `Card ${order.indexOf(cardId) + 1} `, el('em', {}, `of ${order.length}`));
			put(all, 'disabled', cardId === null);
			put(all, 'aria-label', cardId === null ? null : `Card ${order.indexOf(cardId) + 1} of ${order.length}: see all`);
			drawBar(view, round, order, cardId);
			drawClock(clock, view);
		},
		hide() {
			latest = null;
			show(element, false);
		},
	};
}

function drawClock(clock: HTMLElement, { state, connected, ahead }: View) {
	const face = clockFace(state?.clock ?? null, Date.now(), ahead);
	const text = !connected ? 'offline' : !face ? '' : face.isOver ? 'Time is up' : face.paused ? `${face.text} paused` : `${face.text} left`;
	if (clock.getAttribute('data-text') === text) return;
	clock.setAttribute('data-text', text);
	fill(clock, text !== '' && icon(connected ? 'clock' : 'offline'), text);
}
