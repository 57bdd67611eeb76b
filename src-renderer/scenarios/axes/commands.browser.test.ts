import { afterEach, beforeEach, expect, test } from 'vitest';
import { newId } from '../../../src-shared/domain/ids.ts';
import type { Card, Scenario, Workshop } from '../../../src-shared/schemas/records.ts';
import { created } from '../../db/changes.ts';
import { openDatabase, type Database } from '../../db/database.ts';
import { Ledger } from '../../db/ledger.svelte.ts';
import { Records } from '../../db/records.svelte.ts';
import { addScenario, deleteScenario, feed, feedOf, nameRole, unfeed, weighFeed, write } from '../commands.ts';
import { nameWorld, putWorld, setLogic } from '../worldCommands.ts';
import { seatsOf } from '../../../src-shared/domain/worlds.ts';
import { clearAxis, makeAxis, namePole, setAxis, swapAxes, swapPoles, takeCritical, takePair, toggleCritical } from './commands.ts';

let database: Database;
let records: Records;
let ledger: Ledger;

const at = '2026-01-01T00:00:00.000Z';
const workshop: Workshop = { id: 'w', title: 'One', question: '', baseYear: 2026, lanes: [{ id: 'a', name: 'A' }], createdAt: at };
const card = (id: string): Card => ({
	id, kind: 'signal', name: id, nameIsMade: false, description: null, change: null, outlook: null, drivingForce: null, machineScore: null,
	sourceId: null, line: null, origin: 'handmade', passage: null, editedAt: null, createdAt: at,
});

beforeEach(async () => {
	database = await openDatabase(`test-${newId()}`);
	records = new Records();
	ledger = new Ledger({ database, records, fetchDocument: () => Promise.reject(new Error('not asked')), onLines: () => undefined });
	await ledger.commit({ label: 'Start', undoable: false, changes: [created('workshops', workshop), ...['c0', 'c1', 'c2'].map((id) => created('cards', card(id)))] });
	await records.loadWorkshop(database, 'w');
	await ledger.loadHistory();
});
afterEach(async () => {
	ledger.close();
	await database.delete();
});

const app = () => ({ records, ledger });
const now = () => records.workshop!;
const axesNow = () => [now().axes?.across, now().axes?.up].map((axis) => axis && `${axis.cardId} ${axis.low}-${axis.high}`);
const lastStep = () => ledger.done.at(-1)?.label;
const standing = (id: string) => records.scenarios.get(id)?.standing;
async function world(title: string, quadrant: string): Promise<string> {
	const { id, stored } = nameWorld(app(), seatsOf('axes').find(({ key }) => key === quadrant)!);
	await stored;
	await write(app(), id, 'title', title);
	return id;
}

test('a critical uncertainty is chosen and left out again, gets its number, and each is one step', async () => {
	await toggleCritical(app(), 'c1');
	expect([now().critical, records.uses.get('c1')?.number, lastStep()]).toEqual([['c1'], 1, 'Choose c1 as a critical uncertainty']);
	await takeCritical(app(), ['c1', 'c0', 'c2']);
	expect([now().critical, lastStep()]).toEqual([['c1', 'c0', 'c2'], 'Choose 2 critical uncertainties']);
	await toggleCritical(app(), 'c1');
	expect([now().critical, lastStep()]).toEqual([['c0', 'c2'], 'Leave S1 c1 out of the critical uncertainties']);
	await ledger.undo();
	await ledger.undo();
	await ledger.undo();
	expect([now().critical, records.uses.size]).toEqual([undefined, 0]);
});

test('with the second axis the worlds differ by the axes, and one undo takes both back', async () => {
	await makeAxis(app(), 'c0');
	expect([axesNow(), now().logic]).toEqual([['c0 -', null], undefined]);
	await makeAxis(app(), 'c1');
	expect([axesNow(), now().logic, lastStep()]).toEqual([['c0 -', 'c1 -'], 'axes', 'Make c1 the axis upwards']);
	await ledger.undo();
	expect([axesNow(), now().logic]).toEqual([['c0 -', null], undefined]);
});

test('a logic that people chose stays when axes are made', async () => {
	await setLogic(app(), 'cone');
	await makeAxis(app(), 'c0');
	await makeAxis(app(), 'c1');
	expect(now().logic).toBe('cone');
	await setLogic(app(), 'free');
	expect([now().logic, lastStep()]).toEqual(['free', 'Let each world stand for itself']);
});

test('poles are named, typing in one field is one step, and a clear takes card and poles', async () => {
	await setAxis(app(), 'across', 'c0');
	await namePole(app(), 'across', 'low', 'Clo', 'typing');
	await namePole(app(), 'across', 'low', 'Closed', 'typing');
	await namePole(app(), 'across', 'high', 'Open');
	expect(axesNow()[0]).toBe('c0 Closed-Open');
	await namePole(app(), 'across', 'high', 'Open');
	await ledger.undo();
	await ledger.undo();
	expect(axesNow()[0]).toBe('c0 -');
	await ledger.redo();
	await clearAxis(app(), 'across');
	expect(axesNow()[0]).toBeNull();
	await ledger.undo();
	expect(axesNow()[0]).toBe('c0 Closed-');
});

test('turning axes or poles takes the worlds with what they mean, in one step', async () => {
	await takePair(app(), ['c0', 'c1']);
	await namePole(app(), 'across', 'low', 'Closed');
	const corner = await world('Corner', 'low/high');
	await swapAxes(app());
	expect([axesNow(), standing(corner)]).toEqual([['c1 -', 'c0 Closed-'], { axes: { across: 'high', up: 'low' } }]);
	await swapPoles(app(), 'up');
	expect([axesNow()[1], standing(corner)]).toEqual(['c0 -Closed', { axes: { across: 'high', up: 'high' } }]);
	await ledger.undo();
	await ledger.undo();
	expect([axesNow(), standing(corner)]).toEqual([['c0 Closed-', 'c1 -'], { axes: { across: 'low', up: 'high' } }]);
});

test('a card that is the other axis changes places with it, and another pair keeps the axis that stays', async () => {
	await takePair(app(), ['c0', 'c1']);
	await namePole(app(), 'up', 'high', 'Firm');
	await setAxis(app(), 'across', 'c1');
	expect(axesNow()).toEqual(['c1 -Firm', 'c0 -']);
	await takePair(app(), ['c2', 'c1']);
	expect([axesNow(), lastStep()]).toEqual([['c1 -Firm', 'c2 -'], 'Try S2 c1 against c2']);
});

test('a world is put into a quadrant, the one there takes its place, and another logic forgets nothing', async () => {
	await takePair(app(), ['c0', 'c1']);
	const [one, other] = [await world('One', 'low/high'), await world('Other', 'high/high')];
	await putWorld(app(), 'axes', one, 'high/high');
	expect([standing(one), standing(other)]).toEqual([{ axes: { across: 'high', up: 'high' } }, { axes: { across: 'low', up: 'high' } }]);
	expect(lastStep()).toBe('Put “One” under “Right, top”');
	await setLogic(app(), 'horizons');
	await putWorld(app(), 'horizons', one, 'emerges');
	expect(standing(one)).toEqual({ axes: { across: 'high', up: 'high' }, horizons: 'emerges' });
	await putWorld(app(), 'horizons', one, null);
	expect([standing(one), lastStep()]).toEqual([{ axes: { across: 'high', up: 'high' } }, 'Take “One” out of the Three Horizons']);
	const steps = ledger.done.length;
	await putWorld(app(), 'horizons', one, null);
	expect(ledger.done.length).toBe(steps);
});

test('a card in a world weighs two until someone says otherwise, has a word for what it does, and leaves with both', async () => {
	const { id, stored } = addScenario(app());
	await stored;
	const scenario = (): Scenario => records.scenarios.get(id)!;
	await feed(app(), scenario(), 'c0');
	expect(feedOf(scenario(), 'c0')).toEqual({ weight: 2 });
	await weighFeed(app(), scenario(), 'c0', 3);
	await nameRole(app(), scenario(), 'c0', ' drives ');
	expect([feedOf(scenario(), 'c0'), lastStep()]).toEqual([{ weight: 3, role: 'drives' }, 'Say that S1 c0 “drives” in the unnamed scenario']);
	await unfeed(app(), scenario(), 'c0');
	expect([scenario().cardIds, scenario().feeds]).toEqual([[], {}]);
	await ledger.undo();
	expect([scenario().cardIds, feedOf(scenario(), 'c0').weight]).toEqual([['c0'], 3]);
});

test('what follows from a world is written field by field, and nothing is written to one that is gone', async () => {
	const { id, stored } = addScenario(app());
	await stored;
	await write(app(), id, 'summary', 'Open models.');
	await write(app(), id, 'headline', 'All is open');
	expect([records.scenarios.get(id), lastStep()]).toEqual([expect.objectContaining({ summary: 'Open models.', headline: 'All is open' }), 'Write a headline from the unnamed scenario']);
	const steps = ledger.done.length;
	await write(app(), id, 'winners', '');
	await deleteScenario(app(), records.scenarios.get(id)!);
	await write(app(), id, 'losers', 'Nobody');
	expect(ledger.done.length).toBe(steps + 1);
});

test('a world that is deleted takes its wheel along and leaves its steps as actions; one undo brings all of it back', async () => {
	const { id, stored } = addScenario(app());
	await stored;
	const [consequence, action] = [
		{ id: 'q', workshopId: 'w', cardId: null, scenarioId: id, parentId: null, text: 'A new trade', order: 1 },
		{ id: 'a', workshopId: 'w', title: 'Train', note: '', scenarioId: id, at: 4, owner: '', order: 1 },
	];
	await ledger.commit({ label: 'Follow it', changes: [created('consequences', consequence), created('actions', action)] });
	await deleteScenario(app(), records.scenarios.get(id)!);
	expect([records.consequences.size, records.actions.get('a')?.scenarioId]).toEqual([0, null]);
	await ledger.undo();
	expect([records.scenarios.has(id), records.consequences.get('q'), records.actions.get('a')]).toEqual([true, consequence, action]);
});
