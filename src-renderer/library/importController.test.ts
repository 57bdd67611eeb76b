import { expect, it } from 'vitest';
import type { ImportsApi, NamedFile } from '../api/imports.ts';
import type { Action } from '../db/ledger.svelte.ts';
import type { ParsedDocument } from '../../src-shared/schemas/document.ts';
import type { ImportBatch } from '../../src-shared/schemas/importBatch.ts';
import type { ColumnMapping } from '../../src-shared/schemas/sheet.ts';
import { guessColumns } from '../../src-shared/domain/columnGuess.ts';
import { type ControllerPorts, ImportController } from './importController.svelte.ts';
import { aDocument, aParsedCard } from './testRecords.ts';

const file = (path: string): NamedFile => ({ path, file: new File(['text'], path) });
const batch = (n: number, documents: ParsedDocument[], more: Partial<ImportBatch> = {}): ImportBatch => ({
	n, documents, unread: [], sheets: [], skipped: [], progress: { done: n + 1, total: 2, currentFile: null }, finished: n === 1, cancelled: false, ...more,
});

/** An API whose batches a test writes, and a store that only remembers: both sides of the controller, nothing in between. */
class Bench {
	batches: ((signal: AbortSignal) => Promise<ImportBatch>)[] = [];
	started: string[][] = [];
	cancelled: string[] = [];
	mapped: { id: string; mapping: ColumnMapping }[] = [];
	actions: Action[] = [];
	known = new Set<string>();
	read = new Set<string>();
	failCommit: Error | null = null;
	dialogJob: string | null = 'dialog-job';
	imports: ImportController;

	constructor(ports: Partial<ControllerPorts> = {}) {
		const api: ImportsApi = {
			startFiles: (files) => {
				this.started.push(files.map(({ path }) => path));
				return Promise.resolve(`job-${this.started.length}`);
			},
			startDialog: () => Promise.resolve(this.dialogJob),
			startSample: () => Promise.resolve('sample'),
			startSheet: (id, mapping) => {
				this.mapped.push({ id, mapping });
				return Promise.resolve(`sheet-${id}`);
			},
			batch: (_job, n, signal) => this.batches[n]!(signal),
			cancel: (job) => {
				this.cancelled.push(job);
				return Promise.resolve();
			},
		};
		this.imports = new ImportController({
			api,
			commit: (action, documents) => {
				if (this.failCommit) return Promise.reject(this.failCommit);
				this.actions.push(action);
				for (const hash of documents.keys()) this.known.add(hash);
				for (const change of action.changes) if (change.table === 'workshopSources') this.read.add(change.key);
				return Promise.resolve();
			},
			knows: (hash) => this.known.has(hash),
			reads: (workshopId, hash) => this.read.has(`${workshopId}/${hash}`),
			openWorkshopId: () => 'w',
			hostHasDialogs: true,
			askForFiles: () => Promise.resolve(null),
			...ports,
		});
	}

	answers(...batches: ImportBatch[]): this {
		this.batches = batches.map((answer) => () => Promise.resolve(answer));
		return this;
	}
}

const a = aDocument({ hash: 'a', cards: [aParsedCard(), aParsedCard({ kind: 'technology', nameIsMade: true, line: 7 })] });
const b = aDocument({ hash: 'b', titleIsMade: true, warnings: [{ line: 3, message: 'A date is impossible.' }] });

it('stores each batch in one action, all of one undo step, and has the workshop read them', async () => {
	const bench = new Bench().answers(batch(0, [a]), batch(1, [b]));
	const outcome = await bench.imports.startFiles([file('a.txt'), file('b.txt')]);
	expect(bench.actions.map(({ label }) => label)).toEqual(['Import 1 document', 'Import 2 documents']);
	expect(new Set(bench.actions.map(({ stepId }) => stepId)).size).toBe(1);
	expect(bench.actions.map(({ changes }) => changes.map(({ table, key }) => [table, key]))).toEqual([
		[['documents', 'a'], ['workshopSources', 'w/a']],
		[['documents', 'b'], ['workshopSources', 'w/b']],
	]);
	expect(outcome).toMatchObject({ documents: 2, cards: 2, error: null, stopped: false });
	expect(outcome.madeTitles.map(({ id }) => id)).toEqual(['b']);
	expect(outcome.madeNames).toMatchObject([{ kind: 'technology', count: 1, line: 7 }]);
	expect(outcome.warnings).toMatchObject([{ file: 'b.txt', line: 3, message: 'A date is impossible.' }]);
});

it('changes nothing for a document that is there, and says so', async () => {
	const bench = new Bench().answers(batch(1, [a]));
	bench.known.add('a');
	bench.read.add('w/a');
	const outcome = await bench.imports.startFiles([file('a.txt')]);
	expect(bench.actions.flatMap(({ changes }) => changes)).toEqual([]);
	expect(outcome.alreadyThere).toMatchObject([{ id: 'a', nowRead: false }]);
	expect(outcome.documents).toBe(0);
});

it('lets the workshop read a document that only the library had', async () => {
	const bench = new Bench().answers(batch(1, [a]));
	bench.known.add('a');
	const outcome = await bench.imports.startFiles([file('a.txt')]);
	expect(bench.actions[0]?.changes.map(({ table }) => table)).toEqual(['workshopSources']);
	expect(outcome.alreadyThere[0]?.nowRead).toBe(true);
});

it('takes the same document twice in one import for one', async () => {
	const bench = new Bench().answers(batch(0, [a, a]), batch(1, [a]));
	const outcome = await bench.imports.startFiles([file('a.txt'), file('copy.txt')]);
	expect(outcome.documents).toBe(1);
	expect(outcome.alreadyThere.length).toBe(2);
});

it('shows how far it is', async () => {
	const bench = new Bench();
	const shown: unknown[] = [];
	bench.batches = [0, 1].map((n) => () => {
		shown.push(bench.imports.running);
		return Promise.resolve(batch(n, n === 0 ? [a] : [b]));
	});
	await bench.imports.startFiles([file('a.txt'), file('b.txt')]);
	expect(shown).toMatchObject([{ done: 0, total: 2, cards: 0 }, { done: 1, total: 2, cards: 2 }]);
	expect(bench.imports.running).toBeNull();
});

it('keeps what is stored when it is stopped, and stores nothing after', async () => {
	const bench = new Bench();
	bench.batches = [
		() => Promise.resolve(batch(0, [a])),
		(signal) => new Promise((_, reject) => {
			signal.addEventListener('abort', () => reject(new DOMException('aborted', 'AbortError')));
			bench.imports.cancel();
		}),
	];
	const outcome = await bench.imports.startFiles([file('a.txt'), file('b.txt')]);
	expect(outcome).toMatchObject({ documents: 1, stopped: true, error: null });
	expect(bench.cancelled).toEqual(['job-1']);
});

it('runs a second import after the first, and then says what both brought', async () => {
	const bench = new Bench();
	const order: string[] = [];
	bench.batches[0] = () => {
		order.push(`read ${bench.started.length}`);
		return Promise.resolve(batch(0, [bench.started.length === 1 ? a : b], { finished: true }));
	};
	const both = [bench.imports.startFiles([file('a.txt')]), bench.imports.startFiles([file('b.txt')])];
	expect(bench.imports.waiting).toBe(2);
	const [first, second] = await Promise.all(both);
	expect(order).toEqual(['read 1', 'read 2']);
	expect(bench.started).toEqual([['a.txt'], ['b.txt']]);
	expect([first?.documents, second?.documents, bench.imports.outcome?.documents]).toEqual([1, 1, 2]);
	expect(new Set(bench.actions.map(({ stepId }) => stepId)).size).toBe(2);
});

it('ends with the sentence of what went wrong, and tells the other side to stop', async () => {
	const bench = new Bench().answers(batch(0, [a]));
	bench.batches[1] = () => Promise.reject(new Error('Longview’s other half does not answer.'));
	const outcome = await bench.imports.startSample();
	expect(outcome).toMatchObject({ documents: 1, error: 'Longview’s other half does not answer.' });
	expect(bench.cancelled).toEqual(['sample']);
});

it('explains a full store in words', async () => {
	const bench = new Bench().answers(batch(0, [a]));
	bench.failCommit = Object.assign(new Error('AbortError'), { inner: new DOMException('', 'QuotaExceededError') });
	expect((await bench.imports.startSample()).error).toMatch(/storage is full/);
});

it('does nothing when the dialog is left without a choice', async () => {
	const bench = new Bench();
	bench.dialogJob = null;
	expect(await bench.imports.startDialog('files')).toBeNull();
	expect(bench.imports.outcome).toBeNull();
});

it('asks with the page’s own input where the host has no dialogs', async () => {
	const bench = new Bench({ hostHasDialogs: false, askForFiles: () => Promise.resolve([file('x/a.txt')]) }).answers(batch(1, [a]));
	await bench.imports.startDialog('folder');
	expect(bench.started).toEqual([['x/a.txt']]);
});

it('names the files it did not send', async () => {
	const outcome = await new Bench().imports.startFiles([file('old.longview')]);
	expect(outcome.unread).toMatchObject([{ file: 'old.longview' }]);
	expect(outcome.documents).toBe(0);
});

const table = { id: 't', file: 'trends.csv', sheets: [{ name: '', rows: [['Name'], ['Dry rivers']] }] };

it('hands a spreadsheet on while the other files go in, and says nothing of it until its columns are mapped', async () => {
	const bench = new Bench().answers(batch(0, [], { sheets: [table], finished: true }));
	const outcome = await bench.imports.startFiles([file('trends.csv')]);
	expect(outcome).toMatchObject({ tables: 1, documents: 0 });
	expect(bench.imports.sheets).toEqual([table]);
	expect(bench.imports.outcome).toBeNull();
});

it('imports a spreadsheet as it was mapped, together with what came before', async () => {
	const bench = new Bench().answers(batch(0, [a], { sheets: [table], finished: true }));
	await bench.imports.startFiles([file('a.txt'), file('trends.csv')]);
	expect(bench.imports.outcome).toMatchObject({ documents: 1, tables: 1 });
	bench.answers(batch(0, [b], { finished: true }));
	const mapping = guessColumns(table.sheets[0]!.rows);
	await bench.imports.mapSheet('t', mapping);
	expect(bench.mapped).toEqual([{ id: 't', mapping }]);
	expect(bench.imports.sheets).toEqual([]);
	expect(bench.imports.outcome).toMatchObject({ documents: 2, tables: 1 });
});

it('keeps a workbook on the screen while another of its sheets is to be mapped, and goes on without one that is left out', async () => {
	const bench = new Bench().answers(batch(0, [], { sheets: [table], finished: true }));
	await bench.imports.startFiles([file('trends.xlsx')]);
	bench.answers(batch(0, [a], { finished: true }));
	await bench.imports.mapSheet('t', guessColumns(table.sheets[0]!.rows), true);
	expect(bench.imports.sheets).toEqual([table]);
	bench.imports.leaveSheet('t');
	expect(bench.imports.sheets).toEqual([]);
});
