/** What `npm start` and `npm run longview` run: builds if needed, then opens the app or runs the command line. */
import { join } from 'node:path';
import { parseOptions, portNumber } from './command/options.ts';
import { exitWith } from './ending.ts';
import { findBrowser, hasDisplay } from './hosts/browser.ts';
import { ensureBuilt } from './launch/build.ts';
import { runInPlace } from './launch/child.ts';
import { obtainElectron } from './launch/electronBinary.ts';
import { builtMain } from './paths.ts';

const help = `npm start -- [--port N] [--data DIR] [--browser]

  --port N     the port of the browser host, kept for later starts (47100 unless told)
  --data DIR   where Longview keeps its data
  --browser    open in Chrome, Chromium or Edge even where Electron is installed`;

async function start(args: string[]): Promise<number> {
	const { values } = parseOptions(args, {
		port: { type: 'string' },
		data: { type: 'string' },
		browser: { type: 'boolean' },
		help: { type: 'boolean' },
	});
	if (values.help) {
		console.log(help);
		return 0;
	}
	portNumber(values.port);
	await ensureBuilt((line) => console.log(line));
	const data = values.data === undefined ? [] : ['--data', values.data];
	const code = values.browser || !hasDisplay() ? null : await openInElectron(data);
	if (code !== null) return code;
	const port = values.port === undefined ? [] : ['--port', values.port];
	return runInPlace(process.execPath, [join(builtMain, 'serve.js'), '--open', ...port, ...data]);
}

/** What shells and loaders end with where a program cannot be run. */
const cannotRun = 127;

/** @returns its exit code, or null where the browser host has to serve instead; that is said in one line. */
async function openInElectron(args: string[]): Promise<number | null> {
	const electron = obtainElectron((line) => console.log(line));
	const instead = `so Longview opens in ${findBrowser()?.name ?? 'your browser'} instead.`;
	if ('why' in electron) {
		console.log(`Electron’s own binary is not on this machine (${electron.why}), ${instead}`);
		return null;
	}
	const isRoot = process.platform === 'linux' && process.getuid?.() === 0;
	const code = await runInPlace(electron.path, [join(builtMain, 'main.js'), ...(isRoot ? ['--no-sandbox'] : []), ...args]).catch(() => cannotRun);
	if (code !== cannotRun) return code;
	console.log(`Electron’s own binary does not run on this machine (a system library may be missing), ${instead}`);
	return null;
}

/** Nothing but the command's own output goes to standard output. */
async function commandLine(args: string[]): Promise<number> {
	await ensureBuilt((line) => console.error(line));
	return runInPlace(process.execPath, [join(builtMain, 'cli.js'), ...args]);
}

const [what, ...args] = process.argv.slice(2);
exitWith(what === 'cli' ? commandLine(args) : start(args));
