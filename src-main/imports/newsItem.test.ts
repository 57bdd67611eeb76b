import { describe, expect, test } from 'vitest';
import type { ParsedDocument } from '../../src-shared/schemas/document.ts';
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
		expect(item.related.map(({ title, line }) => [title, line])).toEqual([['A', 5]]);
		expect(warnings(item)).toEqual(['4: The related article has neither a title nor an address, so it is left out.']);
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
