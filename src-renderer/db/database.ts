/** The working record in IndexedDB. Only this folder knows Dexie. */
import Dexie, { type EntityTable, type Table } from 'dexie';
import type { Change, JournalLine, Revision, Scope } from '../../src-shared/schemas/journal.ts';
import type {
	Ballot, Card, Cluster, Influence, Note, RecordTable, Round, Scenario, Source, SourceText, Workshop, WorkshopCard, WorkshopSource,
} from '../../src-shared/schemas/records.ts';
import { worldTables } from '../../src-shared/schemas/names.ts';
import type { Action, Consequence, Driver, Judgement, Option, Signpost } from '../../src-shared/schemas/worlds.ts';

/** A line on its way to the disk; it leaves when the journal has acknowledged it. */
export interface OutboxRow {
	n: number;
	scope: Scope;
	line: JournalLine;
}

/** One undoable step as a person sees it, in the workshop in which it was taken ('' for none). */
export interface HistoryRow {
	n: number;
	stepId: string;
	workshopId: string;
	label: string;
	at: string;
	changes: Change[];
	undone: 0 | 1;
}

export interface RevisionRow extends Revision {
	scope: Scope;
}

/** Opened by a newer Longview before: this one must not write into it. */
export class NewerDatabase extends Error {
	constructor() {
		super('This computer’s Longview data was written by a newer Longview. Open it with that version, or update this one.');
		this.name = 'NewerDatabase';
	}
}

/** Any table of records, for code that does not know what they mean. */
export type RecordStore = Table<Record<string, unknown>, string>;

const schemaVersion = 3;

export class Database extends Dexie {
	declare sources: EntityTable<Source, 'id'>;
	declare texts: EntityTable<SourceText, 'id'>;
	declare cards: EntityTable<Card, 'id'>;
	declare workshops: EntityTable<Workshop, 'id'>;
	declare workshopSources: EntityTable<WorkshopSource, 'id'>;
	declare workshopCards: EntityTable<WorkshopCard, 'id'>;
	declare rounds: EntityTable<Round, 'id'>;
	declare ballots: EntityTable<Ballot, 'id'>;
	declare scenarios: EntityTable<Scenario, 'id'>;
	declare clusters: EntityTable<Cluster, 'id'>;
	declare influences: EntityTable<Influence, 'id'>;
	declare notes: EntityTable<Note, 'id'>;
	declare drivers: EntityTable<Driver, 'id'>;
	declare judgements: EntityTable<Judgement, 'id'>;
	declare consequences: EntityTable<Consequence, 'id'>;
	declare actions: EntityTable<Action, 'id'>;
	declare options: EntityTable<Option, 'id'>;
	declare signposts: EntityTable<Signpost, 'id'>;
	declare revisions: EntityTable<RevisionRow, 'scope'>;
	declare outbox: EntityTable<OutboxRow, 'n'>;
	declare history: EntityTable<HistoryRow, 'n'>;

	constructor(name = 'longview') {
		super(name, { chromeTransactionDurability: 'strict' });
		this.version(1).stores({
			sources: 'id',
			texts: 'id',
			cards: 'id, sourceId',
			workshops: 'id',
			workshopSources: 'id, workshopId',
			workshopCards: 'id, workshopId, cardId',
			rounds: 'id, workshopId',
			ballots: 'id, workshopId, roundId',
			scenarios: 'id, workshopId',
			revisions: 'scope',
			outbox: '++n, scope',
			history: '++n, stepId, workshopId',
		});
		// What stands on the canvas beside the cards; the tables are new, so there is nothing to carry over.
		this.version(2).stores({ clusters: 'id, workshopId', influences: 'id, workshopId', notes: 'id, workshopId' });
		// What is made of the worlds.
		this.version(schemaVersion).stores(Object.fromEntries(worldTables.map((table) => [table, 'id, workshopId'])));
		this.on('versionchange', () => {
			this.close();
			// A worker has no page; the window that started it starts it again.
			if ('document' in globalThis) location.reload();
			// Dexie's own handler, which would come next, lets whatever is still under way open an empty database anew: the
			// revision it then notes there would pass for the records that are gone.
			return false;
		});
	}

	recordTable(name: RecordTable): RecordStore {
		return this.table(name);
	}
}

/** @throws NewerDatabase where the stored one has a later version: Dexie itself would open it and write. */
export async function openDatabase(name?: string): Promise<Database> {
	const database = new Database(name);
	await database.open();
	// Dexie keeps its own version times ten in IndexedDB.
	if (database.backendDB().version > schemaVersion * 10) {
		database.close();
		throw new NewerDatabase();
	}
	return database;
}
