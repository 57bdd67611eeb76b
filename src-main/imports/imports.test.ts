import { readdirSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as v from 'valibot';
import { afterAll, beforeEach, describe, expect, test, vi } from 'vitest';
import type { ParsedDocument } from '../../src-shared/schemas/document.ts';
import { importBatchSchema, type ImportBatch } from '../../src-shared/schemas/importBatch.ts';
import { appRoot, seeds } from '../paths.ts';
import { createPool } from '../pool.ts';
import type { DocumentStore } from './documentStore.ts';
import { createImports, type ImportInput, type Imports } from './imports.ts';
import { guessColumns } from '../../src-shared/domain/columnGuess.ts';
import { xlsxOf } from './testing/officeFiles.ts';

const worker = (name: string): string => join(appRoot, 'tests', 'fixtures', 'imports', name);
const pool = createPool(worker('importWorker.mjs'), { threads: 1, heapMegabytes: 256 });
afterAll(() => pool.close());

/** A store in memory that notes the order of things. */
function createMemoryStore(): DocumentStore & { kept: Map<string, ParsedDocument>; isFull: boolean } {
	const kept = new Map<string, ParsedDocument>();
	return {
		kept,
		isFull: false,
		keep(documents) {
			if (this.isFull) return Promise.reject(new Error('The disk is full.'));
			for (const { hash, json } of documents) if (!kept.has(hash)) kept.set(hash, parsed(json) as ParsedDocument);
			return Promise.resolve(documents.map(({ hash }) => new TextEncoder().encode(JSON.stringify(kept.get(hash)))));
		},
	};
}

const sampleFiles = readdirSync(seeds).filter((name) => name.endsWith('.txt')).sort().map((name) => join(seeds, name));
let store: ReturnType<typeof createMemoryStore>;
let imports: Imports;
beforeEach(() => {
	store = createMemoryStore();
	imports = createImports({ pool, documents: store, sampleFiles });
});

const text = (name: string): ImportInput => ({ file: name, bytes: new TextEncoder().encode(`The text of ${name}.`) });
const texts = (count: number): ImportInput[] => Array.from({ length: count }, (_, index) => text(`${index}.txt`));

const parsed = (json: Uint8Array): unknown => JSON.parse(new TextDecoder().decode(json));
const batchOf = async (id: string, n: number): Promise<ImportBatch> => parsed(await imports.batch(id, n)) as ImportBatch;

async function readAll(id: string): Promise<ImportBatch[]> {
	const batches: ImportBatch[] = [];
	do batches.push(await batchOf(id, batches.length));
	while (!batches.at(-1)!.finished);
	return batches;
}

test('the sample comes in batches of whole documents, with progress', async () => {
	const batches = await readAll(imports.startSample());
	expect(batches.flatMap(({ documents }) => documents.map(({ shape }) => shape))).toEqual(['signal page', 'article', 'newsletter', 'news item']);
	expect(batches.map(({ progress }) => [progress.done, progress.total])).toEqual([[2, 4], [4, 4]]);
	expect(batches[0]!.progress.currentFile).toMatch(/002_/);
	expect(batches[1]).toMatchObject({ finished: true, cancelled: false, progress: { currentFile: null } });
	for (const batch of batches) expect(v.parse(importBatchSchema, batch)).toEqual(batch);
});

test('bytes and paths are read alike, and one bad file costs no other', async () => {
	const folder = await mkdtemp(join(tmpdir(), 'longview-imports-'));
	await writeFile(join(folder, 'page.md'), '# __A__, (from page [1](https://example.org).)\n');
	await writeFile(join(folder, '.DS_Store'), 'x');
	await writeFile(join(folder, 'empty.md'), '');
	const fromPaths = await readAll(imports.startPaths([folder, join(folder, 'gone.md')]));
	const fromBytes = await readAll(imports.start([text('one.txt'), { file: 'bad.txt', bytes: new Uint8Array(9) }, text('two.txt')]));
	await rm(folder, { recursive: true });
	expect(fromPaths[0]).toMatchObject({
		documents: [{ file: join(folder, 'page.md'), title: 'A' }],
		unread: [{ file: join(folder, 'gone.md') }, { file: join(folder, 'empty.md'), error: 'The file is empty.' }],
		skipped: [{ file: join(folder, '.DS_Store') }],
		progress: { done: 3, total: 3 },
	});
	expect(fromBytes).toMatchObject([{ documents: [{ file: 'one.txt' }, { file: 'two.txt' }], unread: [{ file: 'bad.txt' }], finished: true }]);
});

test('an import that follows another at once begins with large batches, since the first cards are there already', async () => {
	const ids = [imports.start(texts(40)), imports.start(texts(40))];
	const sizes: number[][] = [];
	for (const id of ids) sizes.push((await readAll(id)).map(({ documents }) => documents.length));
	expect(sizes).toEqual([[2, 4, 8, 16, 10], [32, 8]]);
});

test('an import of nothing ends at once', async () => {
	expect(await readAll(imports.start([]))).toMatchObject([{ documents: [], finished: true, progress: { done: 0, total: 0 } }]);
});

describe('the store', () => {
	test('has every document before it is handed out, and its first version is what is handed out', async () => {
		const first = await batchOf(imports.start([text('a.txt')]), 0);
		expect([...store.kept.values()]).toEqual(first.documents);
		const again = await batchOf(imports.start([{ ...text('a.txt'), file: 'copy/of/a.txt' }]), 0);
		expect(again.documents).toEqual(first.documents);
	});

	test('keeps one version of what occurs twice in an import', async () => {
		const bytes = new TextEncoder().encode('Same.');
		const batch = await batchOf(imports.start([{ file: 'a', bytes }, { file: 'b', bytes }]), 0);
		expect(batch.documents.map(({ file }) => file)).toEqual(['a', 'a']);
		expect(store.kept.size).toBe(1);
	});

	test('that fails ends the import with its own sentence, and what came before is still handed out', async () => {
		const id = imports.start(texts(10));
		expect((await batchOf(id, 0)).documents).toHaveLength(2);
		store.isFull = true;
		const rest = Promise.all([1, 2, 3].map((n) => batchOf(id, n)));
		await expect(rest).rejects.toThrow('The disk is full.');
		store.isFull = false;
		await expect(batchOf(id, 9)).rejects.toThrow('The disk is full.');
		expect(await readAll(imports.start(texts(1)))).toHaveLength(1);
	});
});

describe('back-pressure', () => {
	test('no more than two batches are read ahead of the one that was asked for', async () => {
		const id = imports.start(texts(200));
		await batchOf(id, 0);
		await vi.waitFor(() => expect(store.kept.size).toBe(2 + 4 + 8));
		// The only thread does what it is given in turn: had another batch been wanted, it would be read before this.
		await pool.run({ items: [] }, { deadline: 10_000 });
		expect(store.kept.size).toBe(2 + 4 + 8);
		await batchOf(id, 1);
		await vi.waitFor(() => expect(store.kept.size).toBe(2 + 4 + 8 + 16));
		imports.cancel(id);
	});

	test('batches are let go as the reader moves on, but for the last one it had', async () => {
		const id = imports.start(texts(60));
		for (const n of [0, 1, 2]) await batchOf(id, n);
		await expect(batchOf(id, 0)).rejects.toThrow(/handed out already/);
		await expect(batchOf(id, 1)).resolves.toMatchObject({ n: 1 });
		expect(await batchOf(id, 4)).toMatchObject({ finished: true, progress: { done: 60, total: 60 } });
		await expect(batchOf(id, 5)).rejects.toThrow(/ended with batch 4/);
	});

	test('an import that nobody asks about gives way to the next', async () => {
		imports = createImports({ pool, documents: store, sampleFiles: [], abandonAfter: 30 });
		const forgotten = imports.start(texts(60));
		expect(await readAll(imports.start([text('next.txt')]))).toHaveLength(1);
		expect(store.kept.size).toBe(2 + 4 + 1);
		expect(await batchOf(forgotten, 2)).toMatchObject({ documents: [], finished: true, cancelled: true });
	});
});

describe('cancelling', () => {
	test('keeps whole documents and ends the import', async () => {
		const id = imports.start(texts(200));
		await batchOf(id, 0);
		expect(imports.cancel(id)).toBe(true);
		expect(imports.cancel(id)).toBe(false);
		let n = 1;
		let batch = await batchOf(id, n);
		while (!batch.finished) batch = await batchOf(id, ++n);
		expect(batch.cancelled).toBe(true);
		expect(batch.progress.done).toBe(store.kept.size);
		expect(store.kept.size).toBeLessThan(200);
	});

	test('reaches an import that still waits its turn', async () => {
		const first = imports.start(texts(60));
		const second = imports.start([text('second.txt')]);
		expect(imports.cancel(second)).toBe(true);
		await readAll(first);
		expect(await readAll(second)).toMatchObject([{ documents: [], cancelled: true }]);
	});
});

test('a second import waits until the first is read', async () => {
	const order: string[] = [];
	const first = readAll(imports.start(texts(8))).then(() => order.push('first'));
	const second = readAll(imports.start([text('second.txt')])).then(() => order.push('second'));
	await Promise.all([first, second]);
	expect(order).toEqual(['first', 'second']);
});

test('an unknown import is told so', async () => {
	await expect(batchOf('nothing', 0)).rejects.toThrow(/no longer known/);
	expect(imports.cancel('nothing')).toBe(false);
});

test('a file that never ends fails by itself, at its deadline', { timeout: 60_000 }, async () => {
	const stuckPool = createPool(worker('stuckWorker.mjs'), { threads: 1, heapMegabytes: 256 });
	imports = createImports({ pool: stuckPool, documents: store, sampleFiles: [], deadline: 3000 });
	const batches = await readAll(imports.start([text('a.txt'), text('stuck.txt'), text('b.txt')]));
	await stuckPool.close();
	expect(batches.flatMap(({ documents }) => documents.map(({ file }) => file))).toEqual(['a.txt', 'b.txt']);
	expect(batches.flatMap(({ unread }) => unread)).toEqual([
		{ file: 'stuck.txt', error: 'Reading it took longer than 3 seconds, so it was stopped.' },
	]);
});

test('a file that takes all memory fails by itself', { timeout: 60_000 }, async () => {
	const greedyPool = createPool(worker('stuckWorker.mjs'), { threads: 1, heapMegabytes: 64 });
	imports = createImports({ pool: greedyPool, documents: store, sampleFiles: [] });
	const batches = await readAll(imports.start([text('a.txt'), text('greedy.txt'), text('b.txt')]));
	await greedyPool.close();
	expect(batches.flatMap(({ documents }) => documents.map(({ file }) => file))).toEqual(['a.txt', 'b.txt']);
	expect(batches.flatMap(({ unread }) => unread)).toEqual([
		{ file: 'greedy.txt', error: 'Reading it took too much memory, so it was stopped.' },
	]);
});

describe('a spreadsheet', () => {
	const csv: ImportInput = { file: 'trends.csv', bytes: new TextEncoder().encode('Name;Typ\nDürre;Risiko\nSandbatterie;Technologie\n') };

	test('comes as a table with the other files of its batch, and becomes a document by a mapping', async () => {
		const [batch] = await readAll(imports.start([csv, text('one.txt')]));
		expect(batch).toMatchObject({ documents: [{ file: 'one.txt' }], progress: { done: 2, total: 2 }, finished: true });
		expect(v.parse(importBatchSchema, batch)).toEqual(batch);
		const [table] = batch!.sheets;
		expect(table).toMatchObject({ file: 'trends.csv', sheets: [{ name: '', rows: [['Name', 'Typ'], ['Dürre', 'Risiko'], ['Sandbatterie', 'Technologie']] }] });
		const mapping = guessColumns(table!.sheets[0]!.rows);
		const [mapped] = await readAll(imports.startSheet(table!.id, mapping));
		expect(mapped!.documents).toMatchObject([{ shape: 'spreadsheet', title: 'trends', cards: [{ kind: 'concern', name: 'Dürre', line: 2 }, { kind: 'technology', line: 3 }] }]);
		expect([...store.kept.keys()]).toContain(mapped!.documents[0]!.hash);
		const [again] = await readAll(imports.startSheet(table!.id, mapping));
		expect(again!.documents[0]!.hash).toBe(mapped!.documents[0]!.hash);
		const [other] = await readAll(imports.startSheet(table!.id, { ...mapping, columns: { ...mapping.columns, kind: null }, kind: 'issue' }));
		expect(other!.documents[0]).toMatchObject({ cards: [{ kind: 'issue' }, { kind: 'issue' }] });
		expect(other!.documents[0]!.hash).not.toBe(mapped!.documents[0]!.hash);
	});

	test('has a table for each file, also where another file of the batch is stopped', async () => {
		const workbook: ImportInput = { file: 'radar.xlsx', bytes: new Uint8Array(xlsxOf({ A: [['Name'], ['x']], B: [['Name'], ['y']] })) };
		const [batch] = await readAll(imports.start([workbook, csv]));
		expect(batch!.sheets.map(({ file, sheets }) => [file, sheets.map(({ name }) => name)])).toEqual([['radar.xlsx', ['A', 'B']], ['trends.csv', ['']]]);
		expect(new Set(batch!.sheets.map(({ id }) => id)).size).toBe(2);
	});

	test('that nobody maps is forgotten in the end, and asked for says what to do', async () => {
		imports = createImports({ pool, documents: store, sampleFiles: [], forgetSheetsAfter: 0 });
		const [batch] = await readAll(imports.start([csv]));
		await vi.waitFor(() => expect(() => imports.startSheet(batch!.sheets[0]!.id, guessColumns([['Name']]))).toThrow('This table is no longer known. Import its file again.'));
	});
});
