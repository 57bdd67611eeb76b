import { afterEach, beforeEach, expect, test } from 'vitest';
import { newId } from '../../src-shared/domain/ids.ts';
import type { Scope } from '../../src-shared/schemas/journal.ts';
import type { Card, Workshop } from '../../src-shared/schemas/records.ts';
import type { CollectedBallot } from '../../src-shared/schemas/room.ts';
import { created } from '../db/changes.ts';
import { openDatabase, type Database } from '../db/database.ts';
import { Ledger } from '../db/ledger.svelte.ts';
import { Records } from '../db/records.svelte.ts';
import { Sync } from '../db/sync.svelte.ts';
import { askOnPhones, backToDraft, castVote, castVotes, openRound, RoundClosed, takeBackBallot } from './casting.ts';
import { finishClosing, wait, waiting, type Ports, type Task } from './afterClosing.svelte.ts';
import { closeAndReveal, endSeries, linkedSeries, reveal } from './closing.ts';
import { askAlso, chooseCards, countPeople, newRound } from './drafts.ts';
import { addGroup, askFor, followRound, giveMinutes } from './shaping.ts';

let database: Database;
let records: Records;
let ledger: Ledger;
let sync: Sync;
let diskAnswers: boolean;
const forgotten: Scope[] = [];
/** Labels of the lines that the disk took. */
const onDisk: string[] = [];

const at = '2026-01-01T00:00:00.000Z';
const workshop: Workshop = { id: 'w', title: 'One', question: '', baseYear: 2026, lanes: [{ id: 'a', name: 'A' }], createdAt: at };
const card = (id: string, kind: Card['kind']): Card => ({
	id, kind, name: id, nameIsMade: false, description: null, change: null, outlook: null, drivingForce: null, machineScore: 5,
	sourceId: null, line: null, origin: 'handmade', passage: null, editedAt: null, createdAt: at,
});
/** A room that holds ballots of phones until they are said to be kept; its own behaviour is tested with it. */
let onPhones: CollectedBallot[];
let roomAnswers: boolean;
const told: string[] = [];
const answering = async <T>(answer: T) => {
	if (!roomAnswers) throw new Error('The room does not answer.');
	return answer;
};
const phoneBallot = (participant: string, cardId: string, value: number, reason: string | null = null): CollectedBallot => ({ participant, cardId, criterion: 'relevancy', value, reason, way: 'phone', group: null });
const forget = async (scope: Scope) => {
	if (!diskAnswers) throw new Error('gone');
	forgotten.push(scope);
};

const ports: Ports = {
	forget,
	room: {
		collect: () => answering(onPhones),
		kept: async (roundId) => void told.push(await answering(`kept ${records.rounds.get(roundId)?.title}`)),
		endSeries: async () => void told.push(await answering('ended')),
	},
};
const ends = { votesAgain: false };
const goesOn = { votesAgain: true };
const kinds = () => waiting().map(({ is }) => is);

beforeEach(async () => {
	localStorage.clear();
	for (const list of [forgotten, told, onDisk]) list.length = 0;
	onPhones = [];
	roomAnswers = true;
	diskAnswers = true;
	database = await openDatabase(`test-${newId()}`);
	records = new Records();
	ledger = new Ledger({ database, records, fetchDocument: () => Promise.reject(new Error('not asked')), onLines: () => undefined });
	// A disk that takes every line; its own behaviour is tested with the journal.
	sync = new Sync(database, {
		list: () => Promise.resolve([]),
		read: () => Promise.reject(new Error('not asked')),
		append: (_, base, lines) =>
			diskAnswers
				? Promise.resolve({ rev: base.rev + lines.length, lastId: lines.at(-1)!.id }).then((revision) => (onDisk.push(...lines.map(({ label }) => label)), revision))
				: Promise.reject(new Error('The disk is full.')),
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

const app = () => ({ records, ledger, sync, database });
const theRound = () => records.rounds.all[0]!;
const vote = (participant: string, cardId: string, value: number | 'cannot say') =>
	castVote(app(), { roundId: theRound().id, participant, way: 'hot seat', cardId, criterion: 'relevancy', value, reason: null });

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
	await vote('p', 'c0', 2);
	await vote('p', 'c0', 5);
	expect(records.ballots.all.map(({ value, way }) => [value, way])).toEqual([[5, 'hot seat']]);
	const remembered = ledger.done.flatMap(({ rows }) => rows.flatMap(({ changes }) => changes));
	expect(remembered.filter(({ table }) => table === 'ballots')).toEqual([]);
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
	expect(await closeAndReveal(app(), theRound().id, ends, ports)).toBe(true);
	expect(theRound()).toMatchObject({ state: 'revealed', peopleInRoom: 3 });
	expect(theRound().closedAt).not.toBeNull();
	const stored = await database.ballots.toArray();
	expect(stored.map(({ value }) => value).sort()).toEqual([1, 2, 4]);
	expect(new Set(stored.map(({ participant }) => participant)).size).toBe(2);
	expect(JSON.stringify(stored)).not.toMatch(/"participant":"[pq]"/);
	expect([forgotten, waiting()]).toEqual([['workshop-w'], []]);
	await expect(vote('p', 'c0', 3)).rejects.toThrow(RoundClosed);
});

test('closing to reveal later keeps the answers and no token, and only revealing shows them', async () => {
	await openOn(['c0']);
	await vote('p', 'c0', 2);
	expect(await closeAndReveal(app(), theRound().id, { ...ends, revealsLater: true }, ports)).toBe(true);
	expect(theRound()).toMatchObject({ state: 'closed', revealedAt: null, unlinked: true });
	expect(records.ballots.all.map(({ value, participant }) => [value, participant === 'p'])).toEqual([[2, false]]);
	expect([forgotten, waiting()]).toEqual([['workshop-w'], []]);
	await expect(vote('q', 'c0', 3)).rejects.toThrow(RoundClosed);
	await reveal(app(), theRound());
	expect([theRound().state, theRound().revealedAt === null, records.ballots.size]).toEqual(['revealed', false, 1]);
});

test('where the disk does not answer, the forgetting waits and is made up for later', async () => {
	await openOn(['c0']);
	await vote('p', 'c0', 2);
	await sync.flush();
	diskAnswers = false;
	expect(await closeAndReveal(app(), theRound().id, ends, ports)).toBe(false);
	expect([forgotten, waiting()]).toEqual([[], [{ is: 'forget', scope: 'workshop-w' }]]);
	diskAnswers = true;
	expect(await finishClosing(app(), ports)).toBe(true);
	expect([forgotten, waiting()]).toEqual([['workshop-w'], []]);
});

test('a second round on the same cards continues the series, one on some of them starts another', async () => {
	await openOn(['c0', 'c1']);
	const first = theRound();
	await closeAndReveal(app(), first.id, ends, ports);
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
	await closeAndReveal(app(), theRound().id, ends, ports);
	expect([await ledger.undo(), await ledger.undo()]).toEqual(['Add a card', null]);
	expect([theRound().state, records.cards.has('c9')]).toEqual(['revealed', false]);
});

test('opening a round is a step that is taken back and done again while nobody has voted', async () => {
	await openOn(['c0']);
	expect([await ledger.undo(), theRound().state]).toEqual(['Open Round 1', 'draft']);
	expect([await ledger.redo(), theRound().state]).toEqual(['Open Round 1', 'open']);
	await backToDraft(app(), theRound());
	expect([await ledger.undo(), theRound().state]).toEqual(['Change the cards of Round 1', 'open']);
});

test('from the first vote on no step of the round is taken back, and those of the canvas are', async () => {
	await ledger.commit({ label: 'Add a card', changes: [created('cards', card('c9', 'issue'))] });
	await openOn(['c0']);
	await vote('p1', 'c0', 4);
	expect(ledger.done.map(({ label }) => label)).toEqual(['Add a card']);
	expect([await ledger.undo(), theRound().state, records.ballots.size]).toEqual(['Add a card', 'open', 1]);
});

test('a vote that came in by another way keeps its round open all the same', async () => {
	await openOn(['c0']);
	const ballot = { id: 'b', workshopId: 'w', roundId: theRound().id, participant: 'p', cardId: 'c0', criterion: 'relevancy', value: 3, reason: null, way: 'phone' } as const;
	await database.ballots.put(ballot);
	await expect(ledger.undo()).rejects.toThrow('Someone has voted in this round');
	expect(theRound().state).toBe('open');
});

test('what phones sent is revealed with what was cast here, in one commit, and the room lets go of it after that', async () => {
	await openOn(['c0']);
	await vote('p', 'c0', 2);
	onPhones = [phoneBallot('alias-1', 'c0', 5, 'Because.'), phoneBallot('alias-2', 'c0', 4)];
	expect(await closeAndReveal(app(), theRound().id, goesOn, ports)).toBe(true);
	expect(records.ballots.all.map(({ value, way }) => `${way} ${value}`).sort()).toEqual(['hot seat 2', 'phone 4', 'phone 5']);
	expect(records.ballots.all.filter(({ way }) => way === 'phone').map(({ participant }) => participant).sort()).toEqual(['alias-1', 'alias-2']);
	expect([theRound().state, theRound().unlinked]).toEqual(['revealed', undefined]);
	expect([told, forgotten]).toEqual([['kept Round 1'], ['workshop-w']]);
	expect(onDisk.slice(-2)).toEqual(['A vote was cast', 'Close and reveal Round 1']);
});

test('a room that does not answer keeps the round open, and nothing is lost', async () => {
	await openOn(['c0']);
	await vote('p', 'c0', 2);
	onPhones = [phoneBallot('alias-1', 'c0', 5)];
	roomAnswers = false;
	await expect(closeAndReveal(app(), theRound().id, ends, ports)).rejects.toThrow(/could not be fetched, so Round 1 stays open/);
	expect([theRound().state, records.ballots.size, kinds()]).toEqual(['open', 1, []]);
	roomAnswers = true;
	await closeAndReveal(app(), theRound().id, ends, ports);
	expect([theRound().state, records.ballots.size]).toEqual(['revealed', 2]);
});

test('the room lets go of ballots only once they are on disk', async () => {
	await openOn(['c0']);
	await sync.flush();
	onPhones = [phoneBallot('alias-1', 'c0', 5)];
	diskAnswers = false;
	expect(await closeAndReveal(app(), theRound().id, ends, ports)).toBe(false);
	expect([told, kinds()]).toEqual([[], ['kept', 'ended', 'forget']]);
	diskAnswers = true;
	expect(await finishClosing(app(), ports)).toBe(true);
	expect([told, kinds()]).toEqual([['kept Round 1', 'ended'], []]);
});

test('a crash between the list and the commit lets go of nothing', async () => {
	await openOn(['c0']);
	wait({ is: 'kept', roundId: theRound().id }, { is: 'ended', seriesId: theRound().seriesId });
	expect(await finishClosing(app(), ports)).toBe(false);
	expect(told).toEqual([]);
	onPhones = [phoneBallot('alias-1', 'c0', 5)];
	await closeAndReveal(app(), theRound().id, ends, ports);
	expect([told, kinds()]).toEqual([['kept Round 1', 'ended'], []]);
});

test('what waits for a round that is gone is let be', async () => {
	wait({ is: 'kept', roundId: 'gone' } satisfies Task);
	expect([await finishClosing(app(), ports), told, kinds()]).toEqual([true, [], []]);
});

test('with the last round of a series its voters get fresh names in each of its rounds', async () => {
	await openOn(['c0', 'c1']);
	const first = theRound();
	onPhones = [phoneBallot('alias-1', 'c0', 5), phoneBallot('alias-1', 'c1', 1), phoneBallot('alias-2', 'c0', 4)];
	await closeAndReveal(app(), first.id, goesOn, ports);
	expect(linkedSeries(records)).toEqual([first.seriesId]);
	const again = await newRound(app(), ['c0'], theRound());
	await followRound(app(), records.rounds.get(again)!, first.id);
	await openRound(app(), records.rounds.get(again)!);
	expect(records.rounds.get(again)?.seriesId).toBe(first.seriesId);
	onPhones = [phoneBallot('alias-1', 'c0', 3)];
	await closeAndReveal(app(), again, ends, ports);
	const names = records.ballots.all.map(({ roundId, participant }) => [roundId === again ? 'second' : 'first', participant]);
	expect(new Set(names.map(([, participant]) => participant)).size).toBe(3);
	expect(JSON.stringify(names)).not.toContain('alias');
	expect(records.rounds.all.map(({ unlinked }) => unlinked)).toEqual([true, true]);
	expect(told).toEqual(['kept Round 1', 'kept Round 2', 'ended']);
	expect(linkedSeries(records)).toEqual([]);
});

test('a room that closes ends the series that were to go on', async () => {
	await openOn(['c0']);
	onPhones = [phoneBallot('alias-1', 'c0', 5)];
	await closeAndReveal(app(), theRound().id, goesOn, ports);
	expect(await endSeries(app(), linkedSeries(records), ports)).toBe(true);
	expect([theRound().unlinked, told, forgotten]).toEqual([true, ['kept Round 1', 'ended'], ['workshop-w', 'workshop-w']]);
	expect(JSON.stringify(records.ballots.all)).not.toContain('alias');
	expect(ledger.done.map(({ label }) => label)).toEqual([]);
});

test('from the moment phones are asked it, opening a round is no undo step', async () => {
	await openOn(['c0']);
	await askOnPhones(app(), theRound());
	expect([await ledger.undo(), theRound().state]).toEqual([null, 'open']);
});

test('a paper ballot is kept in one step, counts as one person, and the last can be taken out', async () => {
	await openOn(['c0', 'c1']);
	const paper = (participant: string) =>
		castVotes(app(), { roundId: theRound().id, participant, way: 'paper', answers: [{ cardId: 'c0', criterion: 'relevancy', value: 4, reason: null }, { cardId: 'c1', criterion: 'relevancy', value: 'cannot say', reason: null }] });
	await paper('p');
	await paper('q');
	const lines = async () => (await database.outbox.toArray()).filter(({ line }) => line.label === 'A paper ballot was entered').length;
	expect([records.ballots.size, await lines()]).toEqual([4, 2]);
	await takeBackBallot(app(), theRound().id, 'q');
	expect(records.ballots.all.map(({ participant, way }) => `${participant} ${way}`)).toEqual(['p paper', 'p paper']);
	expect(await ledger.undo()).toBeNull();
});

test('what a draft asks, for how long and of which groups are undo steps of their own', async () => {
	await newRound(app(), ['c0']);
	await askFor(app(), theRound(), 'timing', true);
	await askFor(app(), theRound(), 'dots', true);
	expect(theRound()).toMatchObject({ criteria: ['dots'], dots: 5 });
	await giveMinutes(app(), theRound(), 12);
	await addGroup(app(), records.workshop!, ' City planners ');
	await expect(addGroup(app(), records.workshop!, 'city planners')).rejects.toThrow('There is a group called');
	expect(records.workshop?.groups?.map(({ name }) => name)).toEqual(['City planners']);
	expect([await ledger.undo(), await ledger.undo(), await ledger.undo()]).toEqual(['Add the group “City planners”', 'Give Round 1 12 minutes', 'Ask for dots in Round 1']);
	expect([theRound().criteria, theRound().minutes, records.workshop?.groups]).toEqual([['relevancy', 'timing'], undefined, undefined]);
	await askFor(app(), theRound(), 'timing', false);
	await askFor(app(), theRound(), 'relevancy', false);
	expect(theRound().criteria).toEqual(['relevancy']);
});
