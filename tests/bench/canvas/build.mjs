/** Bundles the page with the canvas for a run of the shared benchmark. */
import { svelte } from '@sveltejs/vite-plugin-svelte';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';

/** @param peers folder of the shared benchmark. @param page its folder here. @returns the built folder. */
export async function buildPage(peers, page = 'page') {
	const outDir = mkdtempSync(join(tmpdir(), 'longview-bench-canvas-'));
	await build({
		root: fileURLToPath(new URL(page, import.meta.url)),
		base: './',
		configFile: false,
		logLevel: 'error',
		plugins: [svelte({ configFile: false })],
		resolve: { alias: { 'peers-scene': join(peers, 'canvas/pages/common/scene.js') } },
		// One file, as the other pages are.
		build: { outDir, emptyOutDir: true, target: 'esnext', modulePreload: { polyfill: false }, assetsInlineLimit: 0, rollupOptions: { output: { inlineDynamicImports: true } } },
	});
	return outDir;
}
