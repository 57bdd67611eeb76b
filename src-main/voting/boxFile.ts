/**
 * The room's journal on disk and what it adds up to. A line counts once `write` has resolved: it is fsynced then, and in
 * the box. What is to be forgotten is gone from the file when `rewrite` has resolved.
 */
import { mkdir, readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import * as v from 'valibot';
import { encodeLine } from '../store/lines.ts';
import { openLineFile, type LineFile } from '../store/lineFile.ts';
import { removeTemporary, syncFolder, writeWhole } from '../store/wholeFile.ts';
import { BallotBox } from './ballotBox.ts';
import { lineSchema, linesVersion, type Line } from './lines.ts';
import { snapshotOf, type Forgotten } from './snapshot.ts';

export class BoxFile {
	box = new BallotBox();
	/** What was found damaged at opening, as sentences. */
	notes: string[] = [];
	#folder: string;
	#file: LineFile | null = null;
	/** While it is set, the file is being replaced or made, and lines wait. */
	#replacing: Promise<unknown> | null = null;

	/** Makes nothing: a room that was never opened leaves no file. */
	static async open(folder: string): Promise<BoxFile> {
		const opened = new BoxFile(folder);
		if (await isThere(opened.#path)) await opened.#read();
		return opened;
	}

	private constructor(folder: string) {
		this.#folder = folder;
	}

	get #path(): string {
		return join(this.#folder, 'room.jsonl');
	}

	/** When anything was last written, in milliseconds since 1970. */
	async lastWritten(): Promise<number> {
		return (await stat(this.#path)).mtimeMs;
	}

	/** Lines that are written while others wait for the disk reach it together. @throws Refusal where the disk refuses */
	async write(...lines: Line[]): Promise<void> {
		const file = await this.#ready();
		// Nothing waits between here and the file, so what is appended first is also applied first.
		await file.append(lines.map((line) => JSON.stringify(line)));
		for (const line of lines) this.box.apply(line);
	}

	async #ready(): Promise<LineFile> {
		while (this.#replacing || !this.#file) await (this.#replacing ?? this.#exclusively(() => this.#begin()));
		return this.#file;
	}

	/** Writes the whole file anew without what is forgotten, and clears away whatever was kept beside it. */
	async rewrite(forgotten: Forgotten): Promise<void> {
		while (this.#replacing) await this.#replacing;
		await this.#exclusively(async () => {
			// Windows does not rename over a file that is open.
			await this.#file?.close();
			this.#file = null;
			const lines = snapshotOf(this.box, forgotten);
			try {
				await writeWhole(this.#path, Buffer.concat(lines.map((line) => encodeLine(JSON.stringify(line)))), 0o600);
				await this.#clearAside();
			} finally {
				await this.#read();
			}
		});
	}

	/** Leaves no file. */
	async wipe(): Promise<void> {
		while (this.#replacing) await this.#replacing;
		await this.#exclusively(async () => {
			await this.#file?.close();
			this.#file = null;
			await rm(this.#path, { force: true });
			await this.#clearAside();
			await syncFolder(this.#folder);
			this.box = new BallotBox();
		});
	}

	/** Waits for what is being written. */
	async close(): Promise<void> {
		while (this.#replacing) await this.#replacing;
		await this.#file?.close();
		this.#file = null;
	}

	async #exclusively(work: () => Promise<void>): Promise<void> {
		const replacing = work();
		this.#replacing = replacing.catch(() => undefined).then(() => (this.#replacing = null));
		await replacing.finally(() => this.#replacing);
	}

	async #begin(): Promise<void> {
		await mkdir(this.#folder, { recursive: true, mode: 0o700 });
		await syncFolder(join(this.#folder, '..'));
		await this.#read();
		const first: Line = { type: 'begun', version: linesVersion };
		await this.#file!.append([JSON.stringify(first)]);
	}

	async #read(): Promise<void> {
		await removeTemporary(this.#folder);
		const box = new BallotBox();
		let unknown = 0;
		const onLine = (json: Buffer) => {
			const line = v.safeParse(lineSchema, JSON.parse(json.toString()));
			if (line.success) box.apply(line.output);
			else unknown += 1;
		};
		// Lines stand alone: one that the disk damaged costs itself and not all ballots after it.
		this.#file = await openLineFile(this.#path, { linesStandAlone: true, onLine });
		this.notes = [...this.#file.notes, ...(unknown > 0 ? [`${unknown} of the lines in ${this.#path} cannot be understood.`] : [])];
		this.box = box;
	}

	async #clearAside(): Promise<void> {
		const names = (await readdir(this.#folder)).filter((name) => name.endsWith('.damaged'));
		await Promise.all(names.map((name) => rm(join(this.#folder, name), { force: true })));
	}
}

const isThere = (path: string): Promise<boolean> => stat(path).then(() => true, () => false);
