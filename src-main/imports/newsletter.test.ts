import { describe, expect, test } from 'vitest';
import type { ParsedDocument } from '../../src-shared/schemas/document.ts';
import { readDocument } from './readDocument.ts';

const read = (text: string): ParsedDocument => readDocument(new TextEncoder().encode(text), 'letter.md');

describe('a byline', () => {
	test.each([
		['By Ada Lovelace\n\nMarch 3, 2024', 'Ada Lovelace', '2024-03-03'],
		['[Ada Lovelace](https://example.org/authors/ada)\\\n3 March 2024', 'Ada Lovelace', '2024-03-03'],
		['Ada Lovelace · 2024-03-03', 'Ada Lovelace', '2024-03-03'],
		['Published on March 2024', null, '2024-03'],
		['We met on March 3, 2024 in the [old library](https://example.org/authors/).', null, null],
	])('%s', (byline, author, publishedAt) => {
		expect(read(`# Letters\n\n${byline}\n\nText follows.\n\n## By Nobody\n\nBy Someone Else\n`)).toMatchObject({ author, publishedAt });
	});
});

test('a letter without a heading gets a title from its first words', () => {
	expect(read('Streets fall silent. See [this](https://example.org).')).toMatchObject({
		shape: 'newsletter', title: 'Streets fall silent', titleIsMade: true,
	});
});

test('links keep their line inside a paragraph; others than of web and mail are left out and told', () => {
	const letter = read('# T\n\none\n[a](https://example.org/a)\n[b](javascript:alert(1)) <mailto:x@example.org>\nhttps://example.org/bare and Node.js [top](#top)\n');
	expect(letter.links).toEqual([
		{ text: 'a', url: 'https://example.org/a', line: 4 },
		{ text: 'mailto:x@example.org', url: 'mailto:x@example.org', line: 5 },
		{ text: 'https://example.org/bare', url: 'https://example.org/bare', line: 6 },
	]);
	expect(letter.warnings).toEqual([{ line: 5, message: 'The address “javascript:alert(1)” is not one of the web or of mail, so it is left out.' }]);
});

test('dated bullets are milestones; a number is not', () => {
	const letter = read('# T\n\n- **June 2023**: founded.\n- 1999 - first try\n- 2000 people came\n* 13th May 2024 — *second* [try](https://example.org)out\n- January 5, 2024\n');
	expect(letter.milestones).toEqual([
		{ date: '2023-06', text: 'founded', line: 3 },
		{ date: '1999', text: 'first try', line: 4 },
		{ date: '2024-05-13', text: 'second try out', line: 6 },
	]);
});

test.each([
	['13 June 2023: seed funding.', '2023-06-13', 'seed funding'],
	['2023-06-13 – seed funding', '2023-06-13', 'seed funding'],
	['**June 2023**: seed funding', '2023-06', 'seed funding'],
	['June 13, 2023 - Seed funding', '2023-06-13', 'Seed funding'],
	['## June 13 2023 – seed funding', '2023-06-13', 'seed funding'],
	['## June 2023\n\nSeed funding. It was much.', '2023-06', 'Seed funding'],
	['### 2023\n\n- Seed funding', '2023', 'Seed funding'],
	['- Q2 2023: seed funding', '2023', 'Q2 2023: seed funding'],
	['- June 2023 – August 2023: pilot', '2023-06', 'June 2023 – August 2023: pilot'],
	['* 2023–2025: pilot', '2023', '2023–2025: pilot'],
	['1. 13.06.2023 seed funding', '2023-06-13', 'seed funding'],
])('%j is a milestone', (source, date, event) => {
	expect(read(`# Letters\n\nHello.\n\n## Timeline\n\n${source}\n`).milestones).toMatchObject([{ date, text: event }]);
});

test.each([
	'June 13, 2023 was a Tuesday.', 'In June 2023, they raised funds.', '- 2000 people came', '2023 was a good year: it rained.', '06/07/2023: which day is it?',
	'- 9999: never', '## June 2023', '13:45 – the doors open',
])('%j is none', (source) => {
	expect(read(`# Letters\n\nHello.\n\n## Timeline\n\n${source}\n`).milestones).toEqual([]);
});

test('a byline is no milestone, with whatever it stands beside', () => {
	for (const byline of ['December 14, 2023 – 5 min read', 'December 14, 2023 – By Ada Lovelace', 'Ada Lovelace – December 14, 2023']) {
		expect(read(`# Letters\n\n${byline}\n\nText.\n`)).toMatchObject({ publishedAt: '2023-12-14', milestones: [] });
	}
});

test('a plain article has an author, a date and milestones where it says so', () => {
	const article = read('Heat pumps in cold homes\n\nBy Ada Lovelace\n14 December 2023\n\nThe story so far.\n\nJune 13 2023 - Seed Funding\n• Sept 2023: first model\nIn 2024, more will come.\n');
	expect(article).toMatchObject({
		shape: 'article', title: 'Heat pumps in cold homes', author: 'Ada Lovelace', publishedAt: '2023-12-14',
		milestones: [{ date: '2023-06-13', text: 'Seed Funding', line: 8 }, { date: '2023-09', text: 'first model', line: 9 }],
	});
});

test('an article keeps the addresses in its text', () => {
	expect(read('Read on.\nIt is at https://example.org/a, they say (https://example.org/b).').links).toEqual([
		{ text: 'https://example.org/a', url: 'https://example.org/a', line: 2 },
		{ text: 'https://example.org/b', url: 'https://example.org/b', line: 2 },
	]);
});
