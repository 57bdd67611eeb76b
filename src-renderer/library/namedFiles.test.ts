import { expect, it } from 'vitest';
import type { UnreadFile } from '../../src-shared/schemas/document.ts';
import { fromFiles, sortOut, uploadsOf } from './namedFiles.ts';

const named = (path: string, { size = 10, type = '' } = {}) => ({ path, size, file: { name: path.split('/').at(-1), size, type } as File });
const sizes = (some: readonly { size: number }[]) => Promise.resolve(some.map(({ size }) => size));
async function sent(files: Parameters<typeof uploadsOf>[0], hold: Parameters<typeof uploadsOf>[1] = sizes) {
	const [uploads, declined]: [Awaited<ReturnType<ReturnType<typeof uploadsOf>['next']>>['value'][], UnreadFile[]] = [[], []];
	for await (const upload of uploadsOf(files, hold, declined)) uploads.push(upload);
	return { uploads: uploads.map((upload) => upload ?? []), declined };
}
const paths = (files: { path: string }[]) => files.map(({ path }) => path);

it('tries whatever is given by itself, but a workshop file', () => {
	const { tried, declined } = sortOut([named('c.txt', { type: 'text/plain' }), named('README'), named('d.pdf', { type: 'application/pdf' }), named('e.longview')]);
	expect(paths(tried)).toEqual(['c.txt', 'README', 'd.pdf']);
	expect(declined).toEqual([{ file: 'e.longview', error: 'This is a workshop file. Open it from the menu of workshops.' }]);
});

it('passes over what folders hold beside texts', () => {
	const { tried, skipped } = sortOut([
		named('a/b.md', { type: 'text/markdown' }), named('a/notes'), named('a/.DS_Store'), named('a/.git/x.md'), named('a/photo.jpg', { type: 'image/jpeg' }),
		named('a/old.longview'),
	]);
	expect(paths(tried)).toEqual(['a/b.md', 'a/notes']);
	expect(skipped.map(({ file }) => file)).toEqual(['a/.DS_Store', 'a/.git/x.md', 'a/photo.jpg', 'a/old.longview']);
});

it('declines a file that is no document by its size, and sends the others', async () => {
	const { uploads, declined } = await sent([named('big.txt', { size: 17 * 1024 * 1024 }), named('small.txt')]);
	expect(declined[0]?.error).toMatch(/larger than 16 MB/);
	expect(uploads).toEqual([[{ path: 'small.txt', held: 1, size: 10 }]]);
});

it('splits many files into uploads, in order and without losing one', async () => {
	const files = Array.from({ length: 2000 }, (_, i) => named(`${i}.md`));
	const { uploads } = await sent(files);
	expect(uploads.map((upload) => upload.length)).toEqual([64, 384, 1500, 52]);
	expect(uploads.flat()).toEqual(files.map(({ path, size }, held) => ({ path, size, held })));
	expect((await sent([named('a.md', { size: 15e6 }), named('b.md', { size: 15e6 })])).uploads.length).toBe(2);
	expect((await sent([])).uploads).toEqual([]);
});

it('has the first upload before it looks at the files of the others, a few at a time, each under its own number', async () => {
	const handed: [number, number][] = [];
	const uploads = uploadsOf(Array.from({ length: 200 }, (_, i) => named(`a/${i}.md`)), (some, first) => {
		handed.push([first, some.length]);
		return sizes(some);
	}, []);
	expect((await uploads.next()).value).toHaveLength(64);
	expect(handed).toEqual([[0, 32], [32, 32], [64, 32]]);
	const { value: rest } = await uploads.next();
	expect(handed).toEqual([0, 32, 64, 96, 128, 160, 192].map((first) => [first, Math.min(32, 200 - first)]));
	expect(rest?.map(({ held }) => held)).toEqual(Array.from({ length: 136 }, (_, i) => i + 64));
	expect(rest?.at(-1)?.path).toBe('a/199.md');
});

it('takes the path within a chosen folder', async () => {
	const file = new File([''], 'x.md');
	Object.defineProperty(file, 'webkitRelativePath', { value: 'folder/x.md' });
	expect(fromFiles([file])[0]?.path).toBe('folder/x.md');
});

it('lets spreadsheets, Word and PDF in folders through, whatever the system calls them', () => {
	const { tried, skipped } = sortOut([
		named('a/trends.csv', { type: 'application/vnd.ms-excel' }), named('a/Risiken.XLSX', { type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet' }),
		named('a/report.pdf', { type: 'application/pdf' }), named('a/notes.docx', { type: 'application/zip' }), named('a/old.xls', { type: 'application/vnd.ms-excel' }),
	]);
	expect(paths(tried)).toEqual(['a/trends.csv', 'a/Risiken.XLSX', 'a/report.pdf', 'a/notes.docx']);
	expect(paths(skipped.map(({ file }) => ({ path: file })))).toEqual(['a/old.xls']);
});

it('gives spreadsheets, Word and PDF more room than text, and says where it ends', async () => {
	const size = (megabytes: number) => ({ size: megabytes * 1024 * 1024 });
	expect((await sent([named('a.pdf', size(24))])).uploads.flat().map(({ path }) => path)).toEqual(['a.pdf']);
	expect((await sent([named('a.pdf', size(26))])).declined[0]?.error).toBe('The file is larger than 25 MB, the limit for spreadsheets, Word and PDF. Save the part that matters as a file of its own.');
});
