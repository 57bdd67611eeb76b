/** Rounds and ballots for the tests of what is counted. */
import type { Ballot, BallotValue, Criterion, Round } from '../../schemas/records.ts';

export const roundOf = (patch: Partial<Round> = {}): Round => ({
	id: 'r', workshopId: 'w', seriesId: 's', title: 'Round 1', criteria: ['relevancy'], cardIds: ['a', 'b', 'c'], state: 'revealed', peopleInRoom: null,
	createdAt: '2026-05-14T09:00:00.000Z', openedAt: '2026-05-14T09:00:00.000Z', closedAt: '2026-05-14T09:10:00.000Z', revealedAt: '2026-05-14T09:10:00.000Z', ...patch,
});

export const cast = (participant: string, cardId: string, value: BallotValue, criterion: Criterion = 'relevancy', patch: Partial<Ballot> = {}): Ballot => {
	const roundId = patch.roundId ?? 'r';
	return { id: `${roundId}/${participant}/${cardId}/${criterion}`, workshopId: 'w', roundId, participant, cardId, criterion, value, reason: null, way: 'phone', ...patch };
};

/** One answer of each of the people p0, p1, … */
export const votes = (cardId: string, values: readonly BallotValue[], criterion: Criterion = 'relevancy', patch: Partial<Ballot> = {}): Ballot[] =>
	values.map((value, index) => cast(`p${index}`, cardId, value, criterion, patch));
