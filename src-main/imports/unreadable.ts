/** The one error a reader throws: a file that cannot be read as a document at all. */
export class UnreadableDocument extends Error {
	/** @param sentence says to the facilitator what is wrong and what to do, without the file's name. */
	constructor(sentence: string) {
		super(sentence);
		this.name = 'UnreadableDocument';
	}
}

/** The largest file that is read. Scanning notes are a few kilobytes; more is a data dump or an attack. */
export const maxFileBytes = 5 * 1024 * 1024;

/** @param bytes the file's size. */
export const tooLarge = (bytes: number): UnreadableDocument =>
	new UnreadableDocument(
		`The file has ${(bytes / 1024 / 1024).toFixed(1)} MB and the limit is 5 MB. Split it, or import the part that matters.`,
	);
