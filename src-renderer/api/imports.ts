/** Importing, as the API offers it: a job is started, then its batches are asked for one after another. */
import type { ImportBatch } from '../../src-shared/schemas/importBatch.ts';
import type { ColumnMapping } from '../../src-shared/schemas/sheet.ts';
import { accepted, client, post } from './client.ts';

/** A file with its path as the facilitator gave it: its name, or a path within the folder that was dropped. */
export interface NamedFile {
	path: string;
	file: File;
}

export interface ImportsApi {
	/** @returns the job. @throws ApiError, NotReachable */
	startFiles(files: readonly NamedFile[]): Promise<string>;
	/** Waits until the host's dialog is answered. @returns the job, or null where nothing was chosen. */
	startDialog(choose: 'files' | 'folder'): Promise<string | null>;
	startSample(): Promise<string>;
	/** Makes a document of a spreadsheet that a batch handed out. */
	startSheet(id: string, mapping: ColumnMapping): Promise<string>;
	/** Waits until the batch is ready. */
	batch(job: string, n: number, signal: AbortSignal): Promise<ImportBatch>;
	cancel(job: string): Promise<void>;
}

const path = '/api/imports';

async function start(body: BodyInit, headers: Record<string, string> = {}): Promise<string | null> {
	const { job } = (await (await post(path, body, { headers })).json()) as { job: string | null };
	return job;
}

const startJson = (body: unknown) => start(JSON.stringify(body), { 'content-type': 'application/json' });

/** What always starts a job; without one the answer is not Longview's. */
async function job(started: Promise<string | null>): Promise<string> {
	const id = await started;
	if (id === null) throw new Error('The import did not start. Try it again.');
	return id;
}

export const importsApi: ImportsApi = {
	startFiles(files) {
		const form = new FormData();
		for (const { path: name, file } of files) form.append('files', file, name);
		return job(start(form));
	},
	startDialog: (dialog) => startJson({ dialog }),
	startSample: () => job(startJson({ sample: true })),
	async startSheet(id, mapping) {
		return (await (await accepted(client.api.imports.sheets.$post({ json: { id, mapping } }))).json()).job;
	},
	async batch(id, n, signal) {
		const param = { job: id, n: String(n) };
		const answer = client.api.imports[':job'].batches[':n'].$get({ param }, { init: { signal } });
		return (await accepted(answer)).json();
	},
	async cancel(id) {
		await accepted(client.api.imports[':job'].$delete({ param: { job: id } }));
	},
};
