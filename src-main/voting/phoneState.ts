/** What a phone is told of the room and of its own answers. */
import type { PhoneState } from '../../src-shared/schemas/room.ts';
import type { BallotBox, Voter } from './ballotBox.ts';

/** @returns a PhoneState as JSON: the round in it may be long, is the same for all, and was written out once. */
export function phoneState(box: Readonly<BallotBox>, voter: Voter, now: Date): string {
	const { settings, clock, at } = box.opening!;
	const { current } = box;
	const shown = current && !current.closed ? current : null;
	const state: Omit<PhoneState, 'round'> = {
		title: settings.title,
		language: settings.language,
		groups: settings.groups,
		epoch: at,
		clock,
		now: now.toISOString(),
		answers: shown?.ballots.of(voter.id) ?? [],
		key: voter.key ?? '',
		group: voter.group,
		closed: closedLast(box),
	};
	return `${JSON.stringify(state).slice(0, -1)},"round":${shown?.json ?? 'null'}}`;
}

function closedLast({ current, collected }: Readonly<BallotBox>): PhoneState['closed'] {
	if (current?.closed) return { title: current.round.title, counted: current.ballots.voted };
	return collected ? { title: collected.title, counted: collected.counted } : null;
}
