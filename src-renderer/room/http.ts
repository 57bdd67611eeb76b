/** The phone's requests. Whatever is not an answer of the room, a broken line or another network's page, is no answer at all. */
import type { Cast, ChooseGroup, Join, Joined, PhoneState, RoomRefusal } from '../../src-shared/schemas/room.ts';

/** `silent`: nobody answered in time, and asking again may help. */
export type Outcome<T> = { is: 'answer'; value: T } | { is: 'refused'; refusal: RoomRefusal } | { is: 'silent' };

export interface RoomHttp {
	join(join: Join): Promise<Outcome<Joined>>;
	state(token: string): Promise<Outcome<PhoneState>>;
	cast(token: string, cast: Cast): Promise<Outcome<{ kept: number[] }>>;
	chooseGroup(token: string, choice: ChooseGroup): Promise<Outcome<unknown>>;
}

const patience = 10_000;

/** @param send the browser's `fetch`. */
export function createHttp(send: typeof fetch): RoomHttp {
	async function ask<T>(method: 'GET' | 'POST', path: string, token: string | null, body?: unknown): Promise<Outcome<T>> {
		const giveUp = new AbortController();
		const timer = setTimeout(() => giveUp.abort(), patience);
		try {
			const response = await send(path, {
				method,
				headers: {
					...(token === null ? {} : { authorization: `Bearer ${token}` }),
					...(body === undefined ? {} : { 'content-type': 'application/json' }),
				},
				cache: 'no-store',
				signal: giveUp.signal,
				...(body === undefined ? {} : { body: JSON.stringify(body) }),
			});
			return outcome<T>(response.ok, (await response.json()) as unknown);
		} catch {
			return { is: 'silent' };
		} finally {
			clearTimeout(timer);
		}
	}
	return {
		join: (join) => ask('POST', 'join', null, join),
		state: (token) => ask('GET', 'state', token),
		cast: (token, cast) => ask('POST', 'cast', token, cast),
		chooseGroup: (token, choice) => ask('POST', 'group', token, choice),
	};
}

function outcome<T>(ok: boolean, value: unknown): Outcome<T> {
	if (typeof value !== 'object' || value === null) return { is: 'silent' };
	if (ok) return { is: 'answer', value: value as T };
	const { error, reason, after } = value as Partial<RoomRefusal>;
	if (typeof error !== 'string' || typeof reason !== 'string') return { is: 'silent' };
	return { is: 'refused', refusal: { error, reason, ...(typeof after === 'number' ? { after } : {}) } };
}
