/**
 * Takes the link between people and ballots away when a round closes: everyone's token is replaced by a fresh random
 * one, in shuffled order. One person's answers stay together, because concordance is a matter of whole rankings.
 */
import { newId } from '../../src-shared/domain/ids.ts';
import type { Ballot } from '../../src-shared/schemas/records.ts';

/** @returns the same answers under new tokens, in an order that has nothing to do with the one they were cast in. */
export function unlinked(ballots: readonly Ballot[]): Ballot[] {
	const byPerson = new Map<string, Ballot[]>();
	for (const ballot of ballots) byPerson.set(ballot.participant, [...(byPerson.get(ballot.participant) ?? []), ballot]);
	const renamed = [...byPerson.values()].map((own) => {
		const participant = newId();
		return { participant, own: own.map((ballot) => ({ ...ballot, participant, id: ballotId({ ...ballot, participant }) })) };
	});
	// The tokens are random, so their order is a shuffle that was already drawn; the cards' order tells what was skipped and returned to.
	return renamed
		.sort((a, b) => compare(a.participant, b.participant))
		.flatMap(({ own }) => own.sort((a, b) => compare(a.id, b.id)));
}

export const ballotId = ({ roundId, participant, cardId, criterion }: Pick<Ballot, 'roundId' | 'participant' | 'cardId' | 'criterion'>): string =>
	`${roundId}/${participant}/${cardId}/${criterion}`;

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
