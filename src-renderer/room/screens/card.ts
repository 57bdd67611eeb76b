/** One card: its words, everything that the round asks of it, and why. */
import type { Criterion } from '../../../src-shared/schemas/records.ts';
import type { RoomCard, RoomRound } from '../../../src-shared/schemas/room.ts';
import type { App, Drawn } from '../app.ts';
import { dotsLeft, statusOf, valueOf } from '../ballot.ts';
import { el, show } from '../dom.ts';
import { earlierFor } from '../earlier.ts';
import { cardFace } from '../parts/cardFace.ts';
import { approvalPart, scalePart, type AnswerPart } from '../parts/choice.ts';
import { dotsPart } from '../parts/dots.ts';
import { createFoot } from '../parts/foot.ts';
import { reasonPart } from '../parts/reason.ts';
import { timingPart } from '../parts/timing.ts';
import type { View } from '../view.ts';

interface Asked {
	element: HTMLElement;
	update(view: View): void;
}

export function cardScreen(app: App, round: RoomRound, card: RoomCard): Drawn {
	const { session } = app;
	const asked = round.criteria.map((criterion) => ask(app, round, card.id, criterion));
	const reason = round.asksReason ? reasonPart((text) => session.typeReason(card.id, text), () => session.sendReason(card.id)) : null;
	const clear = el('button', { type: 'button', class: 'textual', onclick: () => takeBack() }, 'Take back my answer to this card');
	const order = app.order();
	const index = order.indexOf(card.id);
	const isLast = index === order.length - 1;
	const foot = createFoot(index === 0 ? null : () => app.go(order[index - 1]!));

	function takeBack() {
		const none: Partial<Record<Criterion, null>> = {};
		for (const criterion of round.criteria) none[criterion] = null;
		session.answer(card.id, none);
		app.announce('Your answer to this card is taken back.');
		// The button that was pressed is gone, and the focus with it.
		document.querySelector('h1')?.focus();
	}
	return {
		main: [cardFace(card, app.positionId), ...asked.map(({ element }) => element), reason?.element ?? null, clear],
		foot: foot.element,
		look: 'ballot',
		update(view) {
			for (const one of asked) one.update(view);
			const status = statusOf(round, view.answers, card.id);
			reason?.update(session.reason(card.id), status !== 'open');
			show(clear, status !== 'open');
			const skips = status === 'open' && round.criteria.indexOf('dots') < 0;
			const words = isLast ? (skips ? 'Skip, and look over' : 'Look over your answers') : skips ? 'Skip for now' : 'Next card';
			foot.next(words, () => app.go(isLast ? 'review' : order[index + 1]!));
		},
		leave: () => session.sendReason(card.id),
	};
}

function ask({ session }: App, round: RoomRound, cardId: string, criterion: Criterion): Asked {
	const earlier = earlierFor(round, cardId, criterion);
	const valueIn = (view: View) => valueOf(view.answers, cardId, criterion);
	if (criterion === 'dots') {
		const part = dotsPart(earlier, (value) => session.answer(cardId, { dots: value }));
		return { element: part.element, update: (view) => part.update(valueIn(view), dotsLeft(round, view.answers) ?? 0, round.dots ?? 0) };
	}
	const give: Parameters<typeof scalePart>[2] = (value) => session.answer(cardId, { [criterion]: value });
	const part: AnswerPart =
		criterion === 'timing' ? timingPart(round.baseYear, earlier, give)
		: criterion === 'approval' ? approvalPart(criterion, earlier, give)
		: scalePart(criterion, earlier, give);
	return { element: part.element, update: (view) => part.update(valueIn(view)) };
}
