import { afterEach, beforeEach, expect, test } from 'vitest';
import { newId } from '../../src-shared/domain/ids.ts';
import type { Ballot, Workshop } from '../../src-shared/schemas/records.ts';
import { changed, created } from './changes.ts';
import { openDatabase, type Database } from './database.ts';
import { Ledger } from './ledger.svelte.ts';
import { Records } from './records.svelte.ts';

const workshop = (id: string): Workshop => ({ id, title: id, question: '', baseYear: 2026, lanes: [{ id: 'l', name: 'L' }], createdAt: '2026-01-01T00:00:00.000Z' });

let database: Database;
let records: Records;
let ledger: Ledger;
const newLedger = () => new Ledger({ database, records, fetchDocument: () => Promise.reject(new Error('none')), onLines: () => undefined });
const question = async (id = 'w') => (await database.workshops.get(id))?.question;
const ask = (text: string) => ledger.commit({ label: `Ask ${text}`, stepId: 'visit', changes: [changed('workshops', records.workshop!, { question: text })] });
const hide = () => window.dispatchEvent(new PageTransitionEvent('pagehide'));

beforeEach(async () => {
	localStorage.clear();
	database = await openDatabase(`test-${newId()}`);
	records = new Records();
	ledger = newLedger();
	await ledger.commit({ label: 'Start', undoable: false, changes: ['w', 'other'].map((id) => created('workshops', workshop(id))) });
	await records.loadWorkshop(database, 'w');
});
afterEach(async () => {
	ledger.close();
	await database.delete();
});

/** What lies in local storage as the page goes, with nothing stored of what was asked last. */
async function closedInMidSentence(): Promise<[key: string, value: string][]> {
	hide();
	const asked = [ask('Who'), ask('Who pays?')];
	const left = Object.entries(localStorage) as [string, string][];
	await Promise.all(asked);
	expect(localStorage.length, 'what is stored after all is not kept beside').toBe(0);
	await ledger.undo();
	expect(await question()).toBe('');
	for (const [key, value] of left) localStorage.setItem(key, value);
	ledger.close();
	ledger = newLedger();
	return left;
}

test('what a closed window had begun is done by the next one, as the step that it was, and once', async () => {
	const left = await closedInMidSentence();
	await ledger.finish();
	expect([await question(), records.workshop?.question, ledger.done.map(({ label }) => label), localStorage.length]).toEqual(['Who pays?', 'Who pays?', ['Ask Who pays?'], 0]);
	for (const [key, value] of left) localStorage.setItem(key, value);
	await ledger.finish();
	expect([await question(), ledger.done.length]).toEqual(['Who pays?', 1]);
});

test('it waits for its own workshop, and leaves alone what is otherwise by then', async () => {
	await closedInMidSentence();
	await records.loadWorkshop(database, 'other');
	await ledger.finish();
	expect([await question(), await question('other'), localStorage.length]).toEqual(['', '', 1]);
	await records.loadWorkshop(database, 'w');
	await ask('Asked elsewhere');
	await ledger.finish();
	expect([await question(), localStorage.length]).toEqual(['Asked elsewhere', 0]);
});

test('a window that stays keeps nothing beside, nor what cannot be undone', async () => {
	const asked = ask('Who');
	expect(localStorage.length).toBe(0);
	hide();
	expect(localStorage.length).toBe(1);
	window.dispatchEvent(new PageTransitionEvent('pageshow'));
	expect(localStorage.length).toBe(0);
	await asked;
	hide();
	const settled = ledger.commit({ label: 'Close', undoable: false, changes: [changed('workshops', records.workshop!, { title: 'Closed' })] });
	expect(localStorage.length).toBe(0);
	await settled;
});

test('votes are never kept beside, and what is no action, or none that can be kept, does not stop a workshop from opening', async () => {
	const ballot: Ballot = { id: 'r/p/c/relevancy', workshopId: 'w', roundId: 'r', participant: 'p', cardId: 'c', criterion: 'relevancy', value: 4, reason: null, way: 'hot seat' };
	hide();
	const cast = ledger.commit({ label: 'Cast', changes: [created('ballots', ballot)] });
	expect(localStorage.length).toBe(0);
	await cast;
	localStorage.setItem(`longview-unfinished/${database.name}/torn`, '{"half":');
	localStorage.setItem(`longview-unfinished/${database.name}/odd`, JSON.stringify([null, 3, { workshopId: 'w', label: 'Odd', changes: [{ table: 'workshops', key: 'x', before: null, after: { id: 'x' } }] }]));
	await ledger.finish();
	expect([await question(), localStorage.length]).toEqual(['', 0]);
});
