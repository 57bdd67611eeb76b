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

test('an article keeps the addresses in its text', () => {
	expect(read('Read on.\nIt is at https://example.org/a, they say (https://example.org/b).').links).toEqual([
		{ text: 'https://example.org/a', url: 'https://example.org/a', line: 2 },
		{ text: 'https://example.org/b', url: 'https://example.org/b', line: 2 },
	]);
});
