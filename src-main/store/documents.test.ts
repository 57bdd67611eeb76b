import { appendFile, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { readDocument } from '../imports/readDocument.ts';
import { createDocuments, type StoredDocuments } from './documents.ts';
import { encodeLine } from './lines.ts';

let folder: string;
let documents: StoredDocuments;
beforeEach(async () => {
	folder = await mkdtemp(join(tmpdir(), 'longview-documents-'));
	documents = createDocuments(folder);
});
afterEach(async () => {
	await documents.close();
	await rm(folder, { recursive: true });
});

const read = (text: string, file = 'a.txt') => readDocument(new TextEncoder().encode(text), file);
const packed = (document: ReturnType<typeof read>) => ({ hash: document.hash, json: new TextEncoder().encode(JSON.stringify(document)) });
const text = (json: Uint8Array | undefined): unknown => JSON.parse(new TextDecoder().decode(json));

test('what is kept comes back byte for byte, also after opening again, and the first version counts', async () => {
	const [one, two, copy] = [read('Ein Löwe – “zwei” 👋.'), read('Two.'), read('Two.', 'copy/of/a.txt')];
	const [first, second, third] = await documents.keep([packed(one), packed(two), packed(copy)]);
	expect(first).toEqual(packed(one).json);
	expect([text(second), text(third)]).toEqual([two, two]);
	await documents.close();
	documents = createDocuments(folder);
	expect((await documents.keep([packed(copy), packed(one)])).map(text)).toEqual([two, one]);
	expect(await documents.get(one.hash)).toEqual(one);
});

test('two imports at once keep one version of what they share', async () => {
	const [original, copy] = [read('Same.'), read('Same.', 'b.txt')];
	const [[first], [second]] = await Promise.all([documents.keep([packed(original)]), documents.keep([packed(copy)])]);
	expect([text(first), text(second)]).toEqual([original, original]);
});

test('a line of another version is told, not handed out', async () => {
	const document = read('From the future.');
	await documents.close();
	await appendFile(join(folder, 'documents.jsonl'), encodeLine(JSON.stringify({ hash: document.hash, version: 2, document })));
	documents = createDocuments(folder);
	await expect(documents.keep([packed(document)])).rejects.toThrow(/does not know/);
});
