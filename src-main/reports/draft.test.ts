import * as v from 'valibot';
import { expect, test } from 'vitest';
import { kinds } from '../../src-shared/schemas/names.ts';
import { parsedDocumentSchema, type ParsedCard, type ParsedDocument } from '../../src-shared/schemas/document.ts';
import { workshopFileSchema } from '../../src-shared/schemas/workshopFile.ts';
import { draftWorkshopFile } from './draft.ts';
import { sampleWorkshop } from './testing/sampleWorkshop.ts';

const now = new Date('2026-05-14T12:00:00.000Z');
const cards = [...kinds, ...kinds].map((kind, index): ParsedCard => ({
	kind,
	name: `Card ${index + 1}`,
	nameIsMade: false,
	description: null,
	change: null,
	outlook: null,
	drivingForce: null,
	machineScore: 5,
	line: index + 1,
}));

function documentOf(hash: string, given: ParsedCard[]): ParsedDocument {
	const source = sampleWorkshop.sources[0]!;
	return v.parse(parsedDocumentSchema, { ...source, hash, title: `Document ${hash}`, cards: given, text: 'Its text.' });
}

test('a draft is a whole workshop file with the cards of all documents numbered by kind and none placed', () => {
	const file = draftWorkshopFile([documentOf('a', cards), documentOf('b', cards), documentOf('c', [])], now);
	expect(v.is(workshopFileSchema, file)).toBe(true);
	expect(file.workshop).toMatchObject({ title: 'Draft workshop', baseYear: 2026 });
	expect([file.sources.length, file.texts.length, file.workshopSources.length]).toEqual([3, 3, 3]);
	expect(file.workshopCards).toHaveLength(20);
	expect(file.workshopCards.every((card) => card.placement === null)).toBe(true);
	const issues = file.cards.filter((card) => card.kind === 'issue').map((card) => card.id);
	expect(file.workshopCards.filter((use) => issues.includes(use.cardId)).map((use) => use.number)).toEqual([
		1, 2, 3, 4,
	]);
});

test('one document gives the draft its title, and given twice it counts once', () => {
	const file = draftWorkshopFile([documentOf('a', cards), documentOf('a', cards)], now);
	expect(file.workshop.title).toBe('Document a');
	expect(file.sources).toHaveLength(1);
	expect(file.workshopCards).toHaveLength(10);
});
