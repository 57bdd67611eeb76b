/** Puts the window together: signs in, opens the working record, brings it up to the disk, and opens the last workshop. */
import { accepted, client } from './api/client.ts';
import { journalApi } from './api/journal.ts';
import { signIn } from './api/session.ts';
import type { App } from './context.ts';
import { afterPaint } from './db/afterPaint.ts';
import { openDatabase } from './db/database.ts';
import { Ledger } from './db/ledger.svelte.ts';
import { readFirst } from './db/index/indexStore.ts';
import { startQuery } from './db/index/query.ts';
import { LibrarySearch } from './db/librarySearch.svelte.ts';
import { Records } from './db/records.svelte.ts';
import { Sync } from './db/sync.svelte.ts';
import { Desk } from './desk.svelte.ts';
import { openWorkshop } from './runsheet/commands.ts';
import type { ThemeSetting } from './ui/theme.svelte.ts';
import { Toasts } from './ui/toasts.svelte.ts';

/** @throws NotSignedIn, NotReachable, NewerDatabase, or what IndexedDB threw. */
export async function boot(theme: ThemeSetting): Promise<App> {
	await signIn();
	const session = await (await accepted(client.api.session.$get())).json();
	const database = await openDatabase();
	const records = new Records();
	const sync = new Sync(database, journalApi);
	const recovered = await sync.recover();
	await records.loadLibrary(database);
	const ledger = new Ledger({
		database,
		records,
		fetchDocument: journalApi.document,
		onBegin: () => sync.actionBegins(),
		onLines: () => sync.actionEnds(),
	});
	const search = new LibrarySearch(database.name, records);
	const app: App = { session, database, records, search, ledger, sync, theme, desk: new Desk(), toasts: new Toasts() };
	const id = lastWorkshop(records);
	const [first] = await Promise.all([readFirst(database, id ?? '', startQuery(id)), openLast(app, id)]);
	search.first = first;
	// Few are there at once; an archive's come while its first cards are looked at.
	if ((await database.sources.count()) <= atOnce) await records.loadSources(database);
	else afterPaint(() => void records.loadSources(database));
	if (recovered.length > 0) app.toasts.done(recovered.join(' '));
	const notes = [...session.notes, ...lowDisk(session.freeMegabytes)];
	if (notes.length > 0) app.toasts.error(notes.join(' '));
	return app;
}

const atOnce = 500;

/** The workshop that was open last, else the first one; null where there is none. */
function lastWorkshop(records: Records): string | null {
	const { workshopId } = Desk.last();
	return workshopId !== null && records.workshops.has(workshopId) ? workshopId : (records.workshops.all[0]?.id ?? null);
}

async function openLast(app: App, id: string | null): Promise<void> {
	const last = Desk.last();
	await openWorkshop(app, id);
	if (id !== null && id === last.workshopId) app.desk.go(last.step);
}

const enoughMegabytes = 500;

function lowDisk(freeMegabytes: number | null): string[] {
	if (freeMegabytes === null || freeMegabytes >= enoughMegabytes) return [];
	return [`Only ${freeMegabytes} MB are free on the disk that keeps the workshops. Make room before the workshop starts.`];
}
