/** A scope's snapshots: one checksummed file each, named by revision, the ten newest kept. */
import { mkdir, readdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import * as v from 'valibot';
import { snapshotSchema, type Snapshot } from '../../src-shared/schemas/journal.ts';
import { Refusal } from '../refusal.ts';
import { decodeLine, encodeLine } from './lines.ts';
import { removeTemporary, writeWhole } from './wholeFile.ts';

const kept = 10;
const fileName = (rev: number): string => `${String(rev).padStart(12, '0')}.snapshot`;

export interface Snapshots {
	/** The newest that is sound, or null. @throws Refusal where one was written by a newer Longview. */
	newest(): Promise<Snapshot | null>;
	write(snapshot: Snapshot): Promise<void>;
	/** Removes all but the one at this revision. */
	keepOnly(rev: number): Promise<void>;
}

export async function openSnapshots(folder: string): Promise<Snapshots> {
	await mkdir(folder, { recursive: true });
	await removeTemporary(folder);
	const names = async () => (await readdir(folder)).filter((name) => name.endsWith('.snapshot')).sort().reverse();
	const remove = (doomed: string[]) => Promise.all(doomed.map((name) => rm(join(folder, name), { force: true })));
	return {
		async newest() {
			for (const name of await names()) {
				const snapshot = readSnapshot(await readFile(join(folder, name)));
				if (snapshot) return snapshot;
			}
			return null;
		},
		async write(snapshot) {
			await writeWhole(join(folder, fileName(snapshot.rev)), encodeLine(JSON.stringify(snapshot)), 0o600);
			await remove((await names()).slice(kept));
		},
		async keepOnly(rev) {
			await remove((await names()).filter((name) => name !== fileName(rev)));
		},
	};
}

function readSnapshot(bytes: Buffer): Snapshot | null {
	const json = decodeLine(bytes);
	if (!json) return null;
	const content = JSON.parse(json.toString()) as { version?: unknown };
	if (typeof content.version === 'number' && content.version > 1) throw writtenByNewer('snapshot');
	const result = v.safeParse(snapshotSchema, content);
	return result.success ? result.output : null;
}

export const writtenByNewer = (what: string): Refusal =>
	new Refusal(409, `This data folder holds a ${what} written by a newer Longview. Open it with that version, or update this one; nothing was changed.`);
