import { expect, it } from 'vitest';
import type { ImportsApi, NamedFile } from '../api/imports.ts';
import type { TakenBatch, TakenDocument } from '../db/index/intake.ts';
import type { ColumnMapping } from '../../src-shared/schemas/sheet.ts';
import { guessColumns } from '../../src-shared/domain/columnGuess.ts';
import { type ControllerPorts, ImportController } from './importController.svelte.ts';
import type { Taking } from './importRun.ts';

const file = (path: string): NamedFile => ({ path, file: new File(['text'], path) });
const document = (id: string, fields: Partial<TakenDocument> = {}): TakenDocument => ({
	id, file: `${id}.txt`, title: id, titleIsMade: false, cards: 0, warnings: [], repairs: [], madeNames: [], ...fields,
});
const batch = (n: number, fresh: TakenDocument[], more: Partial<TakenBatch> = {}): TakenBatch => ({
	fresh, known: [], unread: [], skipped: [], sheets: [], progress: { done: n + 1, total: 2, currentFile: null }, finished: n === 1, cancelled: false,
	changes: [], sources: [], cards: [], ...more,
});

/** An API and a worker whose batches a test writes: both sides of the controller, nothing in between. */
class Bench {
	batches: (() => Promise<TakenBatch>)[] = [];
	started: string[][] = [];
	cancelled: string[] = [];
	mapped: { id: string; mapping: ColumnMapping }[] = [];
	taken: Taking[] = [];
	expected: string[] = [];
	stopTaking: () => void = () => undefined;
	clock = 0;
	ended = 0;
	dialogJob: string | null = 'dialog-job';
	imports: ImportController;

	constructor(ports: Partial<ControllerPorts> = {}) {
		const api: ImportsApi = {
			uploads: () => ({ address: '/', headers: {} }),
			startDialog: () => Promise.resolve(this.dialogJob),
			startSample: () => Promise.resolve('sample'),
			startSheet: (id, mapping) => {
				this.mapped.push({ id, mapping });
				return Promise.resolve(`sheet-${id}`);
			},
			batches: (job) => ({ address: `/${job}/`, documents: '/documents/', headers: {} }),
			cancel: (job) => {
				this.cancelled.push(job);
				return Promise.resolve();
			},
		};
		this.imports = new ImportController({
			api,
			send: (files) => {
				this.started.push(files.map(({ path }) => path));
				return Promise.resolve(`job-${this.started.length}`);
			},
			hold: (files) => Promise.resolve(files.map(({ size }) => size)),
			take: async (_job, taking, hear) => {
				this.taken.push(taking);
				for (let n = 0; ; n++) {
					const taken = await this.batches[n]!();
					hear(taken);
					if (taken.finished || taken.cancelled) return;
				}
			},
			expect: (job) => void this.expected.push(job),
			stopTaking: () => this.stopTaking(),
			ended: () => Promise.resolve(void this.ended++),
			now: () => this.clock,
			openWorkshopId: () => 'w',
			hostHasDialogs: true,
			askForFiles: () => Promise.resolve(null),
			...ports,
		});
	}

	answers(...batches: TakenBatch[]): this {
		this.batches = batches.map((answer) => () => Promise.resolve(answer));
		return this;
	}
}

const a = document('a', { cards: 2, madeNames: [{ kind: 'technology', count: 1, line: 7 }] });
const b = document('b', { titleIsMade: true, warnings: [{ line: 3, message: 'A date is impossible.' }] });

it('takes one batch after another, all of one undo step, for the workshop that is open', async () => {
	const bench = new Bench().answers(batch(0, [a]), batch(1, [b]));
	const outcome = await bench.imports.startFiles([file('a.txt'), file('b.txt')]);
	expect(bench.taken).toMatchObject([{ workshopId: 'w', before: 0 }]);
	expect(bench.ended).toBe(1);
	expect(outcome).toMatchObject({ documents: 2, cards: 2, error: null, stopped: false });
	expect(outcome.madeTitles.map(({ id }) => id)).toEqual(['b']);
	expect(outcome.madeNames).toMatchObject([{ kind: 'technology', count: 1, line: 7 }]);
	expect(outcome.warnings).toMatchObject([{ file: 'b.txt', line: 3, message: 'A date is impossible.' }]);
});

it('says of documents that were there whether the workshop reads them from now on', async () => {
	const known = [{ id: 'a', file: 'a.txt', title: 'a', nowRead: true }];
	const outcome = await new Bench().answers(batch(1, [], { known })).imports.startFiles([file('a.txt')]);
	expect(outcome.alreadyThere).toEqual(known);
	expect(outcome.documents).toBe(0);
});

it('knows its rate and what is left once a second has passed', async () => {
	const bench = new Bench();
	const shown: unknown[] = [];
	bench.batches = [0, 1, 2].map((n) => () => {
		shown.push(bench.imports.running);
		bench.clock = [900, 2000, 4000][n]!;
		return Promise.resolve(batch(n, [], { progress: { done: 100 * (n + 1), total: 300, currentFile: null }, finished: n === 2 }));
	});
	await bench.imports.startFiles([file('a.txt')]);
	expect(shown).toMatchObject([{ rate: null }, { done: 100, rate: null, secondsLeft: null }, { done: 200, rate: 100, secondsLeft: 1 }]);
});

it('shows the last file until the next one is read', async () => {
	const bench = new Bench();
	const shown: unknown[] = [];
	bench.batches = ['a.txt', null, 'c.txt'].map((currentFile, n) => () => {
		shown.push(bench.imports.running?.currentFile);
		return Promise.resolve(batch(n, [], { progress: { done: n + 1, total: 3, currentFile }, finished: n === 2 }));
	});
	await bench.imports.startFiles([file('a.txt'), file('b.txt'), file('c.txt')]);
	expect(shown).toEqual([null, 'a.txt', 'a.txt']);
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

it('counts a batch that was just being stored when it was stopped', async () => {
	const bench = new Bench();
	bench.batches = [() => {
		bench.imports.cancel();
		return Promise.resolve(batch(0, [a], { cancelled: true }));
	}];
	expect(await bench.imports.startFiles([file('a.txt')])).toMatchObject({ documents: 1, stopped: true });
});

it('sends the next files while the first ones are stored, in the same undo step, and tells the host where nobody takes them', async () => {
	const many = Array.from({ length: 65 }, (_, n) => file(`${n}.txt`));
	const bench = new Bench();
	bench.batches = [async () => {
		await expect.poll(() => bench.started.map(({ length }) => length)).toEqual([64, 1]);
		return batch(0, [bench.taken.length === 1 ? a : b], { finished: true });
	}];
	expect((await bench.imports.startFiles(many)).error).toBeNull();
	expect(bench.expected).toEqual(['job-2']);
	expect(bench.taken.map(({ before }) => before)).toEqual([0, 1]);
	expect(new Set(bench.taken.map(({ stepId }) => stepId)).size).toBe(1);
	bench.batches = [() => Promise.reject(new Error('The disk is full.'))];
	await bench.imports.startFiles(many);
	await expect.poll(() => bench.cancelled).toEqual(['job-3', 'job-4']);
});

it('keeps what is stored when it is stopped, and stores nothing after', async () => {
	const bench = new Bench();
	bench.batches = [
		() => Promise.resolve(batch(0, [a])),
		() => new Promise((_, reject) => {
			bench.stopTaking = () => reject(new DOMException('aborted', 'AbortError'));
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
	expect(new Set(bench.taken.map(({ stepId }) => stepId)).size).toBe(2);
});

it('ends with the sentence of what went wrong, and tells the other side to stop', async () => {
	const bench = new Bench().answers(batch(0, [a]));
	bench.batches[1] = () => Promise.reject(new Error('Longview’s other half does not answer.'));
	const outcome = await bench.imports.startDialog('files');
	expect(outcome).toMatchObject({ documents: 1, error: 'Longview’s other half does not answer.' });
	expect(bench.cancelled).toEqual(['dialog-job']);
});

it('explains a full store in words', async () => {
	const bench = new Bench().answers(batch(0, [a]));
	bench.batches[1] = () => Promise.reject(new DOMException('', 'QuotaExceededError'));
	expect((await bench.imports.startFiles([file('a.txt')])).error).toMatch(/storage is full/);
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
