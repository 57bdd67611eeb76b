/** Finds the Chrome, Chromium or Edge that is installed, and opens Longview in it as an app window of its own. */
import { spawn, type ChildProcess } from 'node:child_process';
import { accessSync, constants, existsSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { homedir } from 'node:os';
import { delimiter, join } from 'node:path';
import { pathToFileURL } from 'node:url';

export interface FoundBrowser {
	path: string;
	/** As a person calls it. */
	name: 'Chrome' | 'Chromium' | 'Edge';
	/** Where it may read and write: a snap sees no hidden folders, and Longview's data lies in one. */
	folder: string | null;
}

type Environment = Record<string, string | undefined>;

const linuxCommands: [string, FoundBrowser['name']][] = [
	['google-chrome-stable', 'Chrome'],
	['google-chrome', 'Chrome'],
	['chromium', 'Chromium'],
	['chromium-browser', 'Chromium'],
	['microsoft-edge-stable', 'Edge'],
	['microsoft-edge', 'Edge'],
];
const macApps: [string, FoundBrowser['name']][] = [
	['Google Chrome.app/Contents/MacOS/Google Chrome', 'Chrome'],
	['Chromium.app/Contents/MacOS/Chromium', 'Chromium'],
	['Microsoft Edge.app/Contents/MacOS/Microsoft Edge', 'Edge'],
];
const windowsPrograms: [string, FoundBrowser['name']][] = [
	['Google\\Chrome\\Application\\chrome.exe', 'Chrome'],
	['Chromium\\Application\\chrome.exe', 'Chromium'],
	['Microsoft\\Edge\\Application\\msedge.exe', 'Edge'],
];

function candidates(platform: NodeJS.Platform, env: Environment): [string, FoundBrowser['name']][] {
	if (platform === 'darwin') {
		const roots = ['/Applications', join(homedir(), 'Applications')];
		return macApps.flatMap(([app, name]) => roots.map((root) => [join(root, app), name] as [string, FoundBrowser['name']]));
	}
	if (platform === 'win32') {
		const roots = [env['PROGRAMFILES'], env['PROGRAMFILES(X86)'], env['LOCALAPPDATA']].filter((root) => root !== undefined);
		return windowsPrograms.flatMap(([program, name]) => roots.map((root) => [`${root}\\${program}`, name] as [string, FoundBrowser['name']]));
	}
	const folders = (env['PATH'] ?? '').split(delimiter).filter(Boolean);
	return linuxCommands.flatMap(([command, name]) => folders.map((folder) => [join(folder, command), name] as [string, FoundBrowser['name']]));
}

/** @returns null where none is installed. */
export function findBrowser(platform: NodeJS.Platform = process.platform, env: Environment = process.env, runs = canRun): FoundBrowser | null {
	const found = candidates(platform, env).find(([path]) => runs(path));
	if (!found) return null;
	const [path, name] = found;
	const confined = platform === 'linux' && (path.startsWith('/snap/') || (name === 'Chromium' && path.endsWith('chromium-browser') && existsSync('/snap/bin/chromium')));
	return { path, name, folder: confined ? join(homedir(), 'snap', 'chromium', 'common', 'Longview') : null };
}

/** Whether a window could be shown at all. */
export const hasDisplay = (platform: NodeJS.Platform = process.platform, env: Environment = process.env): boolean =>
	platform !== 'linux' || Boolean(env['DISPLAY'] || env['WAYLAND_DISPLAY']);

function canRun(path: string): boolean {
	try {
		accessSync(path, constants.X_OK);
		return true;
	} catch {
		return false;
	}
}

/** Its own profile keeps Longview's storage apart from the user's browsing; the rest keeps the browser off the network. */
export const browserArguments = (startPage: string, profile: string, isRoot: boolean): string[] => [
	`--app=${pathToFileURL(startPage).href}`,
	`--user-data-dir=${profile}`,
	'--no-first-run',
	'--no-default-browser-check',
	'--disable-background-networking',
	'--disable-component-update',
	'--disable-default-apps',
	'--disable-domain-reliability',
	'--disable-extensions',
	'--disable-sync',
	'--metrics-recording-only',
	'--no-pings',
	'--disable-features=Translate,OptimizationHints,MediaRouter,AutofillServerCommunication',
	// Chromium refuses to run as root with its sandbox.
	...(isRoot ? ['--no-sandbox'] : []),
];

export interface OpenBrowser {
	/** Resolves when its last window is closed. */
	readonly closed: Promise<void>;
	close(): Promise<void>;
}

/** @throws Error where it cannot be run. */
export async function openBrowser(browser: FoundBrowser, startPage: string, dataFolder: string): Promise<OpenBrowser> {
	const profile = join(browser.folder ?? dataFolder, 'browser-profile');
	// Where there is a profile, the browser remembers how large the window was.
	const isFirst = (await mkdir(profile, { recursive: true, mode: 0o700 })) !== undefined;
	const isRoot = process.platform === 'linux' && process.getuid?.() === 0;
	// A group of its own, so that all of its processes can be ended together, and so that Ctrl-C ends Longview first.
	const child = spawn(browser.path, [...browserArguments(startPage, profile, isRoot), ...(isFirst ? ['--window-size=1440,900'] : [])], { stdio: 'ignore', detached: process.platform !== 'win32' });
	const closed = new Promise<void>((resolve) => child.once('exit', () => resolve()));
	await new Promise((resolve, reject) => child.once('spawn', resolve).once('error', reject));
	return { closed, close: () => end(child, closed) };
}

async function end(child: ChildProcess, closed: Promise<void>): Promise<void> {
	if (child.exitCode !== null || child.signalCode !== null) return;
	signal(child, 'SIGTERM');
	const patience = setTimeout(() => signal(child, 'SIGKILL'), 5000);
	await closed;
	clearTimeout(patience);
}

function signal(child: ChildProcess, name: NodeJS.Signals): void {
	try {
		if (process.platform === 'win32' || child.pid === undefined) child.kill(name);
		else process.kill(-child.pid, name);
	} catch {
		// It has ended by itself meanwhile.
	}
}
