/** The ballots of a closed round as they leave the room: under the series' names, in their order, small groups unnamed. */
import type { CollectedBallot } from '../../src-shared/schemas/room.ts';
import type { HeldRound, Voter } from './ballotBox.ts';
import { hiddenGroups } from './groups.ts';
import { aliasOf } from './secrets.ts';

/** The same at every call, so that a crash before they are kept costs nothing. */
export function collectedBallots({ ballots }: HeldRound, voters: ReadonlyMap<string, Voter>, seriesSecret: string): CollectedBallot[] {
	const standing = [...ballots.standing()].map(({ voterId, answers }) => ({
		participant: aliasOf(seriesSecret, voterId),
		group: voters.get(voterId)?.group ?? null,
		answers,
	}));
	const sizes = new Map<string | null, number>();
	for (const { group } of standing) sizes.set(group, (sizes.get(group) ?? 0) + 1);
	const hidden = hiddenGroups(sizes);
	return standing
		.flatMap(({ participant, group, answers }) => {
			const named = group !== null && hidden.has(group) ? null : group;
			return answers.map(({ cardId, criterion, value, reason }): CollectedBallot => ({ participant, cardId, criterion, value: value!, reason, way: 'phone', group: named }));
		})
		.sort((a, b) => compare(a.participant, b.participant) || compare(a.cardId, b.cardId) || compare(a.criterion, b.criterion));
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
