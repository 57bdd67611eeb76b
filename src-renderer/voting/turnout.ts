/** Who has voted in a round and how often each card was answered: counts alone, never a value and never a person. */
import type { Ballot, Round } from '../../src-shared/schemas/records.ts';

export interface Turnout {
	/** Everyone who answered at least one card; "I can't say" is an answer. */
	voted: number;
	/** Answered every card of the round. */
	finished: number;
	/** Answered some of the cards. */
	partly: number;
	/** Counted in the room and without an answer yet; null where nobody counted the room. */
	notStarted: number | null;
	/** Answers by card, for every card of the round. */
	byCard: Map<string, number>;
}

/** @param ballots of any rounds; those of other rounds are left out. */
export function turnoutOf(round: Round, ballots: readonly Ballot[]): Turnout {
	const asked = new Set(round.cardIds);
	const answered = new Map<string, Set<string>>();
	const byCard = new Map(round.cardIds.map((cardId) => [cardId, 0]));
	for (const { roundId, participant, cardId } of ballots) {
		if (roundId !== round.id || !asked.has(cardId)) continue;
		const own = answered.get(participant) ?? new Set<string>();
		answered.set(participant, own);
		// One answer a card and person, however many criteria were asked together.
		if (!own.has(cardId)) byCard.set(cardId, (byCard.get(cardId) ?? 0) + 1);
		own.add(cardId);
	}
	const voted = answered.size;
	const finished = [...answered.values()].filter((own) => own.size === asked.size).length;
	const notStarted = round.peopleInRoom === null ? null : Math.max(0, round.peopleInRoom - voted);
	return { voted, finished, partly: voted - finished, notStarted, byCard };
}

/** Who is not finished, as the sentence beside "Close and reveal". */
export function unfinishedSentence({ voted, partly, notStarted }: Turnout): string {
	const waiting = partly + (notStarted ?? 0);
	if (voted === 0) return 'Nobody has voted yet.';
	if (waiting === 0) return notStarted === null ? 'Everyone who voted has answered every card.' : 'Everyone has answered every card.';
	const people = waiting === 1 ? '1 person is not finished.' : `${waiting} people are not finished.`;
	return partly === 0 ? people : `${people} What they have entered counts.`;
}
