/** Entry of the pool's threads: reads files so that the main process never waits for one. */
import type { ParsedDocument, UnreadFile } from '../../src-shared/schemas/document.ts';
import { readDocument } from './readDocument.ts';
import { readFile, whyUnread } from './readFile.ts';

/** A file on this computer, or one whose content was sent because the page cannot know its path. */
export type ImportInput = { file: string; path: string } | { file: string; bytes: Uint8Array };

export interface ImportTask {
	items: ImportInput[];
}

export interface FilesRead {
	documents: ParsedDocument[];
	unread: UnreadFile[];
}

/** Reads each file by itself: what is wrong with one says so and costs no other. */
export default function readFiles({ items }: ImportTask): FilesRead {
	const documents: ParsedDocument[] = [];
	const unread: UnreadFile[] = [];
	for (const item of items) {
		try {
			documents.push('path' in item ? readFile(item.path, item.file) : readDocument(item.bytes, item.file));
		} catch (error) {
			unread.push({ file: item.file, error: whyUnread(error) });
		}
	}
	return { documents, unread };
}
