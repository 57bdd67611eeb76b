/** Opening workshop files: chosen in the host's dialog, or sent by the page; both come back checked and migrated. */
import type { WorkshopFile } from '../../src-shared/schemas/workshopFile.ts';
import { accepted, client, post } from './client.ts';

/** @returns null where the facilitator closed the dialog. @throws ApiError with a sentence. */
export async function chooseWorkshopFile(): Promise<WorkshopFile | null> {
	const { file } = await (await accepted(client.api['workshop-files'].open.$post())).json();
	return file;
}

/** @throws ApiError naming what is wrong with the file. */
export async function checkWorkshopFile(file: File): Promise<WorkshopFile> {
	const response = await post('/api/workshop-files/check', await file.text(), { headers: { 'content-type': 'application/json' } });
	return (await response.json()) as WorkshopFile;
}
