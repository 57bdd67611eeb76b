/** What somebody pasted: a table, a list or a text, told apart by its own marks, and made a file that is imported like any other. */

export type Pasted = { kind: 'table' | 'list'; rows: string[][] } | { kind: 'text'; text: string };

const entities: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ' };

/** @param html what the clipboard has as text/html, or nothing. @returns null where nothing but blanks was pasted. */
export function sortPaste({ html = '', text }: { html?: string; text: string }): Pasted | null {
	const clean = text.replace(/\r\n?/g, '\n').replace(/\u00a0/g, ' ');
	const table = tableOfHtml(html, clean) ?? tableOfText(clean);
	if (table) return { kind: 'table', rows: table };
	if (clean.trim() === '') return null;
	const list = listOf(clean);
	return list ? { kind: 'list', rows: list } : { kind: 'text', text: clean };
}

const tableTag = /<table[\s>][\s\S]*?<\/table>/gi;
const rowTag = /<tr[\s>][\s\S]*?(?=<tr[\s>]|<\/table>|<\/tbody>|$)/gi;
const cellTag = /<t[dh](?:\s[^>]*)?>([\s\S]*?)(?=<t[dh][\s>]|<\/t[dh]>|<\/tr>|$)/gi;

/** Cells hold line breaks that the plain text cannot tell from rows. A page with a table somewhere in it is no table. */
function tableOfHtml(html: string, text: string): string[][] | null {
	const tables = (html.match(tableTag) ?? []).map((table) =>
		(table.match(rowTag) ?? []).map((row) => [...row.matchAll(cellTag)].map(([, cell]) => textOfHtml(cell!))).filter((row) => row.length > 0),
	);
	const largest = tables.reduce<string[][]>((a, b) => (b.length > a.length ? b : a), []);
	if (largest.length < 2 || largest.every((row) => row.length < 2)) return null;
	const inside = largest.flat().join('').replace(/\s/g, '').length;
	return inside >= text.replace(/\s/g, '').length * 0.7 ? largest : null;
}

const textOfHtml = (html: string): string =>
	html
		.replace(/<(?:br|\/p|\/div|\/li)\b[^>]*>/gi, '\u0000')
		.replace(/<[^>]*>/g, '')
		.replace(/&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|(\w+));/gi, (whole, decimal?: string, hex?: string, name?: string) => {
			if (name !== undefined) return entities[name.toLowerCase()] ?? whole;
			const code = decimal !== undefined ? Number(decimal) : parseInt(hex!, 16);
			return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : '';
		})
		.replace(/\s+/g, ' ')
		.replace(/ *\u0000[ \u0000]*/g, '\n')
		.trim();

/** Most lines have the same number of tabs. */
function tableOfText(text: string): string[][] | null {
	if (!text.includes('\t')) return null;
	const rows = rowsOfTabs(text).filter((row) => row.some((cell) => cell.trim() !== ''));
	const counts = new Map<number, number>();
	for (const { length } of rows) counts.set(length, (counts.get(length) ?? 0) + 1);
	const [width = 0, count = 0] = [...counts].sort((a, b) => b[1] - a[1])[0] ?? [];
	return rows.length >= 2 && width >= 2 && count >= rows.length * 0.6 ? rows : null;
}

/** Cells with breaks or quotation marks stand in quotation marks, doubled inside, as spreadsheet programs write them. */
function rowsOfTabs(text: string): string[][] {
	const rows: string[][] = [[]];
	const cell = /"((?:[^"]|"")*)"(?=\t|\n|$)|([^\t\n]*)/y;
	for (let at = 0; at <= text.length; ) {
		cell.lastIndex = at;
		const [whole = '', quoted, bare = ''] = cell.exec(text) ?? [];
		rows.at(-1)!.push(quoted === undefined ? bare : quoted.replaceAll('""', '"'));
		at += whole.length;
		if (text[at] === '\n') rows.push([]);
		at++;
	}
	return rows;
}

const bullet = /^\s*(?:[-*+•‣▪◦–—]|\d{1,3}[.)]|\[[ x]?\])\s+/i;
const longestItem = 240;
/** "Name: what it is", "**Name** – what it is". */
const twoParts = /^\**([^:–—*]{2,80}?)\**\s*(?::\**\s+|\s+[–—-]\s+)(\S.*)$/;

/** Lines with bullets or numbers, or several short ones without a full stop. The header names what is made of them. */
function listOf(text: string): string[][] | null {
	const lines = text.split('\n').map((line) => line.trim()).filter((line) => line !== '');
	if (lines.length < 2) return null;
	const marked = lines.filter((line) => bullet.test(line)).length >= lines.length * 0.8;
	const short = lines.length >= 3 && lines.every((line) => line.length <= 90 && !/[.!?]$/.test(line) && !/^#{1,6}\s|^\||^---/.test(line));
	if (!marked && !short) return null;
	const items = lines.map((line) => line.replace(bullet, ''));
	if (items.some((item) => item.length > longestItem * 4)) return null;
	const parts = items.map((item) => twoParts.exec(item));
	const split = parts.filter((part) => part !== null).length >= items.length * 0.6;
	if (!split) return [['Name'], ...items.map((item) => [item.replace(/^\*\*(.+)\*\*$/, '$1')])];
	return [['Name', 'Description'], ...parts.map((part, index) => (part ? [part[1]!, part[2]!] : [items[index]!, '']))];
}

const quoted = (cell: string): string => (/["\t\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);
const two = (n: number): string => String(n).padStart(2, '0');

/** The file to import. Its name says when it was pasted; a text's first words become its title. */
export function fileOfPaste(pasted: Pasted, now = new Date()): File {
	const when = `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())} ${two(now.getHours())}.${two(now.getMinutes())}`;
	if (pasted.kind === 'text') return new File([pasted.text], `Pasted text ${when}.txt`, { type: 'text/plain' });
	const text = pasted.rows.map((row) => row.map(quoted).join('\t')).join('\n');
	return new File([text], `Pasted ${pasted.kind} ${when}.tsv`, { type: 'text/tab-separated-values' });
}

/** Files, where there are some, else what they say; null where there is nothing to read. */
export function filesOfPaste(data: DataTransfer | null): File[] | null {
	if (!data) return null;
	const pasted = sortPaste({ html: data.getData('text/html'), text: data.getData('text/plain') });
	// A table copied in a spreadsheet program comes with a picture of itself.
	if (pasted) return [fileOfPaste(pasted)];
	return data.files.length > 0 ? [...data.files] : null;
}
