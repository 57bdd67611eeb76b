/** A phone's connection in as little as it takes, so that a thousand of them leave the processor to the room. */
import { connect, type Socket } from 'node:net';

export interface Answer {
	status: number;
	body: string;
}

export class Wire {
	#port: number;
	#from: string;
	#socket: Socket | null = null;
	#received = '';
	#waiting: { resolve: (answer: Answer) => void; reject: (error: Error) => void } | null = null;

	constructor(port: number, from: string) {
		this.#port = port;
		this.#from = from;
	}

	/** One at a time. A connection that the room let go is made anew, as a browser does. */
	async ask(method: 'GET' | 'POST', path: string, token: string, body = ''): Promise<Answer> {
		const isKept = this.#socket !== null;
		try {
			return await this.#send(this.#head(method, path, token, body));
		} catch (error) {
			if (!isKept) throw error;
			return this.#send(this.#head(method, path, token, body));
		}
	}

	#head(method: string, path: string, token: string, body: string): string {
		const length = method === 'POST' ? `Content-Type: application/json\r\nContent-Length: ${Buffer.byteLength(body)}\r\n` : '';
		return `${method} ${path} HTTP/1.1\r\nHost: 127.0.0.1:${this.#port}\r\nAuthorization: Bearer ${token}\r\n${length}\r\n${body}`;
	}

	#send(text: string): Promise<Answer> {
		return new Promise((resolve, reject) => {
			this.#waiting = { resolve, reject };
			this.#socket ??= this.#connect();
			this.#socket.write(text);
		});
	}

	#connect(): Socket {
		const socket = connect({ port: this.#port, host: '127.0.0.1', localAddress: this.#from, noDelay: true });
		this.#received = '';
		socket.setEncoding('latin1');
		socket.on('data', (chunk: string) => this.#read(chunk));
		socket.on('error', () => socket.destroy());
		socket.on('close', () => {
			if (this.#socket === socket) this.#socket = null;
			this.#waiting?.reject(new Error('The connection was closed.'));
			this.#waiting = null;
		});
		return socket;
	}

	#read(chunk: string): void {
		this.#received += chunk;
		const end = this.#received.indexOf('\r\n\r\n');
		if (end < 0) return;
		const length = Number(/^content-length: (\d+)/im.exec(this.#received.slice(0, end))?.[1] ?? 0);
		if (this.#received.length < end + 4 + length) return;
		const answer = { status: Number(this.#received.slice(9, 12)), body: this.#received.slice(end + 4, end + 4 + length) };
		this.#received = this.#received.slice(end + 4 + length);
		const waiting = this.#waiting;
		this.#waiting = null;
		waiting?.resolve(answer);
	}

	close(): void {
		this.#socket?.destroy();
	}
}

/** Listens to the room's events. @param heard called for each, the first comes at once. @returns how to stop. */
export function listen(port: number, from: string, token: string, heard: () => void): Promise<() => void> {
	return new Promise((resolve, reject) => {
		const socket = connect({ port, host: '127.0.0.1', localAddress: from });
		socket.setEncoding('latin1');
		socket.on('error', reject);
		socket.on('data', (chunk: string) => {
			if (!chunk.includes('event: changed')) return;
			heard();
			resolve(() => socket.destroy());
		});
		socket.write(`GET /events?token=${token} HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\n\r\n`);
	});
}
