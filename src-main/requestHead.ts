/** What a request's head says, taken apart before anything else looks at it. */

/** Null where a header that decides something comes twice. @param rawHeaders names and values in turn, as Node's. */
export function singleHeaders(rawHeaders: readonly string[]): Map<string, string> | null {
	const headers = new Map<string, string>();
	for (let index = 0; index + 1 < rawHeaders.length; index += 2) {
		const name = (rawHeaders[index] as string).toLowerCase();
		const value = rawHeaders[index + 1] as string;
		const before = headers.get(name);
		if (before === undefined) headers.set(name, value);
		else if (!allowedTwice.has(name)) return null;
		else headers.set(name, `${before}; ${value}`);
	}
	return headers;
}

const allowedTwice = new Set(['accept', 'accept-language', 'cache-control', 'cookie', 'pragma']);

/** The target's path, where it is one in plain form: no other host before it, no dots or backslashes to climb with. */
export function plainPath(target: string): string | null {
	const path = /^\/(?!\/)[^?#\\]*/.exec(target)?.[0];
	return path === undefined || /%|\/\.{1,2}(\/|$)|\/\//.test(path) ? null : path;
}
