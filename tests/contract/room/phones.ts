/** A room over real sockets, and phones that speak to it as their page would, or worse. */
import { mkdtempSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { request, type Agent, type IncomingMessage } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { vi } from 'vitest';
import { createRoom, type Room } from '../../../src-main/room/room.ts';
import type { SocketLimits } from '../../../src-main/room/server.ts';
import { openRoomOf } from '../../../src-main/voting/testing.ts';
import type { Answer, Joined, OpenRoom, PhoneState, RoomRefusal, RoomState } from '../../../src-shared/schemas/room.ts';

export interface Answered<T> {
	status: number;
	headers: IncomingMessage['headers'];
	text: string;
	body: T & Partial<RoomRefusal>;
}

export interface RoomUnderTest {
	room: Room;
	dataFolder: string;
	/** Milliseconds that the room's clock is ahead. */
	clock: { ahead: number };
	open(change?: Partial<OpenRoom>): Promise<NonNullable<RoomState['open']>>;
	/** Ends it and starts it again on the same folder, as the app would. */
	restart(): Promise<void>;
	remove(): Promise<void>;
}

/** A page with the parts that matter: what the phone page names, what that names, and what neither does. */
function makePages(folder: string): string {
	const page = join(folder, 'page');
	mkdirSync(join(page, 'assets'), { recursive: true });
	const files = {
		'index.html': '<!doctype html><title>Longview</title><script type="module" src="./assets/index-1.js"></script>',
		'room.html': '<!doctype html><title>Vote</title><script type="module" src="./assets/room-1.js"></script>',
		'assets/index-1.js': 'export {};',
		'assets/room-1.js': 'import "./shared-1.js"; export const style = "room-1.css";',
		'assets/shared-1.js': `export const long = "${'x'.repeat(2000)}";`,
		'assets/room-1.css': 'main { color: red }',
	};
	for (const [name, text] of Object.entries(files)) writeFileSync(join(page, name), text);
	writeFileSync(join(folder, 'secret.txt'), 'not for phones');
	return page;
}

export async function roomUnderTest(limits?: Partial<SocketLimits>): Promise<RoomUnderTest> {
	const folder = mkdtempSync(join(tmpdir(), 'longview-room-'));
	const dataFolder = join(folder, 'data');
	mkdirSync(dataFolder);
	const clock = { ahead: 0 };
	const options = { dataFolder, pageFolders: [makePages(folder)], now: () => performance.now() + clock.ahead, ...(limits ? { limits } : {}) };
	const under: RoomUnderTest = {
		room: createRoom(options),
		dataFolder,
		clock,
		open: async (change) => (await under.room.open(openRoomOf(change))).open!,
		async restart() {
			await under.room.close();
			under.room = createRoom(options);
			await under.room.ready();
		},
		async remove() {
			await under.room.close();
			rmSync(folder, { recursive: true, force: true });
		},
	};
	return under;
}

/** Waits for a state, on a busy machine too. */
export const until = (isSo: () => boolean): Promise<boolean> => vi.waitUntil(isSo, { timeout: 15_000, interval: 20 });

/** One loopback address for each phone, as a network would give: all of 127/8 is this computer where Linux runs. */
export const addressOf = (n: number): string => (process.platform === 'linux' ? `127.1.${(n >> 8) + 1}.${n & 255}` : '127.0.0.1');

interface Asked {
	method?: string;
	headers?: Record<string, string>;
	body?: unknown;
	/** The phone's own address. */
	from?: string;
	agent?: Agent;
}

export function ask<T = unknown>(port: number, path: string, { method, headers = {}, body, from, agent }: Asked = {}): Promise<Answered<T>> {
	const text = body === undefined ? '' : typeof body === 'string' ? body : JSON.stringify(body);
	const own = body === undefined ? {} : { 'content-type': 'application/json', 'content-length': String(Buffer.byteLength(text)) };
	return new Promise((resolve, reject) => {
		const sent = request(
			{ host: '127.0.0.1', port, path, method: method ?? (body === undefined ? 'GET' : 'POST'), headers: { ...own, ...headers }, localAddress: from, agent },
			(response) => {
				const chunks: Buffer[] = [];
				response.on('data', (chunk: Buffer) => chunks.push(chunk));
				response.on('error', reject);
				response.on('end', () => {
					const whole = Buffer.concat(chunks).toString();
					const isJson = response.headers['content-type']?.startsWith('application/json');
					resolve({ status: response.statusCode ?? 0, headers: response.headers, text: whole, body: (isJson ? JSON.parse(whole) : {}) as Answered<T>['body'] });
				});
			},
		);
		sent.on('error', reject);
		sent.end(text);
	});
}

export class Phone {
	readonly port: number;
	readonly from: string | undefined;
	token = '';
	key = '';
	#seq = 0;

	constructor(port: number, from?: string) {
		this.port = port;
		this.from = from;
	}

	#ask<T>(path: string, asked: Asked = {}): Promise<Answered<T>> {
		return ask<T>(this.port, path, { from: this.from, ...asked, headers: { authorization: `Bearer ${this.token}`, ...asked.headers } });
	}

	async join(code: string, more: { group?: string; key?: string } = {}): Promise<Answered<Joined>> {
		const answered = await this.#ask<Joined>('/join', { body: { code, ...more } });
		if (answered.status === 200) Object.assign(this, answered.body);
		return answered;
	}

	state(): Promise<Answered<PhoneState>> {
		return this.#ask('/state');
	}

	next(change: Partial<Answer> = {}): Answer {
		this.#seq += 1;
		return { cardId: 'a', criterion: 'relevancy', value: 4, reason: null, seq: this.#seq, ...change };
	}

	cast(roundId: string, ...answers: Answer[]): Promise<Answered<{ kept: number[] }>> {
		return this.#ask('/cast', { body: { roundId, answers } });
	}

	chooseGroup(group: string | null): Promise<Answered<unknown>> {
		return this.#ask('/group', { body: { group } });
	}

	/** @returns the numbers of the changes that it was told of so far, and whether it is listening still. */
	listen(): Promise<{ heard: number[]; isOpen: () => boolean; stop: () => void; status: number }> {
		return new Promise((resolve, reject) => {
			const heard: number[] = [];
			const asked = request({ host: '127.0.0.1', port: this.port, path: `/events?token=${this.token}`, localAddress: this.from, agent: false }, (response) => {
				let isOpen = true;
				let text = '';
				response.on('data', (chunk: Buffer) => {
					text += chunk.toString();
					for (const [, count] of text.matchAll(/event: changed\ndata: (\d+)\n\n/g)) heard.push(Number(count));
					text = text.slice(text.lastIndexOf('\n\n') + 2);
				});
				response.on('error', () => undefined);
				response.on('close', () => (isOpen = false));
				resolve({ heard, isOpen: () => isOpen, stop: () => asked.destroy(), status: response.statusCode ?? 0 });
			});
			asked.on('error', reject);
			asked.end();
		});
	}
}
