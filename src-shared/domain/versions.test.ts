import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { ParsedCard, ParsedDocument } from '../schemas/document.ts';
import type { Change } from '../schemas/journal.ts';
import type { Card, Source, WorkshopSource } from '../schemas/records.ts';
import { documentRecords } from './documentRecords.ts';
import { isMadeOwn, keepBothChanges, needsReading, standingCards, versionChanges, versionDiff } from './versions.ts';
import { wrongChange } from './wrongChange.ts';

const [oldHash, newHash, thirdHash] = ['a'.repeat(32), 'b'.repeat(32), 'c'.repeat(32)] as [string, string, string];
const then = '2026-05-03T10:00:00.000Z';
const now = '2026-06-01T10:00:00.000Z';

const reading = (name: string, more: Partial<ParsedCard> = {}): ParsedCard => ({
	kind: 'signal', name, nameIsMade: false, description: `${name} is seen in many places.`, change: null, outlook: null, drivingForce: null, machineScore: 3, line: 1, ...more,
});
const page = (hash: string, cards: ParsedCard[], more: Partial<ParsedDocument> = {}): ParsedDocument => ({
	hash, file: 'pages/water.md', shape: 'signal page', title: 'Water', titleIsMade: false, author: null, url: null, pageRef: null, publishedAt: null,
	provider: null, providerDomain: null, sections: [], links: [], milestones: [], keywords: [], themes: [], category: null, type: null, summary: null,
	topics: [], quality: null, heat: null, related: [], encoding: 'UTF-8', repairs: [], warnings: [], text: 'The text.',
	cards: cards.map((card, at) => ({ ...card, line: 10 + at })), ...more,
});

/** A library as IndexedDB keeps it. */
interface Library {
	sources: Map<string, Source>;
	cards: Map<string, Card>;
	reads: Map<string, WorkshopSource>;
}
const documents = new Map<string, ParsedDocument>();

function applied(library: Library, changes: readonly Change[]): Library {
	const next: Library = { sources: new Map(library.sources), cards: new Map(library.cards), reads: new Map(library.reads) };
	for (const change of changes) {
		expect(wrongChange(change.table === 'workshopSources' ? `workshop-${change.key.split('/')[0]}` : 'library', change)).toBeNull();
		if (change.table === 'documents') enter(next, change);
		else {
			const table = (change.table === 'cards' ? next.cards : next.reads) as Map<string, unknown>;
			if (change.after) table.set(change.key, change.after);
			else table.delete(change.key);
		}
	}
	return next;
}
function enter(library: Library, { key, before, after }: Extract<Change, { table: 'documents' }>): void {
	if (before && after) {
		const source = { ...library.sources.get(key)! };
		delete source.earlier;
		library.sources.set(key, after.earlier === undefined ? source : { ...source, earlier: after.earlier });
	} else if (after) {
		const { source, cards } = documentRecords(documents.get(key)!, after.importedAt, after.earlier);
		library.sources.set(key, source);
		for (const card of cards) library.cards.set(card.id, card);
	} else {
		library.sources.delete(key);
		for (const [id, card] of library.cards) if (card.sourceId === key && card.origin === 'imported') library.cards.delete(id);
	}
}
const undone = (library: Library, changes: readonly Change[]) =>
	applied(library, [...changes].reverse().map((change) => ({ ...change, before: change.after, after: change.before }) as Change));
const plainState = ({ sources, cards, reads }: Library) => [sources, cards, reads].map((map) => [...map].sort(([a], [b]) => (a < b ? -1 : 1)));

function libraryOf(document: ParsedDocument, edit: (cards: Card[]) => Card[] = (cards) => cards): Library {
	documents.set(document.hash, document);
	const { source, cards } = documentRecords(document, then);
	const reads: WorkshopSource[] = [{ id: `w/${document.hash}`, workshopId: 'w', sourceId: document.hash }];
	return { sources: new Map([[source.id, source]]), cards: new Map(edit(cards).map((card) => [card.id, card])), reads: new Map(reads.map((row) => [row.id, row])) };
}
function replaced(library: Library, id: string, document: ParsedDocument, used: readonly string[] = []) {
	documents.set(document.hash, document);
	const source = library.sources.get(id)!;
	const cards = [...library.cards.values()].filter(({ sourceId }) => sourceId === id);
	const read = needsReading(source, cards) ? documents.get(id)! : null;
	const readers = [...library.reads.values()].filter(({ sourceId }) => sourceId === id);
	const { changes, diff } = versionChanges({ source, cards, used: new Set(used), readers, read }, document, now);
	return { changes, diff, after: applied(library, changes) };
}
const bothOf = (library: Library, newerId: string, used: readonly string[] = []) => {
	const newer = library.sources.get(newerId)!;
	const earlier = library.sources.get(newer.earlier!)!;
	const of = (id: string) => [...library.cards.values()].filter(({ sourceId }) => sourceId === id);
	const readers = (id: string) => [...library.reads.values()].filter(({ sourceId }) => sourceId === id);
	return {
		newer, earlier, newerCards: of(newer.id), earlierCards: of(earlier.id), newerRead: documents.get(newer.id)!, earlierRead: documents.get(earlier.id)!,
		readers: readers(newer.id), earlierReaders: readers(earlier.id), used: new Set(used),
	};
};

describe('a newer version of a document', () => {
	const first = page(oldHash, [reading('Dry rivers'), reading('Rain gardens'), reading('Salt in fields')]);
	const second = page(newHash, [reading('New dams'), reading('Dry rivers', { description: 'They run dry in May.', machineScore: 4 }), reading('Rain gardens')]);

	test('stands in for the earlier one, and the workshops that read that read it', () => {
		const { changes, after } = replaced(libraryOf(first), oldHash, second);
		expect(changes[0]).toEqual({ table: 'documents', key: newHash, before: null, after: { importedAt: now, earlier: oldHash } });
		expect([...after.sources.values()].map(({ id, earlier }) => [id, earlier])).toEqual([[oldHash, undefined], [newHash, oldHash]]);
		expect([...after.reads.keys()]).toEqual([`w/${newHash}`]);
	});

	test('takes over the cards that people use under their own ids, with its words and lines', () => {
		const { after, diff } = replaced(libraryOf(first), oldHash, second, [`${oldHash}-1`, `${oldHash}-3`]);
		expect(after.cards.get(`${oldHash}-1`)).toMatchObject({ name: 'Dry rivers', description: 'They run dry in May.', machineScore: 4, sourceId: newHash, line: 11 });
		expect(after.cards.has(`${newHash}-2`)).toBe(false);
		expect(after.cards.get(`${oldHash}-2`)?.sourceId).toBe(oldHash);
		expect(after.cards.get(`${newHash}-3`)?.name).toBe('Rain gardens');
		expect(after.cards.get(`${oldHash}-3`)?.sourceId).toBe(oldHash);
		expect(diff).toEqual({
			changed: [{
				cardId: `${oldHash}-1`, kind: 'signal', name: 'Dry rivers', line: 11, isMoved: true,
				fields: [
					{ field: 'description', before: 'Dry rivers is seen in many places.', after: 'They run dry in May.', isKept: false },
					{ field: 'machineScore', before: '3', after: '4', isKept: false },
				],
			}],
			added: [{ cardId: `${newHash}-1`, kind: 'signal', name: 'New dams', line: 10 }],
			gone: [{ cardId: `${oldHash}-3`, kind: 'signal', name: 'Salt in fields', line: 12, stays: true }],
			moved: 1,
		});
	});

	test('leaves the fields that a person wrote, brings the others, and says which', () => {
		const library = libraryOf(first, ([card, ...rest]) => [{ ...card!, name: 'Rivers in May', editedAt: then }, ...rest]);
		const { after, diff } = replaced(library, oldHash, second);
		expect(after.cards.get(`${oldHash}-1`)).toMatchObject({ name: 'Rivers in May', description: 'They run dry in May.', editedAt: then });
		expect(diff.changed[0]?.fields.map(({ field, isKept }) => [field, isKept])).toEqual([['description', false], ['machineScore', false]]);
		const described = libraryOf(first, ([card, ...rest]) => [{ ...card!, description: 'Ours.', editedAt: then }, ...rest]);
		const other = replaced(described, oldHash, second);
		expect(other.after.cards.get(`${oldHash}-1`)?.description).toBe('Ours.');
		expect(other.diff.changed[0]?.fields[0]).toMatchObject({ field: 'description', isKept: true });
	});

	test('keeps all words of an edited card where the document as it was read is lost', () => {
		const [card] = documentRecords(first, then).cards;
		const edited = { ...card!, outlook: 'Ours.', editedAt: then };
		const { source } = documentRecords(first, then);
		const { changes } = versionChanges({ source, cards: [edited], used: new Set(), readers: [], read: null }, second, now);
		expect(changes[1]?.after).toMatchObject({ description: 'Dry rivers is seen in many places.', outlook: 'Ours.', sourceId: newHash, machineScore: 4 });
	});

	test('moves what is tagged, joined or kept apart, and leaves what nobody touched', () => {
		for (const own of [{ tags: ['Society'] }, { sameAs: 'x' }, { apart: true as const }]) {
			const library = libraryOf(first, ([card, ...rest]) => [{ ...card!, ...own }, ...rest]);
			expect(replaced(library, oldHash, second).after.cards.get(`${oldHash}-1`)).toMatchObject({ ...own, sourceId: newHash });
		}
		expect(replaced(libraryOf(first), oldHash, second).changes.filter(({ table }) => table === 'cards')).toEqual([]);
	});

	test('knows a card by its words where its name is another', () => {
		const rain = reading('Gardens for the rain', { description: 'Rain gardens is seen in many places.' });
		const { after } = replaced(libraryOf(first), oldHash, page(newHash, [rain]), [`${oldHash}-2`]);
		expect(after.cards.get(`${oldHash}-2`)).toMatchObject({ name: 'Gardens for the rain', sourceId: newHash });
		const stranger = reading('Rain gardens on roofs of schools', { description: 'Children plant what bees like, and nobody asks for a permit.' });
		expect(replaced(libraryOf(first), oldHash, page(newHash, [stranger]), [`${oldHash}-2`]).after.cards.get(`${oldHash}-2`)?.sourceId).toBe(oldHash);
	});

	test('does not bring back what people deleted', () => {
		const { after, diff } = replaced(libraryOf(first, ([, ...rest]) => rest), oldHash, second);
		expect([...after.cards.values()].filter(({ name }) => name === 'Dry rivers')).toEqual([]);
		expect([diff.changed, diff.gone.map(({ name }) => name)]).toEqual([[], ['Salt in fields']]);
	});

	test('takes a clipped card along where its passage still stands, at its new line', () => {
		const clip: Card = { ...documentRecords(first, then).cards[0]!, id: 'clip', origin: 'clipped', passage: 'Wells dry up.\nPeople leave.', line: 2 };
		const library = libraryOf(first, (cards) => [...cards, clip, { ...clip, id: 'other', passage: 'Not any more.' }]);
		const { after } = replaced(library, oldHash, page(newHash, [], { text: 'A new start.\r\n\r\nWells dry up.\r\nPeople leave.' }));
		expect(after.cards.get('clip')).toMatchObject({ sourceId: newHash, line: 3 });
		expect(after.cards.get('other')).toMatchObject({ sourceId: oldHash, line: 2 });
	});

	test('a third version takes over what the second had taken from the first', () => {
		const { after } = replaced(libraryOf(first), oldHash, second, [`${oldHash}-1`]);
		const third = page(thirdHash, [reading('Dry rivers', { description: 'They are dry all year.' })]);
		const last = replaced(after, newHash, third, [`${oldHash}-1`]);
		expect(last.after.cards.get(`${oldHash}-1`)).toMatchObject({ description: 'They are dry all year.', sourceId: thirdHash, line: 10 });
		expect(last.diff).toMatchObject({ moved: 1, changed: [{ cardId: `${oldHash}-1` }], gone: [{ name: 'New dams' }, { name: 'Rain gardens' }] });
	});

	test('what changed can be told later, from the two documents and their cards as they stand', () => {
		const used = [`${oldHash}-1`, `${oldHash}-3`];
		const { after, diff } = replaced(libraryOf(first), oldHash, second, used);
		const later = versionDiff(bothOf(after, newHash, used));
		expect({ ...later, document: undefined }).toEqual({ ...diff, document: undefined });
		expect(later.document).toEqual({ title: null, lines: [] });
		const article = (hash: string, text: string) => page(hash, [], { shape: 'article', text });
		const texts = replaced(libraryOf(article(oldHash, 'One.\nTwo.')), oldHash, article(newHash, 'One.\nThree.'));
		expect(versionDiff(bothOf(texts.after, newHash)).document?.lines).toEqual([{ before: 'Two.', after: 'Three.', line: 2 }]);
	});

	test('keeping both gives each its own cards, and the earlier one those that were its own, with what people wrote', () => {
		const used = [`${oldHash}-1`];
		const { after } = replaced(libraryOf(first), oldHash, second, used);
		const card = after.cards.get(`${oldHash}-1`)!;
		const edited = applied(after, [{ table: 'cards', key: card.id, before: { ...card }, after: { ...card, outlook: 'Ours.', editedAt: now } }]);
		const changes = keepBothChanges(bothOf(edited, newHash, used));
		const both = applied(edited, changes);
		expect(both.sources.get(newHash)?.earlier).toBeUndefined();
		expect(both.cards.get(card.id)).toMatchObject({ sourceId: oldHash, description: 'Dry rivers is seen in many places.', outlook: 'Ours.', line: 10, machineScore: 3 });
		expect([...both.cards.values()].filter(({ sourceId }) => sourceId === newHash).map(({ id }) => id).sort()).toEqual([1, 2, 3].map((n) => `${newHash}-${n}`));
		expect([...both.reads.keys()].sort()).toEqual([`w/${oldHash}`, `w/${newHash}`]);
		expect(plainState(undone(both, changes))).toEqual(plainState(edited));
	});
});

describe('whatever was read and done', () => {
	const words = fc.constantFrom('dry', 'rivers', 'rain', 'gardens', 'salt', 'fields', 'dams', 'wells');
	const sentence = fc.array(words, { minLength: 1, maxLength: 4 }).map((list) => list.join(' '));
	const anyReading = fc.record({ kind: fc.constantFrom('signal' as const, 'issue' as const), name: sentence, description: fc.option(sentence), outlook: fc.option(sentence) })
		.map(({ name, ...more }) => reading(name, more));
	const readings = fc.array(anyReading, { maxLength: 8 });
	const deeds = fc.array(fc.constantFrom('nothing', 'used', 'edited', 'tagged', 'deleted'), { minLength: 8, maxLength: 8 });

	/** Two versions, and what people did in between with each card of the first. */
	function did(cards: readonly ParsedCard[], done: readonly string[]) {
		const document = page(oldHash, [...cards]);
		const library = libraryOf(document, (all) => all.flatMap((card, at) => {
			if (done[at] === 'deleted') return [];
			if (done[at] === 'edited') return [{ ...card, outlook: 'Ours.', editedAt: then }];
			return [done[at] === 'tagged' ? { ...card, tags: ['Society'] } : card];
		}));
		return { library, used: [...library.cards.keys()].filter((id) => done[Number(id.split('-')[1]) - 1] === 'used') };
	}

	test('nothing that people did is lost, no card is there twice, and undo gives exactly the state before', () => {
		fc.assert(fc.property(readings, readings, deeds, (before, after, done) => {
			const { library, used } = did(before, done);
			const second = page(newHash, after);
			const result = replaced(library, oldHash, second, used);
			for (const [id, card] of library.cards) {
				if (!used.includes(id) && !isMadeOwn(card)) continue;
				const kept = result.after.cards.get(id);
				expect(kept).toMatchObject({ id, kind: card.kind, editedAt: card.editedAt, createdAt: card.createdAt, ...(card.tags ? { tags: card.tags } : {}) });
				if (card.editedAt) expect(kept?.outlook).toBe('Ours.');
			}
			const own = [...result.after.cards.values()].filter(({ sourceId }) => sourceId === newHash);
			const standing = standingCards(newHash, second.cards, own);
			expect(new Set(standing.filter((card) => card !== null)).size).toBe(own.length);
			if (!done.includes('deleted')) expect(standing.every((card) => card !== null)).toBe(true);
			expect(plainState(undone(result.after, result.changes))).toEqual(plainState(library));
		}), { numRuns: 400 });
	});

	test('the changes are told the same at the import and later', () => {
		fc.assert(fc.property(readings, readings, deeds, (before, after, done) => {
			const { library, used } = did(before, done);
			const { after: state, diff } = replaced(library, oldHash, page(newHash, after), used);
			expect({ ...versionDiff(bothOf(state, newHash, used)), document: undefined }).toEqual({ ...diff, document: undefined });
		}), { numRuns: 400 });
	});

	test('keeping both afterwards leaves the earlier version’s cards as they were', () => {
		fc.assert(fc.property(readings, readings, deeds, (before, after, done) => {
			const { library, used } = did(before, done);
			const { after: state } = replaced(library, oldHash, page(newHash, after), used);
			const both = applied(state, keepBothChanges(bothOf(state, newHash, used)));
			expect([...both.cards].filter(([id]) => id.startsWith(oldHash))).toEqual([...library.cards]);
		}), { numRuns: 400 });
	});
});
