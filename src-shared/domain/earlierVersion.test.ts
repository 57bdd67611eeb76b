import { describe, expect, test } from 'vitest';
import { addressOf, findEarlier, resembles, versionIndex, type VersionRow } from './earlierVersion.ts';

const row = (id: string, more: Partial<VersionRow> = {}): VersionRow => (
	{ id, url: null, file: `${id}.md`, title: id, shape: 'signal page', isSuperseded: false, ...more }
);
const entering = ({ id, ...more }: VersionRow) => ({ ...more, hash: id });
const found = (document: VersionRow, ...rows: VersionRow[]) => findEarlier(entering(document), versionIndex(rows));

describe('a document is a newer version', () => {
	test('of the one with the same address, wherever its file lies', () => {
		const url = 'https://example.org/water';
		expect(found(row('b', { url }), row('a', { url, file: 'other/place.md' }))).toEqual({ id: 'a', mustResemble: false });
		expect(found(row('b', { url: `${url}/#top` }), row('a', { url: 'http://www.Example.org/water' }))?.id).toBe('a');
		expect(found(row('b', { url: `${url}?page=2` }), row('a', { url }))).toBeNull();
	});

	test('of the one with the same name in the same folder where no address tells', () => {
		expect(found(row('b', { file: 'notes/a.md' }), row('a', { file: 'notes\\a.md' }))).toEqual({ id: 'a', mustResemble: false });
		expect(found(row('b', { file: 'notes/a.md' }), row('a', { file: 'other/a.md' }))).toBeNull();
	});

	test('only if it resembles it, where name or address alone prove little', () => {
		expect(found(row('b', { file: 'notes.md' }), row('a', { file: 'notes.md' }))).toEqual({ id: 'a', mustResemble: true });
		const url = 'https://example.org/';
		expect(found(row('b', { url }), row('a', { url: 'https://example.org' }))).toEqual({ id: 'a', mustResemble: true });
		const moved = { file: 'notes/a.md', url: 'https://example.org/one' };
		expect(found(row('b', { ...moved, url: 'https://example.org/two' }), row('a', moved))).toEqual({ id: 'a', mustResemble: true });
		const page = { url: 'https://example.org/water' };
		expect(found(row('b', { ...page, shape: 'news item' }), row('a', page))).toEqual({ id: 'a', mustResemble: true });
	});

	test('of the last one there was, not of one that another stands in for', () => {
		const url = 'https://example.org/water';
		expect(found(row('c', { url }), row('a', { url, isSuperseded: true }), row('b', { url }))?.id).toBe('b');
		expect(found(row('c', { url }), row('a', { url, isSuperseded: true }))).toBeNull();
	});

	test('not of itself, and not of another sheet of its file', () => {
		expect(found(row('a', { file: 'x/a.md' }), row('a', { file: 'x/a.md' }))).toBeNull();
		const sheet = (id: string, title: string) => row(id, { file: 'x/trends.xlsx', title, shape: 'spreadsheet' });
		expect(found(sheet('b', 'trends: More'), sheet('a', 'trends: First'))).toBeNull();
		expect(found(sheet('b', 'trends: First'), sheet('a', 'trends: First'))?.id).toBe('a');
	});
});

test('an address that is none is compared as it stands', () => {
	expect([addressOf(null), addressOf(' '), addressOf('urn:isbn:1')]).toEqual([null, null, 'urn:isbn:1']);
});

test('documents resemble each other by a third of their cards, or of their words', () => {
	const card = (name: string) => ({
		kind: 'signal' as const, name, nameIsMade: false, description: null, change: null, outlook: null, drivingForce: null, machineScore: null, line: 1,
	});
	const of = (text: string, ...names: string[]) => ({ text, cards: names.map(card) });
	expect(resembles(of('', 'Dry rivers', 'Salt', 'Dams'), of('', 'Rain', 'Wells', 'Dams'))).toBe(true);
	expect(resembles(of('', 'Dry rivers', 'Salt', 'Dams', 'Mud'), of('', 'Rain', 'Wells', 'Dams', 'Fog'))).toBe(false);
	expect(resembles(of('Rivers run dry in the south of Spain.'), of('Rivers run dry in the north of Spain by May.'))).toBe(true);
	expect(resembles(of('Rivers run dry in the south of Spain.'), of('Banks lend less to farmers who draw water.'))).toBe(false);
	expect(resembles(of(''), of(''))).toBe(false);
});
