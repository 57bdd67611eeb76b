import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { newId } from '../../src-shared/domain/ids.ts';
import type { Card, Scenario, Workshop } from '../../src-shared/schemas/records.ts';
import type { Signpost } from '../../src-shared/schemas/worlds.ts';
import type { App } from '../context.ts';
import { created } from '../db/changes.ts';
import { openDatabase, type Database } from '../db/database.ts';
import { Ledger } from '../db/ledger.svelte.ts';
import { moveStep } from '../db/wayBack.ts';
import { Records } from '../db/records.svelte.ts';
import { readWatchList, watchListSizes } from '../db/watchLists.ts';
import { isHere, offered, takeOver } from './carrying.ts';
import { addOption, deleteOption, explain, judge, optionsInOrder, stepOption, writeOption } from './optionCommands.ts';
import { addSignpost, point, setCount, setReview, setSeen, watchCard, writeSignpost } from './signpostCommands.ts';
import { addStep, deleteStep, setDone, setWorld, writeStep } from './stepCommands.ts';

let database: Database;
let records: Records;
let ledger: Ledger;
let app: App;
const workshop = (id: string): Workshop => ({ id, title: `Workshop ${id}`, question: '', baseYear: 2026, lanes: [{ id: 'a', name: 'A' }], createdAt: '2026-01-01T00:00:00.000Z' });
const world = (id: string, workshopId: string, title: string): Scenario => ({ id, workshopId, title, narrative: '', horizonYear: 2036, cardIds: [], order: 1, createdAt: '2026-01-01T00:00:00.000Z' });
const card: Card = {
	id: 'card-x', kind: 'signal', name: 'Open weights', nameIsMade: false, description: null, change: null, outlook: null, drivingForce: null, machineScore: null,
	sourceId: null, line: null, origin: 'handmade', passage: null, editedAt: null, createdAt: '2026-01-01T00:00:00.000Z',
};

beforeEach(async () => {
	database = await openDatabase(`test-${newId()}`);
	records = new Records();
	ledger = new Ledger({ database, records, fetchDocument: () => Promise.reject(new Error('none')), onLines: () => undefined });
	app = { database, records, ledger } as App;
	await ledger.commit({
		label: 'Start', undoable: false,
		changes: [created('cards', card), ...['w', 'other'].map((id) => created('workshops', workshop(id))), created('scenarios', world('cg', 'w', 'Common Ground')), created('scenarios', world('tr', 'other', 'Toll Road'))],
	});
	await records.loadWorkshop(database, 'w');
});
afterEach(async () => {
	ledger.close();
	await database.delete();
});

const labels = () => ledger.done.map(({ label }) => label);
const option = (id: string) => records.options.get(id)!;
const signpost = (id: string) => records.signposts.get(id)!;
const action = (id: string) => records.actions.get(id)!;

async function withOption(title = 'Audit data'): Promise<string> {
	const { id, stored } = addOption(app, title);
	await stored;
	return id;
}
async function withSignpost(towards: string[] = []): Promise<string> {
	const { id, stored } = addSignpost(app, towards);
	await stored;
	await writeSignpost(app, id, 'title', 'Tenders', newId());
	return id;
}

describe('plans', () => {
	test('a verdict, its reason and its removal are a step each, and undo brings the reason back with the verdict', async () => {
		const id = await withOption();
		await judge(app, id, 'cg', 'adapts');
		await explain(app, id, 'cg', 'Needs a licence', newId());
		await judge(app, id, 'cg', 'works');
		expect(option(id).verdicts).toEqual({ cg: { verdict: 'works', why: 'Needs a licence' } });
		await judge(app, id, 'cg', null);
		expect(option(id).verdicts).toEqual({});
		expect(await ledger.undo()).toBe('Take back what is said of “Audit data” in Common Ground');
		expect(option(id).verdicts).toEqual({ cg: { verdict: 'works', why: 'Needs a licence' } });
		expect(labels()).toEqual([
			'Add the plan “Audit data” to the wind tunnel', '“Audit data” works if adapted in Common Ground', 'Say why “Audit data” works if adapted in Common Ground', '“Audit data” works in Common Ground',
		]);
		expect(await database.options.get(id)).toEqual(option(id));
	});

	test('nothing is stored where nothing changes, and no reason without a verdict', async () => {
		const id = await withOption();
		const before = ledger.done.length;
		await judge(app, id, 'cg', null);
		await explain(app, id, 'cg', 'Why not', newId());
		await writeOption(app, id, 'title', 'Audit data', newId());
		await writeOption(app, 'gone', 'title', 'Late', newId());
		expect(ledger.done.length).toBe(before);
	});

	test('what is typed in one visit to a field is one step', async () => {
		const id = await withOption('');
		const visit = newId();
		await writeOption(app, id, 'title', 'Au', visit);
		await writeOption(app, id, 'title', 'Audit', visit);
		await ledger.undo();
		expect(option(id).title).toBe('');
	});

	test('plans move by one place and not past the ends; a deleted one comes back to its place', async () => {
		const [a, b, c] = [await withOption('a'), await withOption('b'), await withOption('c')];
		const order = () => optionsInOrder(records.options.all).map(({ title }) => title).join('');
		expect(await stepOption(app, c, -1)).toBe(true);
		expect(order()).toBe('acb');
		expect(await stepOption(app, a, -1)).toBe(false);
		await deleteOption(app, option(c));
		expect(order()).toBe('ab');
		await ledger.undo();
		expect(order()).toBe('acb');
		expect(b).toBeTruthy();
	});
});

describe('signposts', () => {
	test('a world is on one side only, and neither takes it off both', async () => {
		const id = await withSignpost(['cg']);
		await point(app, signpost(id), 'cg', 'away');
		expect(signpost(id)).toMatchObject({ towards: [], away: ['cg'] });
		await point(app, signpost(id), 'cg', 'neither');
		expect(signpost(id)).toMatchObject({ towards: [], away: [] });
		expect(labels().slice(-2)).toEqual(['“Tenders” points away from Common Ground', '“Tenders” says nothing of Common Ground']);
	});

	test('what is taken back leaves no empty field behind', async () => {
		const id = await withSignpost();
		await setReview(app, signpost(id), '2027-03-01');
		await setCount(app, signpost(id), { seen: 1, of: 3 });
		await setSeen(app, signpost(id), '2026-11-22');
		expect(labels().slice(-3)).toEqual(['Review “Tenders” on 1 Mar 2027', 'Count “Tenders”: 1 of 3', '“Tenders” was seen on 22 Nov 2026']);
		await setCount(app, signpost(id), null);
		await setSeen(app, signpost(id), null);
		expect(Object.keys(signpost(id))).not.toContain('count');
		expect(Object.keys(signpost(id))).not.toContain('seenOn');
	});

	test('a card that is watched and was not used before gets its number in the same step', async () => {
		const id = await withSignpost();
		await records.fetch(database, ['card-x']);
		await watchCard(app, signpost(id), 'card-x');
		expect(records.uses.get('card-x')?.number).toBe(1);
		await ledger.undo();
		expect([records.uses.has('card-x'), signpost(id).cardId]).toEqual([false, undefined]);
	});
});

describe('a watch list of another workshop', () => {
	const there = (id: string, fields: Partial<Signpost> = {}): Signpost => ({
		id, workshopId: 'other', title: id, source: 'TED', threshold: '3 do', owner: 'legal', reviewAt: '2027-01-01', towards: ['tr'], away: [], order: 1, ...fields,
	});
	beforeEach(async () => {
		const signposts = [there('a', { cardId: 'card-x', count: { seen: 1, of: 3 } }), there('b', { reviewAt: '2026-01-01', away: ['tr'], towards: [] }), there('seen', { seenOn: '2026-01-01' })];
		await ledger.commit({ label: 'There', undoable: false, changes: signposts.map((one) => created('signposts', one)) });
	});

	test('is counted and read from the database, in the order of its reviews', async () => {
		expect([...(await watchListSizes(database))]).toEqual([['other', 3]]);
		const list = await readWatchList(database, 'other');
		expect(list.signposts.map(({ id }) => id)).toEqual(['b', 'a', 'seen']);
		expect(offered(list, [])).toEqual(['b', 'a']);
		await expect(readWatchList(database, 'gone')).rejects.toThrow('no longer on this computer');
	});

	test('is taken over in one step: what it says stays, its worlds are named, its card gets a number', async () => {
		const list = await readWatchList(database, 'other');
		expect(await takeOver(app, list, ['a', 'b'])).toBe(2);
		const [b, a] = [...records.signposts.all].sort((one, other) => one.order - other.order);
		expect(a).toMatchObject({
			workshopId: 'w', title: 'a', threshold: '3 do', reviewAt: '2027-01-01', count: { seen: 1, of: 3 }, towards: [], away: [], cardId: 'card-x',
			carriedFrom: { workshopTitle: 'Workshop other', signpostId: 'a', towards: ['Toll Road'], away: [] },
		});
		expect(b?.carriedFrom).toMatchObject({ signpostId: 'b', towards: [], away: ['Toll Road'] });
		expect(records.uses.get('card-x')?.number).toBe(1);
		expect([isHere(records.signposts.all, { id: 'a' }), offered(list, records.signposts.all)]).toEqual([true, []]);
		expect(await ledger.undo()).toBe('Take over 2 signposts from “Workshop other”');
		expect([records.signposts.size, records.uses.size, await database.signposts.count()]).toEqual([0, 0, 3]);
	});

	test('one that was never pointed at a world there keeps the worlds that it came with', async () => {
		const carriedFrom = { workshopTitle: 'Before', signpostId: 'z', towards: ['Old world'], away: [] };
		await ledger.commit({ label: 'There', undoable: false, changes: [created('signposts', there('c', { towards: [], carriedFrom }))] });
		await takeOver(app, await readWatchList(database, 'other'), ['c']);
		expect(records.signposts.all[0]?.carriedFrom).toEqual({ workshopTitle: 'Workshop other', signpostId: 'c', towards: ['Old world'], away: [] });
	});
});

describe('steps of the way back', () => {
	test('a step is written, moved, done, given to another world and deleted, each in one step with its name', async () => {
		const { id, stored } = addStep(app, 'cg', 6);
		await stored;
		await writeStep(app, id, 'title', 'Rules are firm', newId());
		await moveStep(app, action(id), 5.25);
		await moveStep(app, action(id), null);
		await setDone(app, action(id), true);
		await setDone(app, action(id), false);
		expect(Object.keys(action(id))).not.toContain('done');
		await setWorld(app, action(id), null);
		await deleteStep(app, action(id));
		expect(labels()).toEqual([
			'Add a step on the way back from Common Ground', 'Name a step “Rules are firm”', 'Put “Rules are firm” at 2031 Q2', 'Take the date off “Rules are firm”',
			'“Rules are firm” is done', '“Rules are firm” is not done yet', 'Take “Rules are firm” out of the way back', 'Delete “Rules are firm”',
		]);
		await ledger.undo();
		expect(action(id)).toMatchObject({ title: 'Rules are firm', scenarioId: null, at: null });
	});
});
