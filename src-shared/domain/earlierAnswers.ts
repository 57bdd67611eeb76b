/**
 * What people are shown of the round before as they answer again, as Delphi does: the distribution and the reasons, not an
 * average alone (Woudenberg 1991), and nothing that leads to a person.
 */
import type { Ballot, BallotValue, Criterion, Round } from '../schemas/records.ts';
import { longestReason, type EarlierAnswers } from '../schemas/room.ts';
import { answersOf } from './answers.ts';
import { fewestReasons, hasReason, reasonCount, scatter } from './reasons.ts';

/** Of a card and criterion; a phone is handed all of them at once, and nobody reads more. */
const mostReasons = 24;

/** @param ballots of any rounds. @returns one entry a card and criterion of the round, whose results have to be revealed; else none. */
export function earlierAnswers(round: Round, ballots: readonly Ballot[]): EarlierAnswers[] {
	if (round.state !== 'revealed') return [];
	const own = ballots.filter(({ roundId }) => roundId === round.id);
	const showsReasons = reasonCount(round, own) >= fewestReasons;
	return round.criteria.flatMap((criterion) =>
		[...answersOf(round, own, criterion)].map(([cardId, byVoter]): EarlierAnswers => ({
			cardId,
			criterion,
			votes: counts(criterion, [...byVoter.values()]),
			reasons: showsReasons ? reasonsOf(own, cardId, criterion) : [],
		})),
	);
}

function counts(criterion: Criterion, values: readonly BallotValue[]): Record<string, number> {
	const votes: Record<string, number> = {};
	for (const value of values) {
		const name = criterion === 'timing' && typeof value === 'number' ? String(Math.floor(value)) : String(value);
		votes[name] = (votes[name] ?? 0) + 1;
	}
	return votes;
}

/** In an order that comes from the words alone: neither who wrote them nor when has a part in it. */
function reasonsOf(ballots: readonly Ballot[], cardId: string, criterion: Criterion): string[] {
	const texts = ballots.flatMap((ballot) => (ballot.cardId === cardId && ballot.criterion === criterion && hasReason(ballot) ? [ballot.reason!.trim().slice(0, 4 * longestReason)] : []));
	return texts
		.map((text) => ({ text, place: scatter(`${cardId} ${text}`) }))
		.sort((a, b) => a.place - b.place || (a.text < b.text ? -1 : 1))
		.slice(0, mostReasons)
		.map(({ text }) => text);
}
