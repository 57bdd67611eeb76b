/**
 * Decides, from a request's head alone, whether the room answers it. Anyone on the network can reach the room, and so can
 * any web page that a phone or this laptop has open: only requests to the room's own address, from its own page, pass.
 */
import { plainPath, singleHeaders } from '../requestHead.ts';
import { RoomRefused } from '../voting/refused.ts';

export interface RequestHead {
	method: string;
	/** The request target as it came. */
	target: string;
	/** Names and values in turn, as Node's `rawHeaders`. */
	rawHeaders: string[];
}

/** Largest bodies in bytes. Answers may come with reasons. */
const mostBytes = 4 << 10;
const mostCastBytes = 16 << 10;

const bad = (status: 400 | 403 | 405 | 411 | 413, sentence: string) => new RoomRefused('bad request', sentence, { status });
const methods = new Set(['GET', 'POST']);

/** @param origin the room's own, as http://ADDRESS:PORT. @returns a function that gives null for a request that may pass. */
export function createRoomGuard(origin: string): (head: RequestHead) => RoomRefused | null {
	const { host } = new URL(origin);
	const own = new URL(origin).origin;
	return ({ method, target, rawHeaders }) => {
		const headers = singleHeaders(rawHeaders);
		if (!headers) return bad(400, 'The request has a header twice.');
		if (headers.get('host') !== host) return bad(403, `The room is at ${own}. Type it as it stands on the wall.`);
		if (!methods.has(method)) return bad(405, 'The room does not know this request.');
		if (plainPath(target) === null) return bad(400, 'The request has no plain path.');
		// Pages of other sites name themselves; programs may say nothing, and are no more than what they send.
		const from = headers.get('origin');
		if (from !== undefined && from !== own) return bad(403, 'The room answers only its own page.');
		if (!siteFits(headers)) return bad(403, 'The room answers only its own page.');
		return bodyFits(method, target, headers);
	};
}

/** Phones on plain HTTP mostly do not say; where one does, only the page itself and typed or scanned addresses are ours. */
function siteFits(headers: Map<string, string>): boolean {
	const site = headers.get('sec-fetch-site');
	return site === undefined || site === 'same-origin' || headers.get('sec-fetch-mode') === 'navigate';
}

function bodyFits(method: string, target: string, headers: Map<string, string>): RoomRefused | null {
	// Without a length nothing can be stopped at a size before it is read.
	if (headers.has('transfer-encoding')) return bad(411, 'The request does not say how long it is.');
	const most = method !== 'POST' ? 0 : plainPath(target) === '/cast' ? mostCastBytes : mostBytes;
	return Number(headers.get('content-length') ?? 0) > most ? bad(413, 'That is more than the room takes at once. Shorten your reasons.') : null;
}
