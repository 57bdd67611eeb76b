/** Holds the index: reads it or makes it from the library, follows every change, and stores it when things are quiet. */
import type { ParsedDocument } from '../../../src-shared/schemas/document.ts';
import type { Change } from '../../../src-shared/schemas/journal.ts';
import type { Card } from '../../../src-shared/schemas/records.ts';
import { enteringRecords, runs } from '../changes.ts';
import type { Database } from '../database.ts';
import { IndexStore, stampOf } from './indexStore.ts';
import { LibraryIndex } from './libraryIndex.ts';
import type { IndexState } from './query.ts';

const sourcesAtOnce = 150;
const cardsAtOnce = 2000;
/** Milliseconds without a change after which the index is stored. */
const quiet = 400;
/** Storing the whole index takes the worker half a second: it waits until nobody has asked for so long. */
const calm = 4000;
/** So many changed records are read again at a start; with more, the whole index is stored anew. */
const mostChanges = 3000;
/** The share of the index that may be about what is no more. */
const mostWaste = 0.3;

export interface ChangeMessage {
	changes: Change[];
	documents: ParsedDocument[];
}

export class Keeper {
	index = new LibraryIndex();
	#database: Database;
	#store: IndexStore;
	#tell: (state: IndexState) => void;
	#version = 0;
	#ready = false;
	#reading: IndexState['reading'] = null;
	#waiting: ChangeMessage[] = [];
	#touched = { cards: new Set<string>(), sources: new Set<string>() };
	#needsWhole = true;
	#timer: ReturnType<typeof setTimeout> | undefined;
	#lastAsked = 0;

	constructor(database: Database, tell: (state: IndexState) => void) {
		this.#database = database;
		this.#store = new IndexStore(database.name);
		this.#tell = tell;
	}

	get state(): IndexState {
		return { version: this.#version, ready: this.#ready, cards: this.index.size, sources: this.index.sources.length, reading: this.#reading };
	}

	async start(): Promise<void> {
		const kept = await this.#store.read().catch(() => null);
		if (kept && kept.stamp === (await stampOf(this.#database))) {
			this.index = LibraryIndex.from(kept.index);
			this.#needsWhole = false;
			await this.#readAgain(kept.cards, kept.sources);
			// Cards that were written anew leave their old words behind.
			if (this.index.waste > mostWaste) await this.#makeAnew();
		} else {
			await this.#makeAnew();
		}
		this.#ready = true;
		this.#reading = null;
		for (const message of this.#waiting.splice(0)) this.#take(message);
		this.#changed();
		if (this.#needsWhole) this.#storeSoon();
	}

	async #makeAnew(): Promise<void> {
		await this.#readAll();
		this.#touched = { cards: new Set(), sources: new Set() };
		this.#needsWhole = true;
	}

	/** What came in while the library was being read waits: reading may have seen it or not, and taking it twice is the same as once. */
	follow(message: ChangeMessage): void {
		if (!this.#ready) return void this.#waiting.push(message);
		if (!message.changes.some(({ table }) => table === 'documents' || table === 'cards')) return;
		this.#take(message);
		this.#changed();
		this.#storeSoon();
	}

	#changed(): void {
		this.#version++;
		this.#tell(this.state);
	}

	#take({ changes, documents }: ChangeMessage): void {
		const byHash = new Map(documents.map((document) => [document.hash, document]));
		for (const { table, changes: ofTable } of runs(changes)) {
			if (table === 'documents') this.#takeDocuments(ofTable, byHash);
			else if (table === 'cards') for (const { key, after } of ofTable) this.#takeCard(key, after as Card | null);
		}
	}

	#takeDocuments(changes: Change[], documents: ReadonlyMap<string, ParsedDocument>): void {
		for (const { key, after } of changes) {
			this.#touched.sources.add(key);
			if (after === null) this.index.removeSource(key);
		}
		for (const { source, text, cards } of enteringRecords(changes, documents)) {
			this.index.putSource(source, text);
			for (const card of cards) this.index.putCard(card);
		}
	}

	#takeCard(id: string, card: Card | null): void {
		this.#touched.cards.add(id);
		if (card) this.index.putCard(card);
		else this.index.removeCard(id);
	}

	async #readAll(): Promise<void> {
		const database = this.#database;
		this.index = new LibraryIndex();
		const total = await database.cards.count();
		this.#reading = { done: 0, total };
		this.#tell(this.state);
		for (let after = ''; ; ) {
			const sources = await database.sources.where('id').above(after).limit(sourcesAtOnce).toArray();
			if (sources.length === 0) break;
			const texts = await database.texts.bulkGet(sources.map(({ id }) => id));
			sources.forEach((source, at) => this.index.putSource(source, texts[at]));
			after = sources.at(-1)!.id;
		}
		for (let after = ''; ; ) {
			const cards = await database.cards.where('id').above(after).limit(cardsAtOnce).toArray();
			if (cards.length === 0) break;
			for (const card of cards) this.index.putCard(card);
			after = cards.at(-1)!.id;
			this.#reading = { done: this.index.size, total };
			this.#tell(this.state);
		}
	}

	/** Brings in what changed after the index was stored whole. */
	async #readAgain(cardIds: string[], sourceIds: string[]): Promise<void> {
		const database = this.#database;
		const [sources, texts] = await Promise.all([database.sources.bulkGet(sourceIds), database.texts.bulkGet(sourceIds)]);
		for (const [at, id] of sourceIds.entries()) {
			const source = sources[at];
			if (!source) {
				this.index.removeSource(id);
				continue;
			}
			this.index.putSource(source, texts[at]);
			for (const card of await database.cards.where('sourceId').equals(id).toArray()) this.index.putCard(card);
		}
		const cards = await database.cards.bulkGet(cardIds);
		cardIds.forEach((id, at) => (cards[at] ? this.index.putCard(cards[at]) : this.index.removeCard(id)));
		this.#touched = { cards: new Set(cardIds), sources: new Set(sourceIds) };
	}

	/** Somebody is searching. */
	asked(): void {
		this.#lastAsked = performance.now();
	}

	#storeSoon(): void {
		clearTimeout(this.#timer);
		this.#timer = setTimeout(() => void this.#storeNow().catch(() => undefined), quiet);
	}

	/** A change whose message is still on its way may be in the stamp already: only a stamp that stayed is believed. */
	async #storeNow(): Promise<void> {
		const version = this.#version;
		const stamp = await stampOf(this.#database);
		await new Promise((resolve) => setTimeout(resolve, quiet / 2));
		if (version !== this.#version) return;
		const { cards, sources } = this.#touched;
		const whole = this.#needsWhole || cards.size + sources.size * 30 > mostChanges;
		if (whole && performance.now() - this.#lastAsked < calm) return this.#storeSoon();
		if (whole) {
			await this.#store.writeWhole(this.index.stored(), stamp);
			this.#touched = { cards: new Set(), sources: new Set() };
			this.#needsWhole = false;
		} else {
			await this.#store.writeChanges(stamp, [...cards], [...sources]);
		}
	}

	close(): void {
		clearTimeout(this.#timer);
		this.#store.close();
	}
}
