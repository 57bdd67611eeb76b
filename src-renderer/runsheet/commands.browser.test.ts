import { afterEach, beforeEach, expect, test } from 'vitest';
import { newId } from '../../src-shared/domain/ids.ts';
import type { Scenario, Workshop } from '../../src-shared/schemas/records.ts';
import type { App } from '../context.ts';
import { afterPaint } from '../db/afterPaint.ts';
import { changed, created } from '../db/changes.ts';
import { openDatabase, type Database } from '../db/database.ts';
import { Ledger } from '../db/ledger.svelte.ts';
import { Records } from '../db/records.svelte.ts';
import { Desk } from '../desk.svelte.ts';
import { Typed } from '../ui/typed.svelte.ts';
import { openWorkshop } from './commands.ts';
import { frameWorkshop } from './framing.ts';

const at = '2026-01-01T00:00:00.000Z';
const workshop = (id: string): Workshop => ({ id, title: id, question: '', baseYear: 2026, lanes: [{ id: 'l', name: 'L' }], createdAt: at });
const world: Scenario = { id: 's', workshopId: 'w', title: '', narrative: '', horizonYear: 2036, cardIds: [], order: 1, createdAt: at };

let database: Database;
let app: App;
const stored = async (work: Promise<void>) => {
	await work;
	return true;
};
const questionField = () =>
	new Typed(() => {
		const id = app.records.openWorkshopId!;
		return (text, stepId) => stored(frameWorkshop(app, id, 'question', text, stepId));
	});
const questions = async () => (await database.workshops.bulkGet(['w', 'other'])).map((one) => one?.question);

beforeEach(async () => {
	database = await openDatabase(`test-${newId()}`);
	const records = new Records();
	const ledger = new Ledger({ database, records, fetchDocument: () => Promise.reject(new Error('none')), onLines: () => undefined });
	app = { database, records, ledger, desk: new Desk() } as App;
	await ledger.commit({ label: 'Start', undoable: false, changes: [...['w', 'other'].map((id) => created('workshops', workshop(id))), created('scenarios', world)] });
	await openWorkshop(app, 'w');
});
afterEach(async () => {
	// A workshop's history is read once it is drawn; the database must be there for it.
	await new Promise<void>((resolve) => afterPaint(resolve));
	await app.ledger.loadHistory();
	app.ledger.close();
	await database.delete();
});

test('what is being typed as another workshop is opened is stored in its own, once', async () => {
	const question = questionField();
	const title = new Typed(() => (text) => stored(app.ledger.commit({ label: 'Name', changes: [changed('scenarios', app.records.scenarios.get('s')!, { title: text })] })));
	question.put('Who pays?');
	title.put('Toll Road');
	await openWorkshop(app, 'other');
	expect(await questions()).toEqual(['Who pays?', '']);
	expect((await database.scenarios.get('s'))?.title).toBe('Toll Road');
	expect([question.draft, title.draft]).toEqual([null, null]);
	const lines = await database.outbox.count();
	await openWorkshop(app, 'w');
	expect([app.records.workshop?.question, await database.outbox.count()]).toEqual(['Who pays?', lines]);
});

test('what is typed while another workshop is being opened goes to the one that it was typed in', async () => {
	const question = questionField();
	const opened = openWorkshop(app, 'other');
	question.put('Late');
	await opened;
	await question.flush();
	expect(await questions()).toEqual(['Late', '']);
	question.put('Of the other');
	await question.flush();
	expect(await questions()).toEqual(['Late', 'Of the other']);
});

test('a text that was refused is kept, and stored with the next try', async () => {
	let refuses = true;
	const got: string[] = [];
	const typed = new Typed(() => (text) => Promise.resolve(!refuses && got.push(text) > 0));
	typed.put('Kept');
	await openWorkshop(app, 'other');
	expect(typed.draft).toBe('Kept');
	refuses = false;
	await openWorkshop(app, 'w');
	expect([typed.draft, got]).toEqual([null, ['Kept']]);
});
