/** What every spec starts from: a host on a fresh data folder, and the page objects of its window. */
import { test as base, expect } from 'playwright/test';
import { removeFolder, startHost, type Host } from './host.ts';
import { LongviewPage } from './pages/LongviewPage.ts';

interface Fixtures {
	host: Host;
	longview: LongviewPage;
}

export const test = base.extend<Fixtures>({
	// eslint-disable-next-line no-empty-pattern
	host: async ({}, use) => {
		const host = await startHost();
		await use(host);
		await host.stop();
		removeFolder(host.dataFolder);
	},
	longview: async ({ page, host }, use) => {
		const longview = new LongviewPage(page);
		await longview.open(host.address);
		await use(longview);
		expect(longview.problems).toEqual([]);
	},
});

export { expect };
