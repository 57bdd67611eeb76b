import { afterEach, beforeEach, expect, test } from 'vitest';
import { newId } from '../../../src-shared/domain/ids.ts';
import type { ParsedCard, ParsedDocument } from '../../../src-shared/schemas/document.ts';
import type { Card } from '../../../src-shared/schemas/records.ts';
import { changed, created, removed } from '../changes.ts';
import { openDatabase, type Database } from '../database.ts';
import { Ledger } from '../ledger.svelte.ts';
import { LibrarySearch } from '../librarySearch.svelte.ts';
import { Records } from '../records.svelte.ts';
import { type LibraryQuery, noFilters } from './query.ts';

const parsedCard = (fields: Partial<ParsedCard>): ParsedCard => ({
	kind: 'signal', name: 'A card', nameIsMade: false, description: null, change: null, outlook: null, drivingForce: null, machineScore: null, line: 1, ...fields,
});
const parsed = (hash: string, fields: Partial<ParsedDocument>): ParsedDocument => ({
	hash, file: `${hash}.md`, shape: 'signal page', title: hash, titleIsMade: false, author: null, url: null, pageRef: null, publishedAt: null, provider: null,
	providerDomain: null, sections: [], links: [], milestones: [], keywords: [], themes: [], category: null, type: null, summary: null, topics: [], quality: null,
	heat: null, related: [], cards: [], encoding: 'UTF-8', repairs: [], warnings: [], text: '', ...fields,
});

const energy = parsed('energy', {
	title: 'Batteries everywhere', themes: ['storage'], category: 'science', publishedAt: '2024-03-01', text: 'Line one\nSodium cells replace lithium in grid storage.',
	cards: [
		parsedCard({ name: 'Sodium grid storage', description: 'Sodium cells replace lithium.', machineScore: 4, line: 2 }),
		parsedCard({ name: 'Réseaux électriques', kind: 'concern', line: 3 }),
		parsedCard({ name: 'Skills gap', kind: 'concern', machineScore: 2, line: 4 }),
	],
});
const work = parsed('work', {
	title: 'Work changes', category: 'society', publishedAt: '2025-06-01', text: 'A note on sodium and its lithium past.',
	cards: [parsedCard({ name: 'Skills gap', kind: 'concern', line: 2 }), parsedCard({ name: 'Four days', description: 'Storage of hours.', line: 3 })],
});

const query: LibraryQuery = { ...noFilters, scope: 'library', text: '', kind: null, part: null, unfolded: [] };
let database: Database;
let records: Records;
let ledger: Ledger;
let search: LibrarySearch;

// The worker tells of changes once a second.
const follow = async (version: number) => expect.poll(() => search.state.version, { timeout: 10_000 }).toBeGreaterThan(version);
async function enter(...documents: ParsedDocument[]): Promise<void> {
	const { version } = search.state;
	const changes = documents.map(({ hash }) => ({ table: 'documents' as const, key: hash, before: null, after: { importedAt: `2026-01-01T00:00:00.000Z` } }));
	await ledger.commit({ label: 'Import', changes }, new Map(documents.map((document) => [document.hash, document])));
	await follow(version);
}
async function names(change: Partial<LibraryQuery>): Promise<string[]> {
	const { rows } = await search.look({ ...query, ...change });
	const cards = new Map(await search.cards([...rows].filter((row) => row >= 0)));
	return [...rows].filter((row) => row >= 0).map((row) => cards.get(row)!.name);
}

beforeEach(async () => {
	database = await openDatabase(`test-${newId()}`);
	records = new Records();
	ledger = new Ledger({ database, records, fetchDocument: () => Promise.reject(new Error('not asked')), onLines: () => undefined });
	search = new LibrarySearch(database.name, records);
	await expect.poll(() => search.state.ready).toBe(true);
	await enter(energy, work);
});
afterEach(async () => {
	search.close();
	ledger.close();
	await database.delete();
});

test('cards are found by beginnings of words, whatever their case and accents, best first', async () => {
	expect(await names({ text: 'STOR' })).toEqual(['Sodium grid storage', 'Four days']);
	expect(await names({ text: 'reseaux elec' })).toEqual(['Réseaux électriques']);
	expect(await names({ text: 'sodium xylophone' })).toEqual([]);
});

test('a word that nobody wrote leads to the one that is written almost like it', async () => {
	expect((await search.look({ ...query, text: 'sodiun' })).almost).toBe('sodium');
});

test('the same name in several sources is one line, which opens', async () => {
	const answer = await search.look({ ...query, text: 'skills' });
	expect([[...answer.counts], answer.listed]).toEqual([[2], 2]);
	const open = await search.look({ ...query, text: 'skills', unfolded: [answer.rows[0]!] });
	expect([open.rows.length, [...open.counts]]).toEqual([2, [2, 0]]);
});

test('a line counts distinct sources, and one whose cards are all of one source says how many they are', async () => {
	await enter(parsed('twice', { cards: [parsedCard({ name: 'Twice said', line: 1 }), parsedCard({ name: 'TWICE said', line: 2 }), parsedCard({ name: 'Skills gap', kind: 'concern', line: 3 })] }));
	const of = async (text: string) => {
		const { counts, sizes } = await search.look({ ...query, text });
		return [[...counts], [...sizes]];
	};
	expect([await of('twice said'), await of('skills')]).toEqual([[[1], [2]], [[3], [3]]]);
});

test('cards that were joined are one line under the name that stands, also after a new start, and apart when they are set apart', async () => {
	const [, days] = (await search.look({ ...query, text: 'four days' })).first[0]!;
	const [, grid] = (await search.look({ ...query, text: 'sodium grid' })).first[0]!;
	let { version } = search.state;
	await ledger.commit({ label: 'Merge', changes: [changed('cards', grid, { sameAs: days.id })] });
	await follow(version);
	const line = await search.look({ ...query, kind: 'signal' });
	expect([await names({ kind: 'signal' }), [...line.counts]]).toEqual([['Four days'], [1, 2]]);
	expect((await search.line(grid.id))?.cards.map(({ name }) => name)).toEqual(['Four days', 'Sodium grid storage']);
	expect(await search.all({ ...query, kind: 'signal' })).toHaveLength(1);
	search.close();
	search = new LibrarySearch(database.name, records);
	await expect.poll(() => search.state.ready).toBe(true);
	expect(await names({ kind: 'signal' })).toEqual(['Four days']);
	version = search.state.version;
	const gaps = (await search.look({ ...query, text: 'skills', unfolded: [...(await search.look({ ...query, text: 'skills' })).rows] })).first;
	await ledger.commit({ label: 'Apart', changes: [changed('cards', gaps[0]![1], { apart: true })] });
	await follow(version);
	expect((await search.look({ ...query, text: 'skills' })).counts).toHaveLength(2);
});

test('a document with a newer version is not listed, searched, counted or drawn, but for cards that people made something of', async () => {
	const newer = parsed('later', { title: 'Work changes more', category: 'society', text: 'A longer note on sodium and its lithium past.', cards: [parsedCard({ name: 'Five days' })] });
	const four = (await search.look({ ...query, text: 'four days' })).first[0]![1];
	await ledger.commit({ label: 'Tag', changes: [changed('cards', four, { tags: ['Society'] })] });
	await ledger.commit({ label: 'Import', changes: [{ table: 'documents', key: 'later', before: null, after: { importedAt: '2026-02-01T00:00:00.000Z', earlier: 'work' } }] }, new Map([['later', newer]]));
	// The two may be told of in one.
	await expect.poll(() => names({})).toEqual(['Sodium grid storage', 'Réseaux électriques', 'Skills gap', 'Four days', 'Five days']);
	expect((await search.look({ ...query, text: 'skills' })).counts).toEqual(Uint32Array.of(1));
	expect((await search.sources(query)).ids).toEqual(['energy', 'later']);
	expect((await search.facets(query)).categories).toEqual([['science', 3], ['society', 2]]);
	const grid = (await search.look({ ...query, text: 'sodium grid' })).first[0]![1];
	expect((await search.evidence(grid.id)).documents.map(({ sourceId }) => sourceId)).toEqual(['later']);
	expect((await search.draw(query)).map(([, { name }]) => name)).not.toContain('Work');
	const before = search.state.version;
	await ledger.commit({ label: 'Keep both', changes: [{ table: 'documents', key: 'later', before: { importedAt: '2026-02-01T00:00:00.000Z', earlier: 'work' }, after: { importedAt: '2026-02-01T00:00:00.000Z' } }] });
	await follow(before);
	expect((await search.sources(query)).ids).toEqual(['energy', 'work', 'later']);
});

test('filters narrow by kind, theme, category, date, score and source, and say what they leave', async () => {
	expect(await names({ kind: 'signal' })).toEqual(['Sodium grid storage', 'Four days']);
	expect(await names({ themes: ['storage'], kind: 'signal' })).toEqual(['Sodium grid storage']);
	expect(await names({ categories: ['society'] })).toEqual(['Skills gap', 'Four days']);
	expect(await names({ from: '2025-01-01', kind: 'signal' })).toEqual(['Four days']);
	expect(await names({ to: '2024-12-31', kind: 'signal' })).toEqual(['Sodium grid storage']);
	expect(await names({ score: 3 })).toEqual(['Sodium grid storage']);
	expect(await names({ sourceId: 'work', kind: 'concern' })).toEqual(['Skills gap']);
	const facets = await search.facets(query);
	expect([facets.categories, facets.scores, facets.dates]).toEqual([[['science', 3], ['society', 2]], [2, 2, 1, 1, 0], ['2024-03-01', '2025-06-01']]);
});

test('the index follows what is edited, tagged, made, deleted and undone', async () => {
	const [, card] = (await search.look({ ...query, text: 'four' })).first[0]!;
	let { version } = search.state;
	await ledger.commit({ label: 'Tag', changes: [changed('cards', card, { name: 'Three days', tags: ['Society'] })] });
	await follow(version);
	expect([await names({ text: 'four' }), await names({ text: 'three' }), await names({ tags: ['Society'] })]).toEqual([[], ['Three days'], ['Three days']]);
	version = search.state.version;
	await ledger.undo();
	await follow(version);
	expect(await names({ text: 'four' })).toEqual(['Four days']);
	version = search.state.version;
	const own: Card = { ...card, id: 'own', name: 'By hand', sourceId: null, line: null, origin: 'handmade' };
	await ledger.commit({ label: 'New', changes: [created('cards', own), removed('cards', card)] });
	await follow(version);
	expect([await names({ text: 'hand' }), await names({ text: 'four' })]).toEqual([['By hand'], []]);
	version = search.state.version;
	await ledger.commit({ label: 'Delete', changes: [{ table: 'documents', key: 'energy', before: { importedAt: '' }, after: null }] });
	await follow(version);
	expect(await names({})).toEqual(['By hand', 'Skills gap']);
});

test('a new start finds the same, from what was stored or by reading the library again', async () => {
	const stored = async () => {
		const names = await indexedDB.databases();
		return names.some(({ name }) => name === `${database.name}-index`);
	};
	await expect.poll(stored).toBe(true);
	for (let start = 0; start < 2; start++) {
		search.close();
		search = new LibrarySearch(database.name, records);
		await expect.poll(() => search.state.ready).toBe(true);
		expect(await names({ text: 'stor' })).toEqual(['Sodium grid storage', 'Four days']);
		expect((await search.look(query)).matching).toBe(5);
	}
});

test('other documents that speak of the same thing come with their sentence and its line', async () => {
	const [, card] = (await search.look({ ...query, text: 'sodium grid' })).first[0]!;
	const { documents } = await search.evidence(card.id);
	expect(documents).toMatchObject([{ sourceId: 'work', line: 1, text: 'A note on sodium and its lithium past.' }]);
});

test('a draw takes its kinds and of each line one card, and documents are found by their whole text', async () => {
	const drawn = await search.draw(query);
	expect(drawn.map(([, { kind }]) => kind).sort()).toEqual(['concern', 'concern', 'signal', 'signal']);
	expect((await search.sources({ ...query, text: 'lithium past' })).ids).toEqual(['work']);
	expect((await search.sources({ ...query, themes: ['storage'] })).cards).toEqual([3]);
});
