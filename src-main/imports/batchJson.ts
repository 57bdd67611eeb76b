/** Writes a batch as JSON around the documents and tables that are JSON already. */
import type { ImportBatch } from '../../src-shared/schemas/importBatch.ts';

/** A spreadsheet that waits for its mapping. */
export interface PackedSheets {
	id: string;
	file: string;
	/** JSON. */
	sheets: Uint8Array;
}

export interface PackedBatch extends Omit<ImportBatch, 'documents' | 'sheets'> {
	/** JSON, each of them. */
	documents: readonly Uint8Array[];
	sheets: readonly PackedSheets[];
}

const encoder = new TextEncoder();
const comma = encoder.encode(',');

/** @returns an ImportBatch in UTF-8. */
export function batchJson({ documents, sheets, ...rest }: PackedBatch): Uint8Array<ArrayBuffer> {
	const tables = sheets.map(({ sheets: json, ...sheet }) => Buffer.concat([encoder.encode(`${JSON.stringify(sheet).slice(0, -1)},"sheets":`), json, encoder.encode('}')]));
	const parts = [encoder.encode(`${JSON.stringify(rest).slice(0, -1)},"documents":[`), ...listed(documents), encoder.encode('],"sheets":['), ...listed(tables), encoder.encode(']}')];
	const json = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
	let at = 0;
	for (const part of parts) {
		json.set(part, at);
		at += part.length;
	}
	return json;
}

const listed = (items: readonly Uint8Array[]): Uint8Array[] => items.flatMap((item, index) => (index === 0 ? [item] : [comma, item]));
