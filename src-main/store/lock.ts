/**
 * One process owns a data folder. Its `instance.json` (readable by its user alone) says which one, and carries the key
 * with which a second start may ask it for a new start page.
 */
import { createHash, randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { link, open, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
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

const mostAttempts = 20;
/** Milliseconds for another start to do what it has begun. */
const patience = 25;

export const instancePath = (folder: string): string => join(folder, 'instance.json');

/**
 * @returns the lock, or the instance that holds the folder.
 * @throws Refusal where the folder cannot be written.
 */
export async function acquireLock(folder: string, port: Instance['port']): Promise<Lock | { heldBy: Instance }> {
	const mine: Instance = { pid: process.pid, born: birth(process.pid), port, ownerKey: randomBytes(32).toString('hex') };
	for (let attempt = 0; attempt < mostAttempts; attempt++) {
		if (await createNew(instancePath(folder), JSON.stringify(mine))) return lockOf(folder, mine);
		const found = await readHeld(folder);
		if (found === null) continue;
		if (found.instance && isAlive(found.instance)) return { heldBy: found.instance };
		await removeStale(folder, found.content);
	}
	throw new Error(`The data folder ${folder} changes hands too quickly. Try again.`);
}

/** Null where there is none, or none that can be read. */
export const readInstance = async (folder: string): Promise<Instance | null> => (await readHeld(folder).catch(() => null))?.instance ?? null;

/** The file as it is, and the instance it names, if it names one; null where there is no file. */
async function readHeld(folder: string): Promise<{ content: string; instance: Instance | null } | null> {
	try {
		const content = await readFile(instancePath(folder), 'utf8');
		return { content, instance: parse(content) };
	} catch (error) {
		if (errorCode(error) === 'ENOENT') return null;
		throw diskRefusal(error, instancePath(folder));
	}
}

function parse(text: string): Instance | null {
	try {
		const result = v.safeParse(instanceSchema, JSON.parse(text));
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

/**
 * Of all starts that saw the same file of a process that is gone, one may remove it: the one whose claim comes first. Otherwise
 * the slower one would remove what the faster one has just put in its place. A claim of a start that died is followed by a next.
 */
async function removeStale(folder: string, content: string): Promise<void> {
	const claims = `${instancePath(folder)}.${createHash('sha256').update(content).digest('hex').slice(0, 16)}`;
	const mine = JSON.stringify({ pid: process.pid, born: birth(process.pid), port: null, ownerKey: randomBytes(8).toString('hex') } satisfies Instance);
	for (let number = 1; number <= mostAttempts; number++) {
		const claim = `${claims}.${number}.claim`;
		if (!(await createNew(claim, mine))) {
			const holder = parse(await readFile(claim, 'utf8').catch(() => ''));
			if (!holder || !isAlive(holder)) continue;
			// The other is at it: what it leaves is looked at again.
			return delay(patience);
		}
		// While the claim stands, nobody else removes a file of this content.
		if ((await readHeld(folder))?.content === content) await rm(instancePath(folder), { force: true });
		for (let done = 1; done <= number; done++) await rm(`${claims}.${done}.claim`, { force: true });
		return;
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
