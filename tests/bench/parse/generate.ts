/** Makes signal pages and news items of the archives' shape, the same ones each time, with what each of them says. */
import type { ExtractedItem, ExtractedPage } from './extract.ts';

export interface Made<Truth> {
	text: string;
	truth: Truth;
}

const nouns = ('harbour clinic grid aquifer archive tram orchard parliament workshop satellite kitchen library forest factory museum school river pension ' +
	'tariff vaccine battery mosque market embassy tunnel coast glacier soil pollen mortgage passport alphabet melody census ferry lantern').split(' ');
const others = 'quiet shared cheaper older wireless public floating edible local borrowed hidden seasonal €40m R&D naïve “open” EU’s Łódź 3.5% and/or C++'.split(' ');
const verbs = 'replaces outlives funds questions empties repairs outlaws copies teaches measures'.split(' ');

/** A linear congruential generator (Numerical Recipes, 1992): enough to vary words, and the same everywhere. */
function createDice(seed: number) {
	let state = seed >>> 0;
	const upTo = (count: number): number => {
		state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
		return Math.floor((state / 2 ** 32) * count);
	};
	const between = (least: number, most: number): number => least + upTo(most - least + 1);
	const one = <Item>(items: readonly Item[]): Item => items[upTo(items.length)]!;
	const words = (count: number): string => Array.from({ length: count }, () => one(upTo(4) === 0 ? others : nouns)).join(' ');
	const capital = (text: string): string => text[0]!.toUpperCase() + text.slice(1);
	const sentence = (least: number, most: number): string => `${capital(words(between(least, most) >> 1))} ${one(verbs)} ${words(between(least, most) >> 1)}.`;
	const name = (): string => capital(words(between(2, 5)));
	const list = (least: number, most: number, make: () => string): string[] => Array.from({ length: between(least, most) }, make);
	return { upTo, between, one, words, sentence, name, list };
}

const tables: Record<string, string[]> = {
	Signals: ['name', 'description', 'change', '10-year', 'driving-force', 'relevancy'],
	Concerns: ['name', 'description', 'relevancy'],
	Behaviors: ['name', 'description', 'relevancy'],
	Technologies: ['description', 'relevancy', 'src'],
	Issues: ['name', 'description', 'relevancy'],
};

/** Pads cells to the width of their column, as data frames are written. */
export function tableText(columns: string[], rows: string[][]): string {
	const widths = columns.map((column, at) => Math.max(column.length, 3, ...rows.map((row) => row[at]!.length)));
	const line = (cells: string[]): string => `| ${cells.map((cell, at) => cell.padEnd(widths[at]!)).join(' | ')} |`;
	return [line(columns), `|${widths.map((width) => `:${'-'.repeat(width + 1)}`).join('|')}|`, ...rows.map(line)].join('\n');
}

export function makePage(seed: number): Made<ExtractedPage> {
	const { between, one, words, sentence, name, list } = createDice(seed);
	const cell = (column: string): string =>
		column === 'relevancy' ? String(between(1, 5)) : column === 'name' ? name() : column === 'src' ? between(1e9, 9e9).toString(16) : sentence(8, 18);
	const truth: ExtractedPage = {
		title: name(),
		issue: `20${between(19, 25)}${between(10, 12)}${between(10, 28)}`,
		link: `https://example.org/${seed}?from=feed`,
		keywords: list(3, 8, () => words(2)),
		themes: list(3, 6, () => words(2)),
		category: one(['technology', 'health', 'policy']),
		type: one(['news', 'report']),
		summary: list(5, 9, () => sentence(10, 22)).join(' '),
		tables: Object.fromEntries(Object.entries(tables).map(([section, columns]) => [section, { columns, rows: Array.from({ length: between(4, 8) }, () => columns.map(cell)) }])),
	};
	const bullets = (items: string[]): string => items.map((item) => `* ${item}`).join('\n');
	const text = [
		`# __${truth.title}__, (from page [${truth.issue}](https://example.org/p/${truth.issue}).)`,
		`__[External link](${truth.link})__\n\n`,
		`## Keywords\n\n${bullets(truth.keywords)}`,
		`## Themes\n\n${bullets(truth.themes)}`,
		`## Other\n\n${bullets([`Category: ${truth.category}`, `Type: ${truth.type}`])}`,
		`## Summary\n\n${truth.summary}`,
		...Object.entries(truth.tables).map(([section, { columns, rows }]) => `## ${section}\n\n${tableText(columns, rows)}`),
	].join('\n\n');
	return { truth, text };
}

/** One page with one table of so many rows. */
export function makeLongPage(rows: number): string {
	const { sentence, name } = createDice(rows);
	const made = Array.from({ length: rows }, () => `| ${name()} | ${sentence(8, 14)} | 3 |`);
	return `# __Long__, (from page [1](https://example.org/p/1).)\n\n## Concerns\n\n| name | description | relevancy |\n|:--|:--|--:|\n${made.join('\n')}\n`;
}

export function makeItem(seed: number): Made<ExtractedItem> {
	const { between, one, sentence, name, list } = createDice(seed);
	const date = (): string => `202${between(0, 5)}-0${between(1, 9)}-${between(10, 28)}T${between(10, 23)}:${between(10, 59)}:00Z`;
	const truth: ExtractedItem = {
		title: name(), excerpt: sentence(12, 24), published: date(), url: `https://example.org/${seed}`, quality: between(1, 99),
		topics: list(1, 3, () => one(['AI', 'Climate', 'Health'])), provider: 'The Post', related: list(3, 9, () => sentence(8, 14)),
	};
	const related = (title: string): string => [
		`  - title: ${JSON.stringify(title)}`, `    excerpt: ${JSON.stringify(sentence(18, 30))}`, `    publishedDateTime: ${date()}`,
		`    webUrl: "https://example.org/${between(1e6, 9e6)}"`, '    type: article', '    provider:', '      name: Wire', '      domain: wire.example',
		`    quality: ${between(1, 99)}`, '    images:', `      - url: "https://example.org/${between(1e6, 9e6)}.jpg"`, '        width: 800', '        isCached: true',
	].join('\n');
	const text = [
		'---', 'category: news', `title: ${JSON.stringify(truth.title)}`, `excerpt: ${JSON.stringify(truth.excerpt)}`, `publishedDateTime: ${truth.published}`,
		`webUrl: "${truth.url}"`, 'type: article', `quality: ${truth.quality}`, 'heat: -1', 'published: false', '', 'provider:', '  name: The Post',
		'  domain: post.example', '', 'topics:', ...truth.topics.map((topic) => `  - ${topic}`), '', 'related:', ...truth.related.map(related), '',
		`secured: "${between(1e9, 9e9).toString(16).repeat(90)}=="`, '---', '',
	].join('\n');
	return { truth, text };
}
