/**
 * Jobs under way, by the id that the window gave each with a header of its request. A job counts from the moment its request
 * arrives: a cancel may come while its workshop is still being received, or while the facilitator chooses a place for it.
 */
import { createMiddleware } from 'hono/factory';
import * as v from 'valibot';

export const idParam = v.object({ id: v.pipe(v.string(), v.minLength(1), v.maxLength(100)) });

export interface Job<Progress> {
	/** Aborted where it was cancelled, or whoever asked is gone. */
	readonly signal: AbortSignal;
	/** How it tells how far it is, once it can. */
	watch(progress: () => Progress): void;
	/** It can no longer be cancelled: from here on its file is being written, or there is none. */
	end(): void;
}

interface Entry<Progress> {
	cancel: AbortController;
	progress: (() => Progress) | null;
}

export function createUnderway<Progress = never>(idHeader: string) {
	const jobs = new Map<string, Entry<Progress>>();

	function begin(id: string | undefined, gone: AbortSignal): Job<Progress> {
		const entry: Entry<Progress> = { cancel: new AbortController(), progress: null };
		if (id) jobs.set(id, entry);
		return {
			signal: AbortSignal.any([entry.cancel.signal, gone]),
			watch: (progress) => void (entry.progress = progress),
			end() {
				// A newer job may go by the same id.
				if (id && jobs.get(id) === entry) jobs.delete(id);
			},
		};
	}

	return {
		/** Comes before anything that reads the body. The handler finds its job as `c.var.job`. */
		admit: createMiddleware<{ Variables: { job: Job<Progress> } }>(async (c, next) => {
			const job = begin(c.req.header(idHeader), c.req.raw.signal);
			c.set('job', job);
			try {
				await next();
			} finally {
				job.end();
			}
		}),
		/** Null where it has not begun, or is finished. */
		progress: (id: string): Progress | null => jobs.get(id)?.progress?.() ?? null,
		/** @returns whether there was anything to cancel. */
		cancel(id: string): boolean {
			const entry = jobs.get(id);
			entry?.cancel.abort(new Error('cancelled'));
			return entry !== undefined;
		},
	};
}
