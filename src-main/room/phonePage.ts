/**
 * The phone page's files and no others: `room.html` and what it, or what it loads, names. They are read once, at the
 * room's opening, and kept as they go over the air.
 */
import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { extname, join, relative, sep } from 'node:path';
import { gzipSync } from 'node:zlib';

export interface PageFile {
	type: string;
	bytes: Uint8Array<ArrayBuffer>;
	/** Null where it is no smaller. */
	gzipped: Uint8Array<ArrayBuffer> | null;
	/** Its name changes with its content, so it may be kept for good. */
	keeps: boolean;
}

const types: Record<string, string> = {
	'.html': 'text/html; charset=utf-8',
	'.js': 'text/javascript; charset=utf-8',
	'.css': 'text/css; charset=utf-8',
	'.svg': 'image/svg+xml',
	'.png': 'image/png',
	'.woff2': 'font/woff2',
};
const named = new Set(['.html', '.js', '.css']);

/** @param folders the first of them that holds a `room.html` counts. @returns files by path, the page itself as `/`. */
export async function phonePageFiles(folders: readonly string[]): Promise<Map<string, PageFile>> {
	const folder = folders.find((candidate) => existsSync(join(candidate, 'room.html')));
	if (!folder) return new Map();
	const entries = await readdir(folder, { recursive: true, withFileTypes: true });
	const paths = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
	const wanted = await namedFrom(join(folder, 'room.html'), paths);
	const files = await Promise.all([...wanted].map(async (path): Promise<[string, PageFile]> => [pathOf(folder, path), await load(path)]));
	return new Map(files);
}

function pathOf(folder: string, path: string): string {
	const own = `/${relative(folder, path).split(sep).join('/')}`;
	return own === '/room.html' ? '/' : own;
}

async function namedFrom(start: string, paths: readonly string[]): Promise<Set<string>> {
	const wanted = new Set([start]);
	for (const path of wanted) {
		if (!named.has(extname(path))) continue;
		const text = await readFile(path, 'utf8');
		for (const other of paths) {
			if (extname(other) in types && extname(other) !== '.html' && text.includes(other.slice(other.lastIndexOf(sep) + 1))) wanted.add(other);
		}
	}
	return wanted;
}

async function load(path: string): Promise<PageFile> {
	const bytes = new Uint8Array(await readFile(path));
	const gzipped = new Uint8Array(gzipSync(bytes, { level: 9 }));
	return {
		type: types[extname(path)] ?? 'application/octet-stream',
		bytes,
		gzipped: gzipped.length < bytes.length ? gzipped : null,
		keeps: extname(path) !== '.html',
	};
}
