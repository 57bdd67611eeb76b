import { svelte } from '@sveltejs/vite-plugin-svelte';
import { playwright } from '@vitest/browser-playwright';
import { defineConfig } from 'vitest/config';
import { chromiumFlags, findBrowser } from './tests/browser.ts';

export default defineConfig({
	test: {
		// Ports, processes and disks are shared: a file at a time in each of two workers keeps them apart and the machine calm.
		maxWorkers: 2,
		projects: [
			{
				plugins: [svelte()],
				resolve: { conditions: ['browser'] },
				test: {
					name: 'unit',
					include: ['src-*/**/*.test.ts', 'tests/lint/**/*.test.ts'],
					exclude: ['**/*.browser.test.ts', '**/node_modules/**'],
					environment: 'node',
					// A guard against what never ends, not a measure: reports are drawn and read back on a busy machine.
					testTimeout: 60_000,
				},
			},
			{ test: { name: 'contract', include: ['tests/contract/**/*.test.ts'], environment: 'node', testTimeout: 30_000, hookTimeout: 30_000 } },
			{
				plugins: [svelte()],
				test: {
					name: 'browser',
					include: ['src-renderer/**/*.browser.test.ts'],
					browser: {
						enabled: true,
						headless: true,
						screenshotFailures: false,
						provider: playwright({ launchOptions: { executablePath: findBrowser() ?? undefined, args: chromiumFlags } }),
						instances: [{ browser: 'chromium' }],
					},
				},
			},
		],
	},
});
