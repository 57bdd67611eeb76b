/** Where imported documents are kept, by their hash. */
import type { ParsedDocument } from '../../src-shared/schemas/document.ts';

export interface DocumentStore {
	/** Keeps the first version stored under a hash. Resolves when all of them are safe. */
	put(documents: ParsedDocument[]): Promise<void>;
	get(hash: string): Promise<ParsedDocument | null>;
}
