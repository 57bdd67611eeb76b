/** What lies in the data folder, read as somebody would who got hold of the disk. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** All files below a folder, the trash included. */
const filesBelow = (folder: string): string[] =>
	readdirSync(folder, { withFileTypes: true, recursive: true }).filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));

/** The files that hold these bytes. */
export const filesHolding = (folder: string, words: string): string[] =>
	filesBelow(folder).filter((file) => readFileSync(file).includes(words));

/** The random tokens that ballots in the journals stand under. */
export function votersOnDisk(folder: string): string[] {
	const all = filesBelow(folder).flatMap((file) => [...readFileSync(file, 'utf8').matchAll(/"participant":"([^"]+)"/g)].map(([, token]) => token ?? ''));
	return [...new Set(all)];
}
