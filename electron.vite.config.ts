import { svelte } from '@sveltejs/vite-plugin-svelte';
import { defineConfig } from 'electron-vite';
import { resolve } from 'node:path';

const at = (path: string) => resolve(import.meta.dirname, path);

export default defineConfig({
	main: {
		build: {
			target: 'node20.15',
			externalizeDeps: true,
			rollupOptions: {
				input: {
					main: at('src-main/main.ts'),
					serve: at('src-main/serve.ts'),
					cli: at('src-main/cli.ts'),
					importWorker: at('src-main/imports/importWorker.ts'),
					reportWorker: at('src-main/reports/reportWorker.ts'),
					exportWorker: at('src-main/reports/exports/exportWorker.ts'),
				},
				output: { format: 'es', entryFileNames: '[name].js', chunkFileNames: 'chunks/[name]-[hash].js' },
			},
		},
	},
	renderer: {
		root: at('src-renderer'),
		plugins: [svelte()],
		// Dexie’s own build for browsers of today; the one that its package names is written for those of 2015.
		resolve: { alias: { dexie: 'dexie/dist/modern/dexie.mjs' } },
		// Module workers from the page's own files: the policy allows no other.
		worker: { format: 'es' },
		build: {
			// The browser host opens whatever Chrome, Chromium or Edge (which counts as Chrome) is installed, not only Electron's own.
			target: 'chrome111',
			minify: true,
			cssMinify: true,
			rollupOptions: { input: { index: at('src-renderer/index.html'), screen: at('src-renderer/screen.html') } },
		},
	},
});
