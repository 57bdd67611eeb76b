import { expect, test } from 'vitest';
import type { Kind } from '../../../src-shared/schemas/document.ts';
import type { Influence, Note } from '../../../src-shared/schemas/records.ts';
import type { CardRow } from './cardRows.ts';
import { sortRows } from './sorting.ts';
import { influenceKeys, influenceRows, noteKeys, noteRows, type InfluenceColumn, type NoteColumn } from './structureRows.ts';

const lanes = ['Policy', 'Markets'].map((name) => ({ id: name, name }));
const card = (id: string, kind: Kind, number: number): CardRow => ({
	id, kind, number, code: id, name: id, nameIsMade: false, lane: lanes[0]!, laneAt: 0, placement: { at: 0, laneId: 'Policy', height: 0 },
	date: '2026 Q1', year: 1, horizon: null, cluster: null, result: undefined, rating: null, isLocked: false, isHidden: false,
});
/** As they stand in the table of cards. */
const cards = [card('C1', 'concern', 1), card('S10', 'signal', 10), card('S2', 'signal', 2)];
const influence = (fromId: string, toId: string, strength: number): Influence => ({ id: `${fromId}>${toId}`, workshopId: 'w', fromId, toId, strength });
const influences = [influence('S2', 'C1', -3), influence('S10', 'S2', 0), influence('C1', 'S2', 2), influence('C1', 'S10', 2), influence('C1', 'gone', 1), influence('gone', 'C1', 1)];

test('influences are those between cards of the canvas, in the order of the cards that they come from and go to', () => {
	const rows = influenceRows(influences, cards);
	expect(rows.map(({ id }) => id)).toEqual(['C1>S10', 'C1>S2', 'S10>S2', 'S2>C1']);
	expect(rows.map(({ isBothWays }) => isBothWays), 'one that has another the other way cannot be turned').toEqual([false, true, false, true]);
	expect(rows[1]).toMatchObject({ from: { code: 'C1' }, to: { code: 'S2' }, strength: 2 });
	expect(influenceRows([], cards)).toEqual([]);
});

test('influences are sorted by codes, by what they do and by how strongly; alike ones stay as they stand', () => {
	const rows = influenceRows(influences, cards);
	const sorted = (by: InfluenceColumn, descending = false) => sortRows(rows, influenceKeys, { by, descending }).map(({ id }) => id);
	expect(sorted('from'), 'S2 before S10').toEqual(['S2>C1', 'S10>S2', 'C1>S10', 'C1>S2']);
	expect(sorted('verb'), 'what reinforces first').toEqual(['C1>S10', 'C1>S2', 'S10>S2', 'S2>C1']);
	expect(sorted('strength')).toEqual(['S2>C1', 'S10>S2', 'C1>S10', 'C1>S2']);
	expect(sorted('strength', true)).toEqual(['C1>S10', 'C1>S2', 'S10>S2', 'S2>C1']);
});

const note = (text: string, laneId: string, at: number, height: number, more: Partial<Note> = {}): Note => ({ id: text, workshopId: 'w', text, laneId, at, height, ...more });

test('notes are read lane by lane in the order of time, those of one date from the top; one whose lane is gone is in the first', () => {
	const notes = [note('low', 'Markets', 2, 3), note('high', 'Markets', 2, 0, { toSelf: true }), note('lost', 'gone', 9.76, 0), note('first', 'Policy', 1.2, 5)];
	const rows = noteRows(notes, lanes, 2026);
	expect(rows.map(({ id }) => id)).toEqual(['first', 'lost', 'high', 'low']);
	expect(rows.map(({ date, lane, isToSelf }) => [date, lane.name, isToSelf])).toEqual([
		['2027 Q1', 'Policy', false], ['2035 Q4', 'Policy', false], ['2028 Q1', 'Markets', true], ['2028 Q1', 'Markets', false],
	]);
	const sorted = (by: NoteColumn, descending = false) => sortRows(rows, noteKeys, { by, descending }).map(({ id }) => id);
	expect(sorted('text')).toEqual(['first', 'high', 'lost', 'low']);
	expect(sorted('date', true)).toEqual(['lost', 'high', 'low', 'first']);
	expect(sorted('self')[0]).toBe('high');
	expect(noteRows(notes, [], 2026), 'without lanes there is no place for one').toEqual([]);
});
