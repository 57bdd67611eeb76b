/** What the window holds in memory: the whole library, and the records of the workshop that is open. */
import type { ParsedDocument } from '../../src-shared/schemas/document.ts';
import type { Change } from '../../src-shared/schemas/journal.ts';
import type {
	Ballot, Card, RecordTable, Round, Scenario, Source, Workshop, WorkshopCard, WorkshopSource,
} from '../../src-shared/schemas/records.ts';
import { enteringRecords, runs } from './changes.ts';
import type { Database } from './database.ts';
import { RecordMap } from './recordMap.svelte.ts';

export class Records {
	readonly sources = new RecordMap<Source>();
	readonly cards = new RecordMap<Card>();
	/** Every workshop on this computer. */
	readonly workshops = new RecordMap<Workshop>();
	/** The open workshop's own records; empty while none is open. */
	readonly workshopSources = new RecordMap<WorkshopSource>();
	readonly workshopCards = new RecordMap<WorkshopCard>();
	readonly rounds = new RecordMap<Round>();
	readonly ballots = new RecordMap<Ballot>();
	readonly scenarios = new RecordMap<Scenario>();
	openWorkshopId = $state<string | null>(null);

	readonly workshop: Workshop | undefined = $derived(
		this.openWorkshopId === null ? undefined : this.workshops.get(this.openWorkshopId),
	);
	/** The open workshop's use of each card, by the card's id. */
	readonly uses: Map<string, WorkshopCard> = $derived(new Map(this.workshopCards.all.map((use) => [use.cardId, use])));

	async loadLibrary(database: Database): Promise<void> {
		const [sources, cards, workshops] = await Promise.all([
			database.sources.toArray(), database.cards.toArray(), database.workshops.toArray(),
		]);
		this.sources.reset(sources);
		this.cards.reset(cards);
		this.workshops.reset(workshops);
	}

	async loadWorkshop(database: Database, workshopId: string | null): Promise<void> {
		const of = <T extends { id: string }>(table: { where(index: string): { equals(key: string): { toArray(): PromiseLike<T[]> } } }) =>
			workshopId === null ? Promise.resolve([] as T[]) : table.where('workshopId').equals(workshopId).toArray();
		const [workshopSources, workshopCards, rounds, ballots, scenarios] = await Promise.all([
			of<WorkshopSource>(database.workshopSources), of<WorkshopCard>(database.workshopCards), of<Round>(database.rounds),
			of<Ballot>(database.ballots), of<Scenario>(database.scenarios),
		]);
		this.workshopSources.reset(workshopSources);
		this.workshopCards.reset(workshopCards);
		this.rounds.reset(rounds);
		this.ballots.reset(ballots);
		this.scenarios.reset(scenarios);
		this.openWorkshopId = workshopId;
	}

	/** @param documents the documents that enter, by hash: a change names them only. */
	apply(changes: Change[], documents: Map<string, ParsedDocument>): void {
		for (const { table, changes: ofTable } of runs(changes)) {
			if (table === 'documents') this.#applyDocuments(ofTable, documents);
			else this.#applyRecords(table, ofTable);
		}
	}

	#applyDocuments(changes: Change[], documents: Map<string, ParsedDocument>): void {
		const leaving = new Set(changes.filter((change) => change.after === null).map((change) => change.key));
		if (leaving.size > 0) {
			this.sources.remove(leaving);
			this.cards.remove(this.cards.all.filter((card) => card.origin === 'imported' && leaving.has(card.sourceId ?? '')).map(({ id }) => id));
		}
		const entering = enteringRecords(changes, documents);
		if (entering.length === 0) return;
		this.sources.put(entering.map(({ source }) => source));
		this.cards.put(entering.flatMap(({ cards }) => cards));
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
	}
}
