/** A workbook, a Word document and a PDF, written from nothing as specs need them. */
import PDFDocument from 'pdfkit';
import { crc32 } from 'node:zlib';

/** An archive whose parts are stored as they are. */
function archiveOf(parts: Record<string, string>): Buffer {
	const pieces: Buffer[] = [];
	const list: Buffer[] = [];
	let offset = 0;
	for (const [name, text] of Object.entries(parts)) {
		const data = Buffer.from(text);
		const common = Buffer.alloc(26);
		common.writeUInt16LE(10, 0);
		common.writeUInt32LE(crc32(data), 10);
		common.writeUInt32LE(data.length, 14);
		common.writeUInt32LE(data.length, 18);
		common.writeUInt16LE(name.length, 22);
		const place = Buffer.alloc(14);
		place.writeUInt32LE(offset, 10);
		pieces.push(Buffer.from('PK\x03\x04'), common, Buffer.from(name), data);
		list.push(Buffer.from('PK\x01\x02\x0a\x00', 'latin1'), common, place, Buffer.from(name));
		offset += 30 + name.length + data.length;
	}
	const end = Buffer.alloc(22);
	end.write('PK\x05\x06', 'latin1');
	end.writeUInt16LE(list.length / 4, 8);
	end.writeUInt16LE(list.length / 4, 10);
	end.writeUInt32LE(Buffer.concat(list).length, 12);
	end.writeUInt32LE(offset, 16);
	return Buffer.concat([...pieces, ...list, end]);
}

const head = '<?xml version="1.0" encoding="UTF-8"?>';
const packageNames = 'http://schemas.openxmlformats.org/package/2006/relationships';
const officeNames = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const sheetNames = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const wordNames = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const relationsOf = (all: [id: string, type: string, target: string][]): string =>
	`${head}<Relationships xmlns="${packageNames}">${all.map(([id, type, target]) => `<Relationship Id="${id}" Type="${officeNames}/${type}" Target="${target}"/>`).join('')}</Relationships>`;

export function workbook(sheets: Record<string, string[][]>): Buffer {
	const names = Object.keys(sheets);
	const rows = (table: string[][]) =>
		table
			.map((row, at) => `<row r="${at + 1}">${row.map((cell, column) => `<c r="${'ABCDEFGH'[column]}${at + 1}" t="inlineStr"><is><t>${cell}</t></is></c>`).join('')}</row>`)
			.join('');
	return archiveOf({
		'[Content_Types].xml': `${head}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>`,
		'_rels/.rels': relationsOf([['r1', 'officeDocument', 'xl/workbook.xml']]),
		'xl/workbook.xml': `${head}<workbook xmlns="${sheetNames}" xmlns:r="${officeNames}"><sheets>${names.map((name, at) => `<sheet name="${name}" sheetId="${at + 1}" r:id="s${at + 1}"/>`).join('')}</sheets></workbook>`,
		'xl/_rels/workbook.xml.rels': relationsOf(names.map((_, at) => [`s${at + 1}`, 'worksheet', `worksheets/sheet${at + 1}.xml`])),
		...Object.fromEntries(Object.values(sheets).map((table, at) => [`xl/worksheets/sheet${at + 1}.xml`, `${head}<worksheet xmlns="${sheetNames}"><sheetData>${rows(table)}</sheetData></worksheet>`])),
	});
}

/** @param paragraphs text with the number of its heading, 0 for none. */
export function wordDocument(paragraphs: [heading: number, text: string][]): Buffer {
	const body = paragraphs.map(([heading, text]) => `<w:p>${heading > 0 ? `<w:pPr><w:pStyle w:val="Heading${heading}"/></w:pPr>` : ''}<w:r><w:t>${text}</w:t></w:r></w:p>`).join('');
	return archiveOf({
		'[Content_Types].xml': `${head}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/></Types>`,
		'_rels/.rels': relationsOf([['r1', 'officeDocument', 'word/document.xml']]),
		'word/document.xml': `${head}<w:document xmlns:w="${wordNames}"><w:body>${body}</w:body></w:document>`,
		'word/styles.xml': `${head}<w:styles xmlns:w="${wordNames}">${[1, 2].map((n) => `<w:style w:type="paragraph" w:styleId="Heading${n}"><w:name w:val="heading ${n}"/></w:style>`).join('')}</w:styles>`,
		'word/_rels/document.xml.rels': relationsOf([['r1', 'styles', 'styles.xml']]),
	});
}

export function pdfDocument(pages: string[][]): Promise<Buffer> {
	const pdf = new PDFDocument({ autoFirstPage: false });
	const pieces: Buffer[] = [];
	pdf.on('data', (piece: Buffer) => pieces.push(piece));
	const whole = new Promise<Buffer>((resolve) => pdf.on('end', () => resolve(Buffer.concat(pieces))));
	for (const paragraphs of pages) {
		pdf.addPage();
		for (const text of paragraphs) pdf.fontSize(11).text(text).moveDown();
	}
	pdf.end();
	return whole;
}
