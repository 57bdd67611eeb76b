/** Everything hostile at once, from addresses of its own, until it is ended: `attack.ts PORT`. Run by room.ts as a process. */
import { connect } from 'node:net';

const port = Number(process.argv[2]);
const host = `Host: 127.0.0.1:${port}\r\n`;
const post = (path: string, body: string, head = '') => `POST ${path} HTTP/1.1\r\n${host}${head}Content-Type: application/json\r\nContent-Length: ${body.length}\r\n\r\n${body}`;
const guess = () => post('/join', JSON.stringify({ code: Math.random().toString(36).slice(2, 8) }));
const forged = () => post('/cast', '{"roundId":"round","answers":[]}', `Authorization: Bearer ${Math.random().toString(36).slice(2).padEnd(22, 'x')}\r\n`);
const foreign = () => `GET /state HTTP/1.1\r\nHost: longview.example\r\nOrigin: http://longview.example\r\n\r\n`;
const oversized = () => `POST /cast HTTP/1.1\r\n${host}Content-Length: 1000000000\r\n\r\n${'x'.repeat(1000)}`;
const slow = () => `POST /cast HTTP/1.1\r\n${host}Content-Length: 100\r\nX-Slow: `;

let sent = 0;
/** Sends, and sends again as soon as it is answered; a connection that is closed is made anew. */
function flood(make: () => string, from: string): void {
	const socket = connect({ port, host: '127.0.0.1', localAddress: from });
	const send = () => {
		sent += 1;
		socket.write(make());
	};
	socket.on('connect', send);
	socket.on('data', send);
	socket.on('error', () => socket.destroy());
	socket.on('close', () => setTimeout(() => flood(make, from), 5));
}

const kinds = [guess, forged, foreign, oversized];
for (let n = 0; n < 40; n++) flood(kinds[n % kinds.length]!, `127.9.0.${1 + (n % 10)}`);
// Sockets that say next to nothing, from more addresses than one.
for (let n = 0; n < 600; n++) flood(slow, `127.9.1.${1 + (n % 4)}`);
process.send!({ port });
process.on('message', () => process.send!({ sent }));
process.once('disconnect', () => process.exit());
