/** Reports: laid out in a worker, then written or downloaded whole. A report under way is cancelled by its id. */
import { Hono } from 'hono';
import * as v from 'valibot';
import { reportOptionsSchema, type PrintedDocument } from '../../src-shared/schemas/report.ts';
import { workshopFileSchema } from '../../src-shared/schemas/workshopFile.ts';
import type { DrawnReport, Progress } from '../reports/reports.ts';
import type { Services } from '../services.ts';
import { fileNameOf } from '../../src-shared/domain/fileName.ts';
import { atMost, jsonOf, paramsOf } from './body.ts';
import { download, saveTo } from './delivery.ts';
import { createUnderway, idParam, type Job } from './underway.ts';

/** The client's own id for the report it asks for, with which it can cancel it. */
export const reportIdHeader = 'x-longview-report';

/** After the workshop's title, in the name of the file. */
const suffixes: Record<PrintedDocument, string> = {
	report: '', cards: ', cards', 'scenario-sheets': ', scenario sheets', ballot: ', ballot', questions: ', questions', poster: ', poster', codes: ', codes',
};

const reportSchema = v.object({ file: workshopFileSchema, options: reportOptionsSchema });

type Asked = v.InferOutput<typeof reportSchema>;

/** Nobody chose a place for it, or nobody wants it any more. */
const nowhere = { path: null, pages: 0, notes: [] };

export function reportRoutes(services: Services) {
	const underway = createUnderway<Progress>(reportIdHeader);

	/** @returns null for one that was cancelled. */
	async function draw({ file, options }: Asked, job: Job<Progress>, isPreview = false): Promise<DrawnReport | null> {
		if (job.signal.aborted) return null;
		const { done, progress } = services.reports.draw(file, options, { signal: job.signal, isPreview });
		job.watch(progress);
		try {
			return await done;
		} catch (error) {
			if (job.signal.aborted) return null;
			throw error;
		} finally {
			job.end();
		}
	}

	return new Hono()
		.post('/', underway.admit, atMost(256, 'The workshop'), jsonOf(reportSchema), async (c) => {
			const request = c.req.valid('json');
			const name = fileNameOf(request.file.workshop.title, 'pdf', suffixes[request.options.document]);
			const { dialogs } = services.ports;
			if (c.var.job.signal.aborted) return c.json(nowhere);
			const path = dialogs && (await dialogs.chooseDestination('report', name));
			if (dialogs && path === null) return c.json(nowhere);
			const drawn = await draw(request, c.var.job);
			if (drawn === null) return c.json(nowhere);
			const { bytes, pages, notes } = drawn;
			if (path !== null) {
				await saveTo(services, path, bytes);
				return c.json({ path, pages, notes });
			}
			return download(c, { name, type: 'application/pdf', bytes, headers: about(drawn) });
		})
		/** The pages alone, to be looked at: nothing is written anywhere. */
		.post('/preview', underway.admit, atMost(256, 'The workshop'), jsonOf(reportSchema), async (c) => {
			const drawn = await draw(c.req.valid('json'), c.var.job, true);
			if (drawn === null) return c.json(nowhere);
			return c.body(drawn.bytes as Uint8Array<ArrayBuffer>, 200, { ...about(drawn), 'content-type': 'application/pdf' });
		})
		/** Null, and nothing to cancel, where it is finished or has not begun: who asks cannot know. */
		.get('/:id', paramsOf(idParam), (c) => c.json(underway.progress(c.req.valid('param').id)))
		.delete('/:id', paramsOf(idParam), (c) => c.json({ cancelled: underway.cancel(c.req.valid('param').id) }));
}

const about = ({ pages, notes, sections }: DrawnReport): Record<string, string> => ({
	'x-longview-pages': String(pages),
	'x-longview-notes': encodeURIComponent(JSON.stringify(notes)),
	'x-longview-sections': encodeURIComponent(JSON.stringify(sections)),
});
