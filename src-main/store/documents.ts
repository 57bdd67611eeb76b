/** Every imported document as it was read, once, by its hash. Journals and snapshots refer to them and hold no copy. */
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import * as v from 'valibot';
import { parsedDocumentSchema, type ParsedDocument } from '../../src-shared/schemas/document.ts';
import { openLineFile, type LineFile } from './lineFile.ts';
import type { Position } from './lines.ts';

export interface StoredDocuments {
	/** Documents that are there already stay as they are. Resolves when all are on disk. */
	put(documents: ParsedDocument[]): Promise<void>;
	get(hash: string): Promise<ParsedDocument | null>;
	notes(): Promise<string[]>;
	close(): Promise<void>;
}

const lineVersion = 1;
const storedSchema = v.object({ hash: v.string(), version: v.literal(lineVersion), document: parsedDocumentSchema });

/** The hash stands first in each line, so that the index is built without parsing whole documents. */
const lineStart = /^\{"hash":"([0-9a-f]{32})"/;
const lineStartLength = 50;

interface Opened {
	file: LineFile;
	index: Map<string, Position>;
}

export function createDocuments(folder: string): StoredDocuments {
	const opened = openIndexed(folder);
	// A failure to open is told to whoever asks for a document, not to the process.
	opened.catch(() => undefined);
	const underway = new Map<string, Promise<unknown>>();

	return {
		async put(documents) {
			const { file, index } = await opened;
			const fresh = new Map(documents.filter(({ hash }) => !index.has(hash) && !underway.has(hash)).map((d) => [d.hash, d]));
			const waitFor = documents.flatMap(({ hash }) => underway.get(hash) ?? []);
			if (fresh.size > 0) {
				const written = file.append([...fresh.values()].map(encode)).then((positions) => {
					[...fresh.keys()].forEach((hash, at) => index.set(hash, positions[at] as Position));
				});
				const settled = written.finally(() => [...fresh.keys()].forEach((hash) => underway.delete(hash)));
				for (const hash of fresh.keys()) underway.set(hash, settled);
				waitFor.push(settled);
			}
			await Promise.all(waitFor);
		},
		async get(hash) {
			const { file, index } = await opened;
			const position = index.get(hash);
			return position ? v.parse(storedSchema, JSON.parse(await file.read(position))).document : null;
		},
		async notes() {
			return (await opened).file.notes;
		},
		async close() {
			await (await opened).file.close();
		},
	};
}

async function openIndexed(folder: string): Promise<Opened> {
	await mkdir(folder, { recursive: true });
	const index = new Map<string, Position>();
	const file = await openLineFile(join(folder, 'documents.jsonl'), {
		linesStandAlone: true,
		onLine(json, position) {
			const hash = lineStart.exec(json.toString('latin1', 0, lineStartLength))?.[1];
			if (hash && !index.has(hash)) index.set(hash, position);
		},
	});
	return { file, index };
}

const encode = (document: ParsedDocument): string => JSON.stringify({ hash: document.hash, version: lineVersion, document });
