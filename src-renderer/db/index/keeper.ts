/** Holds the index: reads it or makes it from the library, follows every change, and stores it when things are quiet. */
import type { DocumentRecords } from '../../../src-shared/domain/documentRecords.ts';
import type { Change } from '../../../src-shared/schemas/journal.ts';
import type { Card } from '../../../src-shared/schemas/records.ts';
import { enteringHashes, enters, isImportedId, runs, standsAnew } from '../changes.ts';
import type { Database } from '../database.ts';
import type { Entering } from '../storing.ts';
import { IndexStore, stampOf } from './indexStore.ts';
import { LibraryIndex } from './libraryIndex.ts';
import type { IndexState, LibraryAnswer, LibraryQuery } from './query.ts';

const sourcesAtOnce = 150;
const cardsAtOnce = 2000;
/** Milliseconds between two times that the window hears of changes. */
const seldom = 1000;
/** The same while an archive comes in, of whose cards there are many already: looking at them takes longer the more there are. */
const seldomOfMany = 2500;
const many = 10_000;
/** Milliseconds without a change after which the index is stored. */
const quiet = 400;
/** Storing the whole index takes the worker half a second: it waits until nobody has asked for so long. */
const calm = 4000;
/** So many changed records are read again at a start; with more, the whole index is stored anew. */
const mostChanges = 3000;
/** The share of the index that may be about what is no more. */
const mostWaste = 0.3;

/** An action whose records are at hand, or are to be read. */
interface Taken {
	changes: readonly Change[];
	entering: Entering | null;
}

export class Keeper {
	index = new LibraryIndex();
	#database: Database;
	#store: IndexStore;
	#tell: (state: IndexState) => void;
	#version = 0;
	#ready = false;
	#reading: IndexState['reading'] = null;
	#waiting: Taken[] = [];
	#turn: Promise<unknown> = Promise.resolve();
	#toldAt = 0;
	#telling: ReturnType<typeof setTimeout> | undefined;
	#tellingAt = Infinity;
	#touched = { cards: new Set<string>(), sources: new Set<string>() };
	#needsWhole = true;
	#timer: ReturnType<typeof setTimeout> | undefined;
	#firstTimer: ReturnType<typeof setTimeout> | undefined;
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
		for (const { changes, entering } of this.#waiting.splice(0)) this.#take(changes, entering ?? (await this.#entering(changes)));
		this.#changed();
		if (this.#needsWhole) this.#storeSoon();
	}

	async #makeAnew(): Promise<void> {
		await this.#readAll();
		this.#touched = { cards: new Set(), sources: new Set() };
		this.#needsWhole = true;
	}

	/** Something was stored elsewhere: its documents are read from the library, one message after another. */
	follow(changes: readonly Change[]): void {
		if (!changes.some(({ table }) => table === 'documents' || table === 'cards')) return;
		if (!this.#ready) return void this.#waiting.push({ changes, entering: null });
		this.#turn = this.#turn.then(async () => this.take(changes, await this.#entering(changes)));
	}

	/**
	 * Something that is stored, or is just being. What comes in while the library is being read waits: reading may have
	 * seen it or not, and taking it twice is the same as once. @param moreFollows at once, as parts of an import do.
	 */
	take(changes: readonly Change[], entering: Entering, moreFollows = false): void {
		if (!this.#ready) return void this.#waiting.push({ changes, entering });
		this.#take(changes, entering);
		this.#changedSoon(moreFollows && this.index.size > many ? seldomOfMany : seldom);
		this.#storeSoon();
	}

	/** The documents that were taken did not come to be stored. */
	leave(changes: readonly Change[]): void {
		this.index.removeSources(changes.flatMap(({ table, key }) => (table === 'documents' ? [key] : [])));
		this.#changed();
	}

	/**
	 * The window need not wait for what it hears only now and then. It is told even where it has heard of all cards: it may
	 * have looked at them before it knew that its workshop reads their documents.
	 */
	tellNow(): void {
		this.#changed();
	}

	#changed(): void {
		clearTimeout(this.#telling);
		this.#tellingAt = Infinity;
		this.#toldAt = performance.now();
		this.#version++;
		this.#tell(this.state);
	}

	/** Asking again costs as much as what an archive's next pages bring in, so the window hears of them now and then. */
	#changedSoon(after: number): void {
		const at = this.#toldAt + after;
		const wait = at - performance.now();
		if (wait <= 0) return this.#changed();
		if (at >= this.#tellingAt) return;
		clearTimeout(this.#telling);
		this.#tellingAt = at;
		this.#telling = setTimeout(() => this.#changed(), wait);
	}

	#take(changes: readonly Change[], entering: Entering): void {
		for (const { table, changes: ofTable } of runs(changes)) {
			if (table === 'documents') this.#takeDocuments(ofTable, entering);
			else if (table === 'cards') for (const { key, after } of ofTable) this.#takeCard(key, after as Card | null);
		}
	}

	#takeDocuments(changes: Change[], entering: Entering): void {
		for (const { key } of changes) this.#touched.sources.add(key);
		this.index.removeSources(changes.flatMap(({ key, after }) => (after === null ? [key] : [])));
		for (const change of changes) {
			if (standsAnew(change)) this.index.standsInFor(change.key, change.after.earlier ?? null);
			const records = enters(change) ? entering.get(change.key) : undefined;
			if (!records) continue;
			this.index.putSource(records.source, records.text);
			for (const card of records.cards) this.index.putCard(card);
		}
	}

	async #entering(changes: readonly Change[]): Promise<Entering> {
		const hashes = enteringHashes(changes);
		if (hashes.length === 0) return new Map();
		const [sources, texts, cards] = await Promise.all([
			this.#database.sources.bulkGet(hashes), this.#database.texts.bulkGet(hashes), this.#database.cards.where('sourceId').anyOf(hashes).toArray(),
		]);
		return new Map(hashes.flatMap((hash, at): [string, DocumentRecords][] => {
			const [source, text] = [sources[at], texts[at]];
			return source ? [[hash, { source, text: text ?? { id: hash, text: '' }, cards: cards.filter(({ id, sourceId }) => sourceId === hash && isImportedId(id)) }]] : [];
		}));
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
				this.index.removeSources([id]);
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

	/** What the list shows first is kept for the next start, when it has stood for a while: not at each look while an archive comes in. */
	keepFirst(workshopId: string | null, query: LibraryQuery, answer: LibraryAnswer): void {
		clearTimeout(this.#firstTimer);
		const version = this.#version;
		this.#firstTimer = setTimeout(() => {
			if (version === this.#version) void this.#store.writeFirst(this.#database, workshopId ?? '', query, answer).catch(() => undefined);
		}, seldom + quiet);
	}

	close(): void {
		clearTimeout(this.#firstTimer);
		clearTimeout(this.#timer);
		clearTimeout(this.#telling);
		this.#store.close();
	}
}
