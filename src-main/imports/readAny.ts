/** Reads a file of whatever type: text as a document, Word and PDF as articles, a spreadsheet as a table that waits for its mapping. */
import { guessMapping } from '../../src-shared/domain/columnGuess.ts';
import type { ParsedDocument } from '../../src-shared/schemas/document.ts';
import type { ColumnMapping } from '../../src-shared/schemas/sheet.ts';
import { readCsv } from './csv.ts';
import { readDocx } from './docx.ts';
import { isOfficeName, maxOfficeBytes, officeFileOf, tooLargeForOffice } from './officeFile.ts';
import { readPdf } from './pdf.ts';
import { readDocument, type ReadOptions } from './readDocument.ts';
import { bytesOf } from './readFile.ts';
import { collectWarnings } from './reading.ts';
import { sheetDocument } from './sheetDocument.ts';
import { unrepairedHash } from './unrepaired.ts';
import type { SheetTable } from './sheetTable.ts';
import { readXlsx } from './xlsx.ts';

/** A file on this computer, or one whose content was sent because the page cannot know its path. */
export type FileSource = { file: string; path: string } | { file: string; bytes: Uint8Array };

export type Read = { document: ParsedDocument } | { table: SheetTable };

const officeLimit = { bytes: maxOfficeBytes, tooLarge: tooLargeForOffice };

/**
 * @param mapping makes a document of a spreadsheet; without one its table comes back. "guess" is for where there is nobody to ask.
 * @throws UnreadableDocument, or the error of the file system; whyUnread puts either into words.
 */
export async function readAny(source: FileSource, mapping?: ColumnMapping | 'guess', options: ReadOptions = {}): Promise<Read> {
	const { file } = source;
	const bytes = 'bytes' in source ? source.bytes : bytesOf(source.path, isOfficeName(source.path) ? officeLimit : undefined);
	const office = officeFileOf(bytes, file);
	if (office === null) return { document: readDocument(bytes, file, options) };
	if (office.type === 'docx') return { document: await readDocx(bytes, file, office.archive) };
	if (office.type === 'pdf') return { document: await readPdf(bytes, file) };
	const { warn, warnings } = collectWarnings();
	const table = office.type === 'csv' ? readCsv(bytes, file, warn, options) : await readXlsx(office.archive, warn);
	if (mapping === undefined) return { table };
	const document = sheetDocument(bytes, file, table, mapping === 'guess' ? guessMapping(table.sheets) : mapping, warnings());
	return { document: options.repair === false ? { ...document, hash: unrepairedHash(document.hash) } : document };
}

/** For the command line, where nobody is asked: a spreadsheet's columns are guessed. @throws as readAny does. */
export async function readUnasked(source: FileSource): Promise<ParsedDocument> {
	const read = await readAny(source, 'guess');
	if ('document' in read) return read.document;
	throw new Error('A table came back although its columns were guessed.');
}
