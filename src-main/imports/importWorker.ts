/**
 * Entry of the pool's threads: reads files so that the main process never waits for one. What it found goes back as JSON in
 * bytes, since making text of a thousand cards, and objects of it again, would keep the main process from its window.
 */
import { move, transferableSymbol, valueSymbol } from 'piscina';
import type { ParsedDocument, UnreadFile } from '../../src-shared/schemas/document.ts';
import type { ColumnMapping } from '../../src-shared/schemas/sheet.ts';
import type { PackedDocument } from './documentStore.ts';
import { readAny, type FileSource } from './readAny.ts';
import { whyUnread } from './readFile.ts';

/** A file to read; a spreadsheet becomes a document by a mapping of its columns. */
export type ImportInput = FileSource & { mapping?: ColumnMapping };

export interface ImportTask {
	items: ImportInput[];
}

export interface FilesRead {
	documents: PackedDocument[];
	/** Documents that were repaired, as they are without it: kept, so that the repair can be undone, and not handed out. */
	unrepaired: PackedDocument[];
	unread: UnreadFile[];
	/** Spreadsheets that came without a mapping, by the place of their input: the JSON of their sheets. */
	tables: { item: number; sheets: Uint8Array }[];
}

/** What the pool's caller gets is the FilesRead. */
export default async ({ items }: ImportTask): Promise<object> => {
	const read = await readFiles(items);
	const bytes = inOneMemory(read);
	return move({ [transferableSymbol]: [bytes], [valueSymbol]: read } as never) as object;
};

/** Reads each file by itself: what is wrong with one says so and costs no other. */
async function readFiles(items: readonly ImportInput[]): Promise<FilesRead> {
	const found: FilesRead = { documents: [], unrepaired: [], unread: [], tables: [] };
	for (const [item, input] of items.entries()) {
		try {
			await readOne(item, ownBytes(input), found);
		} catch (error) {
			found.unread.push({ file: input.file, error: whyUnread(error) });
		}
	}
	return found;
}

async function readOne(item: number, input: ImportInput, found: FilesRead): Promise<void> {
	const read = await readAny(input, input.mapping);
	if ('table' in read) found.tables.push({ item, sheets: packed(read.table.sheets) });
	else {
		const { document } = read;
		// Both or none: a repair that is shown can be undone.
		const bare = document.repairs.length > 0 ? await readAny(input, input.mapping, { repair: false }) : null;
		if (bare && 'document' in bare) found.unrepaired.push(packedDocument(bare.document));
		found.documents.push(packedDocument(document));
	}
}

/** Bytes that the main process shares with this thread are copied once, here: decoders do not take shared memory. */
const ownBytes = (input: ImportInput): ImportInput =>
	'bytes' in input && input.bytes.buffer instanceof SharedArrayBuffer ? { ...input, bytes: input.bytes.slice() } : input;

const packedDocument = (document: ParsedDocument): PackedDocument => ({ hash: document.hash, json: packed(document) });

const packed = (value: unknown): Uint8Array => new TextEncoder().encode(JSON.stringify(value));

/** Puts all JSON one after another into memory that is handed to the main process, which then copies and gathers nothing. */
function inOneMemory({ documents, unrepaired, tables }: FilesRead): ArrayBuffer {
	const kept = [...documents, ...unrepaired];
	const parts = [...kept.map(({ json }) => json), ...tables.map(({ sheets }) => sheets)];
	const all = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
	let end = 0;
	const placed = (json: Uint8Array): Uint8Array => {
		all.set(json, end);
		return all.subarray(end, (end += json.length));
	};
	for (const document of kept) document.json = placed(document.json);
	for (const table of tables) table.sheets = placed(table.sheets);
	return all.buffer;
}
