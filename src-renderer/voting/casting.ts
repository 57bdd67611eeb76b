/** An open round: opening it, casting votes in it, and taking it back while nobody has voted. */
import type { BallotValue, Round } from '../../src-shared/schemas/records.ts';
import type { App } from '../context.ts';
import { changed, created } from '../db/changes.ts';
import { ballotId } from './unlink.ts';

type Desk = Pick<App, 'records' | 'ledger'>;

export class RoundClosed extends Error {
	constructor() {
		super('This round has closed. Your votes were counted.');
		this.name = 'RoundClosed';
	}
}

/** An undo step until the first vote: after it, votes would be left in a draft. */
export const openRound = ({ records, ledger }: Desk, round: Round): Promise<void> =>
	ledger.commit({
		label: `Open ${round.title}`,
		changes: [changed('rounds', round, { state: 'open', openedAt: new Date().toISOString(), seriesId: seriesOf(round, records.rounds.all) })],
	});

/** Rounds on the same cards form a series; a round on some of them only is another one, and does not stand in for the first. */
function seriesOf(round: Round, rounds: readonly Round[]): string {
	const cards = (of: Round) => [...of.cardIds].sort().join();
	const earlier = rounds.find((other) => other.id !== round.id && other.state !== 'draft' && cards(other) === cards(round));
	return earlier?.seriesId ?? round.seriesId;
}

/** @throws where someone has voted: their votes would be lost to sight. */
export async function backToDraft({ records, ledger }: Desk, round: Round): Promise<void> {
	if (records.ballots.all.some((ballot) => ballot.roundId === round.id)) throw new Error('Someone has voted, so the cards are fixed now.');
	const changes = [changed('rounds', round, { state: 'draft', openedAt: null })];
	await ledger.commit({ label: `Change the cards of ${round.title}`, changes });
}

export interface Vote {
	roundId: string;
	/** The voter's random token. */
	participant: string;
	cardId: string;
	value: BallotValue;
	reason: string | null;
}

/** Keeps one answer; a second one on the same card replaces the first. @throws RoundClosed */
export async function castVote({ records, ledger }: Desk, vote: Vote): Promise<void> {
	const round = records.rounds.get(vote.roundId);
	if (round?.state !== 'open') throw new RoundClosed();
	const reason = vote.reason?.trim() || null;
	const ballot = { ...vote, reason, workshopId: round.workshopId, criterion: 'relevancy', way: 'hot seat' } as const;
	const id = ballotId(ballot);
	const before = records.ballots.get(id);
	if (before && before.value === ballot.value && before.reason === reason) return;
	const change = before ? changed('ballots', before, { value: ballot.value, reason }) : created('ballots', { ...ballot, id });
	// The label is read in the journal and in the history: it must not say what was voted.
	await ledger.commit({ label: 'A vote was cast', changes: [change], undoable: false, settles: [{ table: 'rounds', key: round.id }] });
}
