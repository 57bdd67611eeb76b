/** The phone page as it is built: that phone browsers of six years ago can read all of it, that it is small, and that it looks like the app. */
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { extname, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { Linter } from 'eslint';
import globals from 'globals';
import { build } from 'vite';
import { afterAll, beforeAll, expect, test } from 'vitest';

const root = join(import.meta.dirname, '../..');
const folder = mkdtempSync(join(tmpdir(), 'longview-phone-page-'));
let files: { name: string; text: string; zipped: number }[];

beforeAll(async () => {
	await build({ configFile: join(root, 'room.vite.config.ts'), build: { outDir: folder } });
	files = readdirSync(folder, { recursive: true, withFileTypes: true })
		.filter((entry) => entry.isFile())
		.map((entry) => ({ name: entry.name, bytes: readFileSync(join(entry.parentPath, entry.name)) }))
		.map(({ name, bytes }) => ({ name, text: bytes.toString(), zipped: gzipSync(bytes).length }));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const ofKind = (end: string) => files.filter(({ name }) => name.endsWith(end)).map(({ text }) => text);

test('all of it is under 50 kB compressed, and nothing of it is a font', () => {
	expect(files.map(({ name }) => extname(name)).sort()).toEqual(['.css', '.html', '.js', '.svg']);
	expect(files.reduce((sum, { zipped }) => sum + zipped, 0)).toBeLessThan(50_000);
	expect(ofKind('.css').join()).not.toContain('@font-face');
});

test('its script is of 2020 and asks for no name that browsers then did not have', () => {
	for (const script of ofKind('.js')) {
		const faults = new Linter().verify(script, [{
			languageOptions: { ecmaVersion: 2020, sourceType: 'module', globals: { ...globals.es2020, ...globals.browser } },
			// The browser's names are those of today: what came later is named here.
			rules: { 'no-undef': 'error', 'no-restricted-globals': ['error', 'structuredClone', 'WeakRef', 'AggregateError', 'BigInt', 'Iterator', 'FinalizationRegistry', 'reportError', 'navigation', 'scheduler', 'cookieStore', 'CompressionStream'] },
			linterOptions: { reportUnusedDisableDirectives: 'off' },
		}]);
		expect(faults.map(({ line, column, message }) => `${line}:${column} ${message}`)).toEqual([]);
	}
});

/** Safari 13.1, Chrome 80 and Firefox 75 have none of these; a secure context, which some want, the page never has. */
const later = [
	'at', 'replaceAll', 'replaceChildren', 'findLast', 'findLastIndex', 'toSorted', 'toSpliced', 'toReversed', 'hasOwn', 'groupBy', 'any', 'withResolvers', 'timeout', 'randomUUID', 'subtle',
	'showModal', 'showPopover', 'checkVisibility', 'requestIdleCallback', 'matchAll', 'serviceWorker', 'wakeLock', 'clipboard', 'setHTML', 'moveBefore',
];

test('it calls no method that came later, and reads no pattern that they cannot', () => {
	for (const script of ofKind('.js')) {
		expect(later.filter((name) => new RegExp(`\\.${name}\\b`).test(script))).toEqual([]);
		// Looking behind, and names for groups.
		expect(script).not.toMatch(/\(\?<[=!a-zA-Z]/);
		expect(script).not.toMatch(/\\p\{/);
	}
});

test('it makes no markup of text: no way to do so is in it', () => {
	for (const script of ofKind('.js')) expect(script).not.toMatch(/innerHTML|outerHTML|insertAdjacentHTML|document\.write|DOMParser|createContextualFragment|\beval\b|new Function/);
});

test('its style has nothing that they would take for a fault', () => {
	for (const style of ofKind('.css')) {
		expect(style).not.toMatch(/:(is|where|has)\(|@(layer|container|property)|[;{]inset:|aspect-ratio|(margin|padding)-(inline|block):|inset-(inline|block)|color-mix|light-dark\(|&/);
		expect(flexWithGap(style)).toEqual([]);
	}
});

/** Rules that are flex boxes by their own words and leave gaps, which Safari 13 and Chrome 80 close. */
const flexWithGap = (style: string): string[] =>
	[...style.matchAll(/([^{}]+)\{([^{}]*)\}/g)].filter(([, , rule]) => /display:(inline-)?flex/.test(rule!) && /(^|;)(column-|row-)?gap:/.test(rule!)).map(([, selector]) => selector!);

test('its page names no other place, loads nothing but its own files, and has no script or style within', () => {
	const [page = ''] = ofKind('.html');
	expect([...page.matchAll(/(?:src|href)="([^"]*)"/g)].map(([, address]) => address)).toEqual([
		expect.stringMatching(/^\.\/assets\/icon-/), expect.stringMatching(/^\.\/assets\/room-.*js$/), expect.stringMatching(/^\.\/assets\/room-.*css$/),
	]);
	expect(page).not.toMatch(/<script(?![^>]*src=)|<style|\sstyle=|\son\w+=/);
	expect(files.map(({ text }) => text).join()).not.toMatch(/https?:\/\/(?!www\.w3\.org\/)/);
});

const colours = (css: string) => Object.fromEntries([...css.matchAll(/(--[\w-]+):\s*(#[0-9A-Fa-f]{6})/g)].map(([, name, colour]) => [name!, colour!]));

test.each(['light', 'dark'])('every colour of the %s page is the app’s, whose contrast is known', (theme) => {
	const tokens = readFileSync(join(root, 'src-renderer/ui/tokens.css'), 'utf8');
	const from = tokens.indexOf(`[data-theme="${theme}"]`);
	const app = colours(tokens.slice(from, tokens.indexOf('\n}', from)));
	const [light, dark] = readFileSync(join(root, 'src-renderer/room/theme.css'), 'utf8').split('@media');
	const own = colours((theme === 'light' ? light : dark)!);
	expect(Object.keys(own).length).toBeGreaterThan(20);
	expect(own).toEqual(Object.fromEntries(Object.keys(own).map((name) => [name, app[name]])));
});
