/**
 * Closing and revealing a round. In the same commit every voter's token is replaced by a fresh one, shuffled; after it
 * the journal on disk is written anew, so that the order in which people voted is on disk no longer.
 */
import type { Scope } from '../../src-shared/schemas/journal.ts';
import type { App } from '../context.ts';
import { changed, created, removed } from '../db/changes.ts';
import { unlinked } from './unlink.ts';

type Desk = Pick<App, 'records' | 'ledger' | 'sync'>;
export type Forget = (scope: Scope) => Promise<void>;

/** Journals that still hold the order of voting, because the disk could not be reached when their round closed. */
const waitingKey = 'longview-votes-to-forget';

export function waitingToForget(): Scope[] {
	try {
		const stored: unknown = JSON.parse(localStorage.getItem(waitingKey) ?? '[]');
		return Array.isArray(stored) ? (stored as Scope[]) : [];
	} catch {
		return [];
	}
}

const setWaiting = (scopes: Iterable<Scope>): void => localStorage.setItem(waitingKey, JSON.stringify([...new Set(scopes)]));

/** Not undoable: what a room has seen it cannot unsee. @returns whether the disk has forgotten the order already. */
export async function closeAndReveal(app: Desk, roundId: string, forget: Forget): Promise<boolean> {
	const round = app.records.rounds.get(roundId);
	if (round?.state !== 'open') return true;
	const scope: Scope = `workshop-${round.workshopId}`;
	const ballots = app.records.ballots.all.filter((ballot) => ballot.roundId === roundId);
	const now = new Date().toISOString();
	// Written down first: a crash after the commit must not leave the journal as it was for good.
	setWaiting([...waitingToForget(), scope]);
	await app.ledger.commit({
		label: `Close and reveal ${round.title}`,
		changes: [
			...ballots.map((ballot) => removed('ballots', ballot)),
			...unlinked(ballots).map((ballot) => created('ballots', ballot)),
			// More votes than people counted: the count was too low.
			changed('rounds', round, {
				state: 'revealed', closedAt: now, revealedAt: now,
				peopleInRoom: round.peopleInRoom && Math.max(round.peopleInRoom, new Set(ballots.map(({ participant }) => participant)).size),
			}),
		],
		undoable: false,
	});
	return forgetVotingOrder(app, forget);
}

/** Tries every journal that waits. @returns whether none waits any more. */
export async function forgetVotingOrder({ sync }: Pick<App, 'sync'>, forget: Forget): Promise<boolean> {
	if (waitingToForget().length === 0) return true;
	await sync.flush();
	// The journal is written anew from what is on disk: what still waits here would come after it as lines.
	if (sync.state.kind !== 'saved') return false;
	for (const scope of waitingToForget()) {
		try {
			await forget(scope);
			setWaiting(waitingToForget().filter((other) => other !== scope));
		} catch {
			// It stays on the list and is tried when the disk answers again.
		}
	}
	return waitingToForget().length === 0;
}
