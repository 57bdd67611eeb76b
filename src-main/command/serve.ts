/** Runs the browser host until it is told to end, or until the window it opened is closed. */
import { endOnSignals } from '../ending.ts';
import { startBrowserHost, type BrowserHost } from '../hosts/browserHost.ts';
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
	let host: BrowserHost | null = null;
	endOnSignals(async () => host?.close());
	host = await startBrowserHost({
		dataFolder: dataFolderPath(values.data),
		port,
		open: values.open ?? false,
		say: (line) => void process.stdout.write(`${line}\n`),
	});
	await host?.closed;
	await host?.close();
	return 0;
}
