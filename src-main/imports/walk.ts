/** Finds the files to read under the paths that a facilitator chose, and never leaves the folders among them. */
import type { Dirent } from 'node:fs';
import { readdir, realpath, stat } from 'node:fs/promises';
import { extname, join, sep } from 'node:path';
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { UnreadFile } from '../../src-shared/schemas/document.ts';
import type { SkippedFile } from '../../src-shared/schemas/importBatch.ts';
import { whyUnread } from './readFile.ts';

export interface FoundFile {
	path: string;
	/** The path to show: as it was given, and below a folder from there on. */
	file: string;
}

export interface Walked {
	files: FoundFile[];
	unread: UnreadFile[];
	skipped: SkippedFile[];
}

/** A file named by itself is always tried; in a folder these are known to hold no text. */
const binaryExtensions = new Set(
	('png jpg jpeg gif webp avif bmp ico tif tiff heic svgz psd mp3 mp4 m4a m4v mov avi mkv webm wav ogg flac doc xls ' +
		'ppt pptx odt ods odp key numbers pages zip gz tgz bz2 xz 7z rar tar jar dmg iso exe dll so dylib bin o a class pyc wasm woff ' +
		'woff2 ttf otf eot sqlite db parquet feather npy pkl epub mobi longview').split(' '),
);

/** Plain files need no look at the disk: without a pause, a folder of 100,000 would keep the process from all else. */
const entriesPerTurn = 500;

/** Folders are read in the order of their names, and no file twice. */
export async function walk(paths: string[]): Promise<Walked> {
	const walked: Walked = { files: [], unread: [], skipped: [] };
	const seen = new Set<string>();
	for (const path of paths) {
		try {
			const real = await realpath(path);
			const found = await stat(real);
			if (found.isDirectory()) await walkFolder(real, path, real, walked, seen);
			else addFile(real, path, walked, seen);
		} catch (error) {
			walked.unread.push({ file: path, error: whyUnread(error) });
		}
	}
	return walked;
}

/** @param root the real path of the chosen folder, which no link leads out of. */
async function walkFolder(folder: string, shown: string, root: string, walked: Walked, seen: Set<string>): Promise<void> {
	const entries = await readdir(folder, { withFileTypes: true });
	for (const [index, entry] of entries.sort((a, b) => (a.name < b.name ? -1 : 1)).entries()) {
		if (index % entriesPerTurn === entriesPerTurn - 1) await nextTurn();
		const path = join(folder, entry.name);
		const file = join(shown, entry.name);
		try {
			const reason = await reasonToSkip(entry, path, root);
			if (reason) walked.skipped.push({ file, reason });
			else if (entry.isDirectory()) await walkFolder(path, file, root, walked, seen);
			else addFile(entry.isSymbolicLink() ? await realpath(path) : path, file, walked, seen);
		} catch (error) {
			walked.unread.push({ file, error: whyUnread(error) });
		}
	}
}

async function reasonToSkip(entry: Dirent, path: string, root: string): Promise<string | null> {
	if (entry.name.startsWith('.')) return 'It is hidden.';
	if (entry.isSymbolicLink()) {
		const target = await realpath(path);
		if (!target.startsWith(root.endsWith(sep) ? root : root + sep)) return 'It is a link that leads out of the folder.';
		if (!(await stat(target)).isFile()) return 'It is a link to another folder.';
	} else if (!entry.isDirectory() && !entry.isFile()) return 'It is no ordinary file.';
	if (!entry.isDirectory() && binaryExtensions.has(extname(entry.name).slice(1).toLowerCase())) return 'Its name says that it is no text.';
	return null;
}

function addFile(path: string, file: string, walked: Walked, seen: Set<string>): void {
	if (seen.has(path)) return;
	seen.add(path);
	walked.files.push({ path, file });
}
