/** What the Electron host asks of Electron, held against its security checklist; the binary itself is not needed. */
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { beforeEach, describe, expect, test, vi } from 'vitest';
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
		for (const url of ['https://longview.example/', 'app://workshop/', 'file:///etc/passwd', 'javascript:alert(1)']) {
			expect(window.webContents.onOpen?.({ url })).toEqual({ action: 'deny' });
		}
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
