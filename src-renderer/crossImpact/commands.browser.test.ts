import { afterEach, beforeEach, expect, test } from 'vitest';
import { newId } from '../../src-shared/domain/ids.ts';
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
const workshop: Workshop = {
	id: 'w', title: 'One', question: '', baseYear: 2026, lanes: [{ id: 'a', name: 'A' }], createdAt: at,
	axes: { across: { cardId: 'c0', low: 'closed', high: 'open' }, up: null },
};
const card = (id: string): Card => ({
	id, kind: 'signal', name: `Card ${id}`, nameIsMade: false, description: null, change: null, outlook: null, drivingForce: null, machineScore: 5,
	sourceId: null, line: null, origin: 'handmade', passage: null, editedAt: null, createdAt: at,
});
const world = (id: string): Scenario => ({ id, workshopId: 'w', title: id, narrative: '', horizonYear: 2036, cardIds: [], order: 1, createdAt: at });

beforeEach(async () => {
	database = await openDatabase(`test-${newId()}`);
	records = new Records();
	ledger = new Ledger({ database, records, fetchDocument: () => Promise.reject(new Error('not asked')), onLines: () => undefined });
	await ledger.commit({ label: 'Start', undoable: false, changes: [created('workshops', workshop), created('scenarios', world('s')), ...['c0', 'c1'].map((id) => created('cards', card(id)))] });
	await records.loadWorkshop(database, 'w');
	await records.fetch(database, ['c0', 'c1']);
	await ledger.loadHistory();
});
afterEach(async () => {
	ledger.close();
	await database.delete();
});

const desk = () => ({ records, ledger });
const drivers = () => commands.inOrder(records.drivers.all);
const last = () => ledger.done.at(-1)!.label;
/** Steps that can be undone. */
const steps = () => ledger.done.length;

async function three() {
	await commands.addDrivers(desk(), ['c0', 'c1', null]).stored;
	return drivers() as [typeof records.drivers.all[0], typeof records.drivers.all[0], typeof records.drivers.all[0]];
}
const cellOf = (from: number, a: number, to: number, b: number): commands.Cell => {
	const [one, other] = [drivers()[from]!, drivers()[to]!];
	return { fromDriverId: one.id, fromStateId: one.states[a]!.id, toDriverId: other.id, toStateId: other.states[b]!.id };
};

test('drivers of several cards are one step: an axis brings its poles, and each card its number', async () => {
	const [axis, other, hand] = await three();
	expect([axis.name, axis.states.map(({ name }) => name)]).toEqual(['Card c0', ['closed', 'open']]);
	expect([other.states.length, hand.name, hand.cardId]).toEqual([2, '', null]);
	expect([records.uses.get('c0')?.number, records.uses.get('c1')?.number, steps(), last()]).toEqual([1, 2, 1, 'Make 3 drivers']);
	await ledger.undo();
	expect([records.drivers.size, records.uses.size]).toEqual([0, 0]);
});

test('names, order and states are changed, each in a step; two states stay and five are the most', async () => {
	const [first, second] = await three();
	await commands.renameDriver(desk(), first, '  Access ');
	await commands.moveDriver(desk(), drivers()[0]!, 2);
	expect(drivers().map(({ name }) => name)).toEqual(['Card c1', '', 'Access']);
	await commands.moveDriver(desk(), drivers()[2]!, 1);
	expect(last(), 'past the end nothing moves').toBe('Move the driver “Access”');
	const own = () => records.drivers.get(second.id)!;
	for (let n = 0; n < 5; n++) await commands.addState(desk(), own())?.stored;
	expect(own().states).toHaveLength(commands.mostStates);
	await commands.renameState(desk(), own(), own().states[4]!.id, 'booming');
	await commands.moveState(desk(), own(), own().states[4]!.id, -4);
	expect(own().states.map(({ name }) => name)[0]).toBe('booming');
	for (let n = 0; n < 5; n++) await commands.deleteState(desk(), own(), own().states[0]!.id);
	expect(own().states).toHaveLength(commands.fewestStates);
});

test('a cell is judged, judged again and cleared; undo goes back through each', async () => {
	await three();
	const cell = cellOf(0, 0, 1, 1);
	const strength = () => records.judgements.all.map((one) => one.strength);
	await commands.judge(desk(), cell, 2);
	expect(last()).toBe('Judge Card c0 closed on Card c1 state 2: +2');
	await commands.judge(desk(), cell, -3);
	await commands.judge(desk(), cell, -3);
	await commands.judge(desk(), cell, null);
	expect([strength(), last(), steps()]).toEqual([[], 'Clear Card c0 closed on Card c1 state 2', 4]);
	await ledger.undo();
	expect(strength()).toEqual([-3]);
	await ledger.undo();
	expect(strength()).toEqual([2]);
	await ledger.undo();
	expect(strength()).toEqual([]);
});

test('a driver is not judged on itself', async () => {
	await three();
	await commands.judge(desk(), cellOf(0, 0, 0, 1), 1);
	expect(records.judgements.size).toBe(0);
});

test('the rest of a section becomes 0 in one step, and what was judged stays', async () => {
	const [first, second] = await three();
	await commands.judge(desk(), cellOf(0, 1, 1, 0), 3);
	await commands.judgeRest(desk(), first, second);
	expect(records.judgements.all.map(({ strength }) => strength).sort()).toEqual([0, 0, 0, 3]);
	await ledger.undo();
	expect(records.judgements.all.map(({ strength }) => strength)).toEqual([3]);
});

test('deleting a driver or a state takes its judgements and its place in the worlds along, and undo brings all of it back', async () => {
	const [first, , third] = await three();
	await commands.judge(desk(), cellOf(0, 0, 1, 0), 1);
	await commands.judge(desk(), cellOf(1, 0, 0, 1), 2);
	await commands.judge(desk(), cellOf(1, 1, 2, 0), 3);
	const scenario = () => records.scenarios.get('s')!;
	await commands.setState(desk(), scenario(), first, first.states[1]!.id);
	await commands.setState(desk(), scenario(), third, third.states[0]!.id);
	const everything = () => [...records.drivers.all, ...records.judgements.all, scenario()].map((record) => JSON.stringify(record, Object.keys(record).sort())).sort();
	const before = everything();

	await commands.deleteDriver(desk(), records.drivers.get(first.id)!);
	expect([drivers().length, records.judgements.all.map(({ strength }) => strength), scenario().states]).toEqual([2, [3], { [third.id]: third.states[0]!.id }]);
	await ledger.undo();
	expect(everything()).toEqual(before);
	expect(scenario().states).toEqual({ [first.id]: first.states[1]!.id, [third.id]: third.states[0]!.id });

	await commands.addState(desk(), records.drivers.get(first.id)!)!.stored;
	await commands.deleteState(desk(), records.drivers.get(first.id)!, first.states[1]!.id);
	expect([records.judgements.size, scenario().states]).toEqual([2, { [third.id]: third.states[0]!.id }]);
	await ledger.undo();
	expect([records.judgements.size, scenario().states?.[first.id]]).toEqual([3, first.states[1]!.id]);
});

test('a world takes a state, leaves it open, and a new world is made of a whole set', async () => {
	const [first] = await three();
	await commands.setState(desk(), records.scenarios.get('s')!, first, first.states[0]!.id);
	expect(last()).toBe('Card c0 is closed in “s”');
	await commands.setState(desk(), records.scenarios.get('s')!, first, null);
	expect(records.scenarios.get('s')!.states).toEqual({});
	const states = Object.fromEntries(drivers().map(({ id, states }) => [id, states[1]!.id]));
	const { id, stored } = commands.makeWorld(desk(), states);
	await stored;
	expect(records.scenarios.get(id)).toMatchObject({ states, horizonYear: 2036, order: 2, title: '' });
	await ledger.undo();
	expect(records.scenarios.has(id)).toBe(false);
});
