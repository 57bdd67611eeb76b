/**
 * One process owns a data folder. Its `instance.json` (readable by its user alone) says which one, and carries the key
 * with which a second start may ask it for a new start page.
 */
import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { link, open, readFile, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import * as v from 'valibot';
import { diskRefusal, errorCode } from './diskErrors.ts';
import { writeWhole } from './wholeFile.ts';

const instanceSchema = v.object({
	pid: v.pipe(v.number(), v.integer(), v.minValue(1)),
	/** Tells this process from a later one that got the same id; null where the system does not say. */
	born: v.nullable(v.string()),
	/** The browser host's port once it listens; `electron` has none. */
	port: v.union([v.number(), v.literal('electron'), v.null()]),
	ownerKey: v.string(),
});

export type Instance = v.InferOutput<typeof instanceSchema>;

export interface Lock {
	readonly ownerKey: string;
	/** Tells later starts where this one listens. */
	setPort(port: number): Promise<void>;
	release(): Promise<void>;
}

export const instancePath = (folder: string): string => join(folder, 'instance.json');

/**
 * @returns the lock, or the instance that holds the folder.
 * @throws Refusal where the folder cannot be written.
 */
export async function acquireLock(folder: string, port: Instance['port']): Promise<Lock | { heldBy: Instance }> {
	const mine: Instance = { pid: process.pid, born: birth(process.pid), port, ownerKey: randomBytes(32).toString('hex') };
	for (let attempt = 0; attempt < 20; attempt++) {
		if (await createNew(instancePath(folder), JSON.stringify(mine))) return lockOf(folder, mine);
		const holder = await readInstance(folder);
		if (holder && isAlive(holder)) return { heldBy: holder };
		await removeStale(folder);
	}
	throw new Error(`The data folder ${folder} changes hands too quickly. Try again.`);
}

/** Null where there is none, or none that can be read. */
export async function readInstance(folder: string): Promise<Instance | null> {
	try {
		const result = v.safeParse(instanceSchema, JSON.parse(await readFile(instancePath(folder), 'utf8')));
		return result.success ? result.output : null;
	} catch {
		return null;
	}
}

function lockOf(folder: string, mine: Instance): Lock {
	return {
		ownerKey: mine.ownerKey,
		setPort: (port) => writeWhole(instancePath(folder), JSON.stringify({ ...mine, port }), 0o600),
		async release() {
			const present = await readInstance(folder);
			if (present?.ownerKey === mine.ownerKey) await rm(instancePath(folder), { force: true });
		},
	};
}

/**
 * The file appears with all of its content or not at all: one that is empty for a moment would look like what a crash
 * left behind, and be cleared away by another start. File systems without hard links have to do with the moment.
 */
async function createNew(path: string, content: string): Promise<boolean> {
	const aside = `${path}.${randomBytes(6).toString('hex')}.new`;
	try {
		await writeNew(aside, content);
		try {
			await link(aside, path);
		} catch (error) {
			if (errorCode(error) === 'EEXIST') return false;
			await writeNew(path, content);
		}
		return true;
	} catch (error) {
		if (errorCode(error) === 'EEXIST') return false;
		throw diskRefusal(error, path);
	} finally {
		await rm(aside, { force: true });
	}
}

async function writeNew(path: string, content: string): Promise<void> {
	const file = await open(path, 'wx', 0o600);
	try {
		await file.writeFile(content);
		await file.sync();
	} finally {
		await file.close();
	}
}

/** Moves the file away before looking again: what was moved may by now be a new owner's, and then it goes back. */
async function removeStale(folder: string): Promise<void> {
	const aside = `${instancePath(folder)}.${randomBytes(6).toString('hex')}.stale`;
	try {
		await rename(instancePath(folder), aside);
	} catch (error) {
		if (errorCode(error) === 'ENOENT') return;
		throw diskRefusal(error, instancePath(folder));
	}
	const result = v.safeParse(instanceSchema, parse(await readFile(aside, 'utf8')));
	if (result.success && isAlive(result.output)) await rename(aside, instancePath(folder));
	else await rm(aside, { force: true });
}

function parse(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch {
		return null;
	}
}

export function isAlive({ pid, born }: Pick<Instance, 'pid' | 'born'>): boolean {
	try {
		process.kill(pid, 0);
	} catch (error) {
		if (errorCode(error) !== 'EPERM') return false;
	}
	const now = birth(pid);
	return born === null || now === null || born === now;
}

/** On Linux, the boot's id and the process's start in it. */
function birth(pid: number): string | null {
	try {
		const boot = readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim();
		const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
		// The name, in parentheses, may hold anything; the start time is the 20th field after it.
		const started = stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19];
		return started ? `${boot} ${started}` : null;
	} catch {
		return null;
	}
}
