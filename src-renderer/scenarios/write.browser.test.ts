import { afterEach, beforeEach, expect, test } from 'vitest';
import { newId } from '../../src-shared/domain/ids.ts';
import type { Card, Scenario, Workshop } from '../../src-shared/schemas/records.ts';
import { created } from '../db/changes.ts';
import { openDatabase, type Database } from '../db/database.ts';
import { Ledger } from '../db/ledger.svelte.ts';
import { Records } from '../db/records.svelte.ts';
import { unfeed, write } from './commands.ts';

let database: Database;
let desk: { records: Records; ledger: Ledger };

const createdAt = '2026-01-01T00:00:00.000Z';
const workshop: Workshop = { id: 'w', title: 'One', question: '', baseYear: 2026, lanes: [{ id: 'l', name: 'Policy' }], createdAt };
const scenario: Scenario = { id: 's', workshopId: 'w', title: 'Common Ground', narrative: '', horizonYear: 2036, cardIds: [], order: 1, createdAt };
const card = (id: string, name: string): Card => ({
	id, kind: 'signal', name, nameIsMade: false, description: null, change: null, outlook: null, drivingForce: null, machineScore: null,
	sourceId: null, line: null, origin: 'handmade', passage: null, editedAt: null, createdAt,
});
const world = () => desk.records.scenarios.get('s')!;

beforeEach(async () => {
	database = await openDatabase(`test-${newId()}`);
	const records = new Records();
	const ledger = new Ledger({ database, records, fetchDocument: () => Promise.reject(new Error('no document here')), onLines: () => undefined });
	desk = { records, ledger };
	await ledger.commit({ label: 'Start', changes: [created('workshops', workshop), created('cards', card('a', 'Open models')), created('cards', card('b', 'Closed models'))], undoable: false });
	await records.loadWorkshop(database, 'w');
	await ledger.commit({ label: 'World', changes: [created('scenarios', scenario)], undoable: false });
	await records.fetch(database, ['a', 'b']);
	await ledger.loadHistory();
});
afterEach(async () => {
	desk.ledger.close();
	await database.delete();
});

test('cards that a text newly names feed the world and get their numbers, in one step with the text', async () => {
	await write(desk, 's', 'narrative', 'Since [Open models](card:a) and [x](card:gone).');
	expect(world().cardIds).toEqual(['a']);
	expect(desk.records.uses.get('a')?.number).toBe(1);
	expect(desk.ledger.done.map(({ label }) => label)).toEqual(['Write in “Common Ground”, feed it with Open models']);
	await desk.ledger.undo();
	expect([world().narrative, world().cardIds, desk.records.uses.size]).toEqual(['', [], 0]);
});

test('one that was taken out stays out while it is still named, and comes back when it is named anew', async () => {
	await write(desk, 's', 'narrative', '[S1](card:a)');
	await unfeed(desk, world(), 'a');
	await write(desk, 's', 'narrative', '[S1](card:a) and more');
	expect(world().cardIds).toEqual([]);
	await write(desk, 's', 'narrative', 'less');
	await write(desk, 's', 'narrative', '[S1](card:a) again');
	expect(world().cardIds).toEqual(['a']);
});

test('a text without cards leaves those that feed the world as they are, and a title names none', async () => {
	await write(desk, 's', 'narrative', 'By 2036');
	await write(desk, 's', 'title', '[S1](card:a)');
	expect([world().cardIds, world().title]).toEqual([[], '[S1](card:a)']);
});
