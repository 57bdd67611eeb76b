/**
 * Keeps the index between two starts, in a database of its own: it can be made again from the library at any time, and
 * must never stand in the way of the working record.
 */
import Dexie, { type Table } from 'dexie';
import { newId } from '../../../src-shared/domain/ids.ts';
import type { Database } from '../database.ts';
import type { Scope } from '../../../src-shared/schemas/journal.ts';
import type { StoredIndex } from './libraryIndex.ts';
import type { LibraryAnswer, LibraryQuery } from './query.ts';

/** Grows when the index is made differently: what was stored by another version is left aside. */
const indexVersion = 3;

interface BaseRow {
	id: 'base';
	baseId: string;
	version: number;
	index: StoredIndex;
}

/** What changed since the whole index was stored, and of which library that makes it the index. */
interface HeadRow {
	id: 'head';
	baseId: string;
	stamp: string;
	cards: string[];
	sources: string[];
}

/** What the library's list showed last, for drawing it before the index is read. */
interface FirstRow {
	id: 'first';
	workshopId: string;
	query: string;
	stamp: string;
	answer: LibraryAnswer;
}

export interface Kept {
	index: StoredIndex;
	stamp: string;
	cards: string[];
	sources: string[];
}

class IndexDatabase extends Dexie {
	declare parts: Table<BaseRow | HeadRow | FirstRow, string>;

	constructor(name: string) {
		super(name);
		this.version(1).stores({ parts: 'id' });
		this.on('versionchange', () => this.close());
	}
}

/** Names the state of the library, or of another scope: how many changes it has seen, sent and unsent, and the last of them. */
export async function stampOf(database: Database, scope: Scope = 'library'): Promise<string> {
	return database.transaction('r', database.revisions, database.outbox, async () => {
		const revision = await database.revisions.get(scope);
		const waiting = await database.outbox.where('scope').equals(scope).sortBy('n');
		return `${(revision?.rev ?? 0) + waiting.length} ${waiting.at(-1)?.line.id ?? revision?.lastId ?? ''}`;
	});
}

const bothStamps = async (database: Database, workshopId: string): Promise<string> =>
	`${await stampOf(database)} ${workshopId === '' ? '' : await stampOf(database, `workshop-${workshopId}`)}`;

/** @returns what the list showed last in the workshop, if nothing has changed since; null else. */
export async function readFirst(database: Database, workshopId: string, query: LibraryQuery): Promise<LibraryAnswer | null> {
	const index = new IndexDatabase(`${database.name}-index`);
	try {
		const row = await index.parts.get('first');
		const isIt = row?.id === 'first' && row.workshopId === workshopId && row.query === JSON.stringify(query);
		return isIt && row.stamp === (await bothStamps(database, workshopId)) ? row.answer : null;
	} catch {
		// It is a help and no more.
		return null;
	} finally {
		index.close();
	}
}

export class IndexStore {
	#database: IndexDatabase;
	#baseId: string | null = null;

	constructor(libraryName: string) {
		this.#database = new IndexDatabase(`${libraryName}-index`);
	}

	async read(): Promise<Kept | null> {
		const [base, head] = await this.#database.parts.bulkGet(['base', 'head']);
		if (base?.id !== 'base' || head?.id !== 'head' || base.version !== indexVersion || base.baseId !== head.baseId) return null;
		this.#baseId = base.baseId;
		return { index: base.index, stamp: head.stamp, cards: head.cards, sources: head.sources };
	}

	async writeWhole(index: StoredIndex, stamp: string): Promise<void> {
		const baseId = newId();
		await this.#database.transaction('rw', this.#database.parts, () =>
			this.#database.parts.bulkPut([
				{ id: 'base', baseId, version: indexVersion, index },
				{ id: 'head', baseId, stamp, cards: [], sources: [] },
			]),
		);
		this.#baseId = baseId;
	}

	/** Ids of what changed since the whole was written. Nothing happens before there was a whole. */
	async writeChanges(stamp: string, cards: string[], sources: string[]): Promise<void> {
		if (this.#baseId === null) return;
		await this.#database.parts.put({ id: 'head', baseId: this.#baseId, stamp, cards, sources });
	}

	async writeFirst(database: Database, workshopId: string, query: LibraryQuery, answer: LibraryAnswer): Promise<void> {
		const stamp = await bothStamps(database, workshopId);
		await this.#database.parts.put({ id: 'first', workshopId, query: JSON.stringify(query), stamp, answer });
	}

	delete = (): Promise<void> => this.#database.delete();
	close = (): void => this.#database.close();
}
