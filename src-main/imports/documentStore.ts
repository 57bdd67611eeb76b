/** Where imported documents are kept, by their hash: as the JSON that a reading thread made, which nobody takes apart on the way. */

export interface PackedDocument {
	hash: string;
	/** A ParsedDocument in UTF-8. */
	json: Uint8Array;
}

export interface DocumentStore {
	/**
	 * Keeps what is new under its hash. Resolves when all of it is safe.
	 * @returns the JSON of each: of one that was there before, as it was kept the first time.
	 */
	keep(documents: readonly PackedDocument[]): Promise<Uint8Array[]>;
}
