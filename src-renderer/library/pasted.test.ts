import fc from 'fast-check';
import { expect, it } from 'vitest';
import { fileOfPaste, sortPaste } from './pasted.ts';

it('takes cells with tabs between them for a table, breaks inside quotation marks included', () => {
	expect(sortPaste({ text: 'Name\tNotes\r\nDry rivers\t"Ships wait\n""for rain"""\r\n' })).toEqual({
		kind: 'table', rows: [['Name', 'Notes'], ['Dry rivers', 'Ships wait\n"for rain"']],
	});
});

it('reads the cells of HTML, with their breaks and entities', () => {
	const html = '<html><table border=1><tbody><tr><td style="a">Name</td><td>Notes</td></tr><tr><td><b>Dry</b> rivers</td><td>Ships&nbsp;wait<br>for &lt;rain&gt; &#228; &#x20ac;</td></tr></tbody></table>';
	expect(sortPaste({ html, text: 'Name\tNotes\nDry rivers\tShips wait\nfor <rain> ä €' })).toEqual({
		kind: 'table', rows: [['Name', 'Notes'], ['Dry rivers', 'Ships wait\nfor <rain> ä €']],
	});
});

it('takes a page with a small table in it for a text', () => {
	const text = 'The harbour waits for hydrogen, and nobody knows who pays for it. The ships are ordered already, and the quays are not.\nA B\n1 2';
	expect(sortPaste({ html: '<p>…</p><table><tr><td>A</td><td>B</td></tr><tr><td>1</td><td>2</td></tr></table>', text })?.kind).toBe('text');
});

it('takes bulleted, numbered and short lines for a list', () => {
	const items = [['Name'], ['Floating solar'], ['Sand batteries'], ['Night trains']];
	for (const text of ['• Floating solar\n• Sand batteries\n• Night trains', '1. Floating solar\n2. Sand batteries\n3. Night trains', 'Floating solar\nSand batteries\n\nNight trains\n', '- **Floating solar**\n- **Sand batteries**\n- **Night trains**']) {
		expect(sortPaste({ text })).toEqual({ kind: 'list', rows: items });
	}
});

it('parts names from what is said of them', () => {
	expect(sortPaste({ text: '- **Floating solar**: panels on lakes\n- Sand batteries – heat for months' })).toEqual({
		kind: 'list', rows: [['Name', 'Description'], ['Floating solar', 'panels on lakes'], ['Sand batteries', 'heat for months']],
	});
});

it('takes sentences for a text, and blanks for nothing', () => {
	expect(sortPaste({ text: 'The harbour waits.\nNobody knows who pays.\nThe ships are ordered.' })?.kind).toBe('text');
	expect(sortPaste({ text: '# A page\n\n## Signals\n\n| name |\n|---|\n| x |' })?.kind).toBe('text');
	expect(sortPaste({ text: 'One line alone' })?.kind).toBe('text');
	expect(sortPaste({ text: ' \n\t ' })).toBeNull();
});

it('makes files that say what they are and when they came', async () => {
	const now = new Date(2025, 10, 2, 9, 5);
	const table = fileOfPaste({ kind: 'table', rows: [['a', 'b "c"'], ['d\ne', 'f']] }, now);
	expect(table.name).toBe('Pasted table 2025-11-02 09.05.tsv');
	expect(await table.text()).toBe('a\t"b ""c"""\n"d\ne"\tf');
	expect(fileOfPaste({ kind: 'text', text: 'x' }, now).name).toBe('Pasted text 2025-11-02 09.05.txt');
});

it('sorts whatever is on the clipboard', () => {
	const piece = fc.constantFrom('<table>', '<tr>', '<td>', '</td>', '</table>', '<br>', '&amp;', '&#999999999;', 'a', '\t', '\n', '"', '- ', ': ', '1. ');
	const text = fc.array(piece, { maxLength: 30 }).map((pieces) => pieces.join(''));
	fc.assert(
		fc.property(text, text, (html, plain) => {
			const pasted = sortPaste({ html, text: plain });
			if (pasted && pasted.kind !== 'text') expect(pasted.rows.length).toBeGreaterThan(1);
		}),
	);
});
