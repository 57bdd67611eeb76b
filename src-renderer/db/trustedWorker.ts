/** The page's policy lets no text become a script's address but these, under one name (headers.ts in the main process). */

interface ScriptUrlPolicy {
	createScriptURL(url: string): unknown;
}
interface TrustedTypes {
	createPolicy(name: string, rules: { createScriptURL: (url: string) => string }): ScriptUrlPolicy;
}

const own = new Set<string>();
let policy: ScriptUrlPolicy | null | undefined;

function trusted(url: string): string {
	const types = (globalThis as { trustedTypes?: TrustedTypes }).trustedTypes;
	policy ??= types?.createPolicy('longview-worker', {
		createScriptURL(asked) {
			if (!own.has(asked) || new URL(asked, location.href).origin !== location.origin) throw new TypeError('Longview starts no other worker.');
			return asked;
		},
	}) ?? null;
	return (policy?.createScriptURL(url) ?? url) as string;
}

/** @param url of a module of this app, as an import that ends in `?worker&url` gives it. @param name what the worker reads as its own. */
export function startWorker(url: string, name: string): Worker {
	own.add(url);
	return new Worker(trusted(url), { type: 'module', name });
}
