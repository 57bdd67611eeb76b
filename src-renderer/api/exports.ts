/** The other ways out of a workshop, as the main process makes them. */
import type { ExportOptions } from '../../src-shared/schemas/export.ts';
import type { WorkshopFile } from '../../src-shared/schemas/workshopFile.ts';
import { ApiError, client, post } from './client.ts';
import { delivered, type Delivered } from './reports.ts';

/** @param id with which `cancelExport` can stop it. @throws ApiError with a sentence. */
export async function requestExport(id: string, file: WorkshopFile, options: ExportOptions): Promise<Delivered> {
	try {
		const headers = { 'content-type': 'application/json', 'x-longview-export': id };
		return await delivered(await post('/api/exports', JSON.stringify({ file, options }), { headers }));
	} catch (error) {
		if (error instanceof ApiError && error.status === 409) return { kind: 'cancelled' };
		throw error;
	}
}

/** One that is finished already cannot be cancelled any more, and nothing is wrong with that. */
export async function cancelExport(id: string): Promise<void> {
	await client.api.exports[':id'].$delete({ param: { id } }).catch(() => undefined);
}
