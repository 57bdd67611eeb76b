/**
 * The open room, as this window knows it: its counts as they change, and what is asked of it. It is listened to only
 * while it is open or about to be; what keeps it from answering is a sentence, and it is asked again.
 */
import type { ChangeRoom, OpenRoom, Clock, RoomState } from '../../src-shared/schemas/room.ts';
import { roomApi, type RoomApi } from '../api/room.ts';
import { refusal } from '../ui/attempt.ts';
import type { OpenRoomState } from './wallCodes.ts';

const patience = 2000;

export class RoomLink {
	/** Null until the room was asked. */
	state = $state.raw<RoomState | null>(null);
	/** The room does not answer, as a sentence; what was known of it stands. */
	silence = $state<string | null>(null);
	/** The phones could not be asked a round, as a sentence. */
	trouble = $state<string | null>(null);
	/** Which of its dialogs is open, from wherever it was asked for. */
	shows = $state<'opening' | 'room' | 'wall' | 'codes' | null>(null);
	readonly api: RoomApi;
	#listening: AbortController | null = null;
	#asked = new Set<string>();

	constructor(api: RoomApi = roomApi) {
		this.api = api;
	}

	get open(): OpenRoomState | null {
		return this.state?.open ?? null;
	}

	async refresh(): Promise<void> {
		try {
			this.#take(await this.api.state());
		} catch (error) {
			this.silence = refusal(error);
		}
	}

	/** @throws ApiError with a sentence. */
	async openRoom(room: OpenRoom): Promise<void> {
		this.#take(await this.api.open(room));
	}

	/** @throws ApiError with a sentence. */
	async change(patch: ChangeRoom): Promise<void> {
		this.#take(await this.api.change(patch));
	}

	/** @throws ApiError with a sentence. */
	async closeRoom(): Promise<void> {
		await this.api.close();
		this.#take(await this.api.state());
	}

	/** The clock of this window goes on where the room does not answer. */
	async setClock(clock: Clock | null): Promise<void> {
		if (this.open) await this.change({ clock }).catch((error: unknown) => (this.silence = refusal(error)));
	}

	/** Each round is brought to a room once, unless it is to be tried again. @returns whether it is this one's turn. */
	claims(roundId: string): boolean {
		const turn = `${roundId} ${this.open?.code}`;
		if (this.#asked.has(turn)) return false;
		this.#asked.add(turn);
		return true;
	}
	/** A round that is taken back may be brought to the phones again. */
	releases(roundId: string): void {
		this.#asked.delete(`${roundId} ${this.open?.code}`);
	}
	tryAgain(): void {
		this.#asked.clear();
		this.trouble = null;
	}

	end(): void {
		this.#listening?.abort();
		this.#listening = null;
	}

	#take(state: RoomState): void {
		this.silence = null;
		this.state = state;
		// A room whose network is gone opens by itself when it is back.
		const isAwaited = state.open !== null || state.problem !== null;
		if (isAwaited && !this.#listening) void this.#listen();
		if (!isAwaited) this.end();
		if (!state.open) this.tryAgain();
	}

	async #listen(): Promise<void> {
		const listening = new AbortController();
		this.#listening = listening;
		while (!listening.signal.aborted) {
			try {
				for await (const state of this.api.states(listening.signal)) this.#take(state);
			} catch (error) {
				if (!listening.signal.aborted) this.silence = refusal(error);
			}
			if (listening.signal.aborted) return;
			await new Promise((resolve) => setTimeout(resolve, patience));
			if (!listening.signal.aborted) await this.refresh();
		}
	}
}

let link: RoomLink | undefined;

/** One for the whole window. */
export const theRoom = (): RoomLink => (link ??= new RoomLink());
