/** Imports: started with files, with a dialog or with the sample, and then read batch by batch. */
import { Hono, type Context, type TypedResponse } from 'hono';
import * as v from 'valibot';
import { hostImportSchema } from '../../src-shared/schemas/api.ts';
import type { ImportBatch } from '../../src-shared/schemas/importBatch.ts';
import { sheetMappingRequestSchema } from '../../src-shared/schemas/sheet.ts';
import { Refusal } from '../refusal.ts';
import type { Services } from '../services.ts';
import { atMost, jsonOf, paramsOf, parsed } from './body.ts';

const jobParam = v.object({ job: v.pipe(v.string(), v.minLength(1), v.maxLength(100)) });
const batchParam = v.object({ ...jobParam.entries, n: v.pipe(v.string(), v.regex(/^\d{1,9}$/)) });

export const importRoutes = (services: Services) =>
	new Hono()
		.post('/', atMost(512, 'What you import'), async (c) => {
			const job: string | null = isJson(c)
				? await startFromHost(services, parsed(hostImportSchema, await c.req.json().catch(() => null)))
				: await services.imports.startSent(c.req.raw.body);
			return c.json({ job });
		})
		.post('/sheets', atMost(1, 'The mapping'), jsonOf(sheetMappingRequestSchema), (c) => {
			const { id, mapping } = c.req.valid('json');
			return c.json({ job: services.imports.startSheet(id, mapping) });
		})
		.get('/:job/batches/:n', paramsOf(batchParam), async (c) => {
			const { job, n } = c.req.valid('param');
			// Its JSON was made where it was read, and goes through this thread as it is.
			const json = await services.imports.batch(job, Number(n));
			const answer: Response = c.body(asItIs(json), 200, { 'content-type': 'application/json', 'content-length': String(json.length) });
			return answer as Response & TypedResponse<ImportBatch, 200, 'json'>;
		})
		.delete('/:job', paramsOf(jobParam), (c) => {
			if (!services.imports.cancel(c.req.valid('param').job)) throw new Refusal(404, 'This import has ended already.');
			return c.json({ cancelled: true });
		});

/** A Response copies bytes that it is given as a body, and those that come out of a stream it does not. */
const asItIs = (bytes: Uint8Array): ReadableStream<Uint8Array> =>
	new ReadableStream({
		start(controller) {
			controller.enqueue(bytes);
			controller.close();
		},
	});

const isJson = (c: Context): boolean => c.req.header('content-type')?.startsWith('application/json') ?? false;

async function startFromHost(services: Services, request: v.InferOutput<typeof hostImportSchema>): Promise<string | null> {
	if ('sample' in request) return services.imports.startSample();
	const { dialogs } = services.ports;
	if (!dialogs) throw new Refusal(501, 'This host has no dialogs of its own. Choose the files in the page.');
	const paths = await (request.dialog === 'files' ? dialogs.chooseFiles() : dialogs.chooseFolder());
	return paths.length > 0 ? services.imports.startPaths(paths) : null;
}
