/** The clock of the open round: on phones and the wall while the room is open, and in this window always. */
import * as v from 'valibot';
import type { Round } from '../../src-shared/schemas/records.ts';
import { clockSchema, type Clock } from '../../src-shared/schemas/room.ts';
import { leftOf, longerClock, pausedClock, resumedClock, startedClock } from './clock.ts';
import { theRoom, type RoomLink } from './roomLink.svelte.ts';

const key = 'longview-round-clock';
const storedSchema = v.object({ roundId: v.string(), clock: clockSchema });

function stored(): v.InferOutput<typeof storedSchema> | null {
	try {
		return v.parse(storedSchema, JSON.parse(localStorage.getItem(key) ?? 'null'));
	} catch {
		return null;
	}
}

export class RoundClock {
	#room: RoomLink;
	#own = $state.raw(stored());
	now = $state.raw(new Date());

	constructor(room: RoomLink) {
		this.#room = room;
	}

	/** @returns the round's clock, or null where it takes the time it takes. */
	of(round: Round): Clock | null {
		if (this.#own?.roundId === round.id) return this.#own.clock;
		const { open, state } = this.#room;
		return open && state?.turnout?.roundId === round.id ? open.clock : null;
	}
	left = (clock: Clock): number => leftOf(clock, this.now);

	start(round: Round, minutes = round.minutes): Promise<void> {
		return minutes === undefined ? this.clear() : this.#set(round, startedClock(minutes, new Date()));
	}
	pause(round: Round): Promise<void> {
		const clock = this.of(round);
		return clock ? this.#set(round, pausedClock(clock, new Date())) : Promise.resolve();
	}
	resume(round: Round): Promise<void> {
		const clock = this.of(round);
		return clock ? this.#set(round, resumedClock(clock, new Date())) : Promise.resolve();
	}
	addMinute(round: Round): Promise<void> {
		const clock = this.of(round);
		return clock ? this.#set(round, longerClock(clock, 60, new Date())) : this.start(round, 1);
	}
	/** Says it to a room that has just been opened, or asked this round. */
	async share(round: Round): Promise<void> {
		if (this.#own?.roundId === round.id) await this.#room.setClock(this.#own.clock);
	}
	async clear(): Promise<void> {
		localStorage.removeItem(key);
		this.#own = null;
		await this.#room.setClock(null);
	}

	/** Ticks for as long as someone looks. */
	tick = (): (() => void) => {
		const timer = setInterval(() => (this.now = new Date()), 250);
		return () => clearInterval(timer);
	};

	async #set(round: Round, clock: Clock): Promise<void> {
		this.#own = { roundId: round.id, clock };
		this.now = new Date();
		localStorage.setItem(key, JSON.stringify(this.#own));
		await this.#room.setClock(clock);
	}
}

let clock: RoundClock | undefined;

/** One for the whole window. */
export const theClock = (): RoundClock => (clock ??= new RoundClock(theRoom()));
