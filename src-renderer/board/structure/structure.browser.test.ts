import { afterEach, beforeEach, expect, test } from 'vitest';
import { newId } from '../../../src-shared/domain/ids.ts';
import type { Card, Workshop } from '../../../src-shared/schemas/records.ts';
import type { App } from '../../context.ts';
import { created } from '../../db/changes.ts';
import { collectWorkshop } from '../../db/collect.ts';
import { openDatabase, type Database } from '../../db/database.ts';
import { Ledger } from '../../db/ledger.svelte.ts';
import { Records } from '../../db/records.svelte.ts';
import { wholeScope } from '../../db/wholeScope.ts';
import { Desk } from '../../desk.svelte.ts';
import { Toasts } from '../../ui/toasts.svelte.ts';
import { BoardStore } from '../boardStore.svelte.ts';
import { placeCards } from '../commands.ts';
import * as commands from './commands.ts';

let database: Database;
let records: Records;
let ledger: Ledger;
let app: App;
let store: BoardStore;

const lanes = [{ id: 'policy', name: 'Policy' }, { id: 'technology', name: 'Technology' }];
const workshop: Workshop = { id: 'w', title: 'One', question: '', baseYear: 2026, lanes, createdAt: '2026-01-01T00:00:00.000Z' };
const card = (id: string): Card => ({
	id, kind: 'signal', name: `Card ${id}`, nameIsMade: false, description: null, change: null, outlook: null, drivingForce: null, machineScore: null,
	sourceId: null, line: null, origin: 'handmade', passage: null, editedAt: null, createdAt: '2026-01-01T00:00:00.000Z',
});
const at = (time: number, laneId = 'policy', height = 0) => ({ at: time, laneId, height });

beforeEach(async () => {
	database = await openDatabase(`test-${newId()}`);
	records = new Records();
	ledger = new Ledger({ database, records, fetchDocument: () => Promise.reject(new Error('no document here')), onLines: () => undefined });
	await ledger.commit({ label: 'Start', changes: [created('workshops', workshop), ...['a', 'b', 'c'].map((id) => created('cards', card(id)))], undoable: false });
	await records.loadWorkshop(database, 'w');
	await ledger.loadHistory();
	// The canvas asks nothing of the host, the theme or the disk.
	app = { records, ledger, desk: new Desk(), toasts: new Toasts() } as unknown as App;
	store = new BoardStore(app);
	await placeCards(app, new Map([['a', at(1)], ['b', at(2, 'policy', 1)], ['c', at(7, 'technology')]]));
});
afterEach(async () => {
	ledger.close();
	await database.delete();
});

const frame = { from: 0.5, to: 5, top: { laneId: 'policy', height: 0 }, bottom: { laneId: 'policy', height: 2 } };
const group = (...cardIds: string[]) => commands.makeCluster(app, { name: 'K', cardIds, frame });
const labels = () => ledger.done.map(({ label }) => label);
const everything = () => JSON.stringify([records.clusters.all, records.influences.all, records.notes.all, ['a', 'b', 'c'].map((id) => [records.uses.get(id)?.placement, records.uses.get(id)?.horizon]), records.workshop?.overlays]);

test('every command is one named step, and undo takes back exactly that', async () => {
	const id = (await group('a', 'b'))!;
	const arrow = (await commands.drawInfluence(app, 'a', 'c'))!;
	await commands.writeNote(app, { id: 'n', workshopId: 'w', text: '', ...at(3) }, ' Ask the ministry ');
	const steps: (() => Promise<unknown>)[] = [
		() => commands.renameCluster(app, id, 'Rules'),
		() => commands.moveCluster(app, id, store.port.structure.clusterMovedBy(id, { quarters: 4, lanes: 1 })),
		() => commands.sizeCluster(app, id, { frame: { ...frame, to: 8 } }),
		() => commands.fitCluster(app, id, frame),
		() => commands.putIntoCluster(app, ['c'], id),
		() => commands.putIntoCluster(app, ['a'], null),
		() => commands.judgeInfluence(app, arrow.id, -2),
		() => commands.turnInfluence(app, arrow.id),
		() => commands.removeInfluence(app, arrow.id),
		() => commands.moveNote(app, 'n', at(4.5, 'technology', 1.5)),
		() => commands.keepToSelf(app, 'n', true),
		() => commands.keepToSelf(app, 'n', false),
		() => commands.writeNote(app, records.notes.get('n')!, 'Ask twice'),
		() => commands.removeNote(app, 'n'),
		() => commands.setHorizon(app, ['a', 'c'], 3),
		() => commands.setHorizon(app, ['a'], null),
		() => commands.showOverlay(app, 'cone', true),
		() => commands.showOverlay(app, 'cone', false),
		() => commands.removeCluster(app, id),
	];
	const states = [everything()];
	const before = ledger.done.length;
	for (const step of steps) {
		await step();
		states.push(everything());
	}
	expect(ledger.done.length - before).toBe(steps.length);
	expect(labels().slice(before - 3)).toEqual([
		'Group 2 cards as “K”', 'S1 reinforces S3, +1', 'Write the note “Ask the ministry”', 'Rename “K” to “Rules”', 'Move the cluster “Rules”',
		'Change the size of “Rules”', 'Fit “Rules” to its cards', 'Put S3 into “Rules”', 'Take S1 out of its cluster', 'S1 inhibits S3, −2', 'S3 inhibits S1, −2',
		'Remove the influence of S3 on S1', 'Move the note “Ask the ministry”', 'Keep the note “Ask the ministry” to yourself',
		'Show the note “Ask the ministry” to the room', 'Change a note to “Ask twice”', 'Remove the note “Ask twice”', 'Put 2 cards in horizon H3',
		'Take S1 out of its horizon', 'Show the futures cone', 'Hide the futures cone', 'Remove the cluster “Rules”',
	]);
	for (const state of states.slice(0, -1).reverse()) {
		await ledger.undo();
		expect(JSON.parse(everything())).toEqual(JSON.parse(state));
	}
});

test('all of it is stored, journalled and in the workshop’s file', async () => {
	await group('a', 'b');
	await commands.drawInfluence(app, 'a', 'c');
	await commands.writeNote(app, { id: 'n', workshopId: 'w', text: '', ...at(3), toSelf: true }, 'Ask');
	await commands.setHorizon(app, ['a'], 2);
	const fresh = new Records();
	await fresh.loadWorkshop(database, 'w');
	expect([fresh.clusters.all, fresh.influences.all, fresh.notes.all]).toEqual([records.clusters.all, records.influences.all, records.notes.all]);
	expect(fresh.uses.get('a')?.horizon).toBe(2);
	const tables = new Set((await wholeScope(database, 'workshop-w')).map(({ table }) => table));
	expect([...tables]).toEqual(expect.arrayContaining(['clusters', 'influences', 'notes']));
	const file = await collectWorkshop(database, 'w');
	expect([file.clusters[0]?.name, file.influences[0]?.toId, file.notes[0]?.toSelf]).toEqual(['K', 'c', true]);
});

test('a drop that makes a card join its cluster is one step with the move', async () => {
	const id = (await group('a', 'b'))!;
	const steps = ledger.done.length;
	store.port.place(new Map([['c', at(1.75, 'policy', 1)]]), 'pointer');
	await expect.poll(() => ledger.done.length).toBe(steps + 1);
	expect([records.clusters.get(id)?.cardIds, store.scenes.placementOf('c')?.at]).toEqual([['a', 'b', 'c'], 1.75]);
	await ledger.undo();
	expect([records.clusters.get(id)?.cardIds, store.scenes.placementOf('c')?.at]).toEqual([['a', 'b'], 7]);
});

test('arrow keys on a cluster, one soon after the other, are one step', async () => {
	const id = (await group('a', 'b'))!;
	const steps = ledger.done.length;
	for (const key of ['ArrowRight', 'ArrowRight', 'ArrowDown']) {
		store.machine.handle({ type: 'keyDown', key, shift: false, alt: false, repeat: false, cardId: null, on: { clusterId: id, part: 'name' } });
	}
	expect(store.announcer.spoken).toBe('Cluster K with 2 cards, from 2027 Q1, Technology');
	await expect.poll(() => ledger.done.length).toBe(steps + 1);
	expect([store.scenes.placementOf('a'), store.scenes.placementOf('b')]).toMatchObject([{ at: 1.5, laneId: 'technology' }, { at: 2.5, laneId: 'technology' }]);
	await ledger.undo();
	expect(store.scenes.placementOf('a')).toMatchObject({ at: 1, laneId: 'policy' });
});

test('an arrow drawn twice is one arrow; one to or from a card that is off the canvas waits unseen', async () => {
	const first = await commands.drawInfluence(app, 'a', 'c');
	expect(await commands.drawInfluence(app, 'a', 'c')).toEqual({ id: first?.id, isNew: false });
	expect(await commands.drawInfluence(app, 'a', 'a')).toBeNull();
	expect(store.structure.influences).toHaveLength(1);
	await placeCards(app, new Map([['c', null]]));
	expect([store.structure.influences.length, records.influences.size]).toEqual([0, 1]);
	await ledger.undo();
	expect(store.structure.influences).toHaveLength(1);
});

test('a note begun and left empty is none, and leaves no step', async () => {
	const steps = ledger.done.length;
	store.port.structure.addNote(null);
	const { draft } = store.structure;
	expect([draft?.text, store.structure.edited]).toEqual(['', draft?.id]);
	await commands.writeNote(app, draft!, '  ');
	expect([records.notes.size, ledger.done.length]).toEqual([0, steps]);
});

test('a note that is written is in sight until it is stored and after; what is done to it meanwhile comes after that', async () => {
	const { structure, port } = store;
	const shown = () => structure.notesAndDraft.map(({ text }) => text);
	const steps = ledger.done.length;
	port.structure.addNote(null);
	const draft = structure.draft!;
	const first = structure.write(draft, 'Ask');
	expect([records.notes.size, shown()]).toEqual([0, ['Ask']]);
	structure.edited = draft.id;
	const second = structure.write(draft, 'Ask the ministry');
	port.structure.moveNote(draft.id, { place: at(4, 'technology'), box: { left: 0, top: 0, width: 1, height: 1 } }, 'pointer');
	expect(shown()).toEqual(['Ask the ministry']);
	await Promise.all([first, second]);
	expect([structure.draft, shown()]).toEqual([null, ['Ask the ministry']]);
	await expect.poll(() => records.notes.get(draft.id)).toMatchObject({ text: 'Ask the ministry', at: 4, laneId: 'technology' });
	await expect.poll(() => ledger.done.length, { message: 'one step each' }).toBe(steps + 3);
});

test('the view follows a cluster that found its rows out of sight, and stays for one that is seen', async () => {
	const id = (await group('a', 'b'))!;
	const move = store.port.structure.clusterMovedBy(id, { quarters: 4, lanes: 0 });
	const letGoAt = (top: number) => store.port.structure.moveCluster(id, { ...move, box: { ...move.box, top } }, 'pointer');
	letGoAt(300);
	expect(store.eye.wanted.y).toBe(0);
	letGoAt(3000);
	expect(store.eye.wanted.y).toBeGreaterThan(2000);
});
