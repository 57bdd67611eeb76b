/** The response headers of every answer, in one place: what the page may load and do, and what may be kept. */
import type { MiddlewareHandler } from 'hono';

const policy = [
	"default-src 'none'",
	"script-src 'self'",
	"style-src 'self'",
	"img-src 'self' data: blob:",
	"font-src 'self'",
	"connect-src 'self'",
	"worker-src 'self'",
	"frame-src blob: 'self'",
	"base-uri 'none'",
	"form-action 'none'",
	"frame-ancestors 'none'",
	"require-trusted-types-for 'script'",
	// The last one is prosemirror-view's, which reads what was pasted in a document that runs nothing, and takes its text from there.
	'trusted-types svelte-trusted-html longview-worker ProseMirrorClipboard',
].join('; ');

export const safeHeaders = {
	'content-security-policy': policy,
	'x-content-type-options': 'nosniff',
	'referrer-policy': 'no-referrer',
	'cross-origin-resource-policy': 'same-origin',
	'cross-origin-opener-policy': 'same-origin',
};

/** Answers that do not say how long they may be kept are not kept. */
export const responseHeaders: MiddlewareHandler = async (c, next) => {
	await next();
	// Set on the answer itself: Hono's own way wraps the body of one that is ready once more for each header.
	const { headers } = c.res;
	for (const [name, value] of Object.entries(safeHeaders)) headers.set(name, value);
	if (!headers.has('cache-control')) headers.set('cache-control', 'no-store');
};
