import { expect, it } from 'vitest';
import { fromFiles, inUploads, sortOut } from './namedFiles.ts';

const named = (path: string, size = 10) => ({ path, file: { name: path.split('/').at(-1), size } as File });

it('keeps texts and files without an ending, and says why not the others', () => {
	const { readable, declined } = sortOut(['a/b.MD', 'c.txt', 'README', 'd.pdf', 'e.longview'].map((path) => named(path)));
	expect(readable.map(({ path }) => path)).toEqual(['a/b.MD', 'c.txt', 'README']);
	expect(declined.map(({ file }) => file)).toEqual(['d.pdf', 'e.longview']);
	expect(declined[0]?.error).toMatch(/Markdown and text/);
	expect(declined[1]?.error).toMatch(/workshop/);
});

it('leaves out what systems put into folders', () => {
	expect(sortOut([named('a/.DS_Store'), named('.git/x.md'), named('a/Thumbs.db')])).toEqual({ readable: [], declined: [] });
});

it('declines a file that is no document by its size', () => {
	expect(sortOut([named('big.txt', 17 * 1024 * 1024)]).declined[0]?.error).toMatch(/larger than 16 MB/);
});

it('splits many files into uploads, in order and without losing one', () => {
	const files = Array.from({ length: 900 }, (_, i) => named(`${i}.md`));
	const uploads = inUploads(files);
	expect(uploads.map((upload) => upload.length)).toEqual([400, 400, 100]);
	expect(uploads.flat()).toEqual(files);
	expect(inUploads([named('a.md', 15e6), named('b.md', 15e6)]).length).toBe(2);
	expect(inUploads([])).toEqual([]);
});

it('takes the path within a chosen folder', () => {
	const file = new File([''], 'x.md');
	Object.defineProperty(file, 'webkitRelativePath', { value: 'folder/x.md' });
	expect(fromFiles([file])[0]?.path).toBe('folder/x.md');
});
