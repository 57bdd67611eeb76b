/** The worker's entry: answers one question after another, each by its id, and tells the window when there is more to find. */
import { openDatabase } from '../database.ts';
import { createAnswers, type Answers } from './answers.ts';
import { type ChangeMessage, Keeper } from './keeper.ts';

export type Question = { [Name in keyof Answers]: { id: number; name: Name; given: Parameters<Answers[Name]> } }[keyof Answers];

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
const channel = new BroadcastChannel(`longview-changes-${libraryName}`);
channel.onmessage = ({ data }: MessageEvent<ChangeMessage>) => keeper.follow(data);
const answers = createAnswers(database, keeper);
await keeper.start();

scope.onmessage = ({ data }) => void answer(data);
for (const question of asked) void answer(question);

async function answer({ id, name, given }: Question): Promise<void> {
	keeper.asked();
	try {
		const found = await (answers[name] as (...all: unknown[]) => unknown)(...given);
		scope.postMessage({ id, found });
	} catch (error) {
		scope.postMessage({ id, error: error instanceof Error ? error.message : String(error) });
	}
}
