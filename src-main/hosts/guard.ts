/**
 * Decides, from a request's head alone and before anything else looks at it, whether it comes from Longview's own page.
 * Any web page and any program of this computer can reach a loopback port, so nothing about a request is taken on trust.
 */
import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import { plainPath, singleHeaders } from '../requestHead.ts';

export const secretHeader = 'x-longview-secret';
export const ownerHeader = 'x-longview-owner';
export const exchangePath = '/api/session/exchange';
export const startPath = '/api/session/start';

/** What dies with the process: 256 random bits each. */
export interface Secrets {
	cookieName: string;
	cookie: string;
	header: string;
}

export const newSecret = (): string => randomBytes(32).toString('hex');
export const newSecrets = (): Secrets => ({
	cookieName: `longview-${randomBytes(8).toString('hex')}`,
	cookie: newSecret(),
	header: newSecret(),
});

/** Takes the same time whatever the difference; hashed first, so that lengths do not show either. */
export function sameSecret(given: string | undefined, expected: string): boolean {
	const digest = (text: string) => createHash('sha256').update(text).digest();
	return given !== undefined && timingSafeEqual(digest(given), digest(expected));
}

export interface RequestHead {
	method: string;
	/** The request target as it came. */
	target: string;
	/** Names and values in turn, as Node's `rawHeaders`. */
	rawHeaders: string[];
}

export interface Refused {
	status: 400 | 403 | 405 | 411;
	sentence: string;
}

interface GuardOptions {
	/** The one Host that is ours, with its port. */
	host: string;
	secrets: Secrets;
	ownerKey: string;
}

const refuse = (status: Refused['status'], sentence: string): Refused => ({ status, sentence });
const notOurs = refuse(403, 'Longview answers only its own window.');
const reads = new Set(['GET', 'HEAD']);
const methods = new Set([...reads, 'POST', 'PUT', 'PATCH', 'DELETE']);

/** @returns a function that gives null for a request that may pass. */
export function createGuard({ host, secrets, ownerKey }: GuardOptions): (request: RequestHead) => Refused | null {
	const origin = `http://${host}`;
	return ({ method, target, rawHeaders }) => {
		const headers = singleHeaders(rawHeaders);
		if (!headers) return refuse(400, 'The request has a header twice.');
		if (headers.get('host') !== host) return refuse(403, 'Longview answers only under its own address.');
		if (!methods.has(method)) return refuse(405, `Longview knows no ${method}.`);
		// Without a length nothing can be stopped at a size before it is read.
		if (headers.has('transfer-encoding')) return refuse(411, 'The request does not say how long it is.');
		const path = plainPath(target);
		if (path === null) return refuse(400, 'The request has no plain path.');
		if (path === startPath) return startAsked(method, headers, ownerKey);
		if (!originFits(method, path, headers, origin)) return notOurs;
		if (!path.startsWith('/api') || path === exchangePath) return null;
		const cookie = cookies(headers.get('cookie')).get(secrets.cookieName);
		const known = sameSecret(cookie, secrets.cookie) && sameSecret(headers.get(secretHeader), secrets.header);
		return known ? null : refuse(403, 'This window is not signed in. Close it and start Longview again.');
	};
}

/** Another start of Longview asks for a start page; a browser never does, and always tells of itself. */
function startAsked(method: string, headers: Map<string, string>, ownerKey: string): Refused | null {
	const browser = headers.has('origin') || headers.has('sec-fetch-site') || headers.has('referer');
	return method === 'POST' && !browser && sameSecret(headers.get(ownerHeader), ownerKey) ? null : notOurs;
}

function originFits(method: string, path: string, headers: Map<string, string>, origin: string): boolean {
	const isRead = reads.has(method);
	const site = headers.get('sec-fetch-site');
	const isNavigation = isRead && headers.get('sec-fetch-mode') === 'navigate' && headers.get('sec-fetch-dest') === 'document';
	// The shell at / is static and holds nothing, so any page may lead to it: the start page, a file, has to.
	if (isNavigation && path === '/') return true;
	if (site !== undefined && site !== 'same-origin' && !(site === 'none' && isNavigation)) return false;
	const given = headers.get('origin');
	return given === undefined ? isRead : given === origin;
}

function cookies(header: string | undefined): Map<string, string> {
	const pairs = (header ?? '').split(';').map((pair) => pair.trim().split('='));
	return new Map(pairs.map(([name = '', ...value]) => [name, value.join('=')]));
}
