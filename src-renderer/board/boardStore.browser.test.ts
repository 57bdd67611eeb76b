import { afterEach, beforeEach, expect, test } from 'vitest';
import { newId } from '../../src-shared/domain/ids.ts';
import type { Card, Workshop } from '../../src-shared/schemas/records.ts';
import type { App } from '../context.ts';
import { created } from '../db/changes.ts';
import { openDatabase, type Database } from '../db/database.ts';
import { Ledger } from '../db/ledger.svelte.ts';
import { Records } from '../db/records.svelte.ts';
import { Desk } from '../desk.svelte.ts';
import { Toasts } from '../ui/toasts.svelte.ts';
import { BoardStore } from './boardStore.svelte.ts';
import { undo } from '../ui/history.ts';
import { placeCards } from './commands.ts';
import { meanByHeight, sizeLane } from './laneCommands.ts';

let database: Database;
let records: Records;
let ledger: Ledger;
let app: App;
let store: BoardStore;

const lanes = [{ id: 'policy', name: 'Policy' }, { id: 'technology', name: 'Technology' }];
const workshop: Workshop = { id: 'w', title: 'One', question: '', baseYear: 2026, lanes, createdAt: '2026-01-01T00:00:00.000Z' };
const card = (id: string, name: string): Card => ({
	id, kind: 'signal', name, nameIsMade: false, description: null, change: null, outlook: null, drivingForce: null, machineScore: null,
	sourceId: null, line: null, origin: 'handmade', passage: null, editedAt: null, createdAt: '2026-01-01T00:00:00.000Z',
});

beforeEach(async () => {
	database = await openDatabase(`test-${newId()}`);
	records = new Records();
	ledger = new Ledger({ database, records, fetchDocument: () => Promise.reject(new Error('no document here')), onLines: () => undefined });
	const cards = [card('a', 'Open models'), card('b', 'Closed models')];
	const start = [created('workshops', workshop), ...cards.map((one) => created('cards', one))];
	await ledger.commit({ label: 'Start', changes: start, undoable: false });
	await records.loadWorkshop(database, 'w');
	await ledger.loadHistory();
	// The canvas asks nothing of the host, the theme or the disk.
	app = { records, ledger, desk: new Desk(), toasts: new Toasts() } as unknown as App;
	store = new BoardStore(app);
});
afterEach(async () => {
	ledger.close();
	await database.delete();
});

const policy = (at: number, height = 0) => ({ at, laneId: 'policy', height });
const place = (cardId: string, at: number) => placeCards(app, new Map([[cardId, policy(at)]]));
const arrow = (cardId: string, key: string) => store.machine.handle({ type: 'keyDown', key, shift: false, alt: false, repeat: false, cardId });
/** What is done to records is in memory at once; its undo step is there when the ledger has come to it. */
const written = () => ledger.commit({ label: 'wait', changes: [created('cards', card(newId(), 'x'))], undoable: false });

test('a card placed first gets its number, and the step says which card and when', async () => {
	await place('a', 3.75);
	expect(store.scenes.items.map(({ label }) => label)).toEqual(['Signal S1, Open models, 2029 Q4, Policy']);
	expect(ledger.done.map(({ label }) => label)).toEqual(['Place S1 at 2029 Q4']);
	await place('a', 4);
	await placeCards(app, new Map([['a', null]]));
	expect(ledger.done.slice(1).map(({ label }) => label)).toEqual(['Move S1 to 2030 Q1', 'Take S1 back to the library']);
	expect(store.scenes.items).toEqual([]);
});

test('arrow after arrow on one card is one step, and undo goes back to where it first was', async () => {
	await place('a', 2);
	for (const key of ['ArrowRight', 'ArrowRight', 'ArrowDown']) arrow('a', key);
	expect(store.scenes.placementOf('a')).toEqual({ at: 2.5, laneId: 'technology', height: 0 });
	await written();
	expect(ledger.done).toHaveLength(2);
	await undo(app);
	expect(store.scenes.placementOf('a')).toEqual(policy(2));
});

test('arrows on another card begin another step', async () => {
	await place('a', 2);
	await place('b', 7);
	arrow('a', 'ArrowRight');
	arrow('b', 'ArrowRight');
	await written();
	expect(ledger.done).toHaveLength(4);
});

test('a card dropped on another stands below it, and neither is covered', async () => {
	await place('a', 2);
	await place('b', 2);
	const rows = store.scenes.items.map(({ id }) => store.scenes.scene.crowd.layout.cards.get(id)!.row);
	expect(rows.sort()).toEqual([0, 1]);
});

test('cards are read lane by lane in the order of time', async () => {
	await place('a', 7);
	await place('b', 2);
	expect(store.scenes.order.map(({ id }) => id)).toEqual(['b', 'a']);
});

test('cards of one date are read from the top, also where a lane of few rows put one above the row it wished for', async () => {
	for (const [cardId, height] of [['a', 1], ['b', 3]] as const) await placeCards(app, new Map([[cardId, policy(2, height)]]));
	expect(store.scenes.order.map(({ id }) => id)).toEqual(['a', 'b']);
	await sizeLane(app, 'policy', 2);
	const rowOf = (id: string) => store.scenes.crowd.layout.cards.get(id)?.row;
	expect([rowOf('a'), rowOf('b')], 'the one that wished for a lower row found only the upper one free').toEqual([1, 0]);
	expect(store.scenes.order.map(({ id }) => id)).toEqual(['b', 'a']);
	const { byLane } = store.scenes;
	store.eye.zoomStep(-1);
	expect(store.scenes.byLane, 'another scale alone makes nothing be read anew').toBe(byLane);
});

test('cards of one date are read from the highest impact down, where height means it', async () => {
	await placeCards(app, new Map([['a', { ...policy(2), impact: 1 as const }], ['b', { ...policy(2, 3), impact: 5 as const }]]));
	expect(store.scenes.order.map(({ id }) => id)).toEqual(['a', 'b']);
	await meanByHeight(app, 'impact');
	expect(store.scenes.order.map(({ id }) => id)).toEqual(['b', 'a']);
});

test('a card that did not change is not drawn anew', async () => {
	await place('a', 2);
	const before = store.scenes.items[0];
	await place('b', 7);
	expect(store.scenes.items.find(({ id }) => id === 'a')).toBe(before);
});

test('a card deleted while it is dragged ends the drag and writes nothing', async () => {
	await place('a', 2);
	const from = store.port.anchorOf('a')!;
	const pointer = { pointerId: 1, pointerType: 'mouse' as const };
	store.machine.handle({ type: 'pointerDown', ...pointer, ...from, button: 0, target: { cardId: 'a' } });
	store.machine.handle({ type: 'pointerMove', pointerId: 1, x: from.x + 90, y: from.y, alt: false });
	expect([store.view.state, store.originIds]).toEqual(['dragging', ['a']]);
	records.cards.remove(['a']);
	store.machine.handle({ type: 'recordsChanged' });
	expect([store.view.state, store.originIds, ledger.done.length]).toEqual(['idle', [], 1]);
});

test('what cannot be stored is told, and the card is back where it was', async () => {
	await place('a', 2);
	database.close();
	const moved = place('a', 5);
	expect(store.scenes.placementOf('a')).toEqual(policy(5));
	expect(await moved).toBe(false);
	expect(store.scenes.placementOf('a')).toEqual(policy(2));
	expect(app.toasts.list[0]).toMatchObject({ tone: 'error' });
	await database.open();
});
