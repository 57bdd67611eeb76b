import { svelte } from '@sveltejs/vite-plugin-svelte';
import { defineConfig } from 'electron-vite';
import { resolve } from 'node:path';
import type { Plugin } from 'vite';

const at = (path: string) => resolve(import.meta.dirname, path);

/** The font of nearly every word is asked for with the page, not once words are laid out: until it is there they are blank. */
const fontWithThePage: Plugin = {
	name: 'font-with-the-page',
	transformIndexHtml: {
		order: 'post',
		handler(_html, { bundle = {} }) {
			const font = Object.keys(bundle).find((file) => /hyperlegible-next-latin-wght-normal[^/]*\.woff2$/.test(file));
			if (!font) throw new Error('The font that a page begins with is not in the build: see src-renderer/ui/tokens.css.');
			return [{ tag: 'link', attrs: { rel: 'preload', href: `./${font}`, as: 'font', type: 'font/woff2', crossorigin: true }, injectTo: 'head' }];
		},
	},
};

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
		plugins: [svelte(), fontWithThePage],
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
