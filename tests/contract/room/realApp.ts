/** Longview as it is built and started, for what only a whole process can show. */
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';
import { join } from 'node:path';
import type { RoomState } from '../../../src-shared/schemas/room.ts';

const serveFile = join(import.meta.dirname, '..', '..', '..', 'out', 'main', 'serve.js');

/** The built app, with a room that is asked for as its window would. */
export interface App {
	readonly pid: number;
	/** A request of the facilitator's window under /api/room. @throws Error with what it was refused with */
	desk<T>(method: string, path: string, body?: unknown): Promise<T>;
	/** The room's states as its window is told them. @returns how to stop. */
	watch(seen: (state: RoomState) => void): Promise<() => void>;
	kill(): Promise<void>;
}

export async function freePort(): Promise<number> {
	const server = createServer().listen(0, '127.0.0.1');
	await once(server, 'listening');
	const { port } = server.address() as AddressInfo;
	await new Promise((resolve) => server.close(resolve));
	return port;
}

export async function startApp(folder: string, port: number): Promise<App> {
	const child: ChildProcess = spawn(process.execPath, [serveFile, '--port', String(port), '--data', folder], { env: { ...process.env, DISPLAY: '' }, stdio: ['ignore', 'pipe', 'inherit'] });
	const ended = once(child, 'exit');
	const address = await new Promise<URL>((resolve, reject) => {
		let said = '';
		child.stdout!.on('data', (chunk: Buffer) => {
			said += chunk.toString();
			const found = /http:\S+#token=\w+/.exec(said)?.[0];
			if (found) resolve(new URL(found));
		});
		child.once('exit', () => reject(new Error(`It ended and said: ${said}`)));
	});
	let own: Promise<Record<string, string>> | null = null;
	const signIn = async () => {
		const headers = { origin: address.origin, 'content-type': 'application/json' };
		const answer = await fetch(`${address.origin}/api/session/exchange`, { method: 'POST', headers, body: JSON.stringify({ token: address.hash.slice('#token='.length) }) });
		const { secret } = (await answer.json()) as { secret: string };
		return { ...headers, cookie: answer.headers.get('set-cookie')!.split(';')[0]!, 'x-longview-secret': secret };
	};
	const headers = () => (own ??= signIn());
	return {
		pid: child.pid!,
		async desk<T>(method: string, path: string, body?: unknown) {
			const answer = await fetch(`${address.origin}/api/room${path}`, { method, headers: await headers(), ...(body === undefined ? {} : { body: JSON.stringify(body) }) });
			if (!answer.ok) throw new Error(await answer.text());
			return (await answer.json()) as T;
		},
		async watch(seen) {
			const stopping = new AbortController();
			const answer = await fetch(`${address.origin}/api/room/events`, { headers: await headers(), signal: stopping.signal });
			void readStates(answer.body!, seen).catch(() => undefined);
			return () => stopping.abort();
		},
		async kill() {
			if (child.exitCode === null && child.signalCode === null) child.kill('SIGKILL');
			await ended;
		},
	};
}

async function readStates(body: ReadableStream<Uint8Array>, seen: (state: RoomState) => void): Promise<void> {
	const decoder = new TextDecoder();
	let text = '';
	for await (const chunk of body) {
		text += decoder.decode(chunk, { stream: true });
		const events = text.split('\n\n');
		text = events.pop()!;
		for (const event of events) {
			const data = /^event: state\ndata: (.*)$/.exec(event)?.[1];
			if (data) seen(JSON.parse(data) as RoomState);
		}
	}
}
