/** Every imported document as it was read, once, by its hash. Journals and snapshots refer to them and hold no copy. */
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import * as v from 'valibot';
import { parsedDocumentSchema, type ParsedDocument } from '../../src-shared/schemas/document.ts';
import type { DocumentStore, PackedDocument } from '../imports/documentStore.ts';
import { openLineFile, type LineFile } from './lineFile.ts';
import type { Position } from './lines.ts';

export interface StoredDocuments extends DocumentStore {
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
/** What stands before a document and behind it, so that it can be cut out as it is. */
const beforeDocument = (hash: string): string => `{"hash":"${hash}","version":${lineVersion},"document":`;
const behindDocument = '}';

interface Opened {
	file: LineFile;
	index: Map<string, Position>;
}

export function createDocuments(folder: string): StoredDocuments {
	const opened = openIndexed(folder);
	// A failure to open is told to whoever asks for a document, not to the process.
	opened.catch(() => undefined);
	const underway = new Map<string, Promise<unknown>>();

	/** @returns of those that are new, the first of each hash. Resolves when all that were given are on disk. */
	async function write(documents: readonly PackedDocument[]): Promise<Map<string, PackedDocument>> {
		const { file, index } = await opened;
		const fresh = new Map<string, PackedDocument>();
		for (const document of documents) {
			const { hash } = document;
			if (!index.has(hash) && !underway.has(hash) && !fresh.has(hash)) fresh.set(hash, document);
		}
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
		return fresh;
	}

	async function cutOut(hash: string): Promise<Uint8Array> {
		const { file, index } = await opened;
		const line = await file.readBytes(index.get(hash)!);
		const start = Buffer.from(beforeDocument(hash));
		if (line.subarray(0, start.length).equals(start)) return line.subarray(start.length, line.length - behindDocument.length);
		throw new Error(`Document ${hash} is stored in a form that this version of Longview does not know.`);
	}

	return {
		async keep(documents) {
			const fresh = await write(documents);
			return Promise.all(documents.map(({ hash }) => fresh.get(hash)?.json ?? cutOut(hash)));
		},
		async put(documents) {
			await write(documents.map((document) => ({ hash: document.hash, json: Buffer.from(JSON.stringify(document)) })));
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

const encode = ({ hash, json }: PackedDocument): Uint8Array[] => [Buffer.from(beforeDocument(hash)), json, Buffer.from(behindDocument)];
