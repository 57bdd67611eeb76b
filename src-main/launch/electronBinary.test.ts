import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { downloaderRuns, findElectron, obtainElectron } from './electronBinary.ts';

let folder: string;
beforeEach(() => {
	folder = mkdtempSync(join(tmpdir(), 'longview-electron-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

test('the binary is found by its path file, and only where it lies there', () => {
	expect(findElectron(folder)).toBeNull();
	writeFileSync(join(folder, 'path.txt'), 'electron');
	expect(findElectron(folder)).toBeNull();
	mkdirSync(join(folder, 'dist'));
	writeFileSync(join(folder, 'dist', 'electron'), '');
	expect(findElectron(folder)).toBe(join(folder, 'dist', 'electron'));
	expect(obtainElectron(() => undefined, folder)).toEqual({ path: join(folder, 'dist', 'electron') });
});

test('the downloader is asked only where it can run', () => {
	expect(['20.19.0', '22.11.9', '22.12.0', '23.0.0', '24.1.0'].map(downloaderRuns)).toEqual([false, false, true, true, true]);
	expect(obtainElectron(() => undefined, folder)).toEqual({ why: 'the package electron is not installed' });
});
