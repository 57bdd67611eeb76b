import { expect, it } from 'vitest';
import { fromFiles, inUploads, sortOut as sortOutHeld } from './namedFiles.ts';

const named = (path: string, { size = 10, type = '' } = {}) => ({ path, size, file: { name: path.split('/').at(-1), size, type } as File });
const held = (path: string, { size = 10 } = {}) => ({ path, size, held: 0 });
const sortOut = (files: Parameters<typeof sortOutHeld>[0]) => sortOutHeld(files, (some) => Promise.resolve(some.map(({ size }) => size)));
const paths = (files: { path: string }[]) => files.map(({ path }) => path);

it('tries whatever is given by itself, but a workshop file', async () => {
	const { readable, declined } = await sortOut([named('c.txt', { type: 'text/plain' }), named('README'), named('d.pdf', { type: 'application/pdf' }), named('e.longview')]);
	expect(paths(readable)).toEqual(['c.txt', 'README', 'd.pdf']);
	expect(declined).toEqual([{ file: 'e.longview', error: 'This is a workshop file. Open it from the menu of workshops.' }]);
});

it('passes over what folders hold beside texts', async () => {
	const { readable, skipped } = await sortOut([
		named('a/b.md', { type: 'text/markdown' }), named('a/notes'), named('a/.DS_Store'), named('a/.git/x.md'), named('a/photo.jpg', { type: 'image/jpeg' }),
		named('a/old.longview'),
	]);
	expect(paths(readable)).toEqual(['a/b.md', 'a/notes']);
	expect(skipped.map(({ file }) => file)).toEqual(['a/.DS_Store', 'a/.git/x.md', 'a/photo.jpg', 'a/old.longview']);
});

it('declines a file that is no document by its size', async () => {
	expect((await sortOut([named('big.txt', { size: 17 * 1024 * 1024 })])).declined[0]?.error).toMatch(/larger than 16 MB/);
});

it('splits many files into uploads, in order and without losing one', async () => {
	const files = Array.from({ length: 1600 }, (_, i) => held(`${i}.md`));
	const uploads = inUploads(files);
	expect(uploads.map((upload) => upload.length)).toEqual([64, 1500, 36]);
	expect(uploads.flat()).toEqual(files);
	expect(inUploads([held('a.md', { size: 15e6 }), held('b.md', { size: 15e6 })]).length).toBe(2);
	expect(inUploads([])).toEqual([]);
});

it('hands files over a few at a time, each under its own number', async () => {
	const handed: [number, number][] = [];
	const files = Array.from({ length: 200 }, (_, i) => named(i % 2 === 0 ? `a/${i}.md` : `a/${i}.jpg`, i % 2 === 0 ? {} : { type: 'image/jpeg' }));
	const { readable } = await sortOutHeld(files, (some, first) => {
		handed.push([first, some.length]);
		return Promise.resolve(some.map(({ size }) => size));
	});
	expect(handed).toEqual([[0, 80], [80, 20]]);
	expect(readable.map((file) => file.held)).toEqual(Array.from({ length: 100 }, (_, i) => i));
	expect(readable[99]?.path).toBe('a/198.md');
});

it('takes the path within a chosen folder', async () => {
	const file = new File([''], 'x.md');
	Object.defineProperty(file, 'webkitRelativePath', { value: 'folder/x.md' });
	expect(fromFiles([file])[0]?.path).toBe('folder/x.md');
});

it('lets spreadsheets, Word and PDF in folders through, whatever the system calls them', async () => {
	const { readable, skipped } = await sortOut([
		named('a/trends.csv', { type: 'application/vnd.ms-excel' }), named('a/Risiken.XLSX', { type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet' }),
		named('a/report.pdf', { type: 'application/pdf' }), named('a/notes.docx', { type: 'application/zip' }), named('a/old.xls', { type: 'application/vnd.ms-excel' }),
	]);
	expect(paths(readable)).toEqual(['a/trends.csv', 'a/Risiken.XLSX', 'a/report.pdf', 'a/notes.docx']);
	expect(paths(skipped.map(({ file }) => ({ path: file })))).toEqual(['a/old.xls']);
});

it('gives spreadsheets, Word and PDF more room than text, and says where it ends', async () => {
	const size = (megabytes: number) => ({ size: megabytes * 1024 * 1024 });
	expect(paths((await sortOut([named('a.pdf', size(24))])).readable)).toEqual(['a.pdf']);
	expect((await sortOut([named('a.pdf', size(26))])).declined[0]?.error).toBe('The file is larger than 25 MB, the limit for spreadsheets, Word and PDF. Save the part that matters as a file of its own.');
});
