/** Longview's own API, typed from the main process's routes: requests, their errors as sentences, nothing else. */
import { hc } from 'hono/client';
import type { Api } from '../../src-main/api/app.ts';
import { needsSecret, secret, secretHeader } from './session.ts';

/** The main process refused or failed; the message is its sentence. */
export class ApiError extends Error {
	readonly status: number;
	constructor(message: string, status: number) {
		super(message);
		this.name = 'ApiError';
		this.status = status;
	}
}

/** The main process does not answer: it was closed, or is starting again. */
export class NotReachable extends Error {
	constructor() {
		super('Longview’s other half does not answer. What you do is kept in this window; start Longview again to save it to disk.');
		this.name = 'NotReachable';
	}
}

async function send(input: RequestInfo | URL, init?: RequestInit): Promise<Response> {
	const headers = new Headers(init?.headers);
	if (needsSecret()) headers.set(secretHeader, secret() ?? '');
	try {
		return await fetch(input, { ...init, headers });
	} catch (error) {
		if (init?.signal?.aborted) throw error;
		throw new NotReachable();
	}
}

export const client = hc<Api>(location.origin === 'null' ? 'app://workshop' : location.origin, { fetch: send });

/** @throws ApiError with the sentence that the main process gave. */
export async function accepted<R extends { ok: boolean; status: number; text(): Promise<string> }>(answer: Promise<R>): Promise<R> {
	const response = await answer;
	if (response.ok) return response;
	throw new ApiError(sentence(await response.text(), response.status), response.status);
}

function sentence(body: string, status: number): string {
	try {
		const { error } = JSON.parse(body) as { error?: unknown };
		if (typeof error === 'string') return error;
	} catch {
		// Not JSON: the status is all there is.
	}
	return `Longview answered with an error (${status}). Try it again.`;
}

/** A request that the typed client has no form for. @throws ApiError with the sentence that the main process gave. */
export const ask = (path: string, init: RequestInit = {}): Promise<Response> => accepted(send(path, init));

/** A POST of a body that the typed client has no form for (files). */
export const post = (path: string, body: BodyInit, init: RequestInit = {}): Promise<Response> =>
	accepted(send(path, { ...init, method: 'POST', body }));
