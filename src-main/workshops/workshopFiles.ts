/** Workshop files on disk: opened through the schema and its migrations, written whole. */
import { readFile, stat } from 'node:fs/promises';
import { BadWorkshopFile, readWorkshopFile } from '../../src-shared/migrations/workshopFile.ts';
import type { WorkshopFile } from '../../src-shared/schemas/workshopFile.ts';
import { Refusal } from '../refusal.ts';

export const workshopFileLimit = 256 << 20;

/** @throws Refusal with a sentence that names the bad field, or says that the file is of a newer version. */
export function checkWorkshopFile(text: string): WorkshopFile {
	try {
		return readWorkshopFile(text);
	} catch (error) {
		throw error instanceof BadWorkshopFile ? new Refusal(422, error.message) : error;
	}
}

/** @throws Refusal */
export async function openWorkshopFile(path: string): Promise<WorkshopFile> {
	const found = await stat(path).catch(() => null);
	if (!found?.isFile()) throw new Refusal(404, `There is no file ${path}.`);
	if (found.size > workshopFileLimit) throw new Refusal(413, `${path} is larger than 256 MB, more than a workshop file may have.`);
	return checkWorkshopFile(await readFile(path, 'utf8'));
}

export const workshopFileText = (file: WorkshopFile): string => `${JSON.stringify(file)}\n`;
