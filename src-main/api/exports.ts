/** The other ways out: made in a worker, then written or downloaded whole. One under way is cancelled by its id. */
import { Hono } from 'hono';
import * as v from 'valibot';
import { fileNameOf } from '../../src-shared/domain/fileName.ts';
import { exportOptionsSchema, type ExportFormat } from '../../src-shared/schemas/export.ts';
import { workshopFileSchema } from '../../src-shared/schemas/workshopFile.ts';
import { Refusal } from '../refusal.ts';
import type { Services } from '../services.ts';
import { atMost, jsonOf, paramsOf } from './body.ts';
import { download, saveTo } from './delivery.ts';
import { createUnderway, idParam } from './underway.ts';

/** The client's own id for the file it asks for, with which it can cancel it. */
export const exportIdHeader = 'x-longview-export';

/** After the workshop's title, in the name of the file. */
const suffixes: Record<ExportFormat, string> = { csv: ', ranked', xlsx: ', ranked', md: ', scenarios', docx: ', scenarios', html: '' };
const types: Record<ExportFormat, string> = {
	csv: 'text/csv; charset=utf-8', xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', md: 'text/markdown; charset=utf-8',
	docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document', html: 'text/html; charset=utf-8',
};

const exportSchema = v.object({ file: workshopFileSchema, options: exportOptionsSchema });

const cancelled = (cause?: unknown) => new Refusal(409, 'The file was cancelled.', { cause });

export function exportRoutes(services: Services) {
	const underway = createUnderway(exportIdHeader);

	async function make({ file, options }: v.InferOutput<typeof exportSchema>, signal: AbortSignal) {
		try {
			signal.throwIfAborted();
			return await services.exports.make(file, options, signal);
		} catch (error) {
			if (signal.aborted) throw cancelled(error);
			throw error;
		}
	}

	return new Hono()
		.post('/', underway.admit, atMost(256, 'The workshop'), jsonOf(exportSchema), async (c) => {
			const { job } = c.var;
			const request = c.req.valid('json');
			const { format } = request.options;
			const name = fileNameOf(request.file.workshop.title, format, suffixes[format]);
			const { dialogs } = services.ports;
			if (job.signal.aborted) throw cancelled();
			const path = dialogs && (await dialogs.chooseDestination(format, name));
			if (dialogs && path === null) return c.json({ path: null, notes: [] });
			const { bytes, notes } = await make(request, job.signal);
			job.end();
			if (path !== null) {
				await saveTo(services, path, bytes);
				return c.json({ path, notes });
			}
			return download(c, { name, type: types[format], bytes, headers: { 'x-longview-notes': encodeURIComponent(JSON.stringify(notes)) } });
		})
		.delete('/:id', paramsOf(idParam), (c) => {
			if (!underway.cancel(c.req.valid('param').id)) throw new Refusal(404, 'This file is finished or was never begun.');
			return c.json({ cancelled: true });
		});
}
