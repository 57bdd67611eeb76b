import js from '@eslint/js';
import { createTypeScriptImportResolver } from 'eslint-import-resolver-typescript';
import { importX } from 'eslint-plugin-import-x';
import svelte from 'eslint-plugin-svelte';
import globals from 'globals';
import ts from 'typescript-eslint';

/*
 * The rooms of the house: which folder may import what. A zone reads "nothing in `target` imports from `from`, but for
 * `except`"; packages are kept to the rooms that are named for them.
 */
const capabilities = ['board', 'library', 'voting', 'scenarios', 'crossImpact', 'wheel', 'plans', 'report', 'runsheet', 'trace'];
const zones = [
	{ target: './src-shared', from: ['./src-main', './src-renderer', './tests'], message: 'src-shared runs anywhere and imports no room.' },
	{ target: './src-main', from: ['./src-renderer', './tests'], message: 'The main process does not know the renderer.' },
	{ target: './src-renderer', from: './src-main', except: [], message: 'The renderer reaches the main process through its API.' },
	{ target: './src-renderer', from: './tests' },
	{ target: './src-main/imports', from: ['./src-main/api', './src-main/room', './src-main/hosts', './src-main/reports', './src-main/voting', './src-main/workshops'] },
	{ target: './src-main/reports', from: ['./src-main/api', './src-main/room', './src-main/hosts', './src-main/imports', './src-main/voting', './src-main/workshops'] },
	{ target: './src-main/workshops', from: ['./src-main/api', './src-main/room', './src-main/hosts', './src-main/imports', './src-main/reports', './src-main/voting'] },
	{ target: './src-main/store', from: ['./src-main/api', './src-main/room', './src-main/hosts', './src-main/reports', './src-main/voting'] },
	{ target: './src-main/voting', from: ['api', 'room', 'hosts', 'adapters', 'imports', 'reports', 'workshops'].map((other) => `./src-main/${other}`), message: 'The vote knows no network and no other room.' },
	{ target: './src-main/room', from: ['api', 'hosts', 'adapters', 'imports', 'reports', 'workshops'].map((other) => `./src-main/${other}`), message: 'Phones reach ballots and nothing else.' },
	{ target: './src-main/api', from: ['./src-main/hosts', './src-main/adapters'] },
	...capabilities.map((own) => ({
		target: `./src-renderer/${own}`,
		from: [...capabilities.filter((other) => other !== own), 'views', 'room'].map((other) => `./src-renderer/${other}`),
		message: 'Capabilities meet in views/ only.',
	})),
	{ target: './src-renderer/ui', from: [...capabilities, 'views', 'db', 'api', 'room'].map((other) => `./src-renderer/${other}`) },
	{ target: './src-renderer/db', from: [...capabilities, 'views', 'api', 'ui', 'room'].map((other) => `./src-renderer/${other}`) },
	{ target: './src-renderer/room', from: [...capabilities, 'views', 'db', 'api', 'ui'].map((other) => `./src-renderer/${other}`) },
	{ target: './tests/e2e', from: ['./src-main', './src-renderer', './src-shared'], message: 'End-to-end tests see what a person sees.' },
];

const only = (message, ...names) => names.map((name) => ({ regex: `^${name}(/.*)?$`, message }));
const electronOnly = only('Only main.ts, adapters/electron.ts, hosts/protocol.ts and hosts/window.ts know Electron.', 'electron');
const honoOnly = only('Only api, room and hosts know Hono.', 'hono', '@hono/node-server');
const dexieOnly = only('Only src-renderer/db knows Dexie.', 'dexie');
const pdfOnly = only('Only reports knows pdfkit.', 'pdfkit', 'fontkit');
const markdownOnly = only('Only imports and src-shared/markdown read Markdown.', 'markdown-it');
const readersOnly = only('Only imports knows the readers’ libraries.', 'js-yaml', 'papaparse', 'read-excel-file', 'mammoth', 'unpdf').concat(markdownOnly);
const calendarOnly = only('Only plans writes calendars.', 'ical-generator');
const nodeOnly = [{ regex: '^node:', message: 'This room runs without Node.' }];
const svelteOnly = only('This room has no Svelte.', 'svelte');
const restrict = (...patterns) => ({ 'no-restricted-imports': ['error', { patterns: patterns.flat() }] });

export default ts.config(
	{ ignores: ['out/', 'node_modules/', 'test-results/'] },
	js.configs.recommended,
	ts.configs.recommended,
	...svelte.configs['flat/recommended'],
	{
		plugins: { 'import-x': importX },
		settings: { 'import-x/resolver-next': [createTypeScriptImportResolver({ project: 'tsconfig.json' })] },
		languageOptions: { globals: { ...globals.browser, ...globals.node } },
		rules: {
			'no-console': 'error',
			// Maps and dates here are values that are replaced, not state that is mutated.
			'svelte/prefer-svelte-reactivity': 'off',
			// Text is cleaned of control characters on purpose.
			'no-control-regex': 'off',
			eqeqeq: 'error',
			'import-x/no-restricted-paths': ['error', { basePath: import.meta.dirname, zones }],
			'import-x/no-cycle': 'error',
			'@typescript-eslint/consistent-type-imports': 'error',
			'@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_' }],
		},
	},
	{ files: ['**/*.svelte', '**/*.svelte.ts'], languageOptions: { parserOptions: { parser: ts.parser } } },
	{ files: ['**/*.ts', '**/*.svelte'], rules: { 'no-undef': 'off' } },
	{ files: ['src-shared/**'], rules: restrict(nodeOnly, svelteOnly, electronOnly, honoOnly, dexieOnly, pdfOnly, readersOnly, calendarOnly) },
	{ files: ['src-shared/markdown/**'], rules: restrict(nodeOnly, svelteOnly, electronOnly, honoOnly, dexieOnly, pdfOnly) },
	{ files: ['src-main/**'], rules: restrict(electronOnly, honoOnly, dexieOnly, pdfOnly, readersOnly, svelteOnly) },
	{ files: ['src-main/{api,room,hosts}/**'], rules: restrict(electronOnly, dexieOnly, pdfOnly, readersOnly, svelteOnly) },
	{ files: ['src-main/imports/**'], rules: restrict(electronOnly, honoOnly, dexieOnly, pdfOnly, svelteOnly) },
	{ files: ['src-main/reports/**'], rules: restrict(electronOnly, honoOnly, dexieOnly, readersOnly, svelteOnly) },
	{ files: ['src-main/{main,adapters/electron}.ts'], rules: restrict(honoOnly, dexieOnly, pdfOnly, readersOnly, svelteOnly) },
	{ files: ['src-main/hosts/{protocol,window}.ts'], rules: restrict(dexieOnly, pdfOnly, readersOnly, svelteOnly) },
	{ files: ['src-main/{serve,cli,launch}.ts', 'src-main/launch/**', 'tests/**'], rules: { 'no-console': 'off' } },
	{ files: ['src-shared/**/*.test.ts'], rules: restrict(svelteOnly, electronOnly, honoOnly, dexieOnly) },
	{ files: ['src-renderer/**'], rules: restrict(nodeOnly, electronOnly, honoOnly, dexieOnly, pdfOnly, readersOnly, calendarOnly) },
	{ files: ['src-renderer/plans/**'], rules: restrict(nodeOnly, electronOnly, honoOnly, dexieOnly, pdfOnly, readersOnly) },
	{
		// The report's pages are drawn in the window from the PDF itself.
		files: ['src-renderer/report/pages/pdf.ts'],
		rules: restrict(nodeOnly, electronOnly, honoOnly, dexieOnly, pdfOnly),
	},
	{
		// Old phones load it: of the schemas their types, and nothing that runs.
		files: ['src-renderer/room/**'],
		rules: {
			...restrict(nodeOnly, electronOnly, honoOnly, dexieOnly, pdfOnly, readersOnly, only('The phone page is plain TypeScript, small and old-fashioned.', 'svelte', 'valibot')),
			'@typescript-eslint/no-restricted-imports': ['error', { patterns: [{ group: ['**/schemas/*'], allowTypeImports: true, message: 'The phone page uses the schemas’ types only.' }] }],
		},
	},
	{ files: ['src-renderer/api/**'], rules: restrict(nodeOnly, electronOnly, dexieOnly, pdfOnly, readersOnly) },
	{ files: ['src-renderer/db/**'], rules: restrict(nodeOnly, electronOnly, honoOnly, pdfOnly, readersOnly) },
	{
		files: ['src-renderer/board/{interaction,camera}.ts', 'src-renderer/board/states/**'],
		rules: {
			...restrict(nodeOnly, svelteOnly, electronOnly, honoOnly, dexieOnly),
			'no-restricted-globals': ['error', 'window', 'document', 'HTMLElement', 'PointerEvent', 'requestAnimationFrame'],
		},
	},
	{
		// The typed client is inferred from the API's routes: a type and nothing that runs.
		files: ['src-renderer/api/client.ts'],
		rules: {
			'import-x/no-restricted-paths': [
				'error',
				{ basePath: import.meta.dirname, zones: zones.filter((zone) => zone.from !== './src-main') },
			],
		},
	},
);
