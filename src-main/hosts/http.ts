/** The browser host: the app's handler on 127.0.0.1, behind the guard, with the sign-in that the guard requires. */
import { getRequestListener } from '@hono/node-server';
import { Hono } from 'hono';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tokenSchema } from '../../src-shared/schemas/api.ts';
import { atMost, jsonOf } from '../api/body.ts';
import { answerError } from '../api/errors.ts';
import { responseHeaders, safeHeaders } from '../api/headers.ts';
import { closeServer, refuseSockets } from '../httpServer.ts';
import { Refusal } from '../refusal.ts';
import { errorCode } from '../store/diskErrors.ts';
import { createGuard, exchangePath, newSecrets, startPath, type Refused, type Secrets } from './guard.ts';
import { addressWith, StartPages, Tokens } from './startPage.ts';

export const defaultPort = 47100;

export interface HttpHostOptions {
	/** The app's handler. */
	fetch: (request: Request) => Response | Promise<Response>;
	/** 0 for any free port, in tests. */
	port: number;
	ownerKey: string;
	/** Where start pages are written; the browser must be able to read it. */
	startPageFolder: string;
}

export interface HttpHost {
	port: number;
	/** For printing where no browser can be opened. */
	newAddress(): string;
	newStartPage(): Promise<string>;
	/** Whether a window has signed in since the start. */
	wasOpened(): boolean;
	close(): Promise<void>;
}

/** @throws Refusal with a sentence where the port is another program's. */
export async function startHttpHost(options: HttpHostOptions): Promise<HttpHost> {
	const server = createServer({ headersTimeout: 5000, requestTimeout: 120_000, connectionsCheckingInterval: 1000, maxHeaderSize: 16 << 10 });
	server.maxConnections = 256;
	server.keepAliveTimeout = 5000;
	await listen(server, options.port);
	const { port } = server.address() as AddressInfo;
	const secrets = newSecrets();
	const tokens = new Tokens();
	const pages = new StartPages(options.startPageFolder, tokens);
	const guard = createGuard({ host: `127.0.0.1:${port}`, secrets, ownerKey: options.ownerKey });
	const app = signInRoutes({ secrets, tokens, pages, port }).all('*', (c) => options.fetch(c.req.raw));
	const listener = getRequestListener(app.fetch, { overrideGlobalObjects: false, hostname: `127.0.0.1:${port}` });
	server.on('request', (request: IncomingMessage, response: ServerResponse) => {
		const refused = guard({ method: request.method ?? '', target: request.url ?? '', rawHeaders: request.rawHeaders });
		if (refused) sendRefusal(response, refused);
		else void listener(request, response);
	});
	refuseSockets(server);
	return {
		port,
		newAddress: () => addressWith(port, tokens.issue()),
		newStartPage: () => pages.make(port),
		wasOpened: () => tokens.wasUsed,
		async close() {
			await pages.removeAll();
			await closeServer(server);
		},
	};
}

interface SignIn {
	secrets: Secrets;
	tokens: Tokens;
	pages: StartPages;
	port: number;
}

function signInRoutes({ secrets, tokens, pages, port }: SignIn) {
	return new Hono()
		.onError(answerError)
		.use(exchangePath, responseHeaders)
		.use(startPath, responseHeaders)
		.post(exchangePath, atMost(1, 'The request'), jsonOf(tokenSchema), async (c) => {
			const { token } = c.req.valid('json');
			if (!tokens.redeem(token)) throw new Refusal(403, 'This start page has been used already. Close this window and start Longview again.');
			await pages.used(token);
			c.header('set-cookie', `${secrets.cookieName}=${secrets.cookie}; Path=/; HttpOnly; SameSite=Strict`);
			return c.json({ secret: secrets.header });
		})
		.post(startPath, async (c) => c.json({ startPage: await pages.make(port), address: addressWith(port, tokens.issue()) }));
}

function listen(server: Server, port: number): Promise<void> {
	return new Promise((resolve, reject) => {
		server.once('error', (error) => {
			const taken = new Refusal(409, `Port ${port} is in use by another program. Start Longview with another one: npm start -- --port ${port === defaultPort ? 47200 : defaultPort}`);
			const forbidden = new Refusal(403, `Longview may not use port ${port}. Start it with another one: npm start -- --port ${defaultPort}`);
			reject(errorCode(error) === 'EADDRINUSE' ? taken : errorCode(error) === 'EACCES' ? forbidden : error);
		});
		server.listen({ port, host: '127.0.0.1', exclusive: true }, resolve);
	});
}

function sendRefusal(response: ServerResponse, { status, sentence }: Refused): void {
	const headers = { ...safeHeaders, 'cache-control': 'no-store', 'content-type': 'application/json', connection: 'close' };
	response.writeHead(status, headers).end(JSON.stringify({ error: sentence }));
}
