/**
 * Keeps IndexedDB and the journals on disk the same: sends what waits in the outbox, and at start catches up with
 * whichever of the two is ahead. The disk is what survives a lost or emptied browser store.
 */
import { newId } from '../../src-shared/domain/ids.ts';
import { wrongChange } from '../../src-shared/domain/wrongChange.ts';
import { ownTables } from '../../src-shared/schemas/names.ts';
import type { ParsedDocument } from '../../src-shared/schemas/document.ts';
import type { Change, JournalLine, Revision, Scope, Snapshot } from '../../src-shared/schemas/journal.ts';
import type { Database, OutboxRow } from './database.ts';
import { enteringRecords } from './changes.ts';
import { writeChanges } from './storing.ts';
import { rebuiltDocument } from './rebuild.ts';
import { wholeScope, withoutOthers } from './wholeScope.ts';

export interface JournalRead extends Revision {
	snapshot: Snapshot | null;
	lines: JournalLine[];
	/** What the disk found damaged when it opened the journal, as sentences. */
	notes?: string[];
}

/** A scope as the disk has it. */
export interface DiskScope extends Revision {
	scope: Scope;
	/** Why it cannot be read, as a sentence; null where it can. */
	error: string | null;
	/** It was deleted: what other windows or hosts still hold of it goes too. */
	removed: boolean;
}

/** The disk's side, as the API offers it. */
export interface JournalApi {
	list(): Promise<DiskScope[]>;
	/** @param since the revision this side has, or null for everything. */
	read(scope: Scope, since: number | null): Promise<JournalRead>;
	/** @returns the new revision, or 'conflict' where the journal does not stand at `base`. */
	append(scope: Scope, base: Revision, lines: JournalLine[]): Promise<Revision | 'conflict'>;
	document(hash: string): Promise<ParsedDocument>;
}

export type SaveState = { kind: 'saved'; at: Date | null } | { kind: 'saving' } | { kind: 'failed'; reason: string };

const blank: Revision = { rev: 0, lastId: null };
const retryDelay = 3000;
const linesPerRequest = 200;
/** Signs of JSON in one request, up to three bytes each: the host refuses a body of more than 64 MB, and would again and again. */
const signsPerRequest = 16_000_000;

export class Sync {
	state = $state.raw<SaveState>({ kind: 'saved', at: null });
	#database: Database;
	#api: JournalApi;
	#running: Promise<void> | null = null;
	#again = false;
	/** Begun and not yet in the outbox. */
	#actions = 0;

	constructor(database: Database, api: JournalApi) {
		this.#database = database;
		this.#api = api;
	}

	/** Sends what waits. Resolves when the outbox is empty or the disk refuses; a refusal is tried again by itself. */
	flush(): Promise<void> {
		this.#again = true;
		this.#running ??= this.#run().finally(() => (this.#running = null));
		return this.#running;
	}

	/** An action begins: from here on "Saved" would say too much. */
	actionBegins(): void {
		this.#actions++;
		if (this.state.kind === 'saved') this.state = { kind: 'saving' };
	}

	/** It is in the outbox, or came to nothing. */
	actionEnds(): void {
		this.#actions--;
		void this.flush();
	}

	async #run(): Promise<void> {
		while (this.#again) {
			this.#again = false;
			try {
				// One window sends at a time, or two would race for the same base revision.
				await navigator.locks.request('longview-outbox', () => this.#sendAll());
				if (!this.#again && this.#actions === 0) this.state = { kind: 'saved', at: new Date() };
			} catch (error) {
				this.state = { kind: 'failed', reason: error instanceof Error ? error.message : String(error) };
				setTimeout(() => void this.flush(), retryDelay);
				return;
			}
		}
	}

	async #sendAll(): Promise<void> {
		for (;;) {
			const first = await this.#database.outbox.orderBy('n').first();
			if (!first) return;
			this.state = { kind: 'saving' };
			const rows = await this.#database.outbox.where('scope').equals(first.scope).limit(linesPerRequest).sortBy('n');
			await this.#send(first.scope, rows.slice(0, fitting(rows)));
		}
	}

	async #send(scope: Scope, rows: OutboxRow[]): Promise<void> {
		const base = await this.#revision(scope);
		const answer = await this.#api.append(scope, base, rows.map(({ line }) => line));
		if (answer === 'conflict') await this.#catchUp(scope, base);
		else await this.#acknowledge(scope, rows, answer);
	}

	#acknowledge(scope: Scope, rows: OutboxRow[], revision: Revision): Promise<void> {
		const database = this.#database;
		return database.transaction('rw', database.outbox, database.revisions, async () => {
			await database.outbox.bulkDelete(rows.map(({ n }) => n));
			await database.revisions.put({ scope, rev: revision.rev, lastId: revision.lastId });
		});
	}

	async #revision(scope: Scope): Promise<Revision> {
		const row = await this.#database.revisions.get(scope);
		return row ? { rev: row.rev, lastId: row.lastId } : blank;
	}

	/**
	 * Compares every scope with the disk and brings this side up to it; then sends what the disk lacks.
	 * @returns what was recovered, as sentences for the facilitator; empty where both sides agreed.
	 */
	async recover(): Promise<string[]> {
		const onDisk = new Map((await this.#api.list()).map((entry) => [entry.scope, entry]));
		const mine = await this.#database.revisions.toArray();
		const recovered: Scope[] = [];
		const mended: Scope[] = [];
		const damage: string[] = [];
		for (const entry of onDisk.values()) {
			const base = await this.#revision(entry.scope);
			if (entry.removed) {
				if (base.rev > 0) await this.#drop(entry.scope);
				continue;
			}
			if (entry.error !== null || (base.rev === entry.rev && base.lastId === entry.lastId)) continue;
			if (entry.rev < base.rev && (await this.#mend(entry.scope))) mended.push(entry.scope);
			else {
				damage.push(...(await this.#catchUp(entry.scope, base)));
				recovered.push(entry.scope);
			}
		}
		const missing = mine.filter((row) => !onDisk.has(row.scope) && row.rev > 0);
		for (const row of missing) await this.#sendWhole(row.scope);
		void this.flush();
		const unreadable = [...onDisk.values()].flatMap(({ error }) => (error === null ? [] : [error]));
		return [...unreadable, ...damage, ...sentences(recovered, [...mended, ...missing.map((row) => row.scope)])];
	}

	async #drop(scope: Scope): Promise<void> {
		const database = this.#database;
		await database.transaction('rw', database.tables, async () => {
			await dropScope(database, scope);
		});
	}

	/**
	 * A damaged journal lost lines that this side still has: what they led to goes back on top of the lines that are left.
	 * A sound one that is shorter is a backup that someone put back, and holds.
	 * @returns whether there was damage.
	 */
	async #mend(scope: Scope): Promise<boolean> {
		const read = await this.#api.read(scope, null);
		if (read.rev > 0 && (read.notes ?? []).length === 0) return false;
		await this.#sendWhole(scope, read);
		return true;
	}

	/**
	 * The disk has lines that this side has not seen: apply them, or rebuild where the two have parted.
	 * @returns what the disk found damaged, as sentences.
	 */
	async #catchUp(scope: Scope, base: Revision): Promise<string[]> {
		// Reading from one line earlier shows whether the journal's past is ours: that line is the last we saw. A journal
		// that was replaced (a backup put back) can have as many lines as ours and yet be another one.
		const read = await this.#api.read(scope, Math.max(0, base.rev - 1));
		const continues = read.snapshot === null && (base.rev === 0 || read.lines[0]?.id === base.lastId);
		const whole = continues ? { ...read, lines: read.lines.slice(base.rev === 0 ? 0 : 1) } : await this.#api.read(scope, null);
		const all = [...(whole.snapshot ? snapshotChanges(whole.snapshot) : []), ...whole.lines.flatMap((line) => line.changes)];
		const changes = all.filter((change) => wrongChange(scope, change) === null);
		const { documents, lost } = await this.#documents(changes);
		const database = this.#database;
		await database.transaction('rw', database.tables, async () => {
			if (!continues) await clearScope(database, scope);
			await writeChanges(database, changes, enteringRecords(changes, documents));
			await database.revisions.put({ scope, rev: whole.rev, lastId: whole.lastId });
			// What waits here came after: it goes on top, and to the disk with the new base.
			const waiting = await database.outbox.where('scope').equals(scope).sortBy('n');
			const seen = new Set(whole.lines.map((line) => line.id));
			const unsent = waiting.filter(({ line }) => !seen.has(line.id));
			await database.outbox.bulkDelete(waiting.filter(({ line }) => seen.has(line.id)).map(({ n }) => n));
			const own = unsent.flatMap(({ line }) => line.changes).filter((change) => change.table !== 'documents');
			await writeChanges(database, own, new Map());
		});
		return [...(whole.notes ?? []), ...leftOut(all.length - changes.length), ...lostOnDisk(lost)];
	}

	/** @returns those that enter, by hash, and how many the disk has lost and this side does not have either. */
	async #documents(changes: Change[]): Promise<{ documents: Map<string, ParsedDocument>; lost: number }> {
		const present = new Set<string>();
		for (const change of changes) {
			if (change.table !== 'documents') continue;
			if (change.after) present.add(change.key);
			else present.delete(change.key);
		}
		const documents = new Map<string, ParsedDocument>();
		for (const hash of present) {
			const document = (await this.#document(hash)) ?? (await ownDocument(this.#database, hash));
			if (document) documents.set(hash, document);
		}
		return { documents, lost: present.size - documents.size };
	}

	/** One document that the disk has lost must not keep everything else from opening: it is null. */
	async #document(hash: string): Promise<ParsedDocument | null> {
		try {
			return await this.#api.document(hash);
		} catch (error) {
			if (error instanceof Error && 'status' in error && error.status === 404) return null;
			throw error;
		}
	}

	/**
	 * The disk knows nothing, or too little, of a scope that this side has: its folder was moved, lost or damaged. All of it
	 * goes back as one line, after what is left there.
	 */
	async #sendWhole(scope: Scope, left: JournalRead = { ...blank, snapshot: null, lines: [] }): Promise<void> {
		const changes = withoutOthers(left, await wholeScope(this.#database, scope));
		await this.#database.transaction('rw', this.#database.outbox, this.#database.revisions, async () => {
			if (left.rev > 0) await this.#database.revisions.put({ scope, rev: left.rev, lastId: left.lastId });
			else await this.#database.revisions.delete(scope);
			await this.#database.outbox.where('scope').equals(scope).delete();
			if (changes.length === 0) return;
			const line: JournalLine = { id: newId(), stepId: newId(), at: new Date().toISOString(), label: 'Put back on disk', changes };
			await this.#database.outbox.add({ scope, line } as OutboxRow);
		});
	}
}

/** How many of the rows, from the first on, go into one request; one does at least. */
function fitting(rows: readonly OutboxRow[]): number {
	let signs = 0;
	const over = rows.findIndex(({ line }) => (signs += JSON.stringify(line).length) > signsPerRequest);
	return over < 0 ? rows.length : Math.max(1, over);
}

function snapshotChanges(snapshot: Snapshot): Change[] {
	const documents = Object.entries(snapshot.documents).map(
		([key, after]) => ({ table: 'documents', key, before: null, after }) satisfies Change,
	);
	const records = Object.entries(snapshot.records).flatMap(([table, rows]) =>
		rows.map((after) => ({ table, key: String(after['id']), before: null, after }) as Change),
	);
	const removed = Object.entries(snapshot.removed ?? {}).flatMap(([table, ids]) =>
		ids.map((key) => ({ table, key, before: null, after: null }) as Change),
	);
	return [...documents, ...records, ...removed];
}

async function clearScope(database: Database, scope: Scope): Promise<void> {
	if (scope === 'library') {
		await Promise.all([database.sources.clear(), database.texts.clear(), database.cards.clear()]);
		return;
	}
	const workshopId = scope.slice('workshop-'.length);
	await database.workshops.delete(workshopId);
	for (const table of ownTables) await database.table(table).where('workshopId').equals(workshopId).delete();
}

/** Removes everything of a scope, what waits for the disk and its history included; within the open transaction. */
export async function dropScope(database: Database, scope: Scope): Promise<void> {
	await clearScope(database, scope);
	await database.revisions.delete(scope);
	await database.outbox.where('scope').equals(scope).delete();
	await database.history.where('workshopId').equals(scope.slice('workshop-'.length)).delete();
}

function sentences(recovered: Scope[], missing: Scope[]): string[] {
	const workshops = (scopes: Scope[]) => scopes.filter((scope) => scope !== 'library').length;
	const named = (scopes: Scope[]) => {
		const parts = [
			...(scopes.includes('library') ? ['the library'] : []),
			...(workshops(scopes) > 0 ? [workshops(scopes) === 1 ? 'one workshop' : `${workshops(scopes)} workshops`] : []),
		];
		return parts.join(' and ');
	};
	return [
		...(recovered.length > 0 ? [`The disk was ahead of this window, so ${named(recovered)} came back from the journal on disk.`] : []),
		...(missing.length > 0 ? [`The data folder had lost ${named(missing)}; it was written to disk again from this window.`] : []),
	];
}

const leftOut = (count: number): string[] =>
	count === 0 ? [] : [`${count === 1 ? 'One change' : `${count} changes`} in a journal on disk ${count === 1 ? 'is' : 'are'} not of Longview’s making and ${count === 1 ? 'was' : 'were'} left out.`];

const lostOnDisk = (count: number): string[] =>
	count === 0 ? [] : [`${count === 1 ? 'One document is' : `${count} documents are`} no longer on disk. Import ${count === 1 ? 'it' : 'them'} again; what was made of ${count === 1 ? 'its' : 'their'} cards is kept.`];

/** A document as this side still has it, made from its records. */
async function ownDocument(database: Database, hash: string): Promise<ParsedDocument | null> {
	const [source, text, own, brought] = await Promise.all([
		database.sources.get(hash), database.texts.get(hash), database.cards.where('sourceId').equals(hash).toArray(), database.cards.where('id').startsWith(`${hash}-`).toArray(),
	]);
	const cards = new Map([...own, ...brought].map((card) => [card.id, card]));
	return source ? rebuiltDocument(source, text?.text ?? '', [...cards.values()].filter(({ origin }) => origin === 'imported')).document : null;
}
