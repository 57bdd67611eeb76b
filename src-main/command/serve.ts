/** Runs the browser host until it is told to end, or until the window it opened is closed. */
import { endOnSignals } from '../ending.ts';
import { startBrowserHost } from '../hosts/browserHost.ts';
import { dataFolderPath } from '../store/dataFolder.ts';
import { parseOptions, portNumber } from './options.ts';

export const serveOptions = { port: { type: 'string' }, data: { type: 'string' }, help: { type: 'boolean' } } as const;

/**
 * @param args what was typed, `--open` among them where a window is wanted.
 * @returns the exit code.
 * @throws UsageError, Refusal
 */
export async function serve(args: string[]): Promise<number> {
	const { values } = parseOptions(args, { ...serveOptions, open: { type: 'boolean' } });
	const port = portNumber(values.port);
	const starting = startBrowserHost({
		dataFolder: dataFolderPath(values.data),
		port,
		open: values.open ?? false,
		say: (line) => void process.stdout.write(`${line}\n`),
	});
	// Interrupted while it starts, it first gets as far as having something to clean up.
	const wasSignalled = endOnSignals(async () => (await starting.catch(() => null))?.close());
	const host = await starting;
	await host?.closed;
	// A signal closes the window too; it, and not the window, then says how this ends.
	if (wasSignalled()) await new Promise<never>(() => undefined);
	await host?.close();
	return 0;
}
