import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { ParsedDocument } from '../../src-shared/schemas/document.ts';
import { appRoot } from '../paths.ts';
import { readDocument } from './readDocument.ts';

const read = (text: string): ParsedDocument => readDocument(new TextEncoder().encode(text), 'item.txt');
const warnings = ({ warnings: all }: ParsedDocument): string[] => all.map(({ line, message }) => `${line}: ${message}`);

test('the text below the front matter gives its sections and links with the lines of the file', () => {
	const item = read('---\ntitle: Heat\n---\n\n## Why\n\nSee [here](https://example.org).\n\n- 2024: first shade\n');
	expect(item).toMatchObject({
		shape: 'news item',
		title: 'Heat',
		sections: [{ title: 'Why', level: 2, line: 5 }],
		links: [{ text: 'here', url: 'https://example.org', line: 7 }],
		milestones: [{ date: '2024', text: 'first shade', line: 9 }],
	});
});

test('scalars stay as they are written, and an empty one is absent', () => {
	const item = read('---\ntitle: 007\ntopics: [no, on, 1.10]\nquality: 0\nheat: 189\ncategory: ~\ntype:\nexcerpt: >-\n  folded\n  text\n---\n');
	expect(item).toMatchObject({ title: '007', topics: ['no', 'on', '1.10'], quality: 0, heat: 189, category: null, type: null, summary: 'folded text' });
	expect(item.warnings).toEqual([]);
});

test('an item without a title gets one from its excerpt', () => {
	expect(read('---\nexcerpt: Streets fall silent. Then birds return.\n---\n')).toMatchObject({ title: 'Streets fall silent', titleIsMade: true });
});

describe('what is wrong is said with its line, and the rest is kept', () => {
	test('values that are no number, no date and no address of the web', () => {
		const item = read('---\ntitle: T\nquality: good\npublishedDateTime: yesterday\nwebUrl: javascript:alert(1)\noriginalUrl: https://example.org/a\n---\n');
		expect(item).toMatchObject({ title: 'T', quality: null, publishedAt: null, url: 'https://example.org/a' });
		expect(warnings(item)).toEqual([
			'5: The address “javascript:alert(1)” is not one of the web or of mail, so it is left out.',
			'4: The date “yesterday” cannot be read, so it is left out.',
			'3: The quality “good” is not a number, so it is left out.',
		]);
	});

	test('a key that stands there twice', () => {
		const item = read('---\ntitle: one\ntitle: two\n---\n');
		expect(item.title).toBe('one');
		expect(warnings(item)).toEqual(['3: The key “title” stands there twice; the first one counts.']);
	});

	test('a title with a colon and without quotes', () => {
		const item = read('---\nquality: 3\ntitle: AI: the "next" decade\nrelated:\n  - title: A: b\n    quality: 4\n---\n');
		expect(item).toMatchObject({ title: 'AI: the "next" decade', quality: 3, related: [{ title: 'A: b', quality: 4, line: 5 }] });
		expect(warnings(item)).toEqual([
			'3: The value is not YAML without quotes; it is read as if it had them.',
			'5: The value is not YAML without quotes; it is read as if it had them.',
		]);
	});

	test('aliases, which could unfold without end', () => {
		const levels = 'bcdefghi'.split('').map((name, index) => `${name}: &${name} [${Array(9).fill(`*${'abcdefgh'[index]}`).join(', ')}]`);
		const item = read(`---\ntitle: Bomb\na: &a [x, x, x]\n${levels.join('\n')}\n---\n`);
		expect(item.title).toBe('Bomb');
		expect(warnings(item)[0]).toMatch(/^4: The front matter is not YAML that can be read here \(it refers to another part of itself/);
	});

	test('nesting, size and a missing end', () => {
		expect(warnings(read(`---\ntitle: T\na: ${'['.repeat(60)}${']'.repeat(60)}\n---\n`))[0]).toMatch(/^3: .*nesting exceeded/);
		const big = read(`---\ntitle: T\n${'k: v\n'.repeat(20_000)}---\n`);
		expect(big.title).toBe('T');
		expect(warnings(big)).toEqual(['2: The front matter has 98 KB and the limit is 64 KB; only its plain “key: value” lines are read.']);
		expect(warnings(read('---\ntitle: T\n'))[0]).toMatch(/^1: The front matter has no closing line/);
	});

	test('a related article with nothing to show', () => {
		const item = read('---\ntitle: T\nrelated:\n  - quality: 3\n  - title: A\n  - plain\n---\n');
		expect(item.related.map(({ title, line }) => [title, line])).toEqual([['A', 5], ['plain', 6]]);
		expect(warnings(item)).toEqual(['4: The related article has neither a title nor an address, so it is left out.']);
	});

	test.each([
		['a mapping in place of a list is one article', 'related:\n  title: A\n  quality: 4\n', [['A', null, 4]], []],
		['addresses alone', 'related:\n  - https://example.org/1\n  - javascript:alert(1)\n', [['https://example.org/1', 'https://example.org/1', null], ['javascript:alert(1)', null, null]],
			['5: The address “javascript:alert(1)” is not one of the web or of mail, so it is left out.']],
		['a text', 'related: see below\n', [], ['3: What stands under “related” is not an article with a title or an address, so it is left out.']],
		['lists within the list', 'related:\n  - - a\n  - title: B\n', [['B', null, null]], ['4: What stands under “related” is not an article with a title or an address, so it is left out.']],
		['nothing', 'related:\n', [], []],
	])('related articles in another form: %s', (_, fields, related, told) => {
		const item = read(`---\ntitle: T\n${fields}---\n`);
		expect(item.related.map(({ title, url, quality }) => [title, url, quality])).toEqual(related);
		expect(warnings(item)).toEqual(told);
	});
});

test('a key called __proto__ and tags of any kind are harmless', () => {
	const item = read('---\ntitle: !!js/function "function () {}"\n__proto__:\n  polluted: yes\nconstructor: x\nquality: !!int 4\n---\n');
	expect(item).toMatchObject({ title: 'function () {}', quality: 4 });
	expect(({} as Record<string, unknown>).polluted).toBeUndefined();
	expect(Object.getPrototypeOf(item)).toBe(Object.prototype);
});

test('front matter that asks to be run is no front matter', () => {
	const article = read('---js\n{ title: (globalThis.wasRun = true, "x") }\n---\n');
	expect(article.shape).toBe('article');
	expect((globalThis as Record<string, unknown>).wasRun).toBeUndefined();
});

test('a rule above prose is no front matter', () => {
	expect(read('---\n\nOnce upon a time: a story\n\n---\n').shape).toBe('article');
});

const fixture = (name: string): ParsedDocument => readDocument(readFileSync(join(appRoot, 'tests', 'fixtures', 'imports', 'items', name)), name);

describe('what pages and feeds leave in texts', () => {
	test('entities, tags, line breaks and hidden characters become what they stand for', () => {
		const item = fixture('entities.txt');
		expect(item).toMatchObject({
			title: 'Heat pumps & cold homes : what the winter showed',
			summary: 'Tenants pay “twice”.\nOwners don’t. Towns step in\nat last – some.',
			url: null,
			quality: 0,
			heat: null,
			warnings: [],
		});
		expect(item.related).toMatchObject([
			{ title: 'Pipes < wires?', excerpt: 'One line\nand another', provider: 'The R&D Post', quality: 12, url: null },
			{ title: 'Grids wait', url: 'https://example.org/grids', quality: null },
		]);
	});

	test.each([
		['R&D at AT&T', 'R&D at AT&T'],
		['kept in C:\\\\new\\\\texts', 'kept in C:\\new\\texts'],
		['a < b > c', 'a < b > c'],
		['the tag &amp;lt;b&amp;gt;', 'the tag &lt;b&gt;'],
	])('%s stays right', (source, text) => {
		expect(read(`---\ntitle: T\nexcerpt: "${source}"\n---\n`).summary).toBe(text);
	});
});

describe('front matter', () => {
	test('may be TOML', () => {
		const item = fixture('toml.md');
		expect(item).toMatchObject({
			shape: 'news item', title: 'Heat pumps: "twice" the price – or not', publishedAt: '2024-02-03T07:00:00Z', url: 'https://example.org/heat',
			quality: 37, heat: -1, topics: ['Energy', 'Homes'], provider: 'The Post', providerDomain: 'example.org', warnings: [],
			sections: [{ title: 'Why', line: 30 }], links: [{ text: 'the report', line: 32 }],
		});
		expect(item.related).toMatchObject([
			{ title: 'Grids wait', quality: 71, provider: 'Wire', line: 18 },
			{ title: 'Pipes and wires', url: 'https://example.org/pipes', line: 23 },
		]);
	});

	test('may be bare lines, above a text or alone', () => {
		expect(fixture('bareLines.txt')).toMatchObject({
			shape: 'news item', title: 'Heat pumps: what the winter showed', author: 'Ada Lovelace', publishedAt: '2024-02-03', url: 'https://example.org/heat',
			provider: 'The Post', topics: ['Energy', 'Homes'], warnings: [],
		});
		expect(fixture('bareBlocks.txt')).toMatchObject({
			shape: 'news item', title: 'Heat pumps', category: 'news', quality: 41, provider: 'The Post', related: [{ title: 'Grids wait', line: 10 }], warnings: [],
		});
	});

	test.each([
		'Note: this is prose.\nReally: it is.\n\nMore.', 'Title: one field alone\n\nText.', 'Date: 2024\nSource: me\n\nNo name.', '+++\n\nA rule of pluses.\n',
	])('%j has none', (text) => {
		expect(read(text).shape).toBe('article');
	});

	test('in TOML that cannot be read says where, and its plain lines still count', () => {
		const item = read('+++\ntitle = "T"\nbroken = [1,\nquality = 3\n+++\n');
		expect(item).toMatchObject({ title: 'T', quality: 3 });
		expect(warnings(item)[0]).toMatch(/^4: The front matter is not TOML that can be read here .*; only its plain “key = value” lines are read\.$/);
	});

	test('has its keys counted and its nesting bounded, in TOML too', () => {
		const keys = Array.from({ length: 3000 }, (_, index) => `k${index}`);
		expect(warnings(read(`---\ntitle: T\n${keys.map((key) => `${key}: v`).join('\n')}\n---\n`))[0]).toMatch(/^2002: .*more than 2000 keys/);
		expect(warnings(read(`+++\ntitle = "T"\n${keys.map((key) => `${key} = 1`).join('\n')}\n+++\n`))[0]).toMatch(/^2002: .*more than 2000 keys/);
		expect(warnings(read(`+++\ntitle = "T"\na = ${'['.repeat(5000)}\n+++\n`))[0]).toMatch(/^3: .*nesting exceeded 50/);
		expect(warnings(read('+++\ntitle = "T"\n[__proto__]\npolluted = true\n+++\n'))).toEqual([]);
		expect(({} as Record<string, unknown>).polluted).toBeUndefined();
	});
});
