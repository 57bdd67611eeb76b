/** An open round: opening it, casting votes in it on this laptop or from paper, and taking it back while nobody has voted. */
import type { RecordChange } from '../../src-shared/schemas/journal.ts';
import type { Ballot, BallotValue, Criterion, Round } from '../../src-shared/schemas/records.ts';
import type { App } from '../context.ts';
import { changed, created, removed } from '../db/changes.ts';
import { ballotId } from './unlink.ts';

type Desk = Pick<App, 'records' | 'ledger'>;

export class RoundClosed extends Error {
	constructor() {
		super('This round has closed. Your votes were counted.');
		this.name = 'RoundClosed';
	}
}

/** An undo step until the first vote, or until phones are asked it: after it, votes would be left in a draft. */
export const openRound = ({ records, ledger }: Desk, round: Round): Promise<void> =>
	ledger.commit({
		label: `Open ${round.title}`,
		changes: [changed('rounds', round, { state: 'open', openedAt: new Date().toISOString(), seriesId: seriesOf(round, records.rounds.all) })],
	});

/** From here on opening the round is no undo step: votes that are on their way would be left in a draft. */
export const askOnPhones = ({ ledger }: Desk, round: Round): Promise<void> =>
	ledger.commit({ label: `Ask ${round.title} on phones`, changes: [changed('rounds', round, {})], undoable: false });

/** A round that follows another is of its series, and so are rounds on the same cards; one on some of them only stands for itself. */
function seriesOf(round: Round, rounds: readonly Round[]): string {
	const cards = (of: Round) => [...of.cardIds].sort().join();
	const earlier =
		rounds.find(({ id }) => id === round.earlierRoundId) ??
		rounds.find((other) => other.id !== round.id && other.state !== 'draft' && cards(other) === cards(round));
	return earlier?.seriesId ?? round.seriesId;
}

/** @throws where someone has voted: their votes would be lost to sight. */
export async function backToDraft({ records, ledger }: Desk, round: Round): Promise<void> {
	if (records.ballots.all.some((ballot) => ballot.roundId === round.id)) throw new Error('Someone has voted, so the cards are fixed now.');
	const changes = [changed('rounds', round, { state: 'draft', openedAt: null })];
	await ledger.commit({ label: `Change the cards of ${round.title}`, changes });
}

export interface Answer {
	cardId: string;
	criterion: Criterion;
	/** Null takes the answer back. */
	value: BallotValue | null;
	reason: string | null;
}

export interface Cast {
	roundId: string;
	/** The voter's random token. */
	participant: string;
	way: Exclude<Ballot['way'], 'phone'>;
	answers: readonly Answer[];
}

/** Keeps one person's answers at once; a second one on the same card and criterion replaces the first. @throws RoundClosed */
export async function castVotes({ records, ledger }: Desk, { answers, ...cast }: Cast): Promise<void> {
	const round = records.rounds.get(cast.roundId);
	if (round?.state !== 'open') throw new RoundClosed();
	const changes = answers.flatMap((answer) => {
		const about = { ...cast, cardId: answer.cardId, criterion: answer.criterion, workshopId: round.workshopId };
		return changeTo(records.ballots.get(ballotId(about)), { ...about, id: ballotId(about) }, answer);
	});
	if (changes.length === 0) return;
	// The label is read in the journal and in the history: it must not say what was voted.
	const label = cast.way === 'paper' ? 'A paper ballot was entered' : 'A vote was cast';
	await ledger.commit({ label, changes, undoable: false, settles: [{ table: 'rounds', key: round.id }] });
}

function changeTo(before: Ballot | undefined, about: Omit<Ballot, 'value' | 'reason'>, { value, reason: written }: Answer): RecordChange[] {
	const reason = written?.trim() || null;
	if (value === null) return before ? [removed('ballots', before)] : [];
	if (!before) return [created('ballots', { ...about, value, reason })];
	return before.value === value && before.reason === reason ? [] : [changed('ballots', before, { value, reason })];
}

export const castVote = (app: Desk, { cardId, criterion, value, reason, ...cast }: Omit<Cast, 'answers'> & Answer): Promise<void> =>
	castVotes(app, { ...cast, answers: [{ cardId, criterion, value, reason }] });

/** Takes a paper ballot out again that was entered wrongly. @throws RoundClosed */
export async function takeBackBallot({ records, ledger }: Desk, roundId: string, participant: string): Promise<void> {
	if (records.rounds.get(roundId)?.state !== 'open') throw new RoundClosed();
	const own = records.ballots.all.filter((ballot) => ballot.roundId === roundId && ballot.participant === participant && ballot.way === 'paper');
	if (own.length === 0) return;
	await ledger.commit({ label: 'A paper ballot was taken out', changes: own.map((ballot) => removed('ballots', ballot)), undoable: false });
}
