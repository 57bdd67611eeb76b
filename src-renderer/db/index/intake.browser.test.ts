import { afterEach, beforeEach, expect, test } from 'vitest';
import { newId } from '../../../src-shared/domain/ids.ts';
import type { ParsedDocument } from '../../../src-shared/schemas/document.ts';
import type { ImportBatch } from '../../../src-shared/schemas/importBatch.ts';
import { openDatabase, type Database } from '../database.ts';
import type { ChangeMessage } from '../storing.ts';
import { Intake, type JobToTake, type TakenBatch } from './intake.ts';
import { Keeper } from './keeper.ts';

const parsed = (hash: string, fields: Partial<ParsedDocument> = {}): ParsedDocument => ({
	hash, file: `${hash}.md`, shape: 'signal page', title: hash, titleIsMade: false, author: null, url: null, pageRef: null, publishedAt: null, provider: null,
	providerDomain: null, sections: [], links: [], milestones: [], keywords: [], themes: [], category: null, type: null, summary: null, topics: [], quality: null,
	heat: null, related: [], encoding: 'UTF-8', repairs: [], warnings: [], text: `Text of ${hash}`,
	cards: [{ kind: 'signal', name: `Card of ${hash}`, nameIsMade: false, description: null, change: null, outlook: null, drivingForce: null, machineScore: null, line: 1 }],
	...fields,
});
const batch = (n: number, documents: ParsedDocument[], more: Partial<ImportBatch> = {}): ImportBatch => ({
	n, documents, unread: [], sheets: [], skipped: [], progress: { done: n + 1, total: 3, currentFile: null }, finished: false, cancelled: false, ...more,
});
const [a, b, c] = [parsed('a'), parsed('b'), parsed('c')];

let database: Database;
let keeper: Keeper;
let told: ChangeMessage[];
let batches: (ImportBatch | Error)[];
let asked: string[];
let intake: Intake;

beforeEach(async () => {
	database = await openDatabase(`test-${newId()}`);
	keeper = new Keeper(database, () => undefined);
	await keeper.start();
	told = [];
	asked = [];
	intake = new Intake(database, keeper, { postMessage: (message) => void told.push(message) }, (from, _headers, signal) => {
		asked.push(from);
		const answer = batches[Number(from.split('/').at(-1))];
		if (answer instanceof Error) return Promise.reject(answer);
		return answer ? Promise.resolve(answer) : new Promise((_, reject) => signal.addEventListener('abort', () => reject(new DOMException('stopped', 'AbortError'))));
	});
});
afterEach(async () => {
	keeper.close();
	await database.delete();
});

const job = (fields: Partial<JobToTake> = {}): JobToTake => ({ address: '/job/', documents: 'documents/', headers: {}, workshopId: 'w', stepId: newId(), before: 0, windowId: 'here', ...fields });
async function take(fields: Partial<JobToTake> = {}): Promise<TakenBatch[]> {
	const taken: TakenBatch[] = [];
	await intake.take(job(fields), (one) => taken.push(one));
	return taken;
}

test('each batch is stored whole with its line for each journal and its part of the undo step, and can be found', async () => {
	batches = [batch(0, [a]), batch(1, [b, c], { finished: true })];
	const taken = await take({ stepId: 's' });
	expect(taken.map(({ fresh }) => fresh.map(({ id, cards }) => [id, cards]))).toEqual([[['a', 1]], [['b', 1], ['c', 1]]]);
	expect((await database.cards.toArray()).map(({ name }) => name).sort()).toEqual(['Card of a', 'Card of b', 'Card of c']);
	expect((await database.texts.get('b'))?.text).toBe('Text of b');
	expect((await database.outbox.toArray()).map(({ scope, line }) => [scope, line.label])).toEqual([
		['library', 'Import 1 document'], ['workshop-w', 'Import 1 document'], ['library', 'Import 3 documents'], ['workshop-w', 'Import 3 documents'],
	]);
	expect((await database.history.toArray()).map(({ stepId, label, workshopId }) => [stepId, label, workshopId])).toEqual([['s', 'Import 1 document', 'w'], ['s', 'Import 3 documents', 'w']]);
	expect(keeper.state).toMatchObject({ cards: 3, sources: 3 });
	expect(told.map(({ from, changes }) => [from, changes.length])).toEqual([['here', 2], ['here', 4]]);
	expect(asked).toEqual(['/job/0', '/job/1']);
});

test('a document that is there changes nothing, but for a workshop that did not read it', async () => {
	batches = [batch(0, [a], { finished: true })];
	await take();
	const again = await take();
	expect(again[0]).toMatchObject({ fresh: [], known: [{ id: 'a', nowRead: false }], changes: [] });
	const elsewhere = await take({ workshopId: 'other' });
	expect(elsewhere[0]).toMatchObject({ fresh: [], known: [{ id: 'a', nowRead: true }] });
	expect(elsewhere[0]?.changes.map(({ key }) => key)).toEqual(['other/a']);
	expect((await database.outbox.toArray()).at(-1)?.line.label).toBe('Read 1 document in this workshop');
});

test('the same document twice in one import comes in once, in one batch or in two', async () => {
	batches = [batch(0, [a, a]), batch(1, [a, b], { finished: true })];
	const taken = await take();
	expect(taken.map(({ fresh, known }) => [fresh.length, known.length])).toEqual([[1, 1], [1, 1]]);
	expect(await database.sources.count()).toBe(2);
});

test('what came before an error is kept, and the error is the host’s', async () => {
	batches = [batch(0, [a]), new Error('The disk is full.')];
	const taken: TakenBatch[] = [];
	await expect(intake.take(job(), (one) => taken.push(one))).rejects.toThrow('The disk is full.');
	expect(taken.length).toBe(1);
	expect(await database.sources.count()).toBe(1);
});

test('stopped, it waits for no further batch', async () => {
	batches = [batch(0, [a])];
	const taking = take();
	await expect.poll(() => asked).toEqual(['/job/0', '/job/1']);
	intake.stop('/job/');
	await expect(taking).rejects.toThrow('stopped');
	expect(await database.sources.count()).toBe(1);
});

test('a batch that cannot be stored leaves nothing behind, in the store or in the index', async () => {
	const broken = parsed('broken', { title: (() => 'no clone') as unknown as string });
	batches = [batch(0, [broken], { finished: true })];
	await expect(take()).rejects.toThrow();
	expect([await database.sources.count(), await database.outbox.count(), await database.history.count(), keeper.index.size]).toEqual([0, 0, 0, 0]);
});
