/** Files that the page sent with their content: gathered in memory that all threads share, so that none waits for another's copy. */
import type { UnreadFile } from '../../src-shared/schemas/document.ts';
import { unpackedFiles } from '../../src-shared/domain/packedFiles.ts';
import type { FileSource } from './readAny.ts';

export interface SentFiles {
	files: FileSource[];
	/** What the page itself could not read. */
	unread: UnreadFile[];
}

/** @returns null where the body is no packed list of files. */
export async function sentFiles(body: ReadableStream<Uint8Array>): Promise<SentFiles | null> {
	const chunks: Uint8Array[] = [];
	let length = 0;
	for await (const chunk of body) length += chunks[chunks.push(chunk) - 1]!.length;
	const gathered = new Uint8Array(new SharedArrayBuffer(length));
	let at = 0;
	for (const chunk of chunks) {
		gathered.set(chunk, at);
		at += chunk.length;
	}
	const sent = unpackedFiles(gathered);
	return sent && {
		files: sent.flatMap((file) => ('bytes' in file ? [{ file: file.path, bytes: file.bytes }] : [])),
		unread: sent.flatMap((file) => ('error' in file ? [{ file: file.path, error: file.error }] : [])),
	};
}
