import { expect, test } from 'vitest';
import type { Change } from '../schemas/journal.ts';
import { wrongChange } from './wrongChange.ts';

const workshop = { id: 'w', title: 'One', question: '', baseYear: 2026, lanes: [{ id: 'a', name: 'A' }], createdAt: '2026-01-01T00:00:00.000Z' };
const scenario = { id: 's', workshopId: 'w', title: '', narrative: '', horizonYear: 2036, cardIds: [], order: 0, createdAt: '2026-01-01T00:00:00.000Z' };
const put = (table: string, after: Record<string, unknown>, key = String(after['id'])) => ({ table, key, before: null, after }) as Change;

test('what Longview writes itself is right', () => {
	expect(wrongChange('workshop-w', put('workshops', workshop))).toBeNull();
	expect(wrongChange('workshop-w', put('scenarios', scenario))).toBeNull();
	expect(wrongChange('workshop-w', { table: 'scenarios', key: 's', before: null, after: null })).toBeNull();
	expect(wrongChange('library', { table: 'documents', key: 'h', before: null, after: { importedAt: 'x' } })).toBeNull();
	expect(wrongChange('library', { table: 'documents', key: 'h', before: { importedAt: 'x', earlier: 'g' }, after: { importedAt: 'x' } })).toBeNull();
});

test.each([
	['a record in another workshop’s journal', 'workshop-v', put('scenarios', scenario)],
	['a workshop’s record in the library', 'library', put('scenarios', scenario)],
	['a removal of a card in a workshop’s journal', 'workshop-w', { table: 'cards', key: 'c', before: null, after: null } as Change],
	['a document outside the library', 'workshop-w', { table: 'documents', key: 'h', before: null, after: null } as Change],
	['a document that stands in for itself', 'library', { table: 'documents', key: 'h', before: null, after: { importedAt: 'x', earlier: 'h' } } as Change],
	['a document that did so before', 'library', { table: 'documents', key: 'h', before: { importedAt: 'x', earlier: 'h' }, after: null } as Change],
	['a document that stands in for a number', 'library', { table: 'documents', key: 'h', before: null, after: { importedAt: 'x', earlier: 7 } } as unknown as Change],
	['a document that came in at no time', 'library', { table: 'documents', key: 'h', before: null, after: {} } as unknown as Change],
	['a record under another key', 'workshop-w', put('scenarios', scenario, 'other')],
	['lanes that are no list', 'workshop-w', put('workshops', { ...workshop, lanes: 'no' })],
	['a field of the wrong type', 'workshop-w', put('scenarios', { ...scenario, horizonYear: 'soon' })],
] as const)('%s is wrong', (_, scope, change) => {
	expect(wrongChange(scope, change)).toEqual(expect.any(String));
});
