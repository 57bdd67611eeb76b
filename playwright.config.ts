import { defineConfig } from 'playwright/test';
import { chromiumFlags, findBrowser } from './tests/browser.ts';

export default defineConfig({
	testDir: 'tests/e2e',
	outputDir: 'test-results',
	fullyParallel: false,
	// Files beside each other, the tests of a file in their order: more browsers than cores make each other late.
	workers: 2,
	forbidOnly: process.env['CI'] !== undefined,
	// A machine that others use beside us: what passes only on a second try is named in the last lines.
	retries: 1,
	timeout: 90_000,
	expect: { timeout: 10_000 },
	reporter: [['list'], ['json', { outputFile: 'test-results/e2e.json' }]],
	use: {
		viewport: { width: 1440, height: 900 },
		colorScheme: 'light',
		reducedMotion: 'reduce',
		locale: 'en-GB',
		// What failed is tried again with a trace, which holds the page before and after each act: for every test it costs much of the work.
		trace: { mode: 'on-first-retry', screenshots: false, sources: false },
		launchOptions: { executablePath: findBrowser() ?? undefined, args: chromiumFlags },
	},
});
