/**
 * Signing in to the browser host: the start page brings a one-time token in the fragment, which is exchanged for a
 * cookie and a secret that goes with every request. Electron's own protocol needs neither.
 */
const secretKey = 'longview-secret';
export const secretHeader = 'x-longview-secret';

export const needsSecret = (): boolean => location.protocol !== 'app:';
export const secret = (): string | null => sessionStorage.getItem(secretKey);

/** For requests that are made elsewhere than in this window's own thread. */
export const proof = (): Record<string, string> => Object.fromEntries(needsSecret() ? [[secretHeader, secret() ?? '']] : []);

export class NotSignedIn extends Error {
	constructor() {
		super('This window was opened without Longview’s start page. Close it and start Longview again with npm start.');
		this.name = 'NotSignedIn';
	}
}

/** Takes the token out of the address bar and exchanges it. @throws NotSignedIn */
export async function signIn(): Promise<void> {
	if (!needsSecret()) return;
	const token = new URLSearchParams(location.hash.slice(1)).get('token');
	if (token === null) {
		if (secret() === null) throw new NotSignedIn();
		return;
	}
	history.replaceState(null, '', location.pathname);
	const response = await fetch('/api/session/exchange', {
		method: 'POST',
		headers: { 'content-type': 'application/json' },
		body: JSON.stringify({ token }),
	});
	if (!response.ok) throw new NotSignedIn();
	const answer = (await response.json()) as { secret: string };
	sessionStorage.setItem(secretKey, answer.secret);
}
