/** The answers of one round by one criterion: one a person and card, the last one cast, and of the cards that were asked about only. */
import type { Ballot, BallotValue, Criterion, Round } from '../schemas/records.ts';

/** By card, then by participant; every card of the round is in it. */
export type AnswersByCard = Map<string, Map<string, BallotValue>>;

/** @param ballots of any rounds. */
export function answersOf({ id, cardIds }: Pick<Round, 'id' | 'cardIds'>, ballots: readonly Ballot[], criterion: Criterion): AnswersByCard {
	const byCard: AnswersByCard = new Map(cardIds.map((cardId) => [cardId, new Map<string, BallotValue>()]));
	for (const ballot of ballots) {
		if (ballot.roundId === id && ballot.criterion === criterion) byCard.get(ballot.cardId)?.set(ballot.participant, ballot.value);
	}
	return byCard;
}

/** Everyone who cast anything in the round, "I can't say" included. */
export const votersIn = ({ id }: Pick<Round, 'id'>, ballots: readonly Ballot[]): Set<string> =>
	new Set(ballots.flatMap(({ roundId, participant }) => (roundId === id ? [participant] : [])));

/** What every tally of a round says of who took part. */
export interface TookPart {
	roundId: string;
	/** How many people cast anything at all in the round, "I can't say" included. */
	turnout: number;
	peopleInRoom: number | null;
}

export const tookPart = (round: Pick<Round, 'id' | 'peopleInRoom'>, ballots: readonly Ballot[]): TookPart => ({
	roundId: round.id, turnout: votersIn(round, ballots).size, peopleInRoom: round.peopleInRoom,
});
