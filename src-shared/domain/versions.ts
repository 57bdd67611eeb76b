/**
 * A newer version of a document: the earlier one stays in the library, so that nothing which refers to it is lost, and
 * the cards that people did something with go over to the newer one under their own ids, with what people wrote.
 */
import type { ParsedCard, ParsedDocument } from '../schemas/document.ts';
import type { Change, DocumentEntry, RecordChange } from '../schemas/journal.ts';
import type { Card, Source, WorkshopSource } from '../schemas/records.ts';
import { matchCards } from './cardMatch.ts';
import { documentRecords, importedCardId, placeIn } from './documentRecords.ts';
import { changesBetween, diffOf, type VersionDiff, wordFields } from './versionDiff.ts';

export interface EarlierVersion {
	source: Source;
	/** All cards of the source, clipped ones too, as they are now. */
	cards: readonly Card[];
	/** Ids of cards that are used in any workshop, or that others join in a line. */
	used: ReadonlySet<string>;
	/** Who reads the source, in all workshops. */
	readers: readonly WorkshopSource[];
	/** The document as it was read; only needed where a card was edited or deleted (needsReading). */
	read: Pick<ParsedDocument, 'cards'> | null;
}

export interface Versioned {
	/** The document entering, and then what happens to records. One undo step takes it all back. */
	changes: Change[];
	diff: VersionDiff;
}

/** Whether people made something of the card beyond using it. */
export const isMadeOwn = (card: Card): boolean =>
	card.origin !== 'imported' || card.editedAt !== null || (card.tags?.length ?? 0) > 0 || card.sameAs !== undefined || card.apart !== undefined;

/** Whether the cards alone do not say what the document said: some were edited or deleted. */
export const needsReading = (source: Source, cards: readonly Card[]): boolean => {
	const imported = cards.filter(({ origin }) => origin === 'imported');
	return imported.length < source.cardCount || imported.some(({ editedAt }) => editedAt !== null);
};

/** @param document with the time at which it enters. */
export function versionChanges(earlier: EarlierVersion, document: ParsedDocument, importedAt: string): Versioned {
	const { source, cards, used, readers } = earlier;
	const { hash } = document;
	const readings = readingsOf(earlier);
	const pairs = matchCards(readings.map(({ read }) => read), document.cards);
	const moves: RecordChange[] = [];
	const twins: RecordChange[] = [];
	for (const [from, to] of pairs) {
		const { read, card, isKnown } = readings[from]!;
		if (card && !used.has(card.id) && !isMadeOwn(card)) continue;
		if (card) moves.push(changed(card, moved(card, isKnown ? read : null, document.cards[to]!, hash)));
		// Where people had deleted the card, it stays deleted.
		twins.push(absent(importedCardId(hash, to)));
	}
	for (const card of cards) {
		const line = card.origin === 'clipped' ? lineOf(card.passage, document.text) : null;
		if (line !== null) moves.push(changed(card, { ...card, sourceId: hash, line }));
	}
	const entry: DocumentEntry = { importedAt, earlier: source.id };
	const standing = new Map(moves.map(({ key, after }) => [key, after as Card]));
	return {
		changes: [{ table: 'documents', key: hash, before: null, after: entry }, ...moves, ...twins, ...readers.flatMap((row) => readsInstead(row, hash))],
		diff: diffOf(
			readings,
			document.cards.map((read, at) => ({ read, id: importedCardId(hash, at) })),
			pairs,
			(card) => standing.get(card.id) ?? (used.has(card.id) || isMadeOwn(card) ? card : null),
		),
	};
}

interface OldReading {
	read: ParsedCard;
	/** The card that stands for it now; null where people deleted it. */
	card: Card | null;
	/** Whether it is what the document said; else it is what the card says, edited or not. */
	isKnown: boolean;
}

function readingsOf({ source, cards, read }: Pick<EarlierVersion, 'source' | 'cards' | 'read'>): OldReading[] {
	const imported = cards.filter(({ origin }) => origin === 'imported');
	if (!read) return imported.map(ofCard);
	const places = standingCards(source.id, read.cards, imported);
	const placed = new Set(places.filter((card) => card !== null));
	return [
		...read.cards.map((reading, at) => ({ read: reading, card: places[at]!, isKnown: true })),
		...imported.filter((card) => !placed.has(card)).map(ofCard),
	];
}

const ofCard = (card: Card): OldReading => ({ read: readingOf(card), card, isKnown: card.editedAt === null });

const readingOf = ({ kind, name, nameIsMade, description, change, outlook, drivingForce, machineScore, line }: Card): ParsedCard => (
	{ kind, name, nameIsMade, description, change, outlook, drivingForce, machineScore, line: line ?? 1 }
);

/**
 * @param cards the imported cards of the source as they are now; those of earlier versions that went over to it stand in
 * the line of the card that they stand for.
 * @returns the card that stands for each of the document's, null where there is none.
 */
export function standingCards(hash: string, read: readonly ParsedCard[], cards: readonly Card[]): (Card | null)[] {
	const places = new Array<Card | null>(read.length).fill(null);
	const others: Card[] = [];
	for (const card of cards) {
		const at = placeIn(hash, card.id);
		if (at !== null && at < places.length) places[at] = card;
		else others.push(card);
	}
	for (const card of others) {
		const free = (isIt: (reading: ParsedCard) => boolean) => read.findIndex((reading, at) => places[at] === null && reading.line === card.line && isIt(reading));
		const sameName = free(({ kind, name }) => kind === card.kind && name === card.name);
		const at = sameName >= 0 ? sameName : Math.max(free(({ kind }) => kind === card.kind), free(() => true));
		if (at >= 0) places[at] = card;
	}
	return places;
}

/** The card in the other version: its words, but for those that a person wrote. @param before null where it is not known. */
function moved(card: Card, before: ParsedCard | null, after: ParsedCard, hash: string): Card {
	const next: Card = { ...card, sourceId: hash, line: after.line, machineScore: after.machineScore };
	const isOwn = (field: (typeof wordFields)[number] | 'nameIsMade') => card.editedAt !== null && (before === null || card[field] !== before[field]);
	for (const field of wordFields) if (!isOwn(field)) (next as Record<string, unknown>)[field] = after[field];
	// Keeping a made name as it is gives it to the card for good.
	if (isOwn('name') || isOwn('nameIsMade')) return { ...next, name: card.name, nameIsMade: card.nameIsMade };
	return { ...next, nameIsMade: after.nameIsMade };
}

function lineOf(passage: string | null, text: string): number | null {
	if (passage === null || passage.trim() === '') return null;
	const flat = text.replace(/\r\n?/g, '\n');
	const at = flat.indexOf(passage.replace(/\r\n?/g, '\n'));
	return at < 0 ? null : flat.slice(0, at).split('\n').length;
}

const bare = (record: object) => record as Record<string, unknown>;
const changed = (before: Card, after: Card): RecordChange => ({ table: 'cards', key: before.id, before: bare(before), after: bare(after) });
/** A card that its document has just brought: no record of it was there before the step. */
const absent = (key: string): RecordChange => ({ table: 'cards', key, before: null, after: null });

function readsInstead(row: WorkshopSource, hash: string): RecordChange[] {
	const next: WorkshopSource = { id: `${row.workshopId}/${hash}`, workshopId: row.workshopId, sourceId: hash };
	return [
		{ table: 'workshopSources', key: next.id, before: null, after: bare(next) },
		{ table: 'workshopSources', key: row.id, before: bare(row), after: null },
	];
}

export interface BothVersions {
	newer: Source;
	/** Its cards as they are now, clipped ones too. */
	newerCards: readonly Card[];
	newerRead: ParsedDocument;
	earlier: Source;
	/** The cards that stayed with it. */
	earlierCards: readonly Card[];
	earlierRead: ParsedDocument;
	/** Who reads the newer one. */
	readers: readonly WorkshopSource[];
	/** Who reads the earlier one already. */
	earlierReaders: readonly WorkshopSource[];
	/** Ids of cards that are used in any workshop. */
	used: ReadonlySet<string>;
}

/**
 * Takes the replacement back: each of the two stands as a document of its own. Cards go back to the earlier one with its
 * words, but for those that people wrote, and the newer one gets its own.
 */
export function keepBothChanges(both: BothVersions): Change[] {
	const { newer, earlier, newerRead, earlierRead, readers, earlierReaders } = both;
	const pairs = matchCards(earlierRead.cards, newerRead.cards);
	const fresh = documentRecords(newerRead, newer.importedAt).cards;
	const own = (card: Card) => placeIn(newer.id, card.id) !== null;
	const imported = both.newerCards.filter(({ origin }) => origin === 'imported');
	const standing = standingCards(newer.id, newerRead.cards, imported);
	const back = [...pairs].flatMap(([from, to]): RecordChange[] => {
		const card = standing[to];
		if (!card || own(card)) return [];
		const twin = fresh[to]!;
		return [
			changed(card, moved(card, newerRead.cards[to]!, earlierRead.cards[from]!, earlier.id)),
			{ table: 'cards', key: twin.id, before: null, after: bare(twin) },
		];
	});
	const clipped = both.newerCards.flatMap((card): RecordChange[] => {
		const cameAlong = card.origin === 'clipped' && card.createdAt < newer.importedAt;
		const line = cameAlong ? lineOf(card.passage, earlierRead.text) : null;
		return line === null ? [] : [changed(card, { ...card, sourceId: earlier.id, line })];
	});
	const known = new Set(earlierReaders.map(({ workshopId }) => workshopId));
	return [
		{ table: 'documents', key: newer.id, before: entryOf(newer), after: { importedAt: newer.importedAt } },
		...back,
		...clipped,
		...readers.filter(({ workshopId }) => !known.has(workshopId)).map(({ workshopId }): RecordChange => {
			const row: WorkshopSource = { id: `${workshopId}/${earlier.id}`, workshopId, sourceId: earlier.id };
			return { table: 'workshopSources', key: row.id, before: null, after: bare(row) };
		}),
	];
}

export const entryOf = ({ importedAt, earlier }: Source): DocumentEntry => (earlier === undefined ? { importedAt } : { importedAt, earlier });

/** What changed from one version to the next, as the two were read and as their cards stand now. */
export function versionDiff(both: Omit<BothVersions, 'readers' | 'earlierReaders'>): VersionDiff {
	const { newer, earlier, newerRead, earlierRead, used } = both;
	const imported = (cards: readonly Card[]) => cards.filter(({ origin }) => origin === 'imported');
	const standing = standingCards(newer.id, newerRead.cards, imported(both.newerCards));
	const left = standingCards(earlier.id, earlierRead.cards, imported(both.earlierCards));
	const pairs = matchCards(earlierRead.cards, newerRead.cards);
	const diff = diffOf(
		earlierRead.cards.map((read, at) => ({ read, card: (pairs.has(at) ? standing[pairs.get(at)!] : left[at]) ?? null })),
		newerRead.cards.map((read, at) => ({ read, id: standing[at]?.id ?? null })),
		pairs,
		(card) => (card.sourceId === newer.id || used.has(card.id) || isMadeOwn(card) ? card : null),
	);
	return { ...diff, document: changesBetween(earlierRead, newerRead) };
}
