/** Reports and workshop files as the main process makes them: saved by its dialog where it has one, else handed to the page. */
import type { ReportOptions, SectionName } from '../../src-shared/schemas/report.ts';
import type { WorkshopFile } from '../../src-shared/schemas/workshopFile.ts';
import { accepted, client, post } from './client.ts';
import { proof } from './session.ts';

export type Delivered =
	| { kind: 'saved'; path: string; pages: number | null; notes: string[] }
	/** The page has to save the bytes itself. */
	| { kind: 'bytes'; bytes: Blob; name: string; pages: number | null; notes: string[] }
	/** The facilitator closed the dialog, or cancelled the report. */
	| { kind: 'cancelled' };

const json = { 'content-type': 'application/json' };

const reportId = (id: string) => ({ 'x-longview-report': id });

/** @param id of the drawing: see `drawingOf`. @throws ApiError with a sentence. */
export async function requestReport(id: string, file: WorkshopFile, options: ReportOptions): Promise<Delivered> {
	return delivered(await post('/api/reports', JSON.stringify({ file, options }), { headers: { ...json, ...reportId(id) } }));
}

export interface ReportProgress {
	pages: number;
	section: SectionName | null;
}

/** A report that is being drawn, by the id that the window gave it. */
export function drawingOf(id: string) {
	return {
		/** Where its pages are asked for to be looked at, in a thread of its own. */
		address: new URL('/api/reports/preview', client.api.reports.$url()).href,
		headers: { ...proof(), ...reportId(id) },
		/** Null where it has not begun, or is finished. */
		async progress(): Promise<ReportProgress | null> {
			const answer = await client.api.reports[':id'].$get({ param: { id } }).catch(() => null);
			return answer?.ok ? answer.json() : null;
		},
		/** One that is finished already cannot be cancelled any more, and nothing is wrong with that. */
		cancel: () => client.api.reports[':id'].$delete({ param: { id } }).then(() => undefined, () => undefined),
	};
}

/** @param name of the file, without a folder. @throws ApiError with a sentence. */
export async function requestWorkshopFile(file: WorkshopFile, name: string): Promise<Delivered> {
	return delivered(await post('/api/workshop-files', JSON.stringify({ file, name }), { headers: json }));
}

/** Shows a file that was saved in the system's file manager. @throws ApiError */
export async function revealFile(path: string): Promise<void> {
	await accepted(client.api.reveal.$post({ json: { path } }));
}

async function delivered(response: Response): Promise<Delivered> {
	const disposition = response.headers.get('content-disposition');
	if (disposition === null) {
		const { path, pages, notes } = (await response.json()) as { path: string | null; pages?: number; notes?: string[] };
		return path === null ? { kind: 'cancelled' } : { kind: 'saved', path, pages: pages ?? null, notes: notes ?? [] };
	}
	const pages = response.headers.get('x-longview-pages');
	return {
		kind: 'bytes',
		bytes: await response.blob(),
		name: nameIn(disposition),
		pages: pages === null ? null : Number(pages),
		notes: notesIn(response.headers.get('x-longview-notes')),
	};
}

/** The file name of a Content-Disposition header, in its full form where it has one (RFC 6266). */
export function nameIn(disposition: string): string {
	const whole = /filename\*=UTF-8''([^;]+)/i.exec(disposition)?.[1];
	const plain = /filename="([^"]*)"/i.exec(disposition)?.[1];
	try {
		if (whole !== undefined) return decodeURIComponent(whole);
	} catch {
		// Not what RFC 5987 asks for: the plain form serves.
	}
	return plain || 'Longview';
}

function notesIn(header: string | null): string[] {
	return header === null ? [] : (JSON.parse(decodeURIComponent(header)) as string[]);
}
