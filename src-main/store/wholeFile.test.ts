import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { writeWhole } from './wholeFile.ts';

let folder: string;
beforeEach(() => {
	folder = mkdtempSync(join(tmpdir(), 'longview-whole-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

test('replaces a file whole and leaves nothing beside it', async () => {
	const path = join(folder, 'report.pdf');
	writeFileSync(path, 'before, and longer than after');
	await writeWhole(path, 'after');
	expect(readFileSync(path, 'utf8')).toBe('after');
	expect(readdirSync(folder)).toEqual(['report.pdf']);
});

test('a secret is readable by its user alone', async () => {
	await writeWhole(join(folder, 'key'), 'x', 0o600);
	expect(statSync(join(folder, 'key')).mode & 0o777).toBe(0o600);
});

test('a folder that does not exist is a sentence that names the file', async () => {
	await expect(writeWhole(join(folder, 'none', 'a.pdf'), 'x')).rejects.toThrow(`The folder of ${join(folder, 'none', 'a.pdf')} does not exist.`);
});

test('a failure after the content was written leaves the folder as it was', async () => {
	mkdirSync(join(folder, 'taken.pdf'));
	await expect(writeWhole(join(folder, 'taken.pdf'), 'x')).rejects.toThrow(/is a folder\. Choose a file name/);
	expect(readdirSync(folder)).toEqual(['taken.pdf']);
});
