/** The phone page's own build: lowered for phone browsers of the last six years, in a folder that holds nothing but the page. */
import { resolve } from 'node:path';
import { defineConfig } from 'vite';

const at = (path: string) => resolve(import.meta.dirname, path);

export default defineConfig({
	root: at('src-renderer'),
	base: './',
	publicDir: false,
	logLevel: 'warn',
	build: {
		outDir: at('out/room'),
		emptyOutDir: true,
		target: ['chrome80', 'safari13.1', 'ios13.4', 'firefox75'],
		cssTarget: ['chrome80', 'safari13.1', 'ios13.4', 'firefox75'],
		modulePreload: false,
		// A picture in the style would be a data: address, which the page's policy has no need to allow.
		assetsInlineLimit: 0,
		rollupOptions: { input: at('src-renderer/room.html') },
	},
});
