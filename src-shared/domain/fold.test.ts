import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Change, JournalLine } from '../schemas/journal.ts';
import { emptyFold, foldLine, foldOf, snapshotOf, type Folded } from './fold.ts';

const hash = '0123456789abcdef0123456789abcdef';
const line = (...changes: Change[]): JournalLine => ({ id: 'l', stepId: 's', at: '2026-01-01T00:00:00Z', label: 'x', changes });
const card = (key: string, name: string | null): Change => ({
	table: 'cards',
	key,
	before: null,
	after: name === null ? null : { id: key, name },
});
const document = (present: boolean, key = hash): Change => ({
	table: 'documents',
	key,
	before: null,
	after: present ? { importedAt: '2026-01-01T00:00:00Z' } : null,
});

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
