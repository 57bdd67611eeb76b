/** Whatever goes wrong reaches a client as one sentence in JSON, with a status; a stack never does. */
import type { Context } from 'hono';
import { HTTPException } from 'hono/http-exception';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import { Refusal } from '../refusal.ts';
import { DeadlineExceeded } from '../pool.ts';
import { ReportFailed } from '../reports/reports.ts';

export function answerError(error: unknown, c: Context): Response {
	const { status, sentence } = explain(error);
	if (status === 500) process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`);
	return c.json({ error: sentence }, status);
}

function explain(error: unknown): { status: ContentfulStatusCode; sentence: string } {
	if (error instanceof Refusal) return { status: error.status, sentence: error.message };
	if (error instanceof ReportFailed) return { status: 500, sentence: error.message };
	if (error instanceof DeadlineExceeded) return { status: 503, sentence: error.message };
	if (error instanceof HTTPException) return { status: error.status, sentence: 'Longview could not read the request: its body is not what it says it is.' };
	return { status: 500, sentence: 'Longview ran into an error of its own. The terminal it was started from says more.' };
}
