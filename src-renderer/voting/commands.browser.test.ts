import { afterEach, beforeEach, expect, test } from 'vitest';
import { newId } from '../../src-shared/domain/ids.ts';
import type { Scope } from '../../src-shared/schemas/journal.ts';
import type { Card, Workshop } from '../../src-shared/schemas/records.ts';
import { created } from '../db/changes.ts';
import { openDatabase, type Database } from '../db/database.ts';
import { Ledger } from '../db/ledger.svelte.ts';
import { Records } from '../db/records.svelte.ts';
import { Sync } from '../db/sync.svelte.ts';
import { backToDraft, castVote, openRound, RoundClosed } from './casting.ts';
import { closeAndReveal, forgetVotingOrder, waitingToForget } from './closing.ts';
import { askAlso, chooseCards, countPeople, newRound } from './drafts.ts';

let database: Database;
let records: Records;
let ledger: Ledger;
let sync: Sync;
let diskAnswers: boolean;
const forgotten: Scope[] = [];

const at = '2026-01-01T00:00:00.000Z';
const workshop: Workshop = { id: 'w', title: 'One', question: '', baseYear: 2026, lanes: [{ id: 'a', name: 'A' }], createdAt: at };
const card = (id: string, kind: Card['kind']): Card => ({
	id, kind, name: id, nameIsMade: false, description: null, change: null, outlook: null, drivingForce: null, machineScore: 5,
	sourceId: null, line: null, origin: 'handmade', passage: null, editedAt: null, createdAt: at,
});
const forget = async (scope: Scope) => {
	if (!diskAnswers) throw new Error('gone');
	forgotten.push(scope);
};

beforeEach(async () => {
	localStorage.clear();
	forgotten.length = 0;
	diskAnswers = true;
	database = await openDatabase(`test-${newId()}`);
	records = new Records();
	ledger = new Ledger({ database, records, fetchDocument: () => Promise.reject(new Error('not asked')), onLines: () => undefined });
	// A disk that takes every line; its own behaviour is tested with the journal.
	sync = new Sync(database, {
		list: () => Promise.resolve([]),
		read: () => Promise.reject(new Error('not asked')),
		append: (_, base, lines) =>
			diskAnswers ? Promise.resolve({ rev: base.rev + lines.length, lastId: lines.at(-1)!.id }) : Promise.reject(new Error('The disk is full.')),
		document: () => Promise.reject(new Error('not asked')),
	} as ConstructorParameters<typeof Sync>[1]);
	await ledger.commit({
		label: 'Start', undoable: false,
		changes: [created('workshops', workshop), ...(['signal', 'concern', 'signal'] as const).map((kind, i) => created('cards', card(`c${i}`, kind)))],
	});
	await records.loadWorkshop(database, 'w');
});
afterEach(async () => {
	ledger.close();
	await database.delete();
});

const app = () => ({ records, ledger, sync });
const theRound = () => records.rounds.all[0]!;
const vote = (participant: string, cardId: string, value: number | 'cannot say') =>
	castVote(app(), { roundId: theRound().id, participant, cardId, value, reason: null });

async function openOn(cardIds: string[]) {
	await newRound(app(), []);
	await chooseCards(app(), theRound(), cardIds);
	await openRound(app(), theRound());
}

test('cards chosen for a round get their codes, and the round asks in the order of the codes', async () => {
	await newRound(app(), []);
	await chooseCards(app(), theRound(), ['c1', 'c2', 'c0']);
	expect(theRound().cardIds).toEqual(['c2', 'c0', 'c1']);
	expect(records.uses.get('c2')?.number).toBe(1);
	await ledger.undo();
	expect([theRound().cardIds.length, records.uses.size]).toEqual([0, 0]);
});

test('a round on cards of the library is prepared in one step, a draft takes more, and one that is open takes none', async () => {
	const { title, added } = await askAlso(app(), null, ['c1', 'c0']);
	expect([title, added, theRound().cardIds]).toEqual(['Round 1', 2, ['c0', 'c1']]);
	expect(records.uses.get('c1')?.number).toBe(1);
	expect(await askAlso(app(), theRound().id, ['c0', 'c2'])).toEqual({ title: 'Round 1', added: 1 });
	expect(theRound().cardIds).toEqual(['c0', 'c2', 'c1']);
	expect(await askAlso(app(), theRound().id, ['c2'])).toMatchObject({ added: 0 });
	await ledger.undo();
	await ledger.undo();
	expect([records.rounds.size, records.uses.size]).toEqual([0, 0]);
	await openOn(['c0']);
	expect(await askAlso(app(), theRound().id, ['c1'])).toEqual({ title: 'Round 2', added: 1 });
	expect(theRound().cardIds).toEqual(['c0']);
});

test('casting again replaces, and no label and no undo step says what was voted', async () => {
	await openOn(['c0']);
	const steps = ledger.done.length;
	await vote('p', 'c0', 2);
	await vote('p', 'c0', 5);
	expect(records.ballots.all.map(({ value, way }) => [value, way])).toEqual([[5, 'hot seat']]);
	expect(ledger.done.length).toBe(steps);
	expect((await database.outbox.toArray()).slice(-2).map(({ line }) => line.label)).toEqual(['A vote was cast', 'A vote was cast']);
});

test('a round goes back to its draft only while nobody has voted', async () => {
	await openOn(['c0']);
	await backToDraft(app(), theRound());
	expect(theRound().state).toBe('draft');
	await openRound(app(), theRound());
	await vote('p', 'c0', 'cannot say');
	await expect(backToDraft(app(), theRound())).rejects.toThrow('Someone has voted');
});

test('closing reveals, keeps every answer, keeps no token, and has the disk forget the order', async () => {
	await openOn(['c0', 'c1']);
	await countPeople(app(), theRound(), 3);
	await vote('p', 'c0', 2);
	await vote('q', 'c0', 4);
	await vote('p', 'c1', 1);
	expect(await closeAndReveal(app(), theRound().id, forget)).toBe(true);
	expect(theRound()).toMatchObject({ state: 'revealed', peopleInRoom: 3 });
	expect(theRound().closedAt).not.toBeNull();
	const stored = await database.ballots.toArray();
	expect(stored.map(({ value }) => value).sort()).toEqual([1, 2, 4]);
	expect(new Set(stored.map(({ participant }) => participant)).size).toBe(2);
	expect(JSON.stringify(stored)).not.toMatch(/"participant":"[pq]"/);
	expect([forgotten, waitingToForget()]).toEqual([['workshop-w'], []]);
	await expect(vote('p', 'c0', 3)).rejects.toThrow(RoundClosed);
});

test('where the disk does not answer, the forgetting waits and is made up for later', async () => {
	await openOn(['c0']);
	await vote('p', 'c0', 2);
	await sync.flush();
	diskAnswers = false;
	expect(await closeAndReveal(app(), theRound().id, forget)).toBe(false);
	expect([forgotten, waitingToForget()]).toEqual([[], ['workshop-w']]);
	diskAnswers = true;
	expect(await forgetVotingOrder(app(), forget)).toBe(true);
	expect([forgotten, waitingToForget()]).toEqual([['workshop-w'], []]);
});

test('a second round on the same cards continues the series, one on some of them starts another', async () => {
	await openOn(['c0', 'c1']);
	const first = theRound();
	await closeAndReveal(app(), first.id, forget);
	for (const cardIds of [['c1', 'c0'], ['c0']]) {
		const id = await newRound(app(), cardIds, theRound());
		await openRound(app(), records.rounds.get(id)!);
	}
	const [, second, third] = records.rounds.all;
	expect(second?.seriesId).toBe(first.seriesId);
	expect(third?.seriesId).not.toBe(first.seriesId);
});

test('a draft’s steps cannot be undone once its round is open, and do not stand before the steps of the canvas', async () => {
	await ledger.commit({ label: 'Add a card', changes: [created('cards', card('c9', 'issue'))] });
	await openOn(['c0']);
	await countPeople(app(), theRound(), 4);
	await closeAndReveal(app(), theRound().id, forget);
	expect([await ledger.undo(), await ledger.undo()]).toEqual(['Add a card', null]);
	expect([theRound().state, records.cards.has('c9')]).toEqual(['revealed', false]);
});
