import { homedir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { browserArguments, findBrowser, hasDisplay } from './browser.ts';

const only = (...paths: string[]) => (path: string) => paths.includes(path);

describe('finding a browser', () => {
	test('takes Chrome before Chromium before Edge, wherever on the PATH they are', () => {
		const env = { PATH: '/usr/local/bin:/usr/bin' };
		expect(findBrowser('linux', env, only('/usr/bin/chromium', '/usr/bin/google-chrome'))?.name).toBe('Chrome');
		expect(findBrowser('linux', env, only('/usr/bin/chromium', '/usr/local/bin/microsoft-edge'))?.path).toBe('/usr/bin/chromium');
		expect(findBrowser('linux', env, only('/usr/local/bin/microsoft-edge'))?.name).toBe('Edge');
		expect(findBrowser('linux', env, only())).toBeNull();
	});

	test('gives a snap a folder that it can see', () => {
		const found = findBrowser('linux', { PATH: '/snap/bin' }, only('/snap/bin/chromium'));
		expect(found).toEqual({ path: '/snap/bin/chromium', name: 'Chromium', folder: join(homedir(), 'snap/chromium/common/Longview') });
		expect(findBrowser('linux', { PATH: '/usr/bin' }, only('/usr/bin/chromium'))?.folder).toBeNull();
	});

	test('looks where macOS and Windows keep their programs', () => {
		const edge = '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge';
		expect(findBrowser('darwin', {}, only(edge))).toEqual({ path: edge, name: 'Edge', folder: null });
		const chrome = 'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe';
		expect(findBrowser('win32', { PROGRAMFILES: 'C:\\Program Files' }, only(chrome))?.path).toBe(chrome);
	});
});

test('a window can be shown on Linux where there is an X or Wayland display, elsewhere always', () => {
	expect([hasDisplay('linux', {}), hasDisplay('linux', { DISPLAY: ':0' }), hasDisplay('linux', { WAYLAND_DISPLAY: 'w' })]).toEqual([false, true, true]);
	expect([hasDisplay('darwin', {}), hasDisplay('win32', {})]).toEqual([true, true]);
});

test('the command line carries the start page and no token, a profile of its own, and the sandbox unless it is root', () => {
	const args = browserArguments('/data/start-1.html', '/data/profile', false);
	expect(args.slice(0, 2)).toEqual(['--app=file:///data/start-1.html', '--user-data-dir=/data/profile']);
	expect(args).not.toContain('--no-sandbox');
	expect(args.join(' ')).not.toMatch(/token|http/);
	expect(browserArguments('/s', '/p', true)).toContain('--no-sandbox');
});
