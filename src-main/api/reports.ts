/** Reports: laid out in a worker, then written or downloaded whole. A report under way is cancelled by its id. */
import { Hono } from 'hono';
import * as v from 'valibot';
import { reportOptionsSchema, type PrintedDocument } from '../../src-shared/schemas/report.ts';
import { workshopFileSchema } from '../../src-shared/schemas/workshopFile.ts';
import { Refusal } from '../refusal.ts';
import type { Services } from '../services.ts';
import { fileNameOf } from '../../src-shared/domain/fileName.ts';
import { atMost, jsonOf, paramsOf } from './body.ts';
import { download, saveTo } from './delivery.ts';

/** The client's own id for the report it asks for, with which it can cancel it. */
export const reportIdHeader = 'x-longview-report';

/** After the workshop's title, in the name of the file. */
const suffixes: Record<PrintedDocument, string> = {
	report: '', cards: ', cards', 'scenario-sheets': ', scenario sheets', ballot: ', ballot', questions: ', questions', poster: ', poster', codes: ', codes',
};

const reportSchema = v.object({ file: workshopFileSchema, options: reportOptionsSchema });
const idParam = v.object({ id: v.pipe(v.string(), v.minLength(1), v.maxLength(100)) });

export function reportRoutes(services: Services) {
	const underway = new Map<string, AbortController>();

	async function draw(request: v.InferOutput<typeof reportSchema>, id: string | undefined, gone: AbortSignal) {
		const cancel = new AbortController();
		if (id) underway.set(id, cancel);
		try {
			return await services.reports.report(request.file, request.options, AbortSignal.any([cancel.signal, gone]));
		} catch (error) {
			if (cancel.signal.aborted || gone.aborted) throw new Refusal(409, 'The report was cancelled.', { cause: error });
			throw error;
		} finally {
			if (id) underway.delete(id);
		}
	}

	return new Hono()
		.post('/', atMost(256, 'The workshop'), jsonOf(reportSchema), async (c) => {
			const request = c.req.valid('json');
			const name = fileNameOf(request.file.workshop.title + suffixes[request.options.document], 'pdf');
			const { dialogs } = services.ports;
			const path = dialogs && (await dialogs.chooseDestination('report', name));
			if (dialogs && path === null) return c.json({ path: null, pages: 0, notes: [] });
			const { bytes, pages, notes } = await draw(request, c.req.header(reportIdHeader), c.req.raw.signal);
			if (path !== null) {
				await saveTo(services, path, bytes);
				return c.json({ path, pages, notes });
			}
			const headers = { 'x-longview-pages': String(pages), 'x-longview-notes': encodeURIComponent(JSON.stringify(notes)) };
			return download(c, { name, type: 'application/pdf', bytes, headers });
		})
		.delete('/:id', paramsOf(idParam), (c) => {
			const report = underway.get(c.req.valid('param').id);
			if (!report) throw new Refusal(404, 'This report is finished or was never begun.');
			report.abort(new Error('cancelled'));
			return c.json({ cancelled: true });
		});
}
