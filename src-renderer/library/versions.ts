/** A document and the one that it stands in for: what changed between the two, and taking the replacement back. */
import { keepBothChanges, versionChanges, versionDiff, type BothVersions } from '../../src-shared/domain/versions.ts';
import type { VersionDiff } from '../../src-shared/domain/versionDiff.ts';
import type { ParsedDocument } from '../../src-shared/schemas/document.ts';
import { storedDocument, unrepairedDocument } from '../api/documents.ts';
import type { App } from '../context.ts';
import { cardsOfSources, readersOfAll, usedAmong } from '../db/libraryUse.ts';
import { Refused, short } from './commands.ts';

type FetchDocument = (hash: string) => Promise<ParsedDocument>;

/** @throws Refused where one of the two has left the library; ApiError. */
async function bothVersions({ database }: Pick<App, 'database'>, newerId: string, fetchDocument: FetchDocument): Promise<BothVersions> {
	const newer = await database.sources.get(newerId);
	const earlier = newer?.earlier === undefined ? undefined : await database.sources.get(newer.earlier);
	if (!newer || !earlier) throw new Refused('The earlier version is not in the library any more.');
	const [newerRead, earlierRead, cards, rows] = await Promise.all([
		fetchDocument(newer.id), fetchDocument(earlier.id), cardsOfSources(database, [newer.id, earlier.id]), readersOfAll(database, [newer.id, earlier.id]),
	]);
	const used = await usedAmong(database, cards.map(({ id }) => id));
	const of = <T extends { sourceId: string | null }>(all: readonly T[], id: string) => all.filter(({ sourceId }) => sourceId === id);
	return {
		newer, earlier, newerRead, earlierRead, used, newerCards: of(cards, newer.id), earlierCards: of(cards, earlier.id),
		readers: of(rows, newer.id), earlierReaders: of(rows, earlier.id),
	};
}

/** @throws as bothVersions */
export async function whatChanged(app: Pick<App, 'database'>, newerId: string, fetchDocument: FetchDocument = storedDocument): Promise<VersionDiff> {
	return versionDiff(await bothVersions(app, newerId, fetchDocument));
}

/** From now on each of the two stands as a document of its own. @throws as bothVersions */
export async function keepBoth(app: Pick<App, 'database' | 'ledger'>, newerId: string, fetchDocument: FetchDocument = storedDocument): Promise<void> {
	const both = await bothVersions(app, newerId, fetchDocument);
	await app.ledger.commit({ label: `Keep both versions of “${short(both.newer.title)}”`, changes: keepBothChanges(both) });
}

/**
 * The document with its text as it was before the repair stands in for the repaired one, as a newer version would: what
 * people did with its cards goes over.
 * @returns the id of the document that stands there now. @throws Refused where it has left the library; ApiError.
 */
export async function undoRepair(
	{ database, ledger }: Pick<App, 'database' | 'ledger'>, sourceId: string, read: FetchDocument = storedDocument, unrepaired: FetchDocument = unrepairedDocument,
): Promise<string> {
	const source = await database.sources.get(sourceId);
	if (!source) throw new Refused('The document is not in the library any more.');
	const [repairedRead, document] = await Promise.all([read(sourceId), unrepaired(sourceId)]);
	if (await database.sources.get(document.hash)) throw new Refused('The document without its repair is in the library already.');
	const [cards, readers] = await Promise.all([cardsOfSources(database, [sourceId]), readersOfAll(database, [sourceId])]);
	const used = await usedAmong(database, cards.map(({ id }) => id));
	const { changes } = versionChanges({ source, cards, used, readers, read: repairedRead }, document, new Date().toISOString());
	await ledger.commit({ label: `Undo the repair of “${short(source.title)}”`, changes }, new Map([[document.hash, document]]));
	return document.hash;
}
