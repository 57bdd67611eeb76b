/** Importing, as the API offers it: a job is started, then its batches are asked for one after another. */
import type { ColumnMapping } from '../../src-shared/schemas/sheet.ts';
import { accepted, client, post } from './client.ts';
import { proof } from './session.ts';

/** A file with its path as the facilitator gave it: its name, or a path within the folder that was dropped. */
export interface NamedFile {
	path: string;
	file: File;
}

export interface ImportsApi {
	/** Where packed files are sent to start a job; the answer names the job. */
	uploads(): { address: string; headers: Record<string, string> };
	/** Waits until the host's dialog is answered. @returns the job, or null where nothing was chosen. */
	startDialog(choose: 'files' | 'folder'): Promise<string | null>;
	startSample(): Promise<string>;
	/** Makes a document of a spreadsheet that a batch handed out. */
	startSheet(id: string, mapping: ColumnMapping): Promise<string>;
	/**
	 * Where a job's batches are asked for, the number at the end; each answer waits until its batch is ready. `documents`:
	 * where documents that were read before are asked for, the hash at the end.
	 */
	batches(job: string): { address: string; documents: string; headers: Record<string, string> };
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
	uploads: () => ({ address: new URL(path, client.api.imports.$url()).href, headers: proof() }),
	startDialog: (dialog) => startJson({ dialog }),
	startSample: () => job(startJson({ sample: true })),
	async startSheet(id, mapping) {
		return (await (await accepted(client.api.imports.sheets.$post({ json: { id, mapping } }))).json()).job;
	},
	batches: (id) => ({
		address: `${client.api.imports[':job'].$url({ param: { job: id } }).href}/batches/`,
		documents: new URL('/api/documents/', client.api.imports.$url()).href,
		headers: proof(),
	}),
	async cancel(id) {
		await accepted(client.api.imports[':job'].$delete({ param: { job: id } }));
	},
};
