import { afterEach, beforeEach, expect, test } from 'vitest';
import { newId } from '../../src-shared/domain/ids.ts';
import { listed, wheelTree } from '../../src-shared/domain/wheel.ts';
import type { Card, Scenario, Workshop } from '../../src-shared/schemas/records.ts';
import { created } from '../db/changes.ts';
import { openDatabase, type Database } from '../db/database.ts';
import { Ledger } from '../db/ledger.svelte.ts';
import { Records } from '../db/records.svelte.ts';
import * as commands from './commands.ts';

let database: Database;
let records: Records;
let ledger: Ledger;

const at = '2026-01-01T00:00:00.000Z';
const workshop: Workshop = { id: 'w', title: 'One', question: '', baseYear: 2026, lanes: [{ id: 'a', name: 'A' }], createdAt: at };
const card: Card = {
	id: 'c', kind: 'signal', name: 'Open models', nameIsMade: false, description: null, change: null, outlook: null, drivingForce: null, machineScore: 5,
	sourceId: null, line: null, origin: 'handmade', passage: null, editedAt: null, createdAt: at,
};
const world: Scenario = { id: 's', workshopId: 'w', title: 'Common Ground', narrative: '', horizonYear: 2036, cardIds: [], order: 1, createdAt: at };

beforeEach(async () => {
	database = await openDatabase(`test-${newId()}`);
	records = new Records();
	ledger = new Ledger({ database, records, fetchDocument: () => Promise.reject(new Error('not asked')), onLines: () => undefined });
	await ledger.commit({ label: 'Start', undoable: false, changes: [created('workshops', workshop), created('scenarios', world), created('cards', card)] });
	await records.loadWorkshop(database, 'w');
	await records.fetch(database, ['c']);
	await ledger.loadHistory();
});
afterEach(async () => {
	ledger.close();
	await database.delete();
});

const about = { cardId: 'c' };
const desk = () => ({ records, ledger });
const last = () => ledger.done.at(-1)!.label;
const shown = () => listed(wheelTree(commands.ofWheel(desk(), about))).map(({ text, order }) => `${order} ${text}`);
const idOf = (text: string) => records.consequences.all.find((one) => one.text === text)!.id;

async function add(text: string, parent: string | null = null, after: string | null = null) {
	const added = commands.addConsequence(desk(), about, { parentId: parent === null ? null : idOf(parent), afterId: after === null ? null : idOf(after) }, text);
	await added?.stored;
	return added;
}
/** a (b (c, d)), e */
async function five() {
	await add('a');
	await add('e', null, 'a');
	await add('b', 'a');
	await add('c', 'b');
	await add('d', 'b', 'c');
}

test('consequences stand where they were put, and the card gets its number with the first', async () => {
	await five();
	expect(shown()).toEqual(['1 a', '2 b', '3 c', '3 d', '1 e']);
	await add('first of all');
	await add('between', null, 'a');
	expect(shown()).toEqual(['1 first of all', '1 a', '2 b', '3 c', '3 d', '1 between', '1 e']);
	expect([records.uses.get('c')?.number, ledger.done[0]!.label, last(), ledger.done.length]).toEqual([1, 'Add the consequence “a”', 'Add the consequence “between”', 7]);
	await ledger.undo();
	expect(shown()).toEqual(['1 first of all', '1 a', '2 b', '3 c', '3 d', '1 e']);
});

test('nothing follows from the third order, from what is not there, or without words', async () => {
	await five();
	expect([await add('too far', 'c'), await add('   ', 'a')]).toEqual([null, null]);
	expect(commands.addConsequence(desk(), about, { parentId: 'gone', afterId: null }, 'lost')).toBeNull();
	expect(records.consequences.size).toBe(5);
});

test('a text is changed, and an empty one leaves it as it was', async () => {
	await five();
	await commands.writeConsequence(desk(), idOf('a'), ' more of it ');
	expect([shown()[0], last()]).toEqual(['1 more of it', 'Change a consequence to “more of it”']);
	const steps = ledger.done.length;
	await commands.writeConsequence(desk(), idOf('more of it'), '  ');
	await commands.writeConsequence(desk(), idOf('more of it'), 'more of it');
	expect([shown()[0], ledger.done.length]).toEqual(['1 more of it', steps]);
});

test('a branch goes whole and comes back in one step', async () => {
	await five();
	const before = shown();
	expect(await commands.deleteBranch(desk(), about, idOf('a'))).toBe(4);
	expect([shown(), last()]).toEqual([['1 e'], 'Delete the consequence “a” and 3 that follow']);
	await ledger.undo();
	expect(shown()).toEqual(before);
	expect(await commands.deleteBranch(desk(), about, 'gone')).toBe(0);
});

test('a branch is moved past others, in and out, but not beyond the third order', async () => {
	await five();
	const move = async (text: string, way: commands.Way) => {
		const slot = commands.slotTowards(commands.ofWheel(desk(), about), idOf(text), way);
		return slot !== null && (await commands.moveConsequence(desk(), about, idOf(text), slot));
	};
	expect(await move('e', 'up')).toBe(true);
	expect(shown()).toEqual(['1 e', '1 a', '2 b', '3 c', '3 d']);
	expect([await move('e', 'up'), await move('a', 'in')], 'there is nowhere to go; the branch would be too long').toEqual([false, false]);
	expect(await move('b', 'out')).toBe(true);
	expect(shown()).toEqual(['1 e', '1 a', '1 b', '2 c', '2 d']);
	expect(await move('d', 'in')).toBe(true);
	expect(await move('b', 'in')).toBe(false);
	expect(await move('d', 'out')).toBe(true);
	expect(await move('b', 'in')).toBe(true);
	expect(shown()).toEqual(['1 e', '1 a', '2 b', '3 c', '3 d']);
	expect(await move('e', 'down')).toBe(true);
	expect([shown(), last()]).toEqual([['1 a', '2 b', '3 c', '3 d', '1 e'], 'Move the consequence “e”']);
});

test('each wheel has its own consequences, and the ones begun are listed', async () => {
	await five();
	await commands.addConsequence(desk(), { scenarioId: 's' }, { parentId: null, afterId: null }, 'in the world')?.stored;
	expect(commands.ofWheel(desk(), { scenarioId: 's' }).map(({ text }) => text)).toEqual(['in the world']);
	expect(shown()).toHaveLength(5);
	expect(commands.wheels(desk())).toEqual([{ about: { cardId: 'c' }, count: 5 }, { about: { scenarioId: 's' }, count: 1 }]);
});
