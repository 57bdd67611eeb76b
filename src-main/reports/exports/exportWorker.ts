/** Entry of the worker thread that makes the other ways out. */
import { move, transferableSymbol, valueSymbol } from 'piscina';
import type { ExportOptions } from '../../../src-shared/schemas/export.ts';
import type { WorkshopFile } from '../../../src-shared/schemas/workshopFile.ts';
import { makeExport, type MadeExport } from './makeExport.ts';

export interface ExportTask {
	file: WorkshopFile;
	options: ExportOptions;
}

/** The bytes are handed over, not copied: what the pool's caller gets is the MadeExport. */
export default async function exportTask({ file, options }: ExportTask): Promise<object> {
	const made: MadeExport = await makeExport(file, options);
	const bytes = made.bytes.byteLength === made.bytes.buffer.byteLength ? made.bytes : made.bytes.slice();
	return move({ [transferableSymbol]: [bytes.buffer], [valueSymbol]: { ...made, bytes } } as never) as object;
}
