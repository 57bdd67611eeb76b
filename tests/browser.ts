/**
 * What the tests need from the machine: a browser to drive (an installed Chrome, Chromium or Edge, else the one Playwright
 * has downloaded), and the tools that read PDFs back.
 */
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { chromium } from 'playwright';

/**
 * What the browser shall leave. Playwright gives a list of its own, which this one takes the place of: what it names for
 * quiet and repeatable pages is repeated. The two pages of the address bar's popup, which nobody sees here, are loaded with
 * every window otherwise, and cost as much as Longview's own start.
 */
const disabledFeatures = [
	'WebUIOmniboxPopup', 'WebUIOmniboxAimPopup',
	'AimEnabled', 'AvoidUnnecessaryBeforeUnloadCheckSync', 'DestroyProfileOnBrowserClose', 'HttpsFirstBalancedModeAutoEnable',
	'HttpsUpgrades', 'LensOverlay', 'MediaRouter', 'NetworkTimeServiceQuerying', 'OptimizationHints', 'PaintHolding',
	'PreconnectToSearch', 'TcpPortRandomizationWin', 'ThirdPartyStoragePartitioning', 'msForceBrowserSignIn',
];

/** Quiet and offline: without them the browser itself asks the network for updates. */
export const chromiumFlags = [
	'--no-sandbox',
	'--disable-gpu',
	'--disable-quic',
	'--no-first-run',
	'--disable-background-networking',
	'--disable-component-update',
	'--disable-sync',
	`--disable-features=${disabledFeatures.join(',')}`,
];

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'microsoft-edge', 'microsoft-edge-stable'];
const fixed: Partial<Record<NodeJS.Platform, string[]>> = {
	darwin: [
		'/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
		'/Applications/Chromium.app/Contents/MacOS/Chromium',
		'/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
	],
	win32: [process.env['PROGRAMFILES'], process.env['PROGRAMFILES(X86)'], process.env['LOCALAPPDATA']].flatMap((folder) =>
		folder ? [join(folder, 'Google/Chrome/Application/chrome.exe'), join(folder, 'Microsoft/Edge/Application/msedge.exe')] : [],
	),
};

/** @returns the browser's path, or null where there is none. */
export function findBrowser(): string | null {
	const given = process.env['LONGVIEW_TEST_BROWSER'];
	const onPath = (process.env['PATH'] ?? '').split(delimiter).flatMap((folder) => names.map((name) => join(folder, name)));
	const candidates = [...(given ? [given] : []), ...onPath, ...(fixed[process.platform] ?? []), chromium.executablePath()];
	return candidates.find((path) => path !== '' && existsSync(path)) ?? null;
}

/** Finds a browser or, as root on Debian and its like, installs one. @throws with the one line that says how to get one. */
export function ensureBrowser(): string {
	const found = findBrowser();
	if (found) return found;
	if (install('chromium')) {
		const installed = findBrowser();
		if (installed) return installed;
	}
	throw new Error('The tests need a browser: install Chrome, Chromium or Edge, or run "npx playwright install chromium".');
}

/** As root on Debian and its like. @returns whether the packages are there now. */
function install(...packages: string[]): boolean {
	if (process.platform !== 'linux' || process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return false;
	try {
		execFileSync('sh', ['-c', `apt-get update -qq && apt-get install -y -qq ${packages.join(' ')}`], { stdio: ['ignore', 'ignore', 'inherit'] });
		return true;
	} catch {
		return false;
	}
}

const pdfTools = ['pdftotext', 'pdfinfo', 'pdffonts', 'qpdf'];
const isOnPath = (name: string): boolean =>
	(process.env['PATH'] ?? '').split(delimiter).some((folder) => existsSync(join(folder, name)) || existsSync(join(folder, `${name}.exe`)));

/** @returns the one line that says what is not tested without them, or null where they are there. */
export function ensurePdfTools(): string | null {
	if (pdfTools.every(isOnPath) || install('poppler-utils', 'qpdf')) return null;
	return 'poppler-utils and qpdf are not on this machine, so the tests that read PDFs back are skipped.';
}
