/** Makes the read document again that a workshop file's records came from, so that this computer's document store can hold it. */
import { documentRecords } from '../../src-shared/domain/documentRecords.ts';
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

/** The document's card that an id stands for, from 1; null for the id of a card that is not from it. */
export function numberInDocument(hash: string, cardId: string): number | null {
	const match = /^([0-9a-f]{32})-([1-9]\d{0,5})$/.exec(cardId);
	return match?.[1] === hash ? Number(match[2]) : null;
}

/** @param cards the file's imported cards of this source. */
export function rebuiltDocument(source: Source, text: string, cards: readonly Card[]): Rebuilt {
	const { id: hash, cardCount, importedAt, ...fields } = source;
	const byNumber = new Map(cards.flatMap((card) => {
		const number = numberInDocument(hash, card.id);
		return number !== null && number <= cardCount ? [[number, card] as const] : [];
	}));
	const places = Array.from({ length: cardCount }, (_, index) => byNumber.get(index + 1));
	const document = { ...fields, hash, text, cards: places.map((card) => (card ? parsedCard(card) : gap)) };
	const fresh = documentRecords(document, importedAt).cards;
	const changes = fresh.flatMap((entered, index) => {
		const card = places[index];
		if (!card) return [removed('cards', entered)];
		return sameCard(entered, card) ? [] : [changed('cards', entered, card)];
	});
	return { document, importedAt, changes };
}

function parsedCard({ kind, name, nameIsMade, description, change, outlook, drivingForce, machineScore, line }: Card): ParsedCard {
	return { kind, name, nameIsMade, description, change, outlook, drivingForce, machineScore, line: line ?? 1 };
}

const sameCard = (a: Card, b: Card): boolean =>
	(Object.keys(a) as (keyof Card)[]).every((key) => a[key] === b[key]) && (a.tags ?? []).join('\n') === (b.tags ?? []).join('\n');
