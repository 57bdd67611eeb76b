/** What every spec starts from: a host on a fresh data folder, and the page objects of its window. */
import { test as base, expect } from 'playwright/test';
import { removeFolder, startHost, type Host } from './host.ts';
import { AxesPage } from './pages/AxesPage.ts';
import { CanvasPage } from './pages/CanvasPage.ts';
import { CrossImpactPage } from './pages/CrossImpactPage.ts';
import { FramePage } from './pages/FramePage.ts';
import { HandoutsPage } from './pages/HandoutsPage.ts';
import { ImportPage } from './pages/ImportPage.ts';
import { LibraryPage } from './pages/LibraryPage.ts';
import { LongviewPage } from './pages/LongviewPage.ts';
import { ReportPage } from './pages/ReportPage.ts';
import { ScanPage } from './pages/ScanPage.ts';
import { ScenarioPage } from './pages/ScenarioPage.ts';
import { SignpostPage, WayBackPage, WindTunnelPage } from './pages/SignpostPage.ts';
import { StructurePage } from './pages/StructurePage.ts';
import { TracePage } from './pages/TracePage.ts';
import { VotePage } from './pages/VotePage.ts';
import { WheelPage } from './pages/WheelPage.ts';

interface Fixtures {
	host: Host;
	/** The window on its first screen; what its browser complained about fails the test. */
	longview: LongviewPage;
	canvas: CanvasPage;
	structure: StructurePage;
	library: LibraryPage;
	scan: ScanPage;
	imports: ImportPage;
	vote: VotePage;
	scenarios: ScenarioPage;
	traced: TracePage;
	axes: AxesPage;
	signposts: SignpostPage;
	windTunnel: WindTunnelPage;
	wayBack: WayBackPage;
	frame: FramePage;
	report: ReportPage;
	handouts: HandoutsPage;
	crossImpact: CrossImpactPage;
	wheel: WheelPage;
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
	canvas: async ({ page }, use) => use(new CanvasPage(page)),
	structure: async ({ page }, use) => use(new StructurePage(page)),
	library: async ({ page }, use) => use(new LibraryPage(page)),
	scan: async ({ page }, use) => use(new ScanPage(page)),
	imports: async ({ page }, use) => use(new ImportPage(page)),
	vote: async ({ page }, use) => use(new VotePage(page)),
	scenarios: async ({ page }, use) => use(new ScenarioPage(page)),
	traced: async ({ page }, use) => use(new TracePage(page)),
	axes: async ({ page }, use) => use(new AxesPage(page)),
	signposts: async ({ page }, use) => use(new SignpostPage(page)),
	windTunnel: async ({ page }, use) => use(new WindTunnelPage(page)),
	wayBack: async ({ page }, use) => use(new WayBackPage(page)),
	frame: async ({ page }, use) => use(new FramePage(page)),
	report: async ({ page }, use) => use(new ReportPage(page)),
	handouts: async ({ page }, use) => use(new HandoutsPage(page)),
	crossImpact: async ({ page }, use) => use(new CrossImpactPage(page)),
	wheel: async ({ page }, use) => use(new WheelPage(page)),
});

export { expect };
