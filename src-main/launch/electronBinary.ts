/**
 * Finds Electron's own binary without loading the package, which would try to download it there and then; downloads it
 * where that can work.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { appRoot } from '../paths.ts';

const downloadLimit = 3 * 60_000;
const downloaderNeeds = [22, 12] as const;

export const electronPackage = join(appRoot, 'node_modules', 'electron');

/** @returns its path, or null where it is not on this machine. */
export function findElectron(folder = electronPackage): string | null {
	try {
		const path = join(folder, 'dist', readFileSync(join(folder, 'path.txt'), 'utf8').trim());
		return existsSync(path) ? path : null;
	} catch {
		return null;
	}
}

export function downloaderRuns(version = process.versions.node): boolean {
	const [major = 0, minor = 0] = version.split('.').map(Number);
	return major > downloaderNeeds[0] || (major === downloaderNeeds[0] && minor >= downloaderNeeds[1]);
}

/** @returns the binary's path, or why it cannot be had, as the inside of a sentence. */
export function obtainElectron(say: (line: string) => void, folder = electronPackage): { path: string } | { why: string } {
	const present = findElectron(folder);
	if (present) return { path: present };
	if (!existsSync(join(folder, 'install.js'))) return { why: 'the package electron is not installed' };
	if (!downloaderRuns()) return { why: `its downloader needs Node ${downloaderNeeds.join('.')} or newer; this is ${process.versions.node}` };
	say('Downloading Electron’s binary; this happens once …');
	spawnSync(process.execPath, [join(folder, 'install.js')], { stdio: 'ignore', timeout: downloadLimit });
	const path = findElectron(folder);
	return path ? { path } : { why: 'it could not be downloaded' };
}
