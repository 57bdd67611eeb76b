/** Ends a process the way it was asked to: clean up once, then leave with the code that shells expect. */
import { UsageError } from './command/options.ts';
import { Refusal } from './refusal.ts';

const codes = { SIGINT: 130, SIGTERM: 143, SIGHUP: 129 } as const;

/**
 * @param cleanUp runs once, however often the signal comes.
 * @returns whether a signal has come: the process then ends with the signal's code, whatever else comes to its end.
 */
export function endOnSignals(cleanUp: () => Promise<void>): () => boolean {
	let ending = false;
	for (const [signal, code] of Object.entries(codes)) {
		process.on(signal, () => {
			if (ending) return;
			ending = true;
			exitWith(cleanUp().then(() => code));
		});
	}
	return () => ending;
}

function sentenceOf(error: unknown): string {
	if (error instanceof Refusal || error instanceof UsageError) return error.message;
	return error instanceof Error ? (error.stack ?? error.message) : String(error);
}

/** A refusal is one sentence on standard error; a fault of our own is told in full. */
export function exitWith(work: Promise<number>): void {
	work.then(
		// Where a pipe takes output later, leaving at once would cut it off.
		(code) => process.stdout.write('', () => process.exit(code)),
		(error: unknown) => {
			process.stderr.write(`${sentenceOf(error)}\n`);
			process.exit(error instanceof UsageError ? 2 : 1);
		},
	);
}
