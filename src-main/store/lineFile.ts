/**
 * An append-only file of checksummed lines. A line counts once `append` has resolved: it is fsynced then. What a crash
 * left torn at the end is cut off at the next opening and kept aside, never dropped in silence.
 */
import { createReadStream } from 'node:fs';
import { open, type FileHandle } from 'node:fs/promises';
import { basename, dirname } from 'node:path';
import { diskRefusal } from './diskErrors.ts';
import { decodeLine, type LineJson, lineParts, splitLines, type Position } from './lines.ts';
import { syncFolder, writeAll, writeWhole } from './wholeFile.ts';

export interface LineFile {
	/** What was found damaged at opening, as sentences. */
	readonly notes: string[];
	/** Appends all lines or none. Calls that come while another is being written are written and fsynced together. */
	append(lines: readonly LineJson[]): Promise<Position[]>;
	/** @throws Error where the line has been damaged since it was written. */
	read(position: Position): Promise<string>;
	/** The same in UTF-8. */
	readBytes(position: Position): Promise<Buffer>;
	/** The bytes from `offset` to the end, as they are. */
	bytesFrom(offset: number): Promise<Buffer>;
	/** Waits for what is being written. */
	close(): Promise<void>;
}

interface OpenOptions {
	/** Called for each sound line in order. */
	onLine: (json: Buffer, position: Position) => void;
	/**
	 * Whether lines after a damaged one still count. They do where each stands for itself; where a line builds on those
	 * before it, the rest is cut off.
	 */
	linesStandAlone: boolean;
}

export async function openLineFile(path: string, options: OpenOptions): Promise<LineFile> {
	const file = await openOrCreate(path);
	try {
		const scan = await scanLines(path, options);
		const notes = await setAside(path, file, scan);
		return new AppendedFile(path, file, scan.end, notes);
	} catch (error) {
		await file.close();
		throw error;
	}
}

async function openOrCreate(path: string): Promise<FileHandle> {
	try {
		return await open(path, 'r+').catch(async (error: unknown) => {
			if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
			const created = await open(path, 'wx+', 0o600);
			await syncFolder(dirname(path));
			return created;
		});
	} catch (error) {
		throw diskRefusal(error, path);
	}
}

interface Scan {
	/** Where the sound part ends. */
	end: number;
	size: number;
	/** Damaged lines that lie before `end`. */
	damaged: number;
}

async function scanLines(path: string, { onLine, linesStandAlone }: OpenOptions): Promise<Scan> {
	const scan: Scan = { end: 0, size: 0, damaged: 0 };
	let bad = 0;
	for await (const line of splitLines(createReadStream(path, { highWaterMark: 1 << 20 }))) {
		const position = { offset: scan.size, length: line.length };
		scan.size += line.length;
		const json = bad > 0 && !linesStandAlone ? null : decodeLine(line);
		if (json === null) {
			bad += 1;
			continue;
		}
		onLine(json, position);
		scan.end = scan.size;
		scan.damaged = bad;
	}
	return scan;
}

async function setAside(path: string, file: FileHandle, scan: Scan): Promise<string[]> {
	const name = basename(path);
	const notes = scan.damaged > 0 ? [`${scan.damaged} damaged ${scan.damaged === 1 ? 'line' : 'lines'} in ${name} cannot be read.`] : [];
	if (scan.size === scan.end) return notes;
	const tail = Buffer.alloc(scan.size - scan.end);
	await file.read(tail, 0, tail.length, scan.end);
	const aside = `${path}.${new Date().toISOString().replace(/[:.]/g, '-')}.damaged`;
	await writeWhole(aside, tail, 0o600);
	await file.truncate(scan.end);
	await file.sync();
	return [...notes, `The end of ${name} (${tail.length} bytes) was not written whole before. It is kept as ${basename(aside)}.`];
}

interface Waiting {
	/** Each in its parts. */
	lines: Uint8Array[][];
	resolve: (positions: Position[]) => void;
	reject: (error: unknown) => void;
}

class AppendedFile implements LineFile {
	readonly notes: string[];
	#path: string;
	#file: FileHandle;
	#size: number;
	#waiting: Waiting[] = [];
	#writing: Promise<void> | null = null;

	constructor(path: string, file: FileHandle, size: number, notes: string[]) {
		this.#path = path;
		this.#file = file;
		this.#size = size;
		this.notes = notes;
	}

	append(lines: readonly LineJson[]): Promise<Position[]> {
		return new Promise((resolve, reject) => {
			this.#waiting.push({ lines: lines.map(lineParts), resolve, reject });
			this.#writing ??= this.#writeWaiting().finally(() => (this.#writing = null));
		});
	}

	async #writeWaiting(): Promise<void> {
		while (this.#waiting.length > 0) {
			const group = this.#waiting.splice(0);
			try {
				await this.#write(group.flatMap(({ lines }) => lines));
			} catch (error) {
				const refusal = diskRefusal(error, this.#path);
				for (const { reject } of group) reject(refusal);
				continue;
			}
			for (const { lines, resolve } of group) resolve(lines.map((line) => this.#place(line)));
		}
	}

	async #write(lines: Uint8Array[][]): Promise<void> {
		try {
			await writeAll(this.#file, Buffer.concat(lines.flat()), this.#size);
			await this.#file.datasync();
		} catch (error) {
			// Half a line must not stand before the next one; where even this fails, opening cuts it off.
			await this.#file.truncate(this.#size).catch(() => undefined);
			throw error;
		}
	}

	#place(line: readonly Uint8Array[]): Position {
		const position = { offset: this.#size, length: line.reduce((sum, { length }) => sum + length, 0) };
		this.#size += position.length;
		return position;
	}

	async read(position: Position): Promise<string> {
		return (await this.readBytes(position)).toString();
	}

	async readBytes({ offset, length }: Position): Promise<Buffer> {
		const bytes = Buffer.alloc(length);
		await this.#file.read(bytes, 0, length, offset);
		const json = decodeLine(bytes);
		if (json === null) throw new Error(`A line of ${basename(this.#path)} has been damaged on disk.`);
		return json;
	}

	async bytesFrom(offset: number): Promise<Buffer> {
		const bytes = Buffer.alloc(this.#size - offset);
		await this.#file.read(bytes, 0, bytes.length, offset);
		return bytes;
	}

	async close(): Promise<void> {
		await this.#writing;
		await this.#file.close();
	}
}
