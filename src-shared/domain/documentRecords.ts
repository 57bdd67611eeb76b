/** Turns a read document into the records of the library. Ids follow from the document's hash, so that reading it again gives the same ones. */
import type { ParsedDocument } from '../schemas/document.ts';
import type { Card, Source, SourceText } from '../schemas/records.ts';

export interface DocumentRecords {
	source: Source;
	text: SourceText;
	cards: Card[];
}

/** @param importedAt ISO timestamp. */
export function documentRecords(document: ParsedDocument, importedAt: string): DocumentRecords {
	const { hash, cards, text, ...fields } = document;
	return {
		source: { ...fields, id: hash, cardCount: cards.length, importedAt },
		text: { id: hash, text },
		cards: cards.map((card, index) => ({
			...card,
			id: `${hash}-${index + 1}`,
			sourceId: hash,
			origin: 'imported',
			passage: null,
			editedAt: null,
			createdAt: importedAt,
		})),
	};
}
