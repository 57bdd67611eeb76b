/** Files that the page sent with their content: gathered in memory that all threads share, so that none waits for another's copy. */
import { setImmediate as breath } from 'node:timers/promises';
import type { UnreadFile } from '../../src-shared/schemas/document.ts';
import { unpackedFiles } from '../../src-shared/domain/packedFiles.ts';
import type { FileSource } from './readAny.ts';

export interface SentFiles {
	files: FileSource[];
	/** What the page itself could not read. */
	unread: UnreadFile[];
}

/** Bytes that are gathered at a time: the main process has other things to do in between. */
const atOnce = 8 * 1024 * 1024;

/** @returns null where the body is no packed list of files. */
export async function sentFiles(body: ReadableStream<Uint8Array>): Promise<SentFiles | null> {
	const chunks: Uint8Array[] = [];
	let length = 0;
	for await (const chunk of body) length += chunks[chunks.push(chunk) - 1]!.length;
	const gathered = new Uint8Array(new SharedArrayBuffer(length));
	let [at, rested] = [0, 0];
	for (const chunk of chunks) {
		gathered.set(chunk, at);
		at += chunk.length;
		if (at - rested < atOnce) continue;
		rested = at;
		await breath();
	}
	const sent = unpackedFiles(gathered);
	return sent && {
		files: sent.flatMap((file) => ('bytes' in file ? [{ file: file.path, bytes: file.bytes }] : [])),
		unread: sent.flatMap((file) => ('error' in file ? [{ file: file.path, error: file.error }] : [])),
	};
}
