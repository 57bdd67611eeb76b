import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';
import { changeSettings, dataFolderPath, freeMegabytes, makeDataFolder, readSettings } from './dataFolder.ts';

test('the data folder is the one given, else the environment’s, else the system’s own place', () => {
	expect(dataFolderPath('given', { LONGVIEW_DATA: '/env' }, 'linux')).toBe(resolve('given'));
	expect(dataFolderPath(undefined, { LONGVIEW_DATA: '/env' }, 'linux')).toBe('/env');
	expect(dataFolderPath(undefined, { XDG_DATA_HOME: '/xdg' }, 'linux')).toBe('/xdg/Longview');
	expect(dataFolderPath(undefined, {}, 'linux')).toBe(join(homedir(), '.local/share/Longview'));
	expect(dataFolderPath(undefined, {}, 'darwin')).toBe(join(homedir(), 'Library/Application Support/Longview'));
	expect(dataFolderPath(undefined, { APPDATA: '/roaming' }, 'win32')).toBe('/roaming/Longview');
});

test('settings are kept one by one, and unreadable ones are as if never given', async () => {
	const folder = mkdtempSync(join(tmpdir(), 'longview-settings-'));
	expect(await readSettings(folder)).toEqual({});
	await changeSettings(folder, { port: 47200 });
	const window = { x: 0, y: 0, width: 1000, height: 700, maximized: false };
	await changeSettings(folder, { window });
	expect(await readSettings(folder)).toEqual({ port: 47200, window });
	writeFileSync(join(folder, 'settings.json'), '{"port":"x"}');
	expect(await readSettings(folder)).toEqual({});
	rmSync(folder, { recursive: true });
});

test('a folder that cannot be made is a sentence', async () => {
	const file = join(mkdtempSync(join(tmpdir(), 'longview-made-')), 'file');
	writeFileSync(file, '');
	await expect(makeDataFolder(join(file, 'data'))).rejects.toThrow(/does not exist/);
	expect(await freeMegabytes(file)).toBeGreaterThan(0);
	expect(await freeMegabytes(join(file, 'none'))).toBeNull();
});
