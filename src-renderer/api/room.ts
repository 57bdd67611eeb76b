/** The open room, as the main process offers it to the facilitator's window: counts while people vote, ballots once a round is closed. */
import type { ChangeRoom, CollectedBallot, NetworkInterface, OpenRoom, RoomRound, RoomState } from '../../src-shared/schemas/room.ts';
import { ask } from './client.ts';

export interface RoomApi {
	interfaces(): Promise<NetworkInterface[]>;
	state(): Promise<RoomState>;
	/** Each state as it changes, until the connection ends or `signal` says so. */
	states(signal: AbortSignal): AsyncGenerator<RoomState>;
	open(room: OpenRoom): Promise<RoomState>;
	change(patch: ChangeRoom): Promise<RoomState>;
	close(): Promise<void>;
	/** Phones are asked this round from now on. */
	show(round: RoomRound): Promise<void>;
	/** Phones can answer it no more. @returns the same ballots each time, until they are said to be kept. */
	collect(roundId: string): Promise<CollectedBallot[]>;
	/** The ballots are in the workshop and on disk: the room lets go of them. */
	kept(roundId: string): Promise<void>;
	/** Nobody is the same voter in two rounds of it any more. */
	endSeries(seriesId: string): Promise<void>;
	/** Codes that each let one person in, once. */
	codes(count: number): Promise<string[]>;
}

const path = '/api/room';
const send = (method: string, at: string, body?: unknown): Promise<Response> =>
	ask(`${path}${at}`, {
		method,
		...(body === undefined ? {} : { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }),
	});
const read = async <T>(response: Promise<Response>): Promise<T> => (await (await response).json()) as T;
const id = encodeURIComponent;

export const roomApi: RoomApi = {
	async interfaces() {
		const answer = await read<NetworkInterface[] | { interfaces: NetworkInterface[] }>(send('GET', '/interfaces'));
		return Array.isArray(answer) ? answer : answer.interfaces;
	},
	state: () => read(send('GET', '')),
	async *states(signal) {
		const response = await ask(`${path}/events`, { signal, headers: { accept: 'text/event-stream' } });
		if (response.body) for await (const data of messages(response.body)) yield JSON.parse(data) as RoomState;
	},
	open: (room) => read(send('POST', '', room)),
	change: (patch) => read(send('PATCH', '', patch)),
	close: async () => void (await send('DELETE', '')),
	show: async (round) => void (await send('PUT', `/rounds/${id(round.id)}`, round)),
	collect: async (roundId) => (await read<{ ballots: CollectedBallot[] }>(send('POST', `/rounds/${id(roundId)}/close`))).ballots,
	kept: async (roundId) => void (await send('DELETE', `/rounds/${id(roundId)}`)),
	endSeries: async (seriesId) => void (await send('POST', `/series/${id(seriesId)}/end`)),
	codes: async (count) => (await read<{ codes: string[] }>(send('POST', '/codes', { count }))).codes,
};

/** The data of each event of a stream; comments, as the heartbeat, have none. */
export async function* messages(body: ReadableStream<Uint8Array>): AsyncGenerator<string> {
	const reader = body.getReader();
	const decoder = new TextDecoder();
	let rest = '';
	try {
		for (;;) {
			const { done, value } = await reader.read();
			if (done) return;
			const parts = (rest + decoder.decode(value, { stream: true })).split(/\r?\n\r?\n/);
			rest = parts.pop() ?? '';
			for (const part of parts) {
				const data = part.split(/\r?\n/).filter((line) => line.startsWith('data:')).map((line) => line.slice(5).replace(/^ /, ''));
				if (data.length > 0) yield data.join('\n');
			}
		}
	} finally {
		await reader.cancel().catch(() => undefined);
	}
}
