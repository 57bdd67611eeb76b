/** Entry of the pool's threads: reads files so that the main process never waits for one. */
import type { ParsedDocument, UnreadFile } from '../../src-shared/schemas/document.ts';
import type { ColumnMapping, Sheet } from '../../src-shared/schemas/sheet.ts';
import { readAny, type FileSource } from './readAny.ts';
import { whyUnread } from './readFile.ts';

/** A file to read; a spreadsheet becomes a document by a mapping of its columns. */
export type ImportInput = FileSource & { mapping?: ColumnMapping };

export interface ImportTask {
	items: ImportInput[];
}

export interface FilesRead {
	documents: ParsedDocument[];
	unread: UnreadFile[];
	/** Spreadsheets that came without a mapping, by the place of their input. */
	tables: { item: number; sheets: Sheet[] }[];
}

/** Reads each file by itself: what is wrong with one says so and costs no other. */
export default async function readFiles({ items }: ImportTask): Promise<FilesRead> {
	const documents: ParsedDocument[] = [];
	const unread: UnreadFile[] = [];
	const tables: FilesRead['tables'] = [];
	for (const [index, item] of items.entries()) {
		try {
			const read = await readAny(item, item.mapping);
			if ('document' in read) documents.push(read.document);
			else tables.push({ item: index, sheets: read.table.sheets });
		} catch (error) {
			unread.push({ file: item.file, error: whyUnread(error) });
		}
	}
	return { documents, unread, tables };
}
