/** Turns a read document into the records of the library. Ids follow from the document's hash, so that reading it again gives the same ones. */
import type { ParsedDocument } from '../schemas/document.ts';
import type { Card, Source, SourceText } from '../schemas/records.ts';

export interface DocumentRecords {
	source: Source;
	text: SourceText;
	cards: Card[];
}

/** @param importedAt ISO timestamp. @param earlier the hash of the version that the document stands in for. */
export function documentRecords(document: ParsedDocument, importedAt: string, earlier?: string): DocumentRecords {
	const { hash, cards, text, ...fields } = document;
	return {
		source: { ...fields, id: hash, cardCount: cards.length, importedAt, ...(earlier === undefined ? {} : { earlier }) },
		text: { id: hash, text },
		cards: cards.map((card, index) => ({
			...card,
			id: importedCardId(hash, index),
			sourceId: hash,
			origin: 'imported',
			passage: null,
			editedAt: null,
			createdAt: importedAt,
		})),
	};
}

/** @param index the card's place in its document, from 0. */
export const importedCardId = (hash: string, index: number): string => `${hash}-${index + 1}`;

/** The card's place in the document from which it takes its id, from 0; null for a card that is not from it. */
export function placeIn(hash: string, id: string): number | null {
	const number = id.startsWith(`${hash}-`) ? id.slice(hash.length + 1) : '';
	return /^[1-9]\d{0,5}$/.test(number) ? Number(number) - 1 : null;
}
