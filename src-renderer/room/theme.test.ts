/** The phone page ships its own few colours; they are the app's, or its contrast would be nobody's. */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

const read = (path: string) => readFileSync(new URL(path, import.meta.url), 'utf8');
const colours = (css: string) => Object.fromEntries([...css.matchAll(/(--[\w-]+):\s*(#[0-9A-Fa-f]{6})/g)].map(([, name, colour]) => [name!, colour!]));

test.each([
	['light', '[data-theme="light"]'],
	['dark', '[data-theme="dark"]'],
])('every colour of the %s page is the app’s', (theme, selector) => {
	const tokens = read('../ui/tokens.css');
	const from = tokens.indexOf(selector);
	const app = colours(tokens.slice(from, tokens.indexOf('\n}', from)));
	const [light, dark] = read('./theme.css').split('@media');
	const own = colours((theme === 'light' ? light : dark)!);
	expect(Object.keys(own).length).toBeGreaterThan(20);
	expect(own).toEqual(Object.fromEntries(Object.keys(own).map((name) => [name, app[name]])));
});
