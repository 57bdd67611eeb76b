/** Requests byte by byte over a socket, for heads that no HTTP client would send. */
import { connect } from 'node:net';

export interface RawAnswer {
	status: number;
	text: string;
}

/** @returns the answer; status 0 where the connection was closed without one. */
export function rawRequest(port: number, bytes: string): Promise<RawAnswer> {
	return new Promise((resolve, reject) => {
		const socket = connect(port, '127.0.0.1');
		let text = '';
		socket.setEncoding('latin1');
		socket.on('connect', () => socket.write(bytes));
		socket.on('data', (chunk: string) => (text += chunk));
		socket.on('error', (error: NodeJS.ErrnoException) => (error.code === 'ECONNRESET' || error.code === 'EPIPE' ? undefined : reject(error)));
		socket.on('close', () => resolve({ status: Number(/^HTTP\/1\.1 (\d{3})/.exec(text)?.[1] ?? 0), text }));
	});
}

export type Head = [name: string, value: string][];

export const rawHead = (method: string, target: string, headers: Head, body = ''): string =>
	[`${method} ${target} HTTP/1.1`, ...headers.map(([name, value]) => `${name}: ${value}`), `Content-Length: ${body.length}`, 'Connection: close', '', body].join('\r\n');

/** Runs at most `width` at a time. */
export async function inParallel<T>(items: T[], width: number, work: (item: T) => Promise<void>): Promise<void> {
	const queue = [...items];
	const lane = async (): Promise<void> => {
		for (let item = queue.pop(); item !== undefined; item = queue.pop()) await work(item);
	};
	await Promise.all(Array.from({ length: width }, lane));
}
