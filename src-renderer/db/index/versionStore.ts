/**
 * Stores documents of which some are newer versions: what people did with the earlier ones is read in the same
 * transaction that carries it over, so that nothing done meanwhile is written over.
 */
import { documentRecords } from '../../../src-shared/domain/documentRecords.ts';
import { findEarlier, resembles, type VersionIndex, versionIndex, type VersionRow } from '../../../src-shared/domain/earlierVersion.ts';
import { needsReading, versionChanges } from '../../../src-shared/domain/versions.ts';
import type { VersionDiff } from '../../../src-shared/domain/versionDiff.ts';
import type { ParsedDocument } from '../../../src-shared/schemas/document.ts';
import type { Change } from '../../../src-shared/schemas/journal.ts';
import type { Card, Source } from '../../../src-shared/schemas/records.ts';
import type { Database } from '../database.ts';
import { cardsOfSources, readersOfAll, usedAmong } from '../libraryUse.ts';
import { type Entering, remember, storeAction } from '../storing.ts';
import type { LibraryIndex } from './libraryIndex.ts';

/** A document that may be a newer version of another. */
export interface Candidate {
	document: ParsedDocument;
	earlierId: string;
	mustResemble: boolean;
}

/** How a document differs from the one that it stands in for. */
export interface NewerVersion {
	earlierId: string;
	/** When the earlier one came in. */
	earlierAt: string;
	changed: number;
	added: number;
	gone: number;
}

export interface Replaced {
	changes: Change[];
	entering: Entering;
	/** By the newer document's hash. */
	versions: Map<string, NewerVersion>;
}

/** What an import's documents are compared with: the library as it was before. */
export function rowsOf(index: LibraryIndex): VersionRow[] {
	const { superseded } = index;
	return index.sourcesInOrder().map((number) => ({ ...index.sources[number]!, isSuperseded: superseded[number] === 1 }));
}

export async function rowsStored(database: Database): Promise<VersionRow[]> {
	const sources = await database.sources.toArray();
	const superseded = new Set(sources.map(({ earlier }) => earlier));
	const inOrder = sources.sort((a, b) => (a.importedAt < b.importedAt ? -1 : Number(a.importedAt > b.importedAt)));
	return inOrder.map(({ id, url, file, title, shape }) => ({ id, url, file, title, shape, isSuperseded: superseded.has(id) }));
}

export class VersionFinder {
	#index: VersionIndex;
	/** A version that another one of the import stands in for already. */
	#taken = new Set<string>();
	readonly superseded: ReadonlySet<string>;

	constructor(rows: readonly VersionRow[]) {
		this.#index = versionIndex(rows);
		this.superseded = new Set(rows.flatMap(({ id, isSuperseded }) => (isSuperseded ? [id] : [])));
	}

	candidates(documents: readonly ParsedDocument[]): Candidate[] {
		return documents.flatMap((document) => {
			const found = findEarlier(document, this.#index);
			if (!found || this.#taken.has(found.id)) return [];
			this.#taken.add(found.id);
			return [{ document, earlierId: found.id, mustResemble: found.mustResemble }];
		});
	}

	/** It is a document of its own after all, or did not come to be stored. */
	release(earlierId: string): void {
		this.#taken.delete(earlierId);
	}
}

interface Storing {
	label: string;
	importedAt: string;
	/** All documents that enter. */
	documents: readonly ParsedDocument[];
	candidates: readonly Candidate[];
	/** Who reads them from now on, whatever versions they are. */
	reads: readonly Change[];
	workshopId: string;
	stepId: string;
	/** Ids of cards that others were joined to. */
	targets: ReadonlySet<string>;
	/** The document as it was read; null where it cannot be had. */
	readingOf(hash: string): Promise<ParsedDocument | null>;
}

/** Stores them all in one transaction, as one part of the import's undo step. @throws what IndexedDB threw; then nothing is stored. */
export async function storeVersions(database: Database, storing: Storing): Promise<Replaced> {
	const { label, importedAt, documents, candidates, reads, workshopId, stepId } = storing;
	const readings = await readingsFor(database, storing);
	return database.transaction('rw', database.tables, async () => {
		const found = await earlierOf(database, candidates, storing.targets);
		const versions = new Map<string, NewerVersion>();
		const made: Change[] = [];
		for (const { document, earlierId, mustResemble } of candidates) {
			const source = found.sources.get(earlierId);
			if (!source) continue;
			const cards = found.cards.get(earlierId) ?? [];
			if (mustResemble && !resembles({ cards: cards.filter(isImported).map(parsedLike), text: found.texts.get(earlierId) ?? '' }, document)) continue;
			const readers = found.readers.filter(({ sourceId }) => sourceId === earlierId);
			const { changes, diff } = versionChanges({ source, cards, used: found.used, readers, read: readings.get(earlierId) ?? null }, document, importedAt);
			made.push(...changes);
			versions.set(document.hash, counted(source, diff));
		}
		const plain = documents.filter(({ hash }) => !versions.has(hash)).map(({ hash }): Change => ({ table: 'documents', key: hash, before: null, after: { importedAt } }));
		const changes = inOrder([...plain, ...made, ...reads]);
		const entering: Entering = new Map(documents.map((document) => [document.hash, documentRecords(document, importedAt, versions.get(document.hash)?.earlierId)]));
		await storeAction(database, { label, changes, entering }, () => remember(database, { workshopId, stepId, label, changes }));
		return { changes, entering, versions };
	});
}

const counted = ({ id, importedAt }: Source, { changed, added, gone }: VersionDiff): NewerVersion => (
	{ earlierId: id, earlierAt: importedAt, changed: changed.length, added: added.length, gone: gone.length }
);

/** Documents first, so that each table is written in one go; of rows that two reasons ask for, one. */
function inOrder(changes: readonly Change[]): Change[] {
	const once = [...new Map(changes.map((change) => [`${change.table} ${change.key}`, change])).values()];
	const tables: Change['table'][] = ['documents', 'cards', 'workshopSources'];
	return tables.flatMap((table) => once.filter((change) => change.table === table));
}

const isImported = ({ origin }: Card): boolean => origin === 'imported';
const parsedLike = (card: Card) => ({ ...card, line: card.line ?? 1 });

/** What the earlier documents said where their cards do not say it any more, asked for before the transaction, which cannot wait. */
async function readingsFor(database: Database, { candidates, readingOf }: Storing): Promise<Map<string, ParsedDocument>> {
	const ids = candidates.map(({ earlierId }) => earlierId);
	const [sources, cards] = await Promise.all([database.sources.bulkGet(ids), cardsOfSources(database, ids)]);
	const needed = sources.filter((source) => source && needsReading(source, cards.filter(({ sourceId }) => sourceId === source.id)));
	const found = await Promise.all(needed.map((source) => readingOf(source!.id)));
	return new Map(found.flatMap((document) => (document ? [[document.hash, document] as const] : [])));
}

function bySource(cards: readonly Card[]): Map<string, Card[]> {
	const found = new Map<string, Card[]>();
	for (const card of cards) {
		const own = found.get(card.sourceId!);
		if (own) own.push(card);
		else found.set(card.sourceId!, [card]);
	}
	return found;
}

async function earlierOf(database: Database, candidates: readonly Candidate[], targets: ReadonlySet<string>) {
	const ids = candidates.map(({ earlierId }) => earlierId);
	const unsure = candidates.filter(({ mustResemble }) => mustResemble).map(({ earlierId }) => earlierId);
	const [sources, cards, texts, readers] = await Promise.all([
		database.sources.bulkGet(ids), cardsOfSources(database, ids), database.texts.bulkGet(unsure), readersOfAll(database, ids),
	]);
	const used = await usedAmong(database, cards.map(({ id }) => id));
	for (const id of targets) used.add(id);
	return {
		sources: new Map(sources.flatMap((source) => (source ? [[source.id, source] as const] : []))),
		cards: bySource(cards),
		texts: new Map(texts.flatMap((text) => (text ? [[text.id, text.text] as const] : []))),
		readers, used,
	};
}
