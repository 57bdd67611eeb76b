/** Where Longview's data lives on this computer, and the few settings that belong to the computer. */
import { mkdir, readFile, statfs } from 'node:fs/promises';
import { homedir } from 'node:os';
import { join, resolve } from 'node:path';
import * as v from 'valibot';
import { diskRefusal } from './diskErrors.ts';
import { writeWhole } from './wholeFile.ts';

type Environment = Record<string, string | undefined>;

/** @param given what --data says; the environment variable LONGVIEW_DATA comes next, then the system's own place. */
export function dataFolderPath(given: string | undefined, env: Environment = process.env, platform = process.platform): string {
	const chosen = given ?? env['LONGVIEW_DATA'];
	if (chosen) return resolve(chosen);
	const home = homedir();
	if (platform === 'darwin') return join(home, 'Library', 'Application Support', 'Longview');
	if (platform === 'win32') return join(env['APPDATA'] ?? join(home, 'AppData', 'Roaming'), 'Longview');
	return join(env['XDG_DATA_HOME'] ?? join(home, '.local', 'share'), 'Longview');
}

/** @throws Refusal with a sentence where the folder cannot be made. */
export async function makeDataFolder(path: string): Promise<void> {
	try {
		await mkdir(path, { recursive: true, mode: 0o700 });
	} catch (error) {
		throw diskRefusal(error, path);
	}
}

/** Null where the system does not say. */
export async function freeMegabytes(path: string): Promise<number | null> {
	try {
		const { bavail, bsize } = await statfs(path);
		return Math.floor((bavail * bsize) / 1e6);
	} catch {
		return null;
	}
}

const settingsSchema = v.object({
	/** The browser host's port, kept because the browser's storage belongs to it. */
	port: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(65535))),
	/** Where the window stood, in pixels. */
	window: v.optional(v.object({ x: v.number(), y: v.number(), width: v.number(), height: v.number(), maximized: v.boolean() })),
});

export type Settings = v.InferOutput<typeof settingsSchema>;

const settingsPath = (folder: string): string => join(folder, 'settings.json');

/** Settings that are missing or unreadable are as if never given. */
export async function readSettings(folder: string): Promise<Settings> {
	try {
		const result = v.safeParse(settingsSchema, JSON.parse(await readFile(settingsPath(folder), 'utf8')));
		return result.success ? result.output : {};
	} catch {
		return {};
	}
}

export async function changeSettings(folder: string, change: Settings): Promise<void> {
	const settings = { ...(await readSettings(folder)), ...change };
	await writeWhole(settingsPath(folder), `${JSON.stringify(settings, null, '\t')}\n`);
}
