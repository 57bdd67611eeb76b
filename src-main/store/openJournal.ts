/** Puts a scope together from what the disk has: its newest sound snapshot, and the journal's lines after it. */
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Snapshot } from '../../src-shared/schemas/journal.ts';
import { Refusal } from '../refusal.ts';
import { openJournalFile, writeJournalFile, type JournalFile } from './journalFile.ts';
import { openSnapshots, type Snapshots } from './snapshots.ts';
import { removeTemporary } from './wholeFile.ts';

export interface OpenedJournal {
	snapshots: Snapshots;
	snapshot: Snapshot | null;
	opened: JournalFile;
	notes: string[];
}

export const journalPath = (folder: string): string => join(folder, 'journal.jsonl');

/** @throws Refusal where it was written by a newer Longview, or where lines are missing between snapshot and journal. */
export async function openJournal(folder: string): Promise<OpenedJournal> {
	await mkdir(folder, { recursive: true });
	await removeTemporary(folder);
	const snapshots = await openSnapshots(join(folder, 'snapshots'));
	const snapshot = await snapshots.newest();
	const opened = await openJournalFile(journalPath(folder));
	const { notes } = opened.file;
	const reached = snapshot?.rev ?? 0;
	if (opened.lines === null || opened.start.rev + opened.lines.length < reached) {
		// The journal is new, or lost lines that the snapshot still has: it goes on from there.
		await opened.file.close();
		await writeJournalFile(journalPath(folder), { rev: reached, lastId: snapshot?.lastId ?? null }, new Uint8Array());
		return { snapshots, snapshot, opened: await openJournalFile(journalPath(folder)), notes };
	}
	if (opened.start.rev > reached) {
		await opened.file.close();
		throw new Refusal(500, `The snapshots in ${join(folder, 'snapshots')} are damaged or missing, and the journal starts after them. Put back a copy of that folder.`);
	}
	return { snapshots, snapshot, opened, notes };
}
