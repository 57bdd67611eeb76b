/** The room, opened as the facilitator's window asks its own API to: for specs that are about phones. */
import type { Page } from 'playwright/test';

export interface AskedCard {
	id: string;
	code: string;
	kind: 'signal' | 'concern' | 'behavior' | 'technology' | 'issue';
	name: string;
	description: string | null;
	from: string | null;
	to: string | null;
}
export interface AskedRound {
	id: string;
	seriesId: string;
	title: string;
	question: string;
	criteria: string[];
	cards: AskedCard[];
	baseYear: number;
	dots: number | null;
	asksReason: boolean;
	shuffles: boolean;
	earlier: { cardId: string; criterion: string; votes: Record<string, number>; reasons: string[] }[];
}
export interface KeptBallot {
	participant: string;
	cardId: string;
	criterion: string;
	value: number | string;
	reason: string | null;
	group: string | null;
}
interface State {
	open: { url: string; code: string; joined: number } | null;
	turnout: { voted: number; finished: number } | null;
}

export const asked = (names: readonly string[], more: Partial<AskedRound> = {}): AskedRound => ({
	id: 'round-1', seriesId: 'series-1', title: 'Round 1', question: 'How will Europe work with AI in ten years?', criteria: ['relevancy', 'timing'],
	cards: names.map((name, at) => ({ id: `card-${at}`, code: `S${at + 1}`, kind: 'signal', name, description: `What ${name.toLowerCase()} may become.`, from: null, to: null })),
	baseYear: 2026, dots: null, asksReason: true, shuffles: false, earlier: [], ...more,
});

export class OpenRoom {
	#page: Page;
	/** With the code, as the second QR code holds it. */
	url = '';
	code = '';

	private constructor(page: Page) {
		this.#page = page;
	}

	/** @param page the facilitator's window, signed in. */
	static async open(page: Page, more: { groups?: { id: string; name: string }[]; strict?: boolean; language?: string } = {}): Promise<OpenRoom> {
		const room = new OpenRoom(page);
		// An address of the network, where there is one: phones are never in a secure context, as the loopback would be.
		const [network] = await room.#ask<{ address: string }[]>('GET', '/interfaces');
		await room.#ask('POST', '', { workshopId: 'workshop', title: 'European AI', address: network!.address, port: 0, wifi: null, cap: 50, strict: false, groups: [], ...more });
		const { open } = await room.state();
		room.url = open!.url;
		room.code = open!.code;
		return room;
	}

	state = (): Promise<State> => this.#ask('GET', '');
	show = (round: AskedRound): Promise<unknown> => this.#ask('PUT', `/rounds/${round.id}`, round);
	clock = (clock: { total: number; endsAt: string | null; left: number | null }): Promise<unknown> => this.#ask('PATCH', '', { clock });
	lock = (): Promise<unknown> => this.#ask('PATCH', '', { locked: true });
	codes = async (count: number): Promise<string[]> => (await this.#ask<{ codes: string[] }>('POST', '/codes', { count })).codes;
	close = async (id = 'round-1'): Promise<KeptBallot[]> => (await this.#ask<{ ballots: KeptBallot[] }>('POST', `/rounds/${id}/close`)).ballots;
	kept = (id = 'round-1'): Promise<unknown> => this.#ask('DELETE', `/rounds/${id}`);
	shut = (): Promise<unknown> => this.#ask('DELETE', '');

	async #ask<T>(method: string, path: string, body?: object): Promise<T> {
		const answer = await this.#page.evaluate(
			async ({ method, path, body }) => {
				const response = await fetch(`/api/room${path}`, {
					method,
					headers: { 'x-longview-secret': sessionStorage.getItem('longview-secret') ?? '', ...(body ? { 'content-type': 'application/json' } : {}) },
					...(body ? { body: JSON.stringify(body) } : {}),
				});
				return { ok: response.ok, text: await response.text() };
			},
			{ method, path, body },
		);
		if (!answer.ok) throw new Error(`${method} ${path}: ${answer.text}`);
		return JSON.parse(answer.text || 'null') as T;
	}
}
