/** All cards with what was answered: to look over, and to go back to any of them. */
import type { RoomCard, RoomRound } from '../../../src-shared/schemas/room.ts';
import type { App, Drawn } from '../app.ts';
import { answeredCards, dotsLeft, statusOf, valueOf, type Answers } from '../ballot.ts';
import { el, say } from '../dom.ts';
import { glyph, icon } from '../icons.ts';
import { createFoot } from '../parts/foot.ts';
import { privacyAgain, spareKey } from '../parts/notes.ts';
import type { View } from '../view.ts';
import { answerWords, counted, kindNames, shortOf } from '../words.ts';

export function reviewScreen(app: App, round: RoomRound): Drawn {
	const order = app.order();
	const cards = order.map((id) => round.cards.filter((card) => card.id === id)[0]!);
	const heading = el('h1', { tabindex: -1 });
	const lead = el('p', { class: 'lead' });
	const lines = cards.map((card) => line(round, card, () => app.go(card.id)));
	const foot = createFoot(order.length === 0 ? null : () => app.go(order[order.length - 1]!));
	return {
		main: [heading, lead, el('ul', { class: 'review' }, ...lines.map(({ element }) => element)), privacyAgain(), spareKey(app.session.view().state?.key ?? '')],
		foot: foot.element,
		look: 'ballot',
		update(view) {
			for (const one of lines) one.update(view.answers);
			say(heading, doneWords(round, view.answers));
			say(lead, arrivedWords(view));
			const open = round.dots === null ? cards.filter(({ id }) => statusOf(round, view.answers, id) !== 'answered')[0] : undefined;
			foot.next('Done', () => app.go('done'), 'check');
			if (open) say(lead, `${arrivedWords(view)} A card that you skip counts for nobody.`);
		},
	};
}

/** "12 of 12 answered", or how many dots are given. */
export function doneWords(round: RoomRound, answers: Answers): string {
	const left = dotsLeft(round, answers);
	if (left !== null) return `${(round.dots ?? 0) - left} of ${counted(round.dots ?? 0, 'dot')} given`;
	return `${answeredCards(round, answers)} of ${round.cards.length} answered`;
}

export function arrivedWords({ answers, waiting }: View): string {
	const change = 'You can change them until the round closes.';
	if (Object.keys(answers).every((key) => answers[key]!.value === null)) return 'You can vote until the round closes.';
	return waiting > 0 ? `Your votes are kept on this phone; those on ${counted(waiting, 'card')} are still to be sent. ${change}` : `Your votes have arrived. ${change}`;
}

function line(round: RoomRound, card: RoomCard, open: () => void) {
	const said = el('span', { class: 'answers' });
	const element = el(
		'li',
		{},
		el(
			'button',
			{ type: 'button', class: `k-${card.kind}`, onclick: open },
			// Within the button: browsers of 2020 lay out no grid in a button itself.
			el(
				'span',
				{ class: 'line' },
				el('span', { class: 'kind' }, glyph(card.kind), el('b', {}, card.code), el('span', { class: 'unseen' }, ` ${kindNames[card.kind]}`)),
				el('span', { class: 'named', dir: 'auto' }, card.name),
				said,
				icon('edit'),
			),
		),
	);
	return {
		element,
		update(answers: Answers) {
			const given = round.criteria.map((criterion) => ({ criterion, value: valueOf(answers, card.id, criterion) }));
			const words = given.map(({ criterion, value }) => {
				const answer = value === null ? '–' : answerWords(criterion, value, round.baseYear);
				return given.length === 1 ? answer : `${shortOf[criterion]}: ${answer.replace(/^After/, 'after')}`;
			});
			const none = given.every(({ value }) => value === null);
			say(said, none ? (round.dots === null ? 'not answered' : 'no dots') : words.join(' · '));
			said.classList.toggle('none', none);
		},
	};
}
