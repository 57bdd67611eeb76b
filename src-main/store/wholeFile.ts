/**
 * Writes a file whole or not at all: to a temporary name beside it, fsynced, renamed, and the folder fsynced. Any other
 * order lost or truncated files in simulated power cuts.
 */
import { randomBytes } from 'node:crypto';
import { open, readdir, rename, rm, type FileHandle } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { diskRefusal, replaceRefusal } from './diskErrors.ts';

/**
 * @param mode permissions of the new file, for secrets 0o600.
 * @throws Refusal with a sentence where the disk is full, read-only or not ours; the file is then as it was before.
 */
export async function writeWhole(path: string, content: Uint8Array | string, mode = 0o644): Promise<void> {
	const bytes = typeof content === 'string' ? Buffer.from(content) : content;
	// What comes from a worker is only said to be bytes; an empty file in place of a good one would be worse than an error.
	if (!(bytes instanceof Uint8Array)) throw new TypeError(`There are no bytes to write to ${path}.`);
	const temporary = join(dirname(path), `.longview-${randomBytes(6).toString('hex')}.tmp`);
	try {
		await writeNew(temporary, bytes, mode);
		await rename(temporary, path).catch((error: unknown) => {
			throw replaceRefusal(error, path);
		});
		await syncFolder(dirname(path));
	} catch (error) {
		await rm(temporary, { force: true }).catch(() => undefined);
		throw diskRefusal(error, path);
	}
}

/** Clears away what a process that was killed in mid-write left in a folder that is Longview's alone. */
export async function removeTemporary(folder: string): Promise<void> {
	const left = (await readdir(folder)).filter((name) => name.startsWith('.') && name.endsWith('.tmp'));
	await Promise.all(left.map((name) => rm(join(folder, name), { force: true })));
}

async function writeNew(path: string, bytes: Uint8Array, mode: number): Promise<void> {
	const file = await open(path, 'wx', mode);
	try {
		await writeAll(file, bytes, 0);
		await file.sync();
	} finally {
		await file.close();
	}
}

/** One write may take only a part, as it does when the disk becomes full. */
export async function writeAll(file: FileHandle, bytes: Uint8Array, position: number): Promise<void> {
	for (let written = 0; written < bytes.length; ) {
		written += (await file.write(bytes, written, bytes.length - written, position + written)).bytesWritten;
	}
}

/** Makes a rename or a new name last. Windows has no such thing and needs none. */
export async function syncFolder(folder: string): Promise<void> {
	if (process.platform === 'win32') return;
	const handle = await open(folder, 'r');
	try {
		await handle.sync();
	} finally {
		await handle.close();
	}
}
