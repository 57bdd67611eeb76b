/** Makes the read document again that a workshop file's records came from, so that this computer's document store can hold it. */
import { documentRecords, placeIn } from '../../src-shared/domain/documentRecords.ts';
import type { RecordChange } from '../../src-shared/schemas/journal.ts';
import type { ParsedCard, ParsedDocument } from '../../src-shared/schemas/document.ts';
import type { Card, Source } from '../../src-shared/schemas/records.ts';
import { changed, removed } from './changes.ts';

export interface Rebuilt {
	document: ParsedDocument;
	importedAt: string;
	/** What people did to the document's cards: applied after it has entered. */
	changes: RecordChange[];
}

/** Stands where a card was that people had deleted, because a card's place in its document is its id. */
const gap: ParsedCard = {
	kind: 'signal', name: 'Deleted card', nameIsMade: true, description: null, change: null, outlook: null, drivingForce: null,
	machineScore: null, line: 1,
};

/** @param cards all imported cards of the file: those of the source, and those that a newer version of it took over. */
export function rebuiltDocument(source: Source, text: string, cards: readonly Card[]): Rebuilt {
	const { id: hash, cardCount, importedAt, ...fields } = source;
	delete fields.earlier;
	const places = Array.from({ length: cardCount }, (): Card | undefined => undefined);
	for (const card of cards) {
		const at = placeIn(hash, card.id);
		if (at !== null && at < cardCount) places[at] = card;
	}
	const standIns = standInsFor(places, cards.filter((card) => card.sourceId === hash && placeIn(hash, card.id) === null));
	const document = { ...fields, hash, text, cards: places.map((card, at) => parsedCard(card ?? standIns.get(at)) ?? gap) };
	const fresh = documentRecords(document, importedAt).cards;
	const changes = fresh.flatMap((entered, index) => {
		const card = places[index];
		if (!card) return [removed('cards', entered)];
		return sameCard(entered, card) ? [] : [changed('cards', entered, card)];
	});
	return { document, importedAt, changes };
}

/** Cards of an earlier version stand for those of the document that they are: in the free places, in the order of their lines. */
function standInsFor(places: readonly (Card | undefined)[], others: readonly Card[]): Map<number, Card> {
	const free = [...places.keys()].filter((at) => places[at] === undefined);
	const found = new Map<number, Card>();
	for (const card of [...others].sort((a, b) => (a.line ?? 0) - (b.line ?? 0))) {
		const at = free.find((place) => !found.has(place) && isBetween(places, place, card.line ?? 0)) ?? free.find((place) => !found.has(place));
		if (at !== undefined) found.set(at, card);
	}
	return found;
}

function isBetween(places: readonly (Card | undefined)[], at: number, line: number): boolean {
	const before = places.slice(0, at).findLast((card) => card)?.line ?? 0;
	const after = places.slice(at).find((card) => card)?.line ?? Infinity;
	return before <= line && line <= after;
}

function parsedCard(card: Card | undefined): ParsedCard | null {
	if (!card) return null;
	const { kind, name, nameIsMade, description, change, outlook, drivingForce, machineScore, line } = card;
	return { kind, name, nameIsMade, description, change, outlook, drivingForce, machineScore, line: line ?? 1 };
}

const keys = ['sourceId', 'sameAs', 'apart', 'editedAt', 'kind', 'name', 'nameIsMade', 'description', 'change', 'outlook', 'drivingForce', 'machineScore', 'line', 'createdAt'] as const;
const sameCard = (a: Card, b: Card): boolean => keys.every((key) => a[key] === b[key]) && (a.tags ?? []).join('\n') === (b.tags ?? []).join('\n');
