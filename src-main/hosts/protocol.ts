/** The app's handler under Electron: the scheme `app`, with the one host that IndexedDB belongs to for good. */
import { protocol } from 'electron';
import { safeHeaders } from '../api/headers.ts';

export const appHost = 'workshop';
export const appOrigin = `app://${appHost}`;

/** Has to happen before the app is ready. */
export function registerScheme(): void {
	protocol.registerSchemesAsPrivileged([
		{ scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true, stream: true } },
	]);
}

type Fetch = (request: Request) => Response | Promise<Response>;

export function handleScheme(fetch: Fetch): void {
	protocol.handle('app', (request) => (isOurs(request) ? fetch(request) : refused()));
}

/** A page that came from elsewhere, such as a sandboxed frame, names another origin or none. */
function isOurs(request: Request): boolean {
	const origin = request.headers.get('origin');
	return new URL(request.url).host === appHost && (origin === null || origin === appOrigin);
}

const refused = (): Response => Response.json({ error: 'Longview answers only its own window.' }, { status: 403, headers: safeHeaders });
