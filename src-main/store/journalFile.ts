/** A journal's file: a header that says where it starts, then its lines. Knows the format, not what lines mean. */
import * as v from 'valibot';
import { journalLineSchema, revisionSchema, type JournalLine, type Revision } from '../../src-shared/schemas/journal.ts';
import { openLineFile, type LineFile } from './lineFile.ts';
import { encodeLine, type Position } from './lines.ts';
import { writtenByNewer } from './snapshots.ts';
import { writeWhole } from './wholeFile.ts';

const headerSchema = v.object({
	format: v.literal('longview-journal'),
	version: v.literal(1),
	/** Where the scope stood before this file's first line. */
	start: revisionSchema,
});

export interface StoredLine {
	line: JournalLine;
	position: Position;
}

export interface JournalFile {
	file: LineFile;
	start: Revision;
	/** Null where the file is new or had no sound header. */
	lines: StoredLine[] | null;
}

/** @throws Refusal where the file was written by a newer Longview; it is left as it is. */
export async function openJournalFile(path: string): Promise<JournalFile> {
	let start: Revision = { rev: 0, lastId: null };
	let headed = false;
	const lines: StoredLine[] = [];
	const file = await openLineFile(path, {
		linesStandAlone: false,
		onLine(json, position) {
			const content: unknown = JSON.parse(json.toString());
			if (position.offset === 0) start = known(headerSchema, content).start;
			else lines.push({ line: known(journalLineSchema, content), position });
			headed = true;
		},
	});
	return { file, start, lines: headed ? lines : null };
}

/** The checksum was right, so this is what was written: if it does not fit, by a version that knows more than this one. */
function known<S extends v.GenericSchema>(schema: S, content: unknown): v.InferOutput<S> {
	const result = v.safeParse(schema, content);
	if (!result.success) throw writtenByNewer('journal');
	return result.output;
}

/** Puts a new file in the journal's place, whole: the header and the lines that are kept, as they stand on disk. */
export function writeJournalFile(path: string, start: Revision, lines: Uint8Array): Promise<void> {
	const header = encodeLine(JSON.stringify({ format: 'longview-journal', version: 1, start }));
	return writeWhole(path, Buffer.concat([header, lines]), 0o600);
}
