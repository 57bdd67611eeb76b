import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { walk } from './walk.ts';

let root: string;
beforeEach(async () => {
	root = await mkdtemp(join(tmpdir(), 'longview-walk-'));
});
afterEach(() => rm(root, { recursive: true, force: true }));

test('folders are read in the order of names, with hidden and binary files told', async () => {
	await mkdir(join(root, 'in', 'b.md'), { recursive: true });
	for (const name of ['c.md', 'a.txt', '.hidden', 'photo.PNG', join('b.md', 'd')]) await writeFile(join(root, 'in', name), 'x');
	const { files, unread, skipped } = await walk([join(root, 'in')]);
	expect(files.map(({ file }) => file)).toEqual(['a.txt', 'b.md/d', 'c.md'].map((name) => join(root, 'in', name)));
	expect(skipped.map(({ file, reason }) => [file.slice(root.length + 4), reason])).toEqual([
		['.hidden', 'It is hidden.'],
		['photo.PNG', 'Its name says that it is no text.'],
	]);
	expect(unread).toEqual([]);
});

test('links lead neither out of the folder nor round in it', async () => {
	await mkdir(join(root, 'in', 'sub'), { recursive: true });
	await mkdir(join(root, 'in-other'));
	await writeFile(join(root, 'in-other', 'secret.md'), 'x');
	await writeFile(join(root, 'in', 'sub', 'real.md'), 'x');
	await symlink(join(root, 'in-other', 'secret.md'), join(root, 'in', 'out.md'));
	await symlink(join(root, 'in'), join(root, 'in', 'sub', 'round'));
	await symlink(join(root, 'in', 'sub'), join(root, 'in', 'beside'));
	await symlink(join(root, 'in', 'nowhere'), join(root, 'in', 'broken.md'));
	await symlink(join(root, 'in', 'sub', 'real.md'), join(root, 'in', 'alias.md'));
	const { files, unread, skipped } = await walk([join(root, 'in')]);
	expect(files).toEqual([{ path: join(root, 'in', 'sub', 'real.md'), file: join(root, 'in', 'alias.md') }]);
	expect(skipped.map(({ reason }) => reason)).toEqual([
		'It is a link to another folder.',
		'It is a link that leads out of the folder.',
		'It is a link that leads out of the folder.',
	]);
	expect(unread).toEqual([{ file: join(root, 'in', 'broken.md'), error: 'The file is not there. It may have been moved or renamed.' }]);
});

test('a file named by itself is always tried, and a missing one is told', async () => {
	await writeFile(join(root, 'photo.png'), 'x');
	const { files, unread } = await walk([join(root, 'photo.png'), join(root, 'photo.png'), join(root, 'gone.md')]);
	expect(files).toEqual([{ path: join(root, 'photo.png'), file: join(root, 'photo.png') }]);
	expect(unread).toEqual([{ file: join(root, 'gone.md'), error: 'The file is not there. It may have been moved or renamed.' }]);
});
