/** Reads one file from disk as a document, or says in a sentence why that is not possible. */
import { readFileSync, statSync } from 'node:fs';
import type { ParsedDocument } from '../../src-shared/schemas/document.ts';
import { readDocument } from './readDocument.ts';
import { UnreadableDocument, maxFileBytes, tooLarge } from './unreadable.ts';

/**
 * @param file what to call it.
 * @throws UnreadableDocument, or the error of the file system; whyUnread puts either into words.
 */
export function readFile(path: string, file: string): ParsedDocument {
	return readDocument(bytesOf(path), file);
}

/**
 * @param limit what to read at most, and what to say of more.
 * @throws UnreadableDocument, or the error of the file system.
 */
export function bytesOf(path: string, limit = { bytes: maxFileBytes, tooLarge }): Uint8Array {
	const found = statSync(path);
	// Opening a pipe or a device could wait for ever.
	if (!found.isFile()) throw new UnreadableDocument('It is no ordinary file.');
	if (found.size > limit.bytes) throw limit.tooLarge(found.size);
	return readFileSync(path);
}

const reasons: Record<string, string> = {
	ENOENT: 'The file is not there. It may have been moved or renamed.',
	EACCES: 'The file may not be opened. Check its permissions.',
	EPERM: 'The file may not be opened. Check its permissions.',
	ELOOP: 'It is a link that leads nowhere but back to itself.',
	ENOTDIR: 'The file is not there: a part of its path is no folder.',
	EMFILE: 'Too many files are open. Close some programs and import it again.',
	EIO: 'The disk cannot read the file. Copy it from elsewhere and import it again.',
};

/** A sentence for the facilitator, without the file's name. */
export function whyUnread(error: unknown): string {
	if (error instanceof UnreadableDocument) return error.message;
	const code = (error as NodeJS.ErrnoException | null)?.code;
	const reason = code === undefined ? undefined : reasons[code];
	return reason ?? `The file cannot be read (${error instanceof Error ? error.message : String(error)}).`;
}
