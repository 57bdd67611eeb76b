/**
 * Closing a round, and revealing it at once or later. What phones sent is fetched from the room, and with what was cast here it is kept in
 * one commit, in which everyone who voted here gets a fresh token, shuffled. Phones' voters keep one name through a series
 * of rounds, so that the same people can be compared; with its last round those names are replaced as well, in every round.
 */
import { changeToKeep } from '../../src-shared/domain/stability.ts';
import type { RecordChange, Scope } from '../../src-shared/schemas/journal.ts';
import type { Ballot, Round } from '../../src-shared/schemas/records.ts';
import type { CollectedBallot } from '../../src-shared/schemas/room.ts';
import type { App } from '../context.ts';
import { changed, created, removed } from '../db/changes.ts';
import { refusal } from '../ui/attempt.ts';
import { finishClosing, hasEnded, wait, type Ports, type Task } from './afterClosing.svelte.ts';
import { ballotId, unlinked } from './unlink.ts';

type Desk = Pick<App, 'records' | 'ledger' | 'sync' | 'database'>;

/** The round stays as it is. */
export class NotCollected extends Error {
	constructor(round: Round, reason: unknown) {
		super(`The votes of the phones could not be fetched, so ${round.title} stays open and nothing is lost. ${refusal(reason)} Then close the round again.`);
		this.name = 'Refused';
	}
}

export interface Closing {
	/** These cards are voted on again: voters on phones stay comparable until then. */
	votesAgain: boolean;
	/** The results stay hidden, from the facilitator too, until they are revealed. */
	revealsLater?: boolean;
}

/**
 * Not undoable: what a room has seen it cannot unsee.
 * @returns whether room and disk have let go of everything already.
 * @throws NotCollected where the room does not answer.
 */
export async function closeAndReveal(app: Desk, roundId: string, { votesAgain, revealsLater = false }: Closing, ports: Ports): Promise<boolean> {
	const round = app.records.rounds.get(roundId);
	if (round?.state !== 'open') return true;
	const collected = await ports.room.collect(roundId).catch((error: unknown) => {
		throw new NotCollected(round, error);
	});
	// Another window may have closed it while the room was asked; its ballots must not come in twice.
	if (app.records.rounds.get(roundId)?.state !== 'open') return finishClosing(app, ports);
	const here = app.records.ballots.all.filter((ballot) => ballot.roundId === roundId && ballot.way !== 'phone');
	const there = collected.map((ballot) => ballotOf(round, ballot));
	const hasPhones = there.length > 0 || linkedSeries(app.records).includes(round.seriesId);
	const tasks = tasksOf(round, { collected: there.length > 0, ends: hasPhones && !votesAgain });
	wait(...tasks);
	const now = new Date().toISOString();
	const change = changeToKeep(round, app.records.rounds.all, [...app.records.ballots.all, ...there]);
	const ballots = [...unlinked(here), ...(votesAgain ? there : unlinked(there))];
	await app.ledger.commit({
		label: `${revealsLater ? 'Close' : 'Close and reveal'} ${round.title}`,
		changes: [
			...here.map((ballot) => removed('ballots', ballot)),
			...shuffled(ballots).map((ballot) => created('ballots', ballot)),
			changed('rounds', round, {
				state: revealsLater ? 'closed' : 'revealed', closedAt: now, revealedAt: revealsLater ? null : now, ...(votesAgain ? {} : { unlinked: true }), ...(change && { change }),
				// More votes than people counted: the count was too low.
				peopleInRoom: round.peopleInRoom && Math.max(round.peopleInRoom, new Set(ballots.map(({ participant }) => participant)).size),
			}),
			...(votesAgain ? [] : unlinkEarlier(app, round.seriesId)),
		],
		undoable: false,
	});
	// Once more: another window may have seen them before they were due.
	wait(...tasks);
	return finishClosing(app, ports);
}

/** Shows what a round that has closed already says. Not undoable: what a room has seen it cannot unsee. */
export const reveal = ({ ledger }: Pick<Desk, 'ledger'>, round: Round): Promise<void> =>
	ledger.commit({ label: `Reveal ${round.title}`, changes: [changed('rounds', round, { state: 'revealed', revealedAt: new Date().toISOString() })], undoable: false });

/** No voter of these series is the same person in two rounds any more. @returns whether room and disk have let go already. */
export async function endSeries(app: Desk, seriesIds: readonly string[], ports: Ports): Promise<boolean> {
	const changes = seriesIds.flatMap((seriesId) => unlinkEarlier(app, seriesId));
	const workshopId = app.records.openWorkshopId;
	if (changes.length === 0 || workshopId === null) return true;
	const tasks: Task[] = [...seriesIds.map((seriesId) => ({ is: 'ended', seriesId }) as const), { is: 'forget', scope: `workshop-${workshopId}` }];
	wait(...tasks);
	await app.ledger.commit({ label: 'Part voters from their rounds', changes, undoable: false });
	wait(...tasks);
	return finishClosing(app, ports);
}

/** Those that a room which closes leaves behind; a round that is open still ends its own as it closes. */
export const seriesToEnd = (records: Pick<App['records'], 'rounds' | 'ballots'>): string[] =>
	linkedSeries(records).filter((seriesId) => !records.rounds.all.some((round) => round.seriesId === seriesId && round.state === 'open'));

/** The series whose voters on phones can be told to be the same from round to round. */
export function linkedSeries({ rounds, ballots }: Pick<App['records'], 'rounds' | 'ballots'>): string[] {
	const onPhones = new Set(ballots.all.filter(({ way }) => way === 'phone').map(({ roundId }) => roundId));
	return [...new Set(rounds.all.filter((round) => isLinked(round) && onPhones.has(round.id)).map(({ seriesId }) => seriesId))];
}

const isLinked = (round: Round): boolean => hasEnded(round) && !round.unlinked;

function tasksOf(round: Round, { collected, ends }: { collected: boolean; ends: boolean }): Task[] {
	const scope: Scope = `workshop-${round.workshopId}`;
	return [
		...(collected ? [{ is: 'kept', roundId: round.id } as const] : []),
		...(ends ? [{ is: 'ended', seriesId: round.seriesId } as const] : []),
		{ is: 'forget', scope },
	];
}

function ballotOf(round: Round, { group, ...collected }: CollectedBallot): Ballot {
	const ballot = { ...collected, workshopId: round.workshopId, roundId: round.id, ...(group === null ? {} : { group }) };
	return { ...ballot, id: ballotId(ballot) };
}

/** Here and there together in the order of their names, which are random. */
const shuffled = (ballots: Ballot[]): Ballot[] => [...ballots].sort((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0));

/** Fresh names, round by round, for everyone in the rounds of a series that have ended. */
function unlinkEarlier({ records }: Pick<Desk, 'records'>, seriesId: string): RecordChange[] {
	return records.rounds.all
		.filter((round) => round.seriesId === seriesId && isLinked(round))
		.flatMap((round) => {
			const own = records.ballots.all.filter((ballot) => ballot.roundId === round.id);
			return [
				...own.map((ballot) => removed('ballots', ballot)),
				...unlinked(own).map((ballot) => created('ballots', ballot)),
				changed('rounds', round, { unlinked: true }),
			];
		});
}
