/** Records with just what a test says; the rest is empty. */
import type { ParsedCard, ParsedDocument } from '../../src-shared/schemas/document.ts';
import type { Card, Source, WorkshopCard } from '../../src-shared/schemas/records.ts';

const importedAt = '2026-05-14T12:00:00.000Z';

export const aCard = (fields: Partial<Card> & { id: string }): Card => ({
	kind: 'signal', name: fields.id, nameIsMade: false, description: null, change: null, outlook: null, drivingForce: null,
	machineScore: null, sourceId: null, line: null, origin: 'imported', passage: null, editedAt: null, createdAt: importedAt, ...fields,
});

const emptyDocument = {
	shape: 'article', titleIsMade: false, author: null, url: null, pageRef: null, publishedAt: null, provider: null, providerDomain: null,
	sections: [], links: [], milestones: [], keywords: [], themes: [], category: null, type: null, summary: null, topics: [],
	quality: null, heat: null, related: [], encoding: 'UTF-8', repairs: [], warnings: [],
} satisfies Partial<ParsedDocument>;

export const aSource = (fields: Partial<Source> & { id: string }): Source => ({
	...emptyDocument, file: `${fields.id}.txt`, title: fields.id, cardCount: 0, importedAt, ...fields,
});

export const aDocument = (fields: Partial<ParsedDocument> & { hash: string }): ParsedDocument => ({
	...emptyDocument, file: `${fields.hash}.txt`, title: fields.hash, cards: [], text: '', ...fields,
});

export const aParsedCard = (fields: Partial<ParsedCard> = {}): ParsedCard => ({
	kind: 'signal', name: 'A card', nameIsMade: false, description: null, change: null, outlook: null, drivingForce: null,
	machineScore: null, line: 1, ...fields,
});

export const aUse = (cardId: string, fields: Partial<WorkshopCard> = {}): WorkshopCard => ({
	id: `w/${cardId}`, workshopId: 'w', cardId, number: 1, placement: null, ...fields,
});
