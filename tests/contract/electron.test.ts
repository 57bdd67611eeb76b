/** What the Electron host asks of Electron, held against its security checklist; the binary itself is not needed. */
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { installMenu } from '../../src-main/adapters/electron.ts';
import { handleScheme, registerScheme } from '../../src-main/hosts/protocol.ts';
import { createWindow } from '../../src-main/hosts/window.ts';
import { fake, FakeWindow } from './fakeElectron.ts';

vi.mock('electron', async () => (await import('./fakeElectron.ts')).electron);

const noPlace = { place: undefined, onPlace: () => undefined };

describe('the scheme', () => {
	test('has the privileges of a web origin and none that weaken it', () => {
		fake.schemes = [];
		registerScheme();
		expect(fake.schemes).toEqual([{ scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true, stream: true } }]);
	});

	test('answers for the one host and for its own pages alone', async () => {
		const reached: string[] = [];
		handleScheme((request) => {
			reached.push(request.url);
			return new Response('ours');
		});
		const handler = fake.handlers.get('app');
		const ask = async (url: string, headers: Record<string, string> = {}) => (await handler?.(new Request(url, { headers })))?.status;
		expect(await ask('app://workshop/')).toBe(200);
		expect(await ask('app://workshop/api/session', { origin: 'app://workshop' })).toBe(200);
		expect(await ask('app://elsewhere/')).toBe(403);
		expect(await ask('app://workshop.elsewhere/')).toBe(403);
		expect(await ask('app://workshop/api/session', { origin: 'null' })).toBe(403);
		expect(await ask('app://workshop/api/session', { origin: 'https://longview.example' })).toBe(403);
		expect(reached).toEqual(['app://workshop/', 'app://workshop/api/session']);
	});
});

describe('the window', () => {
	let window: FakeWindow;
	beforeEach(() => {
		FakeWindow.made = [];
		createWindow(noPlace);
		[window] = FakeWindow.made as [FakeWindow];
	});

	test('is sandboxed, isolated and without Node or a preload', () => {
		expect(window.options.webPreferences).toEqual({
			sandbox: true,
			contextIsolation: true,
			nodeIntegration: false,
			nodeIntegrationInWorker: false,
			nodeIntegrationInSubFrames: false,
			webSecurity: true,
			allowRunningInsecureContent: false,
			experimentalFeatures: false,
			webviewTag: false,
			navigateOnDragDrop: false,
			spellcheck: false,
		});
		expect(window.loaded).toEqual(['app://workshop/']);
	});

	test('opens no other window', () => {
		for (const url of ['https://longview.example/', 'app://workshop/', 'app://workshop/screen.html?x', 'app://elsewhere/screen.html', 'file:///etc/passwd', 'javascript:alert(1)']) {
			expect(window.webContents.onOpen?.({ url })).toEqual({ action: 'deny' });
		}
		expect(FakeWindow.made).toHaveLength(1);
	});

	describe('for the projector', () => {
		const ask = () => window.webContents.onOpen?.({ url: 'app://workshop/screen.html' });
		afterEach(() => (fake.displays = fake.displays.slice(0, 1)));

		test('is made by the host when the page asks, as closed off as its own, and there is one', () => {
			expect(ask()).toEqual({ action: 'deny' });
			const [, big] = FakeWindow.made as [FakeWindow, FakeWindow];
			expect(big.loaded).toEqual(['app://workshop/screen.html']);
			expect(big.options.webPreferences).toEqual(window.options.webPreferences);
			expect(big.options['fullscreen']).toBeUndefined();
			ask();
			expect(FakeWindow.made).toHaveLength(2);
			expect(big.focused).toBe(1);
		});

		test('stands on the other display where there is one, and fills it', () => {
			fake.displays = [...fake.displays, { id: 2, workArea: { x: 1440, y: 0, width: 1920, height: 1080 } }];
			ask();
			expect(FakeWindow.made[1]?.options).toMatchObject({ x: 1440, y: 0, width: 1920, height: 1080, fullscreen: true });
		});

		test('opens none itself, leaves no page, and lets no webview in', () => {
			ask();
			const { webContents } = FakeWindow.made[1]!;
			expect(webContents.onOpen?.({ url: 'app://workshop/screen.html' })).toEqual({ action: 'deny' });
			expect(FakeWindow.made).toHaveLength(2);
			const event = { url: 'https://longview.example/', preventDefault: vi.fn() };
			webContents.emit('will-navigate', event);
			webContents.emit('will-attach-webview', event);
			expect(event.preventDefault).toHaveBeenCalledTimes(2);
		});

		test('ends with the facilitator’s window, and can be opened again after it was closed', () => {
			ask();
			FakeWindow.made[1]!.close();
			ask();
			const third = FakeWindow.made[2]!;
			expect(third.isDestroyed()).toBe(false);
			window.close();
			expect(third.isDestroyed()).toBe(true);
		});
	});

	const isPrevented = (name: string, url: string): boolean => {
		const event = { url, preventDefault: vi.fn() };
		window.webContents.emit(name, event);
		return event.preventDefault.mock.calls.length > 0;
	};

	test.each(['will-navigate', 'will-redirect', 'will-frame-navigate'])('on %s stays on its own page', (name) => {
		const away = ['https://longview.example/', 'app://elsewhere/', 'app://workshop.example/', 'file:///etc/passwd', 'data:text/html,x', 'http://127.0.0.1:47100/', 'blob:https://longview.example/1'];
		expect(away.filter((url) => !isPrevented(name, url))).toEqual([]);
		expect(isPrevented(name, 'app://workshop/')).toBe(false);
		expect(isPrevented(name, 'blob:app://workshop/1')).toBe(name !== 'will-frame-navigate');
	});

	test('lets no webview in', () => {
		const event = { preventDefault: vi.fn() };
		window.webContents.emit('will-attach-webview', event);
		expect(event.preventDefault).toHaveBeenCalled();
	});

	test('grants its page the clipboard and full screen, and nothing else to anyone', () => {
		const { session } = window.webContents;
		const permissions = ['clipboard-sanitized-write', 'fullscreen', 'clipboard-read', 'geolocation', 'media', 'midi', 'notifications', 'openExternal', 'fileSystem', 'hid', 'serial', 'usb', 'idle-detection', 'window-management', 'display-capture'];
		const asked = (url: string) =>
			permissions.filter((permission) => {
				const answer = vi.fn();
				session.onRequest?.(null, permission, answer, { requestingUrl: url });
				expect(session.onCheck?.(null, permission, url)).toBe(answer.mock.calls[0]?.[0]);
				return answer.mock.calls[0]?.[0] === true;
			});
		expect(asked('app://workshop/')).toEqual(['clipboard-sanitized-write', 'fullscreen']);
		expect(asked('https://longview.example/')).toEqual([]);
		expect(session.onDevice?.()).toBe(false);
	});

	test('is shown when it is painted, and remembers where it stood', () => {
		expect(window.shown).toBe(false);
		window.emit('ready-to-show');
		expect(window.shown).toBe(true);
		const places: unknown[] = [];
		const place = { x: 1, y: 2, width: 1000, height: 700, maximized: true };
		createWindow({ place, onPlace: (moved) => places.push(moved) });
		const second = FakeWindow.made[1] as FakeWindow;
		expect(second.options).toMatchObject({ x: 1, y: 2, width: 1000, height: 700 });
		expect(second.maximized).toBe(true);
		second.emit('close');
		expect(places).toEqual([{ x: 10, y: 20, width: 1200, height: 800, maximized: true }]);
	});

	test('has a menu without developer tools and without reload', () => {
		for (const platform of ['linux', 'darwin', 'win32'] as const) {
			installMenu(platform);
			expect(JSON.stringify(fake.menu)).not.toMatch(/toggleDevTools|reload/i);
		}
	});
});

describe('the house', () => {
	const folder = join(import.meta.dirname, '..', '..', 'src-main');
	const files = readdirSync(folder, { recursive: true, withFileTypes: true })
		.filter((entry) => entry.isFile() && entry.name.endsWith('.ts') && !entry.name.endsWith('.test.ts'))
		.map((entry) => join(entry.parentPath, entry.name));
	const containing = (pattern: RegExp) => files.filter((file) => pattern.test(readFileSync(file, 'utf8'))).map((file) => relative(folder, file)).sort();

	test('makes windows in one place and has no preload, no IPC and no remote code', () => {
		expect(containing(/new BrowserWindow/)).toEqual(['hosts/window.ts']);
		expect(containing(/ipcMain|ipcRenderer|contextBridge|preload:|bypassCSP|corsEnabled|executeJavaScript|openExternal/)).toEqual([]);
	});

	test('knows Electron in four files', () => {
		expect(containing(/from 'electron'/)).toEqual(['adapters/electron.ts', 'hosts/protocol.ts', 'hosts/window.ts', 'main.ts']);
	});
});
