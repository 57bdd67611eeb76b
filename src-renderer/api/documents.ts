/** The document store on disk: what was read of each document, and those that arrive with a workshop file. */
import type { ParsedDocument } from '../../src-shared/schemas/document.ts';
import { accepted, client } from './client.ts';

/** Those that the store has already stay as they are. @throws ApiError with a sentence. */
export async function storeDocuments(documents: ParsedDocument[]): Promise<void> {
	await accepted(client.api.documents.$post({ json: { documents } }));
}

/** A document as it was read. @throws ApiError with a sentence. */
export async function storedDocument(hash: string): Promise<ParsedDocument> {
	return (await accepted(client.api.documents[':hash'].$get({ param: { hash } }))).json();
}

/** The same document with its text as it stood before the repair: another document, with a hash of its own. @throws ApiError with a sentence. */
export async function unrepairedDocument(hash: string): Promise<ParsedDocument> {
	return (await accepted(client.api.documents[':hash'].unrepaired.$get({ param: { hash } }))).json();
}
