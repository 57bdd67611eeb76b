/** The document store on disk, for documents that arrive with a workshop file. */
import type { ParsedDocument } from '../../src-shared/schemas/document.ts';
import { accepted, client } from './client.ts';

/** Those that the store has already stay as they are. @throws ApiError with a sentence. */
export async function storeDocuments(documents: ParsedDocument[]): Promise<void> {
	await accepted(client.api.documents.$post({ json: { documents } }));
}
