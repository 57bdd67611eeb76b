/**
 * What the window holds in memory: the library's sources, the records of the workshop that is open with all its cards, and
 * the cards that were looked at lately. The others stay in IndexedDB, where there may be a hundred thousand.
 */
import type { Change } from '../../src-shared/schemas/journal.ts';
import type {
	Ballot, Card, Cluster, Influence, Note, RecordTable, Round, Scenario, Source, Workshop, WorkshopCard, WorkshopSource,
} from '../../src-shared/schemas/records.ts';
import { worldTables } from '../../src-shared/schemas/names.ts';
import type { Action, Consequence, Driver, Judgement, Option, Signpost } from '../../src-shared/schemas/worlds.ts';
import { enters, runs, standsAnew } from './changes.ts';
import type { Database } from './database.ts';
import { RecordMap } from './recordMap.svelte.ts';
import type { Entering } from './storing.ts';

const sourcesAtOnce = 500;

/** How many cards stay in memory that the open workshop does not use. */
const atHand = 2000;

export class Records {
	readonly sources = new RecordMap<Source>();
	/** Cards at hand: all that the open workshop uses, and those that were asked for lately (hold, fetch). */
	readonly cards = new RecordMap<Card>();
	/** Every workshop on this computer. */
	readonly workshops = new RecordMap<Workshop>();
	/** The open workshop's own records; empty while none is open. */
	readonly workshopSources = new RecordMap<WorkshopSource>();
	readonly workshopCards = new RecordMap<WorkshopCard>();
	readonly rounds = new RecordMap<Round>();
	readonly ballots = new RecordMap<Ballot>();
	readonly scenarios = new RecordMap<Scenario>();
	readonly clusters = new RecordMap<Cluster>();
	readonly influences = new RecordMap<Influence>();
	readonly notes = new RecordMap<Note>();
	readonly drivers = new RecordMap<Driver>();
	readonly judgements = new RecordMap<Judgement>();
	readonly consequences = new RecordMap<Consequence>();
	readonly actions = new RecordMap<Action>();
	readonly options = new RecordMap<Option>();
	readonly signposts = new RecordMap<Signpost>();
	openWorkshopId = $state<string | null>(null);
	/** Grows whenever the library in IndexedDB has changed: time to read again what was read from there. */
	libraryVersion = $state(0);

	readonly workshop: Workshop | undefined = $derived(
		this.openWorkshopId === null ? undefined : this.workshops.get(this.openWorkshopId),
	);
	/** The open workshop's use of each card, by the card's id. */
	readonly uses: Map<string, WorkshopCard> = $derived(new Map(this.workshopCards.all.map((use) => [use.cardId, use])));

	/** The source that stands in for each one that has a newer version, by the earlier one's id. */
	readonly newer: ReadonlyMap<string, Source> = $derived(
		new Map(this.sources.all.flatMap((source) => (source.earlier === undefined ? [] : [[source.earlier, source] as const]))),
	);

	async loadLibrary(database: Database): Promise<void> {
		this.cards.reset([]);
		this.workshops.reset(await database.workshops.toArray());
	}

	/** Thousands of sources come in parts after the window is drawn; what is changed meanwhile is newer and stays. */
	async loadSources(database: Database): Promise<void> {
		for (let after = ''; ; ) {
			const part = await database.sources.where('id').above(after).limit(sourcesAtOnce).toArray();
			this.sources.put(part.filter(({ id }) => !this.sources.has(id)));
			if (part.length < sourcesAtOnce) return;
			after = part.at(-1)!.id;
		}
	}

	async loadWorkshop(database: Database, workshopId: string | null): Promise<void> {
		const of = <T extends { id: string }>(table: { where(index: string): { equals(key: string): { toArray(): PromiseLike<T[]> } } }) =>
			workshopId === null ? Promise.resolve([] as T[]) : table.where('workshopId').equals(workshopId).toArray();
		// Thousands of them say no more than their keys.
		const reads = workshopId === null ? [] : database.workshopSources.where('id').startsWith(`${workshopId}/`).primaryKeys();
		const [readIds, workshopCards, rounds, ballots, scenarios, clusters, influences, notes, ...worlds] = await Promise.all([
			reads, of<WorkshopCard>(database.workshopCards), of<Round>(database.rounds),
			of<Ballot>(database.ballots), of<Scenario>(database.scenarios),
			of<Cluster>(database.clusters), of<Influence>(database.influences), of<Note>(database.notes),
			...worldTables.map((table) => of<{ id: string }>(database.table(table))),
		]);
		this.workshopSources.reset(readIds.map((id) => ({ id, workshopId: workshopId!, sourceId: id.slice(workshopId!.length + 1) })));
		this.workshopCards.reset(workshopCards);
		this.rounds.reset(rounds);
		this.ballots.reset(ballots);
		this.scenarios.reset(scenarios);
		this.clusters.reset(clusters);
		this.influences.reset(influences);
		this.notes.reset(notes);
		for (const [index, table] of worldTables.entries()) (this[table] as unknown as RecordMap<{ id: string }>).reset(worlds[index]!);
		await this.#bring(database, cardsIn(workshopCards, rounds, scenarios));
		this.openWorkshopId = workshopId;
	}

	/** Cards that something is about to be done with, or that are shown. */
	hold(cards: readonly Card[]): void {
		this.cards.put(cards);
		this.#letGo(cards.length);
	}

	/** Brings cards to hand that are not. Those that are not in the library either stay away. */
	async fetch(database: Database, ids: readonly string[]): Promise<void> {
		await this.#bring(database, ids);
		this.#letGo(ids.length);
	}

	/** What another window, or an undo, made the open workshop use. */
	fetchUsed(database: Database): Promise<void> {
		return this.#bring(database, this.#used());
	}

	async #bring(database: Database, ids: readonly string[]): Promise<void> {
		const missing = [...new Set(ids)].filter((id) => !this.cards.has(id));
		if (missing.length === 0) return;
		const found = await database.cards.bulkGet(missing);
		this.cards.put(found.filter((card) => card !== undefined));
	}

	#used = (): string[] => cardsIn(this.workshopCards.all, this.rounds.all, this.scenarios.all);

	/** Lets those go that were held longest ago and that the open workshop does not use. @param kept the latest, which stay. */
	#letGo(kept: number): void {
		const most = atHand + kept;
		if (this.cards.size <= most) return;
		const used = new Set(this.#used());
		const loose = this.cards.all.filter(({ id }) => !used.has(id));
		this.cards.remove(loose.slice(0, Math.max(0, loose.length - most)).map(({ id }) => id));
	}

	apply(changes: readonly Change[], entering: Entering): void {
		for (const { table, changes: ofTable } of runs(changes)) {
			if (table === 'documents') this.#applyDocuments(ofTable, entering);
			else this.#applyRecords(table, ofTable);
		}
	}

	#applyDocuments(changes: Change[], entering: Entering): void {
		const leaving = new Set(changes.filter((change) => change.after === null).map((change) => change.key));
		if (leaving.size > 0) {
			this.sources.remove(leaving);
			this.cards.remove(this.cards.all.filter((card) => card.origin === 'imported' && leaving.has(card.sourceId ?? '')).map(({ id }) => id));
		}
		for (const change of changes) if (standsAnew(change)) this.#standsInFor(change.key, change.after.earlier);
		const records = changes.flatMap((change) => (enters(change) ? (entering.get(change.key) ?? []) : []));
		if (records.length === 0) return;
		this.sources.put(records.map(({ source }) => source));
		// A few new cards will be looked at next; the thousands of an archive are found by searching.
		const cards = records.flatMap((record) => record.cards);
		if (this.cards.size + cards.length <= atHand) this.cards.put(cards);
	}

	#standsInFor(id: string, earlier: string | undefined): void {
		const source = this.sources.get(id);
		if (!source) return;
		const next = { ...source };
		if (earlier === undefined) delete next.earlier;
		else next.earlier = earlier;
		this.sources.put([next]);
	}

	#applyRecords(table: RecordTable, changes: Change[]): void {
		// Workshops are all in memory; of their own records only the open workshop's.
		const mine = (record: unknown) =>
			table === 'cards' || table === 'workshops' || (record as { workshopId?: string } | null)?.workshopId === this.openWorkshopId;
		const relevant = changes.filter((change) => mine(change.after ?? change.before));
		const map = this[table] as unknown as RecordMap<{ id: string }>;
		const last = new Map(relevant.map((change) => [change.key, change.after as { id: string } | null]));
		map.remove([...last].flatMap(([key, after]) => (after ? [] : [key])));
		map.put([...last.values()].filter((after) => after !== null));
		if (table === 'cards') this.#letGo(0);
	}
}

const cardsIn = (uses: readonly WorkshopCard[], rounds: readonly Round[], scenarios: readonly Scenario[]): string[] => [
	...uses.map(({ cardId }) => cardId), ...[...rounds, ...scenarios].flatMap(({ cardIds }) => cardIds),
];
