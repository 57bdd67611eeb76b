/** What the two servers of the house do alike: the one that the window is served by, and the room's. */
import type { IncomingMessage, Server } from 'node:http';
import type { Duplex } from 'node:stream';

/** Listens to upgrades and tunnels, neither of which anything here offers. */
export function refuseSockets(server: Server): void {
	server.on('upgrade', refuse);
	server.on('connect', refuse);
}

function refuse(_request: IncomingMessage, socket: Duplex): void {
	socket.on('error', () => socket.destroy());
	socket.end('HTTP/1.1 403 Forbidden\r\nConnection: close\r\nContent-Length: 0\r\n\r\n');
}

/** Waits for nobody who is still connected. */
export function closeServer(server: Server): Promise<void> {
	return new Promise((resolve) => {
		server.close(() => resolve());
		server.closeAllConnections();
	});
}
