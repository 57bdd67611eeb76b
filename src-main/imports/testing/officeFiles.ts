/** Small office files for tests, written part by part: workbooks, Word documents and PDFs. */
import { crc32, deflateRawSync } from 'node:zlib';

interface Part {
	name: string;
	text: string | Buffer;
	/** What the archive's list says instead of the truth. */
	declaredSize?: number;
	flags?: number;
}

/** A zip archive with deflated parts. */
export function zipOf(parts: readonly Part[]): Buffer {
	const pieces: Buffer[] = [];
	const list: Buffer[] = [];
	let offset = 0;
	for (const { name, text, declaredSize, flags = 0 } of parts) {
		const data = Buffer.from(text);
		const packed = deflateRawSync(data);
		const common = Buffer.alloc(26);
		common.writeUInt16LE(20, 0);
		common.writeUInt16LE(flags, 2);
		common.writeUInt16LE(8, 4);
		common.writeUInt32LE(crc32(data), 10);
		common.writeUInt32LE(packed.length, 14);
		common.writeUInt32LE(declaredSize ?? data.length, 18);
		common.writeUInt16LE(name.length, 22);
		const tail = Buffer.alloc(14);
		tail.writeUInt32LE(offset, 10);
		pieces.push(Buffer.from('PK\x03\x04'), common, Buffer.from(name), packed);
		list.push(Buffer.from('PK\x01\x02\x14\x00', 'latin1'), common, tail, Buffer.from(name));
		offset += 30 + name.length + packed.length;
	}
	const size = list.reduce((sum, { length }) => sum + length, 0);
	const end = Buffer.alloc(22);
	end.write('PK\x05\x06', 'latin1');
	end.writeUInt16LE(parts.length, 8);
	end.writeUInt16LE(parts.length, 10);
	end.writeUInt32LE(size, 12);
	end.writeUInt32LE(offset, 16);
	return Buffer.concat([...pieces, ...list, end]);
}

const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
const relationships = 'http://schemas.openxmlformats.org/package/2006/relationships';
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const escaped = (text: string): string => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');

const relations = (all: readonly { id: string; type: string; target: string; external?: boolean }[]): string =>
	`${head}<Relationships xmlns="${relationships}">${all
		.map(({ id, type, target, external }) => `<Relationship Id="${id}" Type="${office}/${type}" Target="${escaped(target)}"${external ? ' TargetMode="External"' : ''}/>`)
		.join('')}</Relationships>`;

type Cell = string | number | boolean | Date | null;
export type Sheets = Record<string, readonly (readonly Cell[])[]>;

const letter = (column: number): string => String.fromCharCode(65 + column);
const dayOf = (date: Date): number => date.getTime() / 86_400_000 + 25_569;

function cellXml(cell: Cell, address: string): string {
	if (cell === null) return '';
	if (typeof cell === 'number') return `<c r="${address}"><v>${cell}</v></c>`;
	if (typeof cell === 'boolean') return `<c r="${address}" t="b"><v>${cell ? 1 : 0}</v></c>`;
	if (cell instanceof Date) return `<c r="${address}" s="1"><v>${dayOf(cell)}</v></c>`;
	return `<c r="${address}" t="inlineStr"><is><t xml:space="preserve">${escaped(cell)}</t></is></c>`;
}

export function sheetXml(rows: Sheets[string]): string {
	const body = rows.map((row, index) => `<row r="${index + 1}">${row.map((cell, column) => cellXml(cell, `${letter(column)}${index + 1}`)).join('')}</row>`);
	return `${head}<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>${body.join('')}</sheetData></worksheet>`;
}

export function workbookParts(sheets: Sheets): Part[] {
	const names = Object.keys(sheets);
	return [
		{ name: '[Content_Types].xml', text: `${head}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>` },
		{ name: '_rels/.rels', text: relations([{ id: 'r1', type: 'officeDocument', target: 'xl/workbook.xml' }]) },
		{
			name: 'xl/workbook.xml',
			text: `${head}<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="${office}"><sheets>${names
				.map((name, index) => `<sheet name="${escaped(name)}" sheetId="${index + 1}" r:id="s${index + 1}"/>`)
				.join('')}</sheets></workbook>`,
		},
		{
			name: 'xl/_rels/workbook.xml.rels',
			text: relations([
				...names.map((_, index) => ({ id: `s${index + 1}`, type: 'worksheet', target: `worksheets/sheet${index + 1}.xml` })),
				{ id: 'st', type: 'styles', target: 'styles.xml' },
			]),
		},
		{
			name: 'xl/styles.xml',
			text: `${head}<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="14" applyNumberFormat="1"/></cellXfs></styleSheet>`,
		},
		...Object.values(sheets).map((rows, index) => ({ name: `xl/worksheets/sheet${index + 1}.xml`, text: sheetXml(rows) })),
	];
}

export const xlsxOf = (sheets: Sheets): Buffer => zipOf(workbookParts(sheets));

/** Paragraphs of a Word document: text, with a style, a list's mark, or a link's address. */
export interface WordParagraph {
	text: string;
	style?: string;
	isItem?: boolean;
	href?: string;
}

const word = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';

export function docxParts(blocks: readonly (WordParagraph | string[][])[], { title = '', author = '' } = {}): Part[] {
	const links: string[] = [];
	const run = (text: string): string => `<w:r><w:t xml:space="preserve">${escaped(text)}</w:t></w:r>`;
	const paragraph = ({ text, style, isItem, href }: WordParagraph): string => {
		const properties = `${style ? `<w:pStyle w:val="${style.replace(' ', '')}"/>` : ''}${isItem ? '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>' : ''}`;
		const inside = href ? `<w:hyperlink r:id="h${links.push(href)}">${run(text)}</w:hyperlink>` : run(text);
		return `<w:p><w:pPr>${properties}</w:pPr>${inside}</w:p>`;
	};
	const table = (rows: string[][]): string =>
		`<w:tbl>${rows.map((row) => `<w:tr>${row.map((cell) => `<w:tc>${paragraph({ text: cell })}</w:tc>`).join('')}</w:tr>`).join('')}</w:tbl>`;
	const body = blocks.map((block) => (Array.isArray(block) ? table(block) : paragraph(block))).join('');
	const styles = ['Title', 'heading 1', 'heading 2'].map((name) => `<w:style w:type="paragraph" w:styleId="${name.replace(' ', '')}"><w:name w:val="${name}"/></w:style>`);
	return [
		{ name: '[Content_Types].xml', text: `${head}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/></Types>` },
		{ name: '_rels/.rels', text: relations([{ id: 'r1', type: 'officeDocument', target: 'word/document.xml' }]) },
		{ name: 'word/document.xml', text: `${head}<w:document xmlns:w="${word}" xmlns:r="${office}"><w:body>${body}</w:body></w:document>` },
		{ name: 'word/styles.xml', text: `${head}<w:styles xmlns:w="${word}">${styles.join('')}</w:styles>` },
		{
			name: 'word/numbering.xml',
			text: `${head}<w:numbering xmlns:w="${word}"><w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>`,
		},
		{
			name: 'word/_rels/document.xml.rels',
			text: relations([
				{ id: 'st', type: 'styles', target: 'styles.xml' },
				{ id: 'nu', type: 'numbering', target: 'numbering.xml' },
				...links.map((target, index) => ({ id: `h${index + 1}`, type: 'hyperlink', target, external: true })),
			]),
		},
		{
			name: 'docProps/core.xml',
			text: `${head}<cp:coreProperties xmlns:cp="urn:cp" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>${escaped(title)}</dc:title><dc:creator>${escaped(author)}</dc:creator></cp:coreProperties>`,
		},
	];
}

export const docxOf = (...given: Parameters<typeof docxParts>): Buffer => zipOf(docxParts(...given));

/** A line of a page: its text, its size in points, and how far below the line before it stands. */
export interface PdfTextLine {
	text: string;
	size?: number;
	gap?: number;
}

/** A PDF of pages of text in Helvetica. */
export function pdfOf(pages: readonly (readonly PdfTextLine[])[], { title = '', trailer = '' } = {}): Buffer {
	const objects: string[] = ['<< /Type /Catalog /Pages 2 0 R >>', '', '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>', `<< /Title (${title}) >>`];
	const kids: number[] = [];
	for (const lines of pages) {
		const drawn = lines.map(({ text, size = 11, gap = 14 }) => `0 -${gap} Td /F1 ${size} Tf (${text.replace(/[()\\]/g, '\\$&')}) Tj`);
		const content = `BT 60 780 Td ${drawn.join('\n')} ET`;
		objects.push(`<< /Length ${content.length} >>\nstream\n${content}\nendstream`);
		kids.push(objects.push(`<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents ${objects.length} 0 R /Resources << /Font << /F1 3 0 R >> >> >>`));
	}
	objects[1] = `<< /Type /Pages /Count ${kids.length} /Kids [${kids.map((kid) => `${kid} 0 R`).join(' ')}] >>`;
	let text = '%PDF-1.7\n';
	const offsets = objects.map((object, index) => {
		const offset = text.length;
		text += `${index + 1} 0 obj\n${object}\nendobj\n`;
		return offset;
	});
	const start = text.length;
	text += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('')}`;
	return Buffer.from(`${text}trailer\n<< /Size ${objects.length + 1} /Root 1 0 R /Info 4 0 R ${trailer} >>\nstartxref\n${start}\n%%EOF\n`, 'latin1');
}
