/**
 * The room's own HTTP server: on the chosen address and no other, with limits for what strangers send. Bodies have a
 * length, and five seconds to arrive; one address has so many sockets and no more.
 */
import { getRequestListener, type HttpBindings } from '@hono/node-server';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { closeServer, refuseSockets } from '../httpServer.ts';
import { Refusal } from '../refusal.ts';
import { errorCode } from '../store/diskErrors.ts';
import type { RoomRefused } from '../voting/refused.ts';
import { refusalBody } from './app.ts';
import { createRoomGuard } from './guard.ts';
import { phoneHeaders } from './headers.ts';
import type { Patience } from './patience.ts';

export interface SocketLimits {
	/** A phone needs two. A router that hides its phones behind one address makes them one. */
	perAddress: number;
	inAll: number;
}

const usual: SocketLimits = { perAddress: 256, inAll: 3000 };
const bodyTimeout = 5000;
const silentTimeout = 60_000;

export interface PhoneServer {
	readonly address: string;
	readonly port: number;
	/** As http://ADDRESS:PORT. */
	readonly origin: string;
	close(): Promise<void>;
}

interface ServerOptions {
	address: string;
	/** 0 for any free one. */
	port: number;
	limits?: Partial<SocketLimits>;
	patience: Patience;
	fetch: (request: Request, env: HttpBindings) => Response | Promise<Response>;
}

/** @throws Refusal with a sentence where the address is gone or the port is taken. */
export async function startPhoneServer({ address, port, patience, fetch, limits }: ServerOptions): Promise<PhoneServer> {
	const server = createServer({ headersTimeout: bodyTimeout, requestTimeout: bodyTimeout, connectionsCheckingInterval: 1000, maxHeaderSize: 8 << 10, keepAliveTimeout: 5000 });
	// Someone who asks and never reads the answer; listening phones hear a heartbeat more often than this.
	server.timeout = silentTimeout;
	limitSockets(server, { ...usual, ...limits });
	await listen(server, address, port);
	const got = (server.address() as AddressInfo).port;
	const { origin } = new URL(`http://${address.includes(':') ? `[${address}]` : address}:${got}`);
	const guard = createRoomGuard(origin);
	const listener = getRequestListener((request, env) => fetch(request, env as HttpBindings), { overrideGlobalObjects: false, hostname: new URL(origin).host });
	const holdThenRefuse = async (request: IncomingMessage, response: ServerResponse, refused: RoomRefused): Promise<void> => {
		await patience.hold(request.socket.remoteAddress ?? '');
		sendRefusal(request, response, refused);
	};
	server.on('request', (request: IncomingMessage, response: ServerResponse) => {
		for (const [name, value] of Object.entries(phoneHeaders)) response.setHeader(name, value);
		const refused = guard({ method: request.method ?? '', target: request.url ?? '', rawHeaders: request.rawHeaders });
		if (refused) void holdThenRefuse(request, response, refused);
		else void listener(request, response);
	});
	refuseSockets(server);
	return { address, port: got, origin, close: () => closeServer(server) };
}

/** Over its limit a socket is closed before anything is read from it. */
function limitSockets(server: Server, { perAddress, inAll }: SocketLimits): void {
	const open = new Map<string, number>();
	server.maxConnections = inAll;
	server.on('connection', (socket: Socket) => {
		const from = socket.remoteAddress ?? '';
		const count = (open.get(from) ?? 0) + 1;
		if (count > perAddress) {
			socket.destroy();
			return;
		}
		open.set(from, count);
		socket.once('close', () => {
			const left = (open.get(from) ?? 1) - 1;
			if (left === 0) open.delete(from);
			else open.set(from, left);
		});
	});
}

function listen(server: Server, address: string, port: number): Promise<void> {
	return new Promise((resolve, reject) => {
		server.once('error', (error) => reject(listenRefusal(error, address, port)));
		server.listen({ port, host: address, exclusive: true, ipv6Only: true, backlog: 1024 }, resolve);
	});
}

function listenRefusal(error: Error, address: string, port: number): Error {
	const code = errorCode(error);
	if (code === 'EADDRINUSE') return new Refusal(409, `Port ${port} is in use by another program. Choose another one, or let Longview choose.`);
	if (code === 'EACCES') return new Refusal(403, `Longview may not use port ${port}. Choose one above 1024, or let Longview choose.`);
	if (code === 'EADDRNOTAVAIL' || code === 'EINVAL') return new Refusal(409, `This computer is not at ${address} any more. Choose its network again.`);
	return error;
}

/** What of the body has not come yet is not waited for. */
function sendRefusal(request: IncomingMessage, response: ServerResponse, refused: RoomRefused): void {
	const hasBody = request.headers['content-length'] !== undefined || request.headers['transfer-encoding'] !== undefined;
	response.writeHead(refused.status, { 'content-type': 'application/json', ...(hasBody ? { connection: 'close' } : {}) }).end(JSON.stringify(refusalBody(refused)));
	if (hasBody) response.once('finish', () => request.socket.destroySoon());
}
