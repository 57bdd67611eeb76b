/** One person's answers in a round: what is answered, what is left of the dots, and which answers a change of the screen makes. */
import type { BallotValue, Criterion } from '../../src-shared/schemas/records.ts';
import type { Answer, RoomRound } from '../../src-shared/schemas/room.ts';

/** Answers by `answerKey`. One that was taken back has the value null. */
export type Answers = Readonly<Record<string, Answer>>;
/** An answer before it has its place in the order of sending. */
export type Given = Omit<Answer, 'seq'>;

export const answerKey = (cardId: string, criterion: Criterion): string => `${cardId}/${criterion}`;

/** What the room has, with what is still on its way over it. */
export function merged(stored: readonly Answer[], waiting: readonly Answer[]): Answers {
	const answers: Record<string, Answer> = {};
	for (const answer of stored) answers[answerKey(answer.cardId, answer.criterion)] = answer;
	for (const answer of waiting) answers[answerKey(answer.cardId, answer.criterion)] = answer;
	return answers;
}

export const valueOf = (answers: Answers, cardId: string, criterion: Criterion): BallotValue | null => answers[answerKey(cardId, criterion)]?.value ?? null;

/** Of a card, by the round's criteria in their order. */
const answersOf = (round: RoomRound, answers: Answers, cardId: string): (Answer | undefined)[] =>
	round.criteria.map((criterion) => answers[answerKey(cardId, criterion)]).map((answer) => (answer && answer.value !== null ? answer : undefined));

export type CardStatus = 'open' | 'partly' | 'answered';

export function statusOf(round: RoomRound, answers: Answers, cardId: string): CardStatus {
	const given = answersOf(round, answers, cardId).filter((answer) => answer !== undefined).length;
	return given === 0 ? 'open' : given < round.criteria.length ? 'partly' : 'answered';
}

export const answeredCards = (round: RoomRound, answers: Answers): number =>
	round.cards.filter(({ id }) => statusOf(round, answers, id) === 'answered').length;

/** The reason that a card's answers carry; the same words stand on one of them only. */
export const reasonOf = (round: RoomRound, answers: Answers, cardId: string): string | null =>
	answersOf(round, answers, cardId).map((answer) => answer?.reason ?? null).find((reason) => reason !== null) ?? null;

/** Dots not given away yet; null in a round without dots. */
export function dotsLeft(round: RoomRound, answers: Answers): number | null {
	if (round.dots === null || round.criteria.indexOf('dots') < 0) return null;
	const given = round.cards.reduce((sum, { id }) => {
		const value = valueOf(answers, id, 'dots');
		return sum + (typeof value === 'number' ? value : 0);
	}, 0);
	return round.dots - given;
}

/**
 * The answers to send so that a card has these values and this reason. The reason goes with the first criterion that is
 * answered: on each of them it would be counted as often as there are criteria.
 * @param changes the new values of this card, null to take one back; criteria that are not named stay.
 */
export function changesFor(
	round: RoomRound,
	answers: Answers,
	cardId: string,
	changes: Partial<Record<Criterion, BallotValue | null>>,
	reason: string | null,
): Given[] {
	let free = reason;
	const changed: Given[] = [];
	for (const criterion of round.criteria) {
		const before = answers[answerKey(cardId, criterion)];
		const change = changes[criterion];
		const value = change === undefined ? (before?.value ?? null) : change;
		const own = value === null ? null : free;
		if (value !== null) free = null;
		if (value !== (before?.value ?? null) || own !== (before?.reason ?? null)) changed.push({ cardId, criterion, value, reason: own });
	}
	return changed;
}
