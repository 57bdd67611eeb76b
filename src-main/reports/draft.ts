/** A workshop made of documents alone, for printing them without having held one. */
import { nextNumber } from '../../src-shared/domain/cardCode.ts';
import { documentRecords } from '../../src-shared/domain/documentRecords.ts';
import { newId } from '../../src-shared/domain/ids.ts';
import type { ParsedDocument } from '../../src-shared/schemas/document.ts';
import type { Card, WorkshopCard } from '../../src-shared/schemas/records.ts';
import { noWorlds, workshopFileVersion, type WorkshopFile } from '../../src-shared/schemas/workshopFile.ts';

/** The lanes of STEEP, as a new workshop has them. */
const laneNames = ['Society', 'Technology', 'Economy', 'Environment', 'Politics'];

/** @param documents those with the same content count once. Nothing is placed and nothing voted. */
export function draftWorkshopFile(documents: readonly ParsedDocument[], now: Date): WorkshopFile {
	const at = now.toISOString();
	const workshopId = newId();
	const unique = [...new Map(documents.map((document) => [document.hash, document])).values()];
	const records = unique.map((document) => documentRecords(document, at));
	const cards = records.flatMap((record) => record.cards);
	return {
		format: 'longview-workshop',
		version: workshopFileVersion,
		savedAt: at,
		workshop: {
			id: workshopId,
			title: unique.length === 1 ? unique[0]!.title : 'Draft workshop',
			question: '',
			baseYear: now.getFullYear(),
			lanes: laneNames.map((name) => ({ id: newId(), name })),
			createdAt: at,
		},
		sources: records.map((record) => record.source),
		texts: records.map((record) => record.text),
		cards,
		workshopSources: unique.map(({ hash }) => ({ id: `${workshopId}/${hash}`, workshopId, sourceId: hash })),
		workshopCards: numbered(cards, workshopId),
		rounds: [],
		ballots: [],
		scenarios: [],
		clusters: [],
		influences: [],
		notes: [],
		...noWorlds(),
	};
}

function numbered(cards: readonly Card[], workshopId: string): WorkshopCard[] {
	const given: { kind: Card['kind']; number: number }[] = [];
	return cards.map(({ id, kind }) => {
		const number = nextNumber(kind, given);
		given.push({ kind, number });
		return { id: `${workshopId}/${id}`, workshopId, cardId: id, number, placement: null };
	});
}
