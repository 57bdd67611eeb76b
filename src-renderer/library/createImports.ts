/** The import controller on the real API, the library's worker and the real ledger. */
import { importsApi } from '../api/imports.ts';
import type { App } from '../context.ts';
import type { TakenBatch } from '../db/index/intake.ts';
import type { Entering } from '../db/storing.ts';
import { ImportController } from './importController.svelte.ts';
import { askForFiles } from './namedFiles.ts';

export const createImports = ({ ledger, records, search, session }: Pick<App, 'ledger' | 'records' | 'search' | 'session'>): ImportController =>
	new ImportController({
		api: importsApi,
		send: async (files) => {
			const { job } = (await search.upload({ ...importsApi.uploads(), files: files.map(({ path, held }) => ({ path, held })) })) as { job: string };
			return job;
		},
		hold: search.hold,
		take: (job, taking, hear) =>
			ledger.follow((stored) => search.take({ ...importsApi.batches(job), ...taking, windowId: ledger.windowId }, (batch) => {
				stored(batch.changes, enteringOf(batch));
				hear(batch);
			})),
		expect: (job) => search.expect(importsApi.batches(job)),
		ended: () => ledger.loadHistory(),
		stopTaking: (job) => search.stopTaking(importsApi.batches(job).address),
		now: () => performance.now(),
		openWorkshopId: () => records.openWorkshopId,
		hostHasDialogs: session.dialogs,
		askForFiles,
	});

/** The documents' texts stay with the worker. */
const enteringOf = ({ sources, cards }: TakenBatch): Entering =>
	new Map(sources.map((source) => [source.id, { source, text: { id: source.id, text: '' }, cards: cards.filter(({ sourceId }) => sourceId === source.id) }]));
