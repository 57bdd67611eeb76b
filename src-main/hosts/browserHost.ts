/** Longview in a browser window: takes the data folder and the port, opens the window, and ends when it is closed. */
import { mkdir } from 'node:fs/promises';
import { createApi } from '../api/app.ts';
import { nodePorts } from '../adapters/node.ts';
import { Refusal } from '../refusal.ts';
import { createServices } from '../services.ts';
import { changeSettings, makeDataFolder, readSettings } from '../store/dataFolder.ts';
import { acquireLock, readInstance, type Instance } from '../store/lock.ts';
import { findBrowser, hasDisplay, openBrowser, type FoundBrowser, type OpenBrowser } from './browser.ts';
import { ownerHeader, startPath } from './guard.ts';
import { defaultPort, startHttpHost, type HttpHost } from './http.ts';
import { removeOldStartPages } from './startPage.ts';

export interface BrowserHostOptions {
	dataFolder: string;
	/** Kept for later starts; undefined: the one kept, or 47100. */
	port: number | undefined;
	/** Whether to open a window, which then ends the host when it is closed. */
	open: boolean;
	say: (line: string) => void;
}

export interface BrowserHost {
	/** Resolves when the window was closed; never without one. */
	readonly closed: Promise<void>;
	close(): Promise<void>;
}

/**
 * @returns null where another process has the folder already; its window was opened or its address printed.
 * @throws Refusal
 */
export async function startBrowserHost(options: BrowserHostOptions): Promise<BrowserHost | null> {
	const { dataFolder, open } = options;
	await makeDataFolder(dataFolder);
	const lock = await acquireLock(dataFolder, null);
	const browser = open && hasDisplay() ? findBrowser() : null;
	if ('heldBy' in lock) {
		await joinRunning(lock.heldBy, browser, options);
		return null;
	}
	try {
		const port = options.port ?? (await readSettings(dataFolder)).port ?? defaultPort;
		const startPageFolder = browser?.folder ?? dataFolder;
		await mkdir(startPageFolder, { recursive: true });
		await removeOldStartPages(startPageFolder);
		const services = await createServices(nodePorts, { dataFolder });
		const api = createApi(services);
		const host = await startHttpHost({ fetch: (request) => api.fetch(request), port, ownerKey: lock.ownerKey, startPageFolder });
		await lock.setPort(host.port);
		if (options.port !== undefined) await changeSettings(dataFolder, { port: options.port });
		const window = await openWindow(host, browser, options);
		return {
			closed: window ? closedForGood(window, host, options) : never(),
			async close() {
				await Promise.all([window?.close(), host.close()]);
				await services.close();
				await lock.release();
			},
		};
	} catch (error) {
		await lock.release();
		throw error;
	}
}

async function openWindow(host: HttpHost, browser: FoundBrowser | null, { open, dataFolder, say }: BrowserHostOptions): Promise<OpenBrowser | null> {
	const window = browser && (await openBrowser(browser, await host.newStartPage(), dataFolder).catch(() => null));
	if (browser && window) {
		say(`Longview is open in ${browser.name}. Close its window or press Ctrl-C to end it.`);
		return window;
	}
	if (open) say(whyNoWindow(browser));
	sayAddress(host, say);
	return null;
}

function whyNoWindow(browser: FoundBrowser | null): string {
	if (browser) return `${browser.name} could not be started.`;
	return hasDisplay() ? 'No Chrome, Chromium or Edge was found to open a window with.' : 'There is no display to open a window on.';
}

const sayAddress = (host: HttpHost, say: BrowserHostOptions['say']): void =>
	say(`Open this address in a browser on this computer: ${host.newAddress()}`);

const never = (): Promise<void> => new Promise(() => undefined);

/** A browser that ends before any window signed in could not show one, or gave it to one that was running: it says nothing of windows. */
async function closedForGood(window: OpenBrowser, host: HttpHost, { say }: BrowserHostOptions): Promise<void> {
	await window.closed;
	if (host.wasOpened()) return;
	say('The browser ended before Longview’s window was there. Unless one has opened all the same, open it yourself; Ctrl-C ends Longview.');
	sayAddress(host, say);
	await never();
}

/** The folder has an owner: its window is opened once more, instead of starting a second process on the same data. */
async function joinRunning(holder: Instance, browser: FoundBrowser | null, { dataFolder, say }: BrowserHostOptions): Promise<void> {
	if (holder.port === 'electron') throw new Refusal(409, `Longview is open already (process ${holder.pid}). Use its window.`);
	const page = await askForStartPage(dataFolder, holder);
	if (browser) {
		await openBrowser(browser, page.startPage, dataFolder);
		say('Longview is running already; its window is opened again.');
	} else {
		say(`Longview is running already. Open this address in a browser on this computer: ${page.address}`);
	}
}

async function askForStartPage(dataFolder: string, holder: Instance): Promise<{ startPage: string; address: string }> {
	const unanswered = new Refusal(409, `Longview (process ${holder.pid}) has the data folder ${dataFolder} but does not answer. End that process, then start again.`);
	const port = await portOf(dataFolder, holder);
	if (port === null) throw unanswered;
	const response = await fetch(`http://127.0.0.1:${port}${startPath}`, {
		method: 'POST',
		headers: { [ownerHeader]: holder.ownerKey },
		signal: AbortSignal.timeout(5000),
	}).catch(() => null);
	if (!response?.ok) throw unanswered;
	return (await response.json()) as { startPage: string; address: string };
}

/** A start that is still on its way has no port yet. */
async function portOf(dataFolder: string, holder: Instance): Promise<number | null> {
	for (let waited = 0; waited < 5000; waited += 100) {
		const instance = waited === 0 ? holder : await readInstance(dataFolder);
		if (typeof instance?.port === 'number') return instance.port;
		await new Promise((resolve) => setTimeout(resolve, 100));
	}
	return null;
}
