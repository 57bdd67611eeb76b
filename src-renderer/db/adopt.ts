/** Takes an opened workshop file into the library and the workshops of this computer, beside what is already there. */
import { placeIn } from '../../src-shared/domain/documentRecords.ts';
import { newId } from '../../src-shared/domain/ids.ts';
import type { ParsedDocument } from '../../src-shared/schemas/document.ts';
import type { Change } from '../../src-shared/schemas/journal.ts';
import type { Ballot, Card, Placement, Round, Workshop } from '../../src-shared/schemas/records.ts';
import type { WorkshopFile } from '../../src-shared/schemas/workshopFile.ts';
import { adoptedWorlds } from './adoptWorlds.ts';
import { useId } from './cardUse.ts';
import { created } from './changes.ts';
import type { Database } from './database.ts';
import type { Ledger } from './ledger.svelte.ts';
import { knownCards } from './libraryUse.ts';
import type { Records } from './records.svelte.ts';
import { rebuiltDocument, type Rebuilt } from './rebuild.ts';

/** What of this computer the file is measured against. */
export interface Here {
	workshops: { has(id: string): boolean };
	sources: { has(id: string): boolean };
	cards: { has(id: string): boolean };
	/** Which source stands in for one that has a newer version here. */
	newer?: { get(id: string): { id: string } | undefined };
}

export interface Adoption {
	workshopId: string;
	/** Documents that this computer's store has to hold before the changes are made. */
	documents: ParsedDocument[];
	/** Documents entering, and then everything else: a document's cards would write over what was done to them. */
	steps: [Change[], Change[]];
	/** What of the file could not be taken over, as sentences. */
	notes: string[];
}

/** Cards and sources that are here already stay as they are here. */
export function planAdoption(file: WorkshopFile, here: Here): Adoption {
	const workshop = ownWorkshop(file.workshop, here);
	const rebuilt = rebuiltDocuments(file, here);
	const loose = looseCards(file, here, rebuilt);
	const known = new Set(file.cards.map(({ id }) => id));
	const knows = (id: string) => known.has(id) || here.cards.has(id);
	const records = workshopRecords(file, workshop, knows, here);
	const notes = [...missingNotes(file, knows), ...offScaleNotes(file)];
	const coming = new Set(rebuilt.map(({ document }) => document.hash));
	// A version that is here already stays one of its own: what this computer's workshops made of it is theirs.
	const earlierOf = new Map(file.sources.flatMap(({ id, earlier }) => (earlier !== undefined && coming.has(earlier) ? [[id, earlier] as const] : [])));
	const entering = rebuilt.map(({ document, importedAt }): Change => {
		const earlier = earlierOf.get(document.hash);
		return { table: 'documents', key: document.hash, before: null, after: earlier === undefined ? { importedAt } : { importedAt, earlier } };
	});
	return {
		workshopId: workshop.id,
		documents: rebuilt.map(({ document }) => document),
		steps: [entering, [...rebuilt.flatMap(({ changes }) => changes), ...loose.map((card) => created('cards', card)), ...records]],
		notes,
	};
}

/** @returns the id of the workshop that the file became, and what could not be taken over. */
export async function adoptWorkshopFile(
	{ database, records, ledger }: { database: Database; records: Records; ledger: Ledger },
	file: WorkshopFile,
	storeDocuments: (documents: ParsedDocument[]) => Promise<void>,
): Promise<Pick<Adoption, 'workshopId' | 'notes'>> {
	const { workshopId, documents, steps, notes } = planAdoption(file, {
		workshops: records.workshops, sources: records.sources, cards: await knownCards(database, namedCards(file)), newer: records.newer,
	});
	if (documents.length > 0) await storeDocuments(documents);
	const label = `Open “${file.workshop.title}” from a file`;
	const byHash = new Map(documents.map((document) => [document.hash, document]));
	// Not undoable: taking it back later would leave behind what was done in the workshop since.
	await ledger.commit({ label, changes: steps[0], undoable: false }, byHash);
	await ledger.commit({ label, changes: steps[1], undoable: false });
	return { workshopId, notes };
}

function ownWorkshop(given: Workshop, here: Here): Workshop {
	const workshop = { ...given, lanes: firstOfEach(given.lanes, ({ id }) => id) };
	if (here.workshops.has(workshop.id)) return { ...workshop, id: newId(), title: `${workshop.title} (copy)` };
	// A journal is named after the id: with one that it cannot have, nothing more would reach the disk.
	return canNameJournal.test(workshop.id) ? workshop : { ...workshop, id: newId() };
}

/** As the journals' scopes have it. */
const canNameJournal = /^[A-Za-z0-9_-]{1,64}$/;

/** Lists on screen are told apart by ids, so a file written by hand must not bring one twice. */
const firstOfEach = <T>(items: readonly T[], idOf: (item: T) => string): T[] =>
	items.filter((item, index) => items.findIndex((other) => idOf(other) === idOf(item)) === index);

const unique = (ids: readonly string[]): string[] => [...new Set(ids)];

/** Whether the value is on the criterion's scale; a year is checked against the horizon where it is counted. */
const isOnScale = ({ criterion, value }: Ballot): boolean => {
	if (value === 'cannot say' || criterion === 'timing') return true;
	if (typeof value !== 'number' || !Number.isInteger(value)) return false;
	if (criterion === 'dots') return value >= 0 && value <= 100;
	return criterion === 'approval' ? value === 0 || value === 1 : value >= 1 && value <= 5;
};

const isHash = (id: string): boolean => /^[0-9a-f]{32}$/.test(id);
/** A document would write over cards of it that a newer version here took over. */
const sourcesToBring = (file: WorkshopFile, here: Here) =>
	file.sources.filter(({ id }) => isHash(id) && !here.sources.has(id) && !file.cards.some((card) => placeIn(id, card.id) !== null && here.cards.has(card.id)));

function rebuiltDocuments(file: WorkshopFile, here: Here): Rebuilt[] {
	const texts = new Map(file.texts.map(({ id, text }) => [id, text]));
	const imported = file.cards.filter(({ origin }) => origin === 'imported');
	return sourcesToBring(file, here).map((source) => {
		const own = imported.filter((card) => card.sourceId === source.id || placeIn(source.id, card.id) !== null);
		return rebuiltDocument(source, texts.get(source.id) ?? '', own);
	});
}

/** Cards that enter by themselves: clipped and made by hand, and imported ones that no document of the file brings. */
function looseCards(file: WorkshopFile, here: Here, rebuilt: readonly Rebuilt[]): Card[] {
	const sizes = new Map(rebuilt.map(({ document }) => [document.hash, document.cards.length]));
	// By its id: a newer version may have taken it over from the one it came with.
	const comesAlong = ({ id, origin }: Card) => {
		const hash = origin === 'imported' ? /^([0-9a-f]{32})-/.exec(id)?.[1] : undefined;
		const at = hash === undefined ? null : placeIn(hash, id);
		return at !== null && at < (sizes.get(hash!) ?? 0);
	};
	return file.cards.filter((card) => !here.cards.has(card.id) && !comesAlong(card));
}

/** The workshop's own records under its id here. Ids that other workshops could have are made anew for a copy. */
function workshopRecords(file: WorkshopFile, workshop: Workshop, knows: (cardId: string) => boolean, here: Here): Change[] {
	const copy = workshop.id !== file.workshop.id;
	const workshopId = workshop.id;
	const roundIds = new Map(file.rounds.map(({ id }) => [id, copy ? newId() : id]));
	const series = new Map(file.rounds.map(({ seriesId }) => [seriesId, copy ? newId() : seriesId]));
	const sources = new Set(file.sources.map(({ id }) => id));
	const known = file.workshopSources.filter(({ sourceId }) => sources.has(sourceId) || here.sources.has(sourceId));
	const reads = unique(known.map(({ sourceId }) => newestHere(sourceId, here)));
	const uses = new Map(file.workshopCards.filter(({ cardId }) => knows(cardId)).map((use) => [use.cardId, use]));
	return [
		created('workshops', workshop),
		...reads.map((sourceId) => created('workshopSources', { id: `${workshopId}/${sourceId}`, workshopId, sourceId })),
		...[...uses.values()].map((use) => created('workshopCards', { ...use, id: useId(workshopId, use.cardId), workshopId, placement: placementHere(use.placement, roundIds) })),
		...file.rounds.map((round) => created('rounds', {
			...roundHere(round, roundIds), id: roundIds.get(round.id)!, seriesId: series.get(round.seriesId)!, workshopId, cardIds: unique(round.cardIds).filter(knows),
		})),
		...file.ballots.filter(isOnScale).flatMap((ballot) => {
			const roundId = roundIds.get(ballot.roundId);
			return roundId === undefined ? [] : [created('ballots', { ...ballot, id: ballotId(ballot, roundId), workshopId, roundId })];
		}),
		...adoptedWorlds(file, { workshopId, copy, knows }),
		...structure(file, (record) => ({ ...record, id: copy ? newId() : record.id, workshopId }), knows),
	];
}

/** What a round says of an earlier one, under that one's id here; of one that the file has not, nothing. */
function roundHere(round: Round, roundIds: ReadonlyMap<string, string>): Round {
	const { earlierRoundId, change, ...rest } = round;
	const [earlier, since] = [roundIds.get(earlierRoundId ?? ''), roundIds.get(change?.sinceRoundId ?? '')];
	return { ...rest, ...(earlier !== undefined && { earlierRoundId: earlier }), ...(change && since !== undefined && { change: { ...change, sinceRoundId: since } }) };
}

function placementHere(placement: Placement | null, roundIds: ReadonlyMap<string, string>): Placement | null {
	if (!placement?.guess) return placement;
	const { guess, ...rest } = placement;
	const roundId = roundIds.get(guess.roundId);
	return roundId === undefined ? rest : { ...rest, guess: { ...guess, roundId } };
}

function newestHere(sourceId: string, here: Here): string {
	let newest = sourceId;
	for (let next = here.newer?.get(newest); next && here.sources.has(newest); next = here.newer?.get(newest)) newest = next.id;
	return newest;
}

/** What stands on the canvas beside the cards; an arrow to or from a card that is not there says nothing. */
function structure(file: WorkshopFile, own: <T extends { id: string; workshopId: string }>(record: T) => T, knows: (cardId: string) => boolean): Change[] {
	const influences = file.influences.filter(({ fromId, toId }) => fromId !== toId && knows(fromId) && knows(toId));
	return [
		...file.clusters.map((cluster) => created('clusters', { ...own(cluster), cardIds: unique(cluster.cardIds).filter(knows) })),
		...influences.map((influence) => created('influences', own(influence))),
		...file.notes.map((note) => created('notes', own(note))),
	];
}

const ballotId = ({ participant, cardId, criterion }: Ballot, roundId: string): string => `${roundId}/${participant}/${cardId}/${criterion}`;

const usedCards = (file: WorkshopFile): string[] =>
	[file.workshopCards.map(({ cardId }) => cardId), ...[...file.rounds, ...file.scenarios].map(({ cardIds }) => cardIds)].flat();

const namedCards = (file: WorkshopFile): string[] => [...file.cards.map(({ id }) => id), ...usedCards(file)];

function missingNotes(file: WorkshopFile, knows: (cardId: string) => boolean): string[] {
	const missing = new Set(usedCards(file).filter((id) => !knows(id))).size;
	if (missing === 0) return [];
	return [`The file names ${missing === 1 ? 'a card' : `${missing} cards`} that it does not hold, so ${missing === 1 ? 'it was' : 'they were'} left out.`];
}

function offScaleNotes(file: WorkshopFile): string[] {
	const left = file.ballots.filter((ballot) => !isOnScale(ballot)).length;
	return left === 0 ? [] : [`${left === 1 ? 'One vote' : `${left} votes`} of the file ${left === 1 ? 'is' : 'are'} not on the scale, so ${left === 1 ? 'it was' : 'they were'} left out.`];
}
