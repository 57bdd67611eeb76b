/** A made archive of the shape that facilitators bring: 3,250 signal pages with 97,620 cards, the same ones at every run. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

export const archivePages = 3250;
export const archiveCards = 97_620;

/** mulberry32 (Ettinger 2017): small, fast, and the same on every machine. */
export function randomFrom(seed: number): () => number {
	let state = seed >>> 0;
	return () => {
		state = (state + 0x6d2b79f5) >>> 0;
		let mixed = Math.imul(state ^ (state >>> 15), state | 1);
		mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
		return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
	};
}

const common = 'the of and to in a for that with is on as are from by this more towards their into new could will may through rise growing'.split(' ');
const syllables = 'ra ne ti co lu mor ven dal sis per gra tion ex plo bi quan der ful est arc hol mi ka so lin fer tem pus ori vat'.split(' ');

/** Words by Zipf's law (1949): the n-th occurs about 1/n as often as the first. */
function vocabulary(size: number): string[] {
	const random = randomFrom(7);
	const words = new Set(common);
	while (words.size < size) {
		const length = 2 + Math.floor(random() * 3);
		words.add(Array.from({ length }, () => syllables[Math.floor(random() * syllables.length)]).join(''));
	}
	return [...words];
}

export interface ArchivePage {
	name: string;
	text: string;
	cards: number;
}

/** @returns pages one after another; `cards` in all are spread evenly over them, and every thirtieth name was used before. */
export function* archive(pages = archivePages, cards = archiveCards): Generator<ArchivePage> {
	const words = vocabulary(24_000);
	const random = randomFrom(42);
	const word = () => words[Math.floor(Math.exp(random() * Math.log(words.length)))] ?? 'the';
	const say = (count: number) => Array.from({ length: count }, word).join(' ');
	const sentence = (count: number) => `${capital(say(count))}.`;
	const names: string[] = [];
	const name = () => {
		const again = names.length > 100 && random() < 1 / 30 ? names[Math.floor(random() * 100)] : undefined;
		const made = again ?? capital(say(4));
		if (!again) names.push(made);
		return made;
	};
	for (let page = 0; page < pages; page++) {
		const count = Math.floor(((page + 1) * cards) / pages) - Math.floor((page * cards) / pages);
		const perKind = spread(count, 5);
		const score = () => 2 + Math.floor(random() * 4);
		const list = (title: string, length: number) => [`## ${title}`, '', ...Array.from({ length }, () => `* ${say(2)}`), ''];
		const table = (title: string, rows: number) => [
			`## ${title}`, '', '| name | description | relevancy |', '|:-----|:------------|----------:|',
			...Array.from({ length: rows }, () => `| ${name()} | ${sentence(18)} | ${score()} |`), '',
		];
		const text = [
			`# __${capital(say(9))}__, (from page [2024${String(1 + (page % 12)).padStart(2, '0')}${String(1 + (page % 28)).padStart(2, '0')}](https://example.org/${page}).)`,
			'', `__[External link](https://example.org/story/${page})__`, '',
			...list('Keywords', 5), ...list('Themes', 5),
			'## Other', '', `* Category: ${['technology', 'science', 'politics', 'culture', 'business'][page % 5]}`, '* Type: news', '',
			'## Summary', '', Array.from({ length: 6 }, () => sentence(20)).join(' '), '',
			'## Signals', '', '| name | description | change | 10-year | driving-force | relevancy |', '|:---|:---|:---|:---|:---|---:|',
			...Array.from({ length: perKind[0]! }, () =>
				`| ${name()} | ${sentence(12)} | Shift from ${say(4)} to ${say(5)}. | In 10 years, ${sentence(14)} | ${sentence(11)} | ${score()} |`), '',
			...table('Concerns', perKind[1]!), ...table('Behaviors', perKind[2]!), ...table('Technologies', perKind[3]!), ...table('Issues', perKind[4]!),
		].join('\n');
		yield { name: `${String(page).padStart(4, '0')}.md`, text, cards: count };
	}
}

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);
const spread = (count: number, parts: number) => Array.from({ length: parts }, (_, n) => Math.floor(((n + 1) * count) / parts) - Math.floor((n * count) / parts));

/** Writes the archive into a folder that is there. */
export function writeArchive(folder: string, pages = archivePages, cards = archiveCards): void {
	mkdirSync(folder, { recursive: true });
	for (const { name, text } of archive(pages, cards)) writeFileSync(join(folder, name), text);
}
