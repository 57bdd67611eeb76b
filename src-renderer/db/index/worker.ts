/** The worker's entry: answers one question after another, each by its id, and tells the window when there is more to find. */
import { openDatabase } from '../database.ts';
import { type ChangeMessage, channelName } from '../storing.ts';
import { createAnswers } from './answers.ts';
import { gathering } from './gather.ts';
import { Intake, type JobToTake, type Upload } from './intake.ts';
import { Keeper } from './keeper.ts';

interface Question {
	id: number;
	name: string;
	given: unknown[];
}

interface WorkerScope {
	name: string;
	onmessage: ((event: MessageEvent<Question>) => void) | null;
	postMessage(message: unknown, transfer?: Transferable[]): void;
}

const scope = globalThis as unknown as WorkerScope;
/** The window names the database as the worker's own name. */
const libraryName = scope.name;

const asked: Question[] = [];
scope.onmessage = ({ data }) => asked.push(data);

const database = await openDatabase(libraryName);
const keeper = new Keeper(database, (state) => scope.postMessage({ state }));
const channel = new BroadcastChannel(channelName(database));
channel.onmessage = ({ data }: MessageEvent<ChangeMessage>) => keeper.follow(data.changes);
const intake = new Intake(database, keeper, channel);
/** What needs no index does not wait for it. */
const early = {
	take(job: JobToTake, id: number): Promise<void> {
		const { tell, flush } = gathering((part) => scope.postMessage({ id, part }));
		return intake.take(job, tell).finally(flush);
	},
	expect: (job: Pick<JobToTake, 'address' | 'headers'>) => intake.expect(job),
	stop: (address: string) => intake.stop(address),
	hold: (files: readonly File[], first: number) => intake.hold(files, first),
	upload: (upload: Upload) => intake.upload(upload),
};
const answers = { ...createAnswers(database, keeper), ...early };

scope.onmessage = ({ data }) => (data.name in early ? void answer(data) : asked.push(data));
for (const question of asked.splice(0)) scope.onmessage(new MessageEvent('message', { data: question }));
await keeper.start();
scope.onmessage = ({ data }) => void answer(data);
for (const question of asked) void answer(question);

async function answer({ id, name, given }: Question): Promise<void> {
	if (!(name in early)) keeper.asked();
	try {
		const found = await (answers[name as keyof typeof answers] as (...all: unknown[]) => unknown)(...given, id);
		scope.postMessage({ id, found });
	} catch (error) {
		scope.postMessage({ id, error: told(error) });
	}
}

/** What Dexie wraps says more than its wrapping. */
function told(error: unknown): { name: string; message: string } {
	if (!(error instanceof Error)) return { name: 'Error', message: String(error) };
	const { inner } = error as { inner?: Error };
	return { name: inner?.name ?? error.name, message: error.message };
}
