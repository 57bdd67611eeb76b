/**
 * The big screen's side: what it shows, kept up with the working record and with what the facilitator sends. It needs no
 * session and asks the host for nothing, so what is on the wall stays there when the host is gone.
 */
import type { ScaleCriterion } from '../../../src-shared/domain/tally.ts';
import { openDatabase, type Database } from '../../db/database.ts';
import { followChanges, readRoomCanvas, type RoomCanvas } from '../../db/roomCanvas.ts';
import { Desk } from '../../desk.svelte.ts';
import type { Wall } from '../../voting/wall.ts';
import { facilitatorLock, openChannel, screenLock, type ScreenView, type ToFacilitator, type ToScreen } from './messages.ts';

/** A facilitator's window that is loaded anew is away for a moment. */
const grace = 5000;
const pace = 60;

export class ScreenState {
	canvas = $state.raw<RoomCanvas | null>(null);
	view = $state.raw<ScreenView | null>(null);
	shown = $state.raw<ReadonlySet<string>>(new Set());
	/** Said by the facilitator's window, and gone with it: the room may have closed since. */
	wall = $state.raw<Wall | null>(null);
	/** The criterion whose medians are shown. */
	rating = $state.raw<ScaleCriterion>('relevancy');
	/** Something was read, be it that there is nothing to show. */
	isReady = $state(false);
	#workshopId: string | null = Desk.last().workshopId;
	#database: Promise<Database> | null = null;
	#channel = openChannel();
	#told: Extract<ToScreen, { is: 'show' }> | null = null;
	#isDue = false;
	#reading: Promise<void> = Promise.resolve();

	async start(): Promise<void> {
		this.#channel.onmessage = ({ data }: MessageEvent<ToScreen | ToFacilitator>) => data.to === 'screen' && this.#hear(data);
		// What was stored while the computer slept, or while this window was frozen, was told to nobody.
		for (const event of ['focus', 'pageshow', 'online'] as const) addEventListener(event, () => this.#readSoon());
		for (const event of ['visibilitychange', 'resume'] as const) document.addEventListener(event, () => this.#readSoon());
		const database = await this.#open();
		followChanges(database, () => this.#readSoon());
		await this.#read();
		void navigator.locks.request(screenLock, { ifAvailable: true }, () => {
			this.#say();
			return new Promise(() => undefined);
		});
		void this.#endWithFacilitator();
	}

	#say(): void {
		this.#channel.postMessage({ to: 'facilitator', is: 'here' } satisfies ToFacilitator);
	}

	#hear(message: ToScreen): void {
		if (message.is === 'close') window.close();
		else if (message.is === 'anyone') {
			this.#say();
			this.#readSoon();
		} else {
			// While a picture is being drawn several come in: of those only the last is worth a picture.
			if (!this.#told) setTimeout(() => this.#show());
			this.#told = message;
		}
	}

	#show(): void {
		const message = this.#told!;
		this.#told = null;
		const isOther = message.workshopId !== this.#workshopId;
		this.view = message.view;
		this.wall = message.wall;
		this.shown = new Set(message.shown);
		this.rating = message.rating;
		this.#workshopId = message.workshopId;
		if (isOther) this.#readSoon();
	}

	#open(): Promise<Database> {
		return (this.#database ??= openDatabase().then((database) => {
			// The browser closes it when its storage is cleared: the next reading opens it again.
			database.on('close', () => (this.#database = null));
			return database;
		}));
	}

	/** An import tells of many changes at once. */
	#readSoon(): void {
		if (this.#isDue) return;
		this.#isDue = true;
		setTimeout(() => {
			this.#isDue = false;
			this.#reading = this.#reading.then(() => this.#read());
		}, pace);
	}

	/** What cannot be read now is read with the next change; until then the last state stays. */
	async #read(): Promise<void> {
		const id = this.#workshopId;
		try {
			const canvas = id === null ? null : await readRoomCanvas(await this.#open(), id);
			if (id === this.#workshopId) this.canvas = canvas;
		} catch {
			this.#database = null;
		}
		this.isReady = true;
	}

	/** Granted when no facilitator's window is left, however it ended. */
	async #endWithFacilitator(): Promise<void> {
		for (;;) {
			await navigator.locks.request(facilitatorLock, () => undefined);
			await new Promise((resolve) => setTimeout(resolve, grace));
			const { held = [] } = await navigator.locks.query();
			if (!held.some(({ name }) => name === facilitatorLock)) break;
		}
		window.close();
	}
}
