/** Rounds and ballots for the tests of this folder. */
import type { Ballot, BallotValue, Round } from '../../src-shared/schemas/records.ts';

export const round = (patch: Partial<Round> = {}): Round => ({
	id: 'r', workshopId: 'w', seriesId: 's', title: 'Round 1', criteria: ['relevancy'], cardIds: ['a', 'b', 'c'], state: 'open',
	peopleInRoom: null, createdAt: '2026-01-01T00:00:00.000Z', openedAt: null, closedAt: null, revealedAt: null, ...patch,
});

export const ballot = (participant: string, cardId: string, value: BallotValue, reason: string | null = null): Ballot => ({
	id: `r/${participant}/${cardId}/relevancy`, workshopId: 'w', roundId: 'r', participant, cardId, criterion: 'relevancy', value, reason,
	way: 'hot seat',
});
