import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { _electron as electron, expect, test, type ElectronApplication } from 'playwright/test';
import { newDataFolder, removeFolder } from './host.ts';
import { LongviewPage } from './pages/LongviewPage.ts';

const root = join(import.meta.dirname, '../..');
const binary = electronBinary();
const missing = 'Electron’s own binary is not on this machine, so the specs that need the real window did not run';

/** Looked for without requiring `electron`, which would try to download it. */
function electronBinary(): string | null {
	const named = join(root, 'node_modules/electron/path.txt');
	if (!existsSync(named)) return null;
	const path = join(root, 'node_modules/electron/dist', readFileSync(named, 'utf8').trim());
	return existsSync(path) ? path : null;
}

if (binary === null) console.log(`${missing}.`);

test.describe('in Electron', () => {
	test.skip(binary === null, missing);
	let app: ElectronApplication;
	let dataFolder: string;

	const launch = () =>
		electron.launch({ executablePath: binary ?? '', args: ['--no-sandbox', '--disable-gpu', root, '--data', dataFolder], cwd: root });

	test.beforeEach(async () => {
		dataFolder = newDataFolder();
		app = await launch();
	});
	test.afterEach(async () => {
		await app.close();
		removeFolder(dataFolder);
	});

	test('the sample opens from the app’s own scheme, and is there after the app was closed', async () => {
		const longview = new LongviewPage(await app.firstWindow());
		expect(longview.page.url()).toBe('app://workshop/');
		await longview.openSample();
		await longview.saved();
		await app.close();
		app = await launch();
		const again = new LongviewPage(await app.firstWindow());
		await expect(again.canvasCard('Ethical Use of AI Models')).toBeVisible();
	});

	test('the page has no Node, opens no window and leaves for nowhere', async () => {
		const page = await app.firstWindow();
		expect(await page.evaluate(() => [typeof Reflect.get(globalThis, 'require'), typeof Reflect.get(globalThis, 'process')])).toEqual(['undefined', 'undefined']);
		expect(await page.evaluate(() => window.open('https://example.org/') === null)).toBe(true);
		await page.evaluate(() => location.assign('https://example.org/'));
		await expect(page.getByRole('button', { name: 'Open the sample workshop' })).toBeVisible();
		expect(page.url()).toBe('app://workshop/');
		expect(app.windows()).toHaveLength(1);
	});

	test('the window’s preferences keep it in its sandbox', async () => {
		await app.firstWindow();
		const preferences = await app.evaluate(({ BrowserWindow }) => {
			const [window] = BrowserWindow.getAllWindows();
			return (window?.webContents as unknown as { getLastWebPreferences(): Record<string, unknown> }).getLastWebPreferences();
		});
		expect(preferences).toMatchObject({ sandbox: true, contextIsolation: true, nodeIntegration: false });
	});
});
