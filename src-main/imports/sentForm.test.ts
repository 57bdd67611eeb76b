import { expect, test } from 'vitest';
import { gather, readForm } from './sentForm.ts';

const bytes = (length: number, start: number): Uint8Array<ArrayBuffer> => Uint8Array.from({ length }, (_, index) => (start + index * 7) & 0xff);

test('files of any size and name come out of a form as they went in, each in memory that threads share', async () => {
	const files: [string, Uint8Array<ArrayBuffer>][] = [['scan/„ward“ 👋.txt', bytes(20, 1)], ['empty.md', bytes(0, 0)], ['big.pdf', bytes(3_000_000, 2)], ['last.txt', bytes(700_000, 3)]];
	const form = new FormData();
	for (const [name, content] of files) form.append('files', new Blob([content]), name);
	form.append('other', 'no file');
	const request = new Request('http://localhost/', { method: 'POST', body: form });
	const sent = await gather(request.body!, request.headers.get('content-type')!);
	const read = await readForm(sent);
	expect(read.map(({ file }) => file)).toEqual(files.map(([name]) => name));
	read.forEach((source, index) => {
		if (!('bytes' in source)) throw new Error('It has no bytes.');
		expect(Buffer.compare(source.bytes, files[index]![1])).toBe(0);
		expect(source.bytes.buffer).toBeInstanceOf(SharedArrayBuffer);
	});
});

test('what is no form of files gives none', async () => {
	const body = new Response('{"not": "a form"}').body!;
	expect(await readForm(await gather(body, 'multipart/form-data; boundary=x'))).toEqual([]);
	expect(await readForm({ type: 'text/plain', pieces: [], length: 0 })).toEqual([]);
});
