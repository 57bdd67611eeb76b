import { execFileSync } from 'node:child_process';
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

/** File systems that fail for real. Only root can make them; elsewhere they are skipped, and say so. */
const asRoot = process.platform === 'linux' && process.getuid?.() === 0;
const run = (command: string, ...args: string[]) => execFileSync(command, args, { stdio: 'ignore' });
const can = (attempt: () => void, undo: () => void): boolean => {
	try {
		attempt();
		undo();
		return true;
	} catch {
		return false;
	}
};
const probe = mkdtempSync(join(tmpdir(), 'longview-probe-'));
const canMount = asRoot && can(() => run('mount', '-t', 'tmpfs', '-o', 'size=64k', 'tmpfs', probe), () => run('umount', probe));
const canFreeze = asRoot && can(() => run('chattr', '+i', probe), () => run('chattr', '-i', probe));
rmSync(probe, { recursive: true });
if (!canMount || !canFreeze) process.stderr.write('Tests on failing file systems are skipped: they need root, mount and chattr.\n');

test.skipIf(!canMount)('on a full disk nothing is written, and the file that was there is whole', async () => {
	run('mount', '-t', 'tmpfs', '-o', 'size=64k', 'tmpfs', folder);
	try {
		const path = join(folder, 'report.pdf');
		writeFileSync(path, 'the report of yesterday');
		await expect(writeWhole(path, new Uint8Array(200_000))).rejects.toThrow(`The disk is full, so ${path} was not written. Free some space and try again.`);
		expect(readFileSync(path, 'utf8')).toBe('the report of yesterday');
		expect(readdirSync(folder)).toEqual(['report.pdf']);
	} finally {
		run('umount', folder);
	}
});

test.skipIf(!canFreeze)('in a folder that may not be written to nothing is left, and the sentence says to choose another', async () => {
	run('chattr', '+i', folder);
	try {
		const path = join(folder, 'report.pdf');
		await expect(writeWhole(path, 'x')).rejects.toThrow(`Longview is not allowed to write ${path}. Choose another folder.`);
		expect(readdirSync(folder)).toEqual([]);
	} finally {
		run('chattr', '-i', folder);
	}
});

test.skipIf(!canFreeze || !canMount)('a file that another program holds stays as it is, and the sentence says what to close', async () => {
	const path = join(folder, 'report.pdf');
	writeFileSync(path, 'open elsewhere');
	const sentence = `${path} is open in another program, or protected. Close it there and try again, or choose another name.`;
	const hold: [() => void, () => void][] = [
		[() => run('chattr', '+i', path), () => run('chattr', '-i', path)],
		[() => run('mount', '--bind', path, path), () => run('umount', path)],
	];
	for (const [begin, end] of hold) {
		begin();
		try {
			await expect(writeWhole(path, 'new')).rejects.toThrow(sentence);
			expect(readFileSync(path, 'utf8')).toBe('open elsewhere');
			expect(readdirSync(folder)).toEqual(['report.pdf']);
		} finally {
			end();
		}
	}
});
