import { mkdir, mkdtemp, rm, symlink, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { inspect } from './inspect.ts';
import { readDocument } from './readDocument.ts';
import { UnreadableDocument } from './unreadable.ts';

const megabytes = 1024 * 1024;
const page = (rest: string): string => `# __A__, (from page [1](https://example.org/1).)\n\n${rest}`;
const table = (...rows: string[]): string => page(`## Concerns\n\n| name | description | relevancy |\n|--|--|--|\n${rows.join('\n')}\n`);

const read = (text: string | Uint8Array) => readDocument(typeof text === 'string' ? new TextEncoder().encode(text) : text, 'bad.md');

test('a table of 10,000 rows gives 10,000 cards', () => {
	const { cards, warnings } = read(table(...Array.from({ length: 10_000 }, (_, index) => `| N${index} | text | 3 |`)));
	expect(cards).toHaveLength(10_000);
	expect(cards.at(-1)).toMatchObject({ name: 'N9999', line: 10_006 });
	expect(warnings).toEqual([]);
});

test.each([
	['letters', 'x'.repeat(5 * megabytes - 100), []],
	['words', 'word '.repeat(megabytes), []],
	['brackets', `# T\n\n${'['.repeat(5 * megabytes - 100)}\n\n[kept](https://example.org)\n`, [1]],
	['emphasis', `# T\n\n${'*a **a '.repeat(megabytes / 2)}\n\n[kept](https://example.org)\n`, [1]],
	['a cell of stars', table(`| A | ${'*a '.repeat(megabytes)} | 3 |`, '| B | b | 2 |'), [0]],
	['a cell of blanks', table(`| A | a${' '.repeat(4 * megabytes)}b | 3 |`, '| B | b | 2 |'), [0]],
	['3,000 columns and 3,000 short rows', page(`## Signals\n\n${'|a'.repeat(3000)}|\n${'|-'.repeat(3000)}|\n${'|a|\n'.repeat(3000)}`), []],
	['marks of quotation', `# T\n\n${'>'.repeat(megabytes)} x\n`, [0]],
])('lines of up to five megabytes are read: %s', (_, text, [keptLinks]) => {
	const { links, cards, text: kept, warnings } = read(text);
	expect(kept).toHaveLength(text.length);
	if (keptLinks === 1) {
		expect(links).toEqual([{ text: 'kept', url: 'https://example.org', line: 5 }].slice(0, links.length));
		expect(warnings[0]?.message).toMatch(/characters/);
	}
	if (text.includes('| B |')) expect(cards.map(({ name }) => name)).toEqual(['A', 'B']);
});

test('a list nested two thousand times and one of 100,000 closest pages are read', () => {
	read(`# T\n\n${Array.from({ length: 2000 }, (_, index) => `${' '.repeat(index)}- x`).join('\n')}`);
	read(page(`## Signals\n\n- a\n${'  - b\n'.repeat(300_000)}`));
	expect(read(page(`## Closest\n\n${Array.from({ length: 100_000 }, (_, index) => `* [t${index}](x${index})`).join('\n')}`)).related).toHaveLength(100_000);
});

test('of more rows and lines than any page has, the first are read, and where the rest begins is said', () => {
	const rows = read(page(`## Signals\n\n| name | description |\n|--|--|\n${'| a |\n'.repeat(40_000)}\n## Concerns\n\n${'- b\n'.repeat(20_000)}`));
	expect(rows.cards.filter(({ kind }) => kind === 'signal')).toHaveLength(40_000);
	expect(rows.cards.filter(({ kind }) => kind === 'concern')).toHaveLength(10_000);
	expect(rows.warnings).toContainEqual({ line: 50_010, message: expect.stringMatching(/^The page has more than 50000 rows and bullets/) as string });
	const words = read(page(`## Keywords\n\n${'* *a\n'.repeat(5000)}* [kept](https://example.org)\n`));
	expect(words.keywords).toHaveLength(2000);
	expect(words.links.at(-1)).toEqual({ text: 'kept', url: 'https://example.org', line: 5005 });
	expect(words.warnings).toEqual([{ line: 2005, message: '“Keywords” has more than 2000 lines; from here on they stand in the text only.' }]);
});

test('HTML in cells is text or nothing, and addresses that run are left out', () => {
	const { cards, links, warnings } = read(table('| <img src=x onerror=alert(1)>A | <script>alert(1)</script> [b](javascript:alert(1)) [c](data:text/html,x) | 3 |'));
	expect(cards).toMatchObject([{ name: 'A', description: 'alert(1) b c' }]);
	expect(links.map(({ url }) => url)).toEqual(['https://example.org/1']);
	expect(warnings.map(({ line }) => line)).toEqual([7, 7]);
});

test('keys of prototypes and tags of YAML make nothing but texts', () => {
	const { title, warnings } = read('---\ntitle: !!python/object/apply:os.system ["x"]\n__proto__: {polluted: yes}\nconstructor: {prototype: {polluted: yes}}\nexcerpt: Streets fall silent\n---\n');
	expect(title).toBe('Streets fall silent');
	expect(warnings).toEqual([]);
	expect(({} as Record<string, unknown>).polluted).toBeUndefined();
});

test.each([
	['a NUL byte', new TextEncoder().encode('# T\n\none\0two'), /NUL byte in line 3\. Save it as UTF-8/],
	['too many bytes', new Uint8Array(5 * megabytes + 1).fill(0x61), /5\.0 MB and the limit is 5 MB/],
	['rich text', new TextEncoder().encode('{\\rtf1\\ansi\\deff4 Words.}'), /rich text \(RTF\).*Save it as Word/],
	['a picture', Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13), /a PNG picture, whatever its name says/],
])('%s is refused in a sentence', (_, bytes, sentence) => {
	expect(() => readDocument(bytes, 'bad.md')).toThrow(UnreadableDocument);
	expect(() => readDocument(bytes, 'bad.md')).toThrow(sentence);
});

test('among bad files, folders named like files and links, the good ones are read and each other one is told', async () => {
	const root = await mkdtemp(join(tmpdir(), 'longview-bad-'));
	const folder = join(root, 'in');
	await mkdir(join(folder, 'folder.md'), { recursive: true });
	await writeFile(join(root, 'outside.md'), 'Secret.');
	await writeFile(join(folder, 'folder.md', 'good.md'), 'Good.');
	await writeFile(join(folder, 'picture.md'), Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a));
	await writeFile(join(folder, 'zero.md'), 'a\n\0');
	await writeFile(join(folder, 'page.txt'), '<!doctype html><p>x');
	// Larger than anything that could be read into memory, on a disk that has no room for it either.
	await writeFile(join(folder, 'vast.md'), '');
	await truncate(join(folder, 'vast.md'), 2 ** 33);
	await symlink(join(root, 'outside.md'), join(folder, 'link.md'));
	await symlink(join(folder, 'loop.md'), join(folder, 'loop.md'));
	const out: string[] = [];
	const code = await inspect([folder], { json: true, write: (chunk) => out.push(chunk) });
	await rm(root, { recursive: true });
	const lines = out.join('').trimEnd().split('\n').map((line) => JSON.parse(line) as { file: string; title?: string; error?: string });
	expect(code).toBe(1);
	expect(lines.map(({ file, title, error }) => [file.slice(folder.length + 1), title ?? error])).toEqual([
		['loop.md', 'It is a link that leads nowhere but back to itself.'],
		['folder.md/good.md', 'Good'],
		['page.txt', expect.stringContaining('a web page (HTML)')],
		['picture.md', expect.stringContaining('a PNG picture')],
		['vast.md', 'The file has 8192.0 MB and the limit is 5 MB. Split it, or import the part that matters.'],
		['zero.md', expect.stringContaining('NUL byte in line 2')],
	]);
});
