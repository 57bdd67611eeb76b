/** The built page's files. They are listed once and looked up by their whole path, so that no path leads elsewhere. */
import { Hono } from 'hono';
import { readdir, readFile } from 'node:fs/promises';
import { extname, join, relative, sep } from 'node:path';
import { Refusal } from '../refusal.ts';

const types: Record<string, string> = {
	'.html': 'text/html; charset=utf-8',
	'.js': 'text/javascript; charset=utf-8',
	'.css': 'text/css; charset=utf-8',
	'.json': 'application/json',
	'.svg': 'image/svg+xml',
	'.png': 'image/png',
	'.ico': 'image/x-icon',
	'.woff2': 'font/woff2',
	'.woff': 'font/woff',
	'.ttf': 'font/ttf',
	'.wasm': 'application/wasm',
};

/** @param folder the built renderer. */
export function pageRoutes(folder: string) {
	let listing: Promise<Map<string, string>> | null = null;
	const files = () => (listing ??= list(folder));
	return new Hono().get('/*', async (c) => {
		const path = c.req.path === '/' ? '/index.html' : c.req.path;
		const file = (await files()).get(path);
		if (!file) throw new Refusal(404, `There is nothing at ${c.req.path}.`);
		// Names under assets carry a hash of their content.
		const keep = path.startsWith('/assets/') ? 'public, max-age=31536000, immutable' : 'no-store';
		return c.body(await readFile(file), 200, {
			'content-type': types[extname(path)] ?? 'application/octet-stream',
			'cache-control': keep,
		});
	});
}

async function list(folder: string): Promise<Map<string, string>> {
	const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => {
		throw new Refusal(503, 'Longview’s page has not been built. Run npm run build.');
	});
	const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
	return new Map(files.map((file) => [`/${relative(folder, file).split(sep).join('/')}`, file]));
}
