import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Change, JournalLine } from '../schemas/journal.ts';
import { emptyFold, foldLine, foldOf, snapshotOf, type Folded } from './fold.ts';

const hash = '0123456789abcdef0123456789abcdef';
const line = (...changes: Change[]): JournalLine => ({ id: 'l', stepId: 's', at: '2026-01-01T00:00:00Z', label: 'x', changes });
const newer = 'f'.repeat(32);
/** An imported card of the document its id is from, or of the one given; one under any other id was made by hand. */
const card = (key: string, name: string | null, sourceId = key.length > 32 ? key.slice(0, 32) : null): Change => ({
	table: 'cards',
	key,
	before: null,
	after: name === null ? null : { id: key, name, ...(sourceId ? { sourceId, origin: 'imported' } : {}) },
});
const document = (present: boolean, key = hash): Change => ({
	table: 'documents',
	key,
	before: null,
	after: present ? { importedAt: '2026-01-01T00:00:00Z' } : null,
});
const restands = (key: string, earlier: string | null): Change => {
	const before = { importedAt: '2026-01-01T00:00:00Z' };
	return { table: 'documents', key, before, after: earlier === null ? before : { ...before, earlier } };
};

/** The working record as IndexedDB keeps it: documents bring cards of their own number and take away those of their source. */
const perDocument = 4;
function stored(changes: readonly Change[]): Map<string, { name: string; sourceId: string | null }> {
	const cards = new Map<string, { name: string; sourceId: string | null }>();
	for (const { table, key, before, after } of changes) {
		if (table === 'documents') {
			if (before && after) continue;
			if (after) for (let n = 1; n <= perDocument; n++) cards.set(`${key}-${n}`, { name: 'as read', sourceId: key });
			else for (const [id, { sourceId }] of cards) if (sourceId === key) cards.delete(id);
		} else if (after) cards.set(key, { name: String(after['name']), sourceId: (after['sourceId'] as string | undefined) ?? null });
		else cards.delete(key);
	}
	return cards;
}
/** How a lost record is made again: documents first, then what was done to cards, then what was taken away. */
function rebuilt(state: Folded): Change[] {
	const { documents, records, removed } = snapshotOf(state, 'library', { rev: 0, lastId: null }, 'now');
	return [
		...Object.entries(documents).map(([key, after]): Change => ({ table: 'documents', key, before: null, after })),
		...Object.values(records).flat().map((after) => ({ table: 'cards', key: String(after['id']), before: null, after }) as Change),
		...Object.values(removed ?? {}).flat().map((key) => card(key, null)),
	];
}

function folded(...changes: Change[]): Folded {
	const state = emptyFold();
	foldLine(state, line(...changes));
	return state;
}

describe('folding journal lines', () => {
	test('the last change of a record is what stays', () => {
		const state = folded(card('a', 'first'), card('a', 'second'), card('b', 'gone'), card('b', null));
		expect(state.tables.get('cards')).toEqual(new Map([['a', { id: 'a', name: 'second' }]]));
	});

	test('a deleted card of a document that stayed is remembered as deleted', () => {
		const state = folded(document(true), card(`${hash}-3`, null), card('handmade', null));
		expect(snapshotOf(state, 'library', { rev: 1, lastId: 'l' }, 'now').removed).toEqual({ cards: [`${hash}-3`] });
	});

	test('a document that leaves takes its edited and its deleted cards with it, and no clipped ones', () => {
		const state = folded(document(true), card(`${hash}-1`, 'edited'), card(`${hash}-2`, null), card('clip', 'kept'), document(false));
		expect([...(state.tables.get('cards')?.keys() ?? [])]).toEqual(['clip']);
		expect(state.removed.get('cards')?.size).toBe(0);
		expect(state.documents.size).toBe(0);
	});

	test('a card that a newer version took over leaves with that one, and not with the one it came from', () => {
		const moved = [document(true), document(true, newer), card(`${hash}-1`, 'moved', newer), card(`${newer}-1`, null)];
		expect([...folded(...moved, document(false)).tables.get('cards')!.keys()]).toEqual([`${hash}-1`]);
		const left = folded(...moved, document(false, newer));
		expect([...left.tables.get('cards')!.keys()]).toEqual([]);
		expect([...left.removed.get('cards')!]).toEqual([`${hash}-1`]);
	});

	test('a document that stands in for another, or no longer does, keeps its cards', () => {
		const state = folded(document(true), card(`${hash}-1`, 'edited'), card(`${hash}-2`, null), restands(hash, newer));
		expect(state.documents.get(hash)?.earlier).toBe(newer);
		expect([[...state.tables.get('cards')!.keys()], [...state.removed.get('cards')!]]).toEqual([[`${hash}-1`], [`${hash}-2`]]);
		foldLine(state, line(restands(hash, null)));
		expect(state.documents.get(hash)).toEqual({ importedAt: '2026-01-01T00:00:00Z' });
	});

	test('what is rebuilt from the folded lines is what the lines had led to', () => {
		const ids = [hash, newer].flatMap((key) => [1, 2, 3, 4].map((n) => `${key}-${n}`));
		const change = fc.oneof(
			fc.tuple(fc.constantFrom(...ids), fc.option(fc.constantFrom(hash, newer))).map(([id, sourceId]) => (sourceId ? card(id, 'touched', sourceId) : card(id, null))),
			fc.tuple(fc.boolean(), fc.constantFrom(hash, newer)).map(([present, key]) => document(present, key)),
			fc.tuple(fc.constantFrom(hash, newer), fc.boolean()).map(([key, stands]) => restands(key, stands ? hash : null)),
		);
		/** Nobody can change a document that is not there, or a card of it. */
		const possible = (changes: readonly Change[]) => {
			const present = new Set<string>();
			return changes.filter(({ table, key, before, after }) => {
				if (before && after) return present.has(key);
				if (table !== 'documents') return present.has(String(after?.['sourceId'] ?? key.slice(0, 32)));
				return after ? present.add(key) : present.delete(key);
			});
		};
		fc.assert(
			fc.property(fc.array(change, { maxLength: 40 }), (all) => {
				const changes = possible(all);
				const sorted = (cards: ReturnType<typeof stored>) => [...cards].sort(([a], [b]) => (a < b ? -1 : 1));
				expect(sorted(stored(rebuilt(folded(...changes))))).toEqual(sorted(stored(changes)));
			}),
		);
	});

	test('going through a snapshot in the middle gives the same state as all lines in one go', () => {
		const change = fc.oneof(
			fc.tuple(fc.integer({ min: 1, max: 4 }), fc.option(fc.string())).map(([n, name]) => card(`${hash}-${n}`, name)),
			fc.tuple(fc.constantFrom('x', 'y'), fc.option(fc.string())).map(([key, name]) => card(key, name)),
			fc.boolean().map((present) => document(present)),
		);
		const seen = (state: Folded) => {
			const { documents, records, removed } = snapshotOf(state, 'library', { rev: 0, lastId: null }, 'now');
			const rows = [...(records['cards'] ?? [])].sort((a, b) => String(a['id']).localeCompare(String(b['id'])));
			return { documents, rows, removed: [...(removed?.['cards'] ?? [])].sort() };
		};
		fc.assert(
			fc.property(fc.array(change), fc.array(change), (before, after) => {
				const whole = folded(...before, ...after);
				const resumed = foldOf(JSON.parse(JSON.stringify(snapshotOf(folded(...before), 'library', { rev: 0, lastId: null }, 'now'))));
				foldLine(resumed, line(...after));
				expect(seen(resumed)).toEqual(seen(whole));
			}),
		);
	});
});
