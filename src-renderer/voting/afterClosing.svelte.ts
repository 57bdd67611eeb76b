/**
 * What is still to be done once a round is revealed, and only when that is on disk: the room lets go of the ballots, of who
 * was who in a series, and the journal of the order in which people voted. Written down before the commit that makes it
 * due, so that a crash or a disk that does not answer puts it off and loses none of it.
 */
import type { Scope } from '../../src-shared/schemas/journal.ts';
import type { Round } from '../../src-shared/schemas/records.ts';
import type { RoomApi } from '../api/room.ts';
import type { App } from '../context.ts';

export type Task =
	/** The room's ballots of a round are in the workshop. */
	| { is: 'kept'; roundId: string }
	/** A series has had its last round. */
	| { is: 'ended'; seriesId: string }
	/** A journal still holds the order of voting. */
	| { is: 'forget'; scope: Scope };

export interface Ports {
	room: Pick<RoomApi, 'collect' | 'kept' | 'endSeries'>;
	/** Has the disk write a journal anew. */
	forget: (scope: Scope) => Promise<void>;
}

const key = 'longview-after-closing';
const stored = (): Task[] => {
	try {
		const list: unknown = JSON.parse(localStorage.getItem(key) ?? '[]');
		return Array.isArray(list) ? (list as Task[]) : [];
	} catch {
		return [];
	}
};

/** Nobody votes in it any more, and its ballots are in the workshop, be they revealed or not. */
export const hasEnded = ({ state }: Pick<Round, 'state'>): boolean => state === 'closed' || state === 'revealed';

let list = $state.raw(stored());
if (typeof addEventListener === 'function') {
	// Another window has closed a round, or has seen to what was left.
	addEventListener('storage', (event) => event.key === key && (list = stored()));
}

/** What waits; follows every change. */
export const waiting = (): readonly Task[] => list;

const same = (a: Task) => (b: Task) => JSON.stringify(a) === JSON.stringify(b);

export function wait(...tasks: readonly Task[]): void {
	const now = stored();
	write([...now, ...tasks.filter((task) => !now.some(same(task)))]);
}

const drop = (task: Task): void => write(stored().filter((other) => !same(task)(other)));

function write(tasks: Task[]): void {
	localStorage.setItem(key, JSON.stringify(tasks));
	list = tasks;
}

let running: Promise<boolean> | null = null;
let wasTried = $state(false);

/** The disk did not answer: its journal still holds the order in which people voted. */
export const orderWaits = (): boolean => wasTried && list.some(({ is }) => is === 'forget');

/** Does what waits, as far as room and disk answer. @returns whether nothing waits any more. */
export function finishClosing(app: Pick<App, 'sync' | 'database'>, ports: Ports): Promise<boolean> {
	const before = running ?? Promise.resolve(true);
	running = before.catch(() => false).then(() => finish(app, ports)).then((done) => {
		wasTried = !done;
		return done;
	});
	return running;
}

async function finish({ sync, database }: Pick<App, 'sync' | 'database'>, ports: Ports): Promise<boolean> {
	if (stored().length === 0) return true;
	await sync.flush();
	// The room may let go only of what is on disk, and a journal is written anew from what is there.
	if (sync.state.kind !== 'saved') return false;
	for (const task of stored()) {
		try {
			const due = await isDue(database, task);
			if (due === 'not yet') continue;
			if (due === 'due') await run(task, ports);
			drop(task);
		} catch {
			// It stays on the list and is tried when the room or the disk answers again.
		}
	}
	return stored().length === 0;
}

/** A crash can come between the list and the commit: then the round is open still, and its ballots are nowhere else. */
async function isDue(database: App['database'], task: Task): Promise<'due' | 'not yet' | 'never'> {
	if (task.is === 'forget') return 'due';
	const rounds = await roundsOf(database, task);
	if (rounds.length === 0) return 'never';
	const ended = rounds.filter(hasEnded);
	const isThrough = ended.length > 0 && (task.is === 'kept' || (ended.every(({ unlinked }) => unlinked) && !rounds.some(({ state }) => state === 'open')));
	return isThrough ? 'due' : 'not yet';
}

const roundsOf = (database: App['database'], task: Exclude<Task, { is: 'forget' }>): Promise<Round[]> =>
	database.rounds.filter((round) => (task.is === 'kept' ? round.id === task.roundId : round.seriesId === task.seriesId)).toArray();

function run(task: Task, { room, forget }: Ports): Promise<void> {
	if (task.is === 'kept') return room.kept(task.roundId);
	return task.is === 'ended' ? room.endSeries(task.seriesId) : forget(task.scope);
}
