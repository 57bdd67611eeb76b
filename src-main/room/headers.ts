/** The response headers of everything that phones are sent: no other site may use it, and nothing else is loaded with it. */
const policy = [
	"default-src 'none'",
	"script-src 'self'",
	"style-src 'self'",
	"img-src 'self'",
	"font-src 'self'",
	"connect-src 'self'",
	"base-uri 'none'",
	"form-action 'none'",
	"frame-ancestors 'none'",
	"require-trusted-types-for 'script'",
	'trusted-types svelte-trusted-html',
].join('; ');

export const phoneHeaders = {
	'content-security-policy': policy,
	'x-content-type-options': 'nosniff',
	'x-frame-options': 'DENY',
	'referrer-policy': 'no-referrer',
	'cross-origin-resource-policy': 'same-origin',
	/** Unless the answer says otherwise. */
	'cache-control': 'no-store',
	'permissions-policy': 'camera=(), microphone=(), geolocation=()',
};
