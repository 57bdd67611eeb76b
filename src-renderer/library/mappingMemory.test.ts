import { expect, it } from 'vitest';
import { guessColumns } from '../../src-shared/domain/columnGuess.ts';
import { firstMapping, recallMapping, rememberMapping } from './mappingMemory.ts';

function createStore(content: string | null = null) {
	let kept = content;
	return { getItem: () => kept, setItem: (_key: string, value: string) => void (kept = value) };
}
const rows = [['Name', 'Wichtigkeit', 'Größe'], ['Dry rivers', '4', 'x']];
const mapping = { ...guessColumns(rows), kind: 'issue' as const };
mapping.columns = { ...mapping.columns, machineScore: 1 };

it('recalls how the same headers were mapped, wherever they stand now', () => {
	const store = createStore();
	rememberMapping({ rows }, mapping, store);
	const later = [['Radar 2026'], [], ['NAME', 'wichtigkeit', 'Grösse'], ['Thirst', '2', 'y']];
	expect(recallMapping([{ rows: [['Read me']] }, { rows: later }], store)).toEqual({ sheet: 1, headerRow: 3, columns: mapping.columns, kind: 'issue' });
	expect(firstMapping([{ rows: later }], undefined, store).recalled).toBe(true);
});

it('guesses where the headers are others, and where nothing names the columns', () => {
	const store = createStore();
	rememberMapping({ rows }, mapping, store);
	rememberMapping({ rows }, { ...mapping, headerRow: null }, store);
	expect(recallMapping([{ rows: [['Name', 'Wichtigkeit'], ['a', 'b']] }], store)).toBeNull();
	expect(firstMapping([{ rows: [['Title', 'Notes'], ['a', 'b']] }], 0, store)).toMatchObject({ recalled: false, mapping: { columns: { name: 0, description: 1 } } });
});

it('keeps the number of the sheet that was asked for', () => {
	const store = createStore();
	rememberMapping({ rows }, mapping, store);
	expect(firstMapping([{ rows: [] }, { rows }], 1, store)).toMatchObject({ recalled: true, mapping: { sheet: 1, headerRow: 1 } });
});

it('forgets what it cannot read, and the oldest of too many', () => {
	for (const damaged of ['{', '[["a",{"columns":{}}]]', '7']) expect(recallMapping([{ rows }], createStore(damaged))).toBeNull();
	const store = createStore();
	for (let n = 0; n < 70; n++) rememberMapping({ rows: [['Name', `Column ${n}`]] }, mapping, store);
	expect(recallMapping([{ rows: [['Name', 'Column 0']] }], store)).toBeNull();
	expect(recallMapping([{ rows: [['Name', 'Column 69']] }], store)).not.toBeNull();
});
