/**
 * The open room: the vote, the server that phones reach it by, and what the facilitator's window is told of both. A room
 * that was open when the app was killed, or whose network went away, opens again by itself.
 */
import { networkInterfaces } from 'node:os';
import { join } from 'node:path';
import type { ChangeRoom, CollectedBallot, NetworkInterface, OpenRoom, RoomRound, RoomState } from '../../src-shared/schemas/room.ts';
import { Refusal } from '../refusal.ts';
import { Voting } from '../voting/voting.ts';
import { Guesses } from './guesses.ts';
import { listInterfaces } from './interfaces.ts';
import { Pace } from './pace.ts';
import { Patience } from './patience.ts';
import { Pulse } from './pulse.ts';
import type { SocketLimits } from './server.ts';
import { startServing, type Serving } from './serving.ts';

export interface Room {
	/** What of the ballots was found damaged on disk, as sentences. */
	notes(): Promise<string[]>;
	/** Resolves when a room that was open at the last end is open again, or there is none. */
	ready(): Promise<void>;
	state(): RoomState;
	/**
	 * @param changed called when the state has changed, five times a second at most.
	 * @param ended called when the app ends. @returns how to stop.
	 */
	watch(changed: () => void, ended: () => void): () => void;
	interfaces(): NetworkInterface[];
	open(asked: OpenRoom): Promise<RoomState>;
	change(change: ChangeRoom): Promise<RoomState>;
	shut(): Promise<RoomState>;
	makeCodes(count: number): Promise<string[]>;
	showRound(round: RoomRound): Promise<RoomState>;
	closeRound(roundId: string): Promise<CollectedBallot[]>;
	forgetRound(roundId: string): Promise<RoomState>;
	endSeries(seriesId: string): Promise<RoomState>;
	/** Ends with the app: a room that is open then is open again at the next start. */
	close(): Promise<void>;
}

interface RoomOptions {
	dataFolder: string;
	/** Where the phone page may have been built, the first that has one counts. */
	pageFolders: readonly string[];
	/** What the system says of its networks. */
	networks?: typeof networkInterfaces;
	limits?: Partial<SocketLimits>;
	/** Milliseconds on a clock that is never set back. */
	now?: () => number;
}

const statesEvery = 200;
const lookEvery = 3000;
/** A room that nobody came back to for longer was not meant to open by itself. */
const longestAway = 12 * 3600_000;

export function createRoom(options: RoomOptions): Room {
	const room = new OpenRoomKeeper(options);
	void room.ready();
	return room;
}

class OpenRoomKeeper implements Room {
	#options: RoomOptions;
	#opened: Promise<Voting>;
	#ready: Promise<void>;
	#voting: Voting | null = null;
	#serving: Serving | null = null;
	#problem: string | null = null;
	#reachedAt: string | null = null;
	#watchers = new Set<{ changed: () => void; ended: () => void }>();
	#pulse = new Pulse(statesEvery, () => this.#watchers.forEach(({ changed }) => changed()));
	#look: NodeJS.Timeout | null = null;
	/** Opening, shutting and looking after the network take turns. */
	#turns: Promise<unknown> = Promise.resolve();
	#guesses: Guesses;
	#pace: Pace;
	#patience: Patience;

	constructor(options: RoomOptions) {
		this.#options = options;
		const now = options.now ?? (() => performance.now());
		this.#guesses = new Guesses(now);
		this.#pace = new Pace(now);
		this.#patience = new Patience(now);
		this.#opened = Voting.open(join(options.dataFolder, 'room')).then((voting) => {
			voting.listen((what) => this.#changed(what));
			return (this.#voting = voting);
		});
		this.#opened.catch(() => undefined);
		this.#ready = this.#inTurn(() => this.#resume()).catch((error: unknown) => {
			this.#problem = sentenceOf(error);
		});
	}

	ready(): Promise<void> {
		return this.#ready;
	}

	async notes(): Promise<string[]> {
		return this.#opened.then(({ notes }) => notes, (error: unknown) => [sentenceOf(error)]);
	}

	interfaces(): NetworkInterface[] {
		return listInterfaces((this.#options.networks ?? networkInterfaces)());
	}

	watch(changed: () => void, ended: () => void): () => void {
		const watcher = { changed, ended };
		this.#watchers.add(watcher);
		return () => void this.#watchers.delete(watcher);
	}

	state(): RoomState {
		const box = this.#voting?.box;
		const current = box?.current;
		return { open: this.#openState(), turnout: current ? current.ballots.turnout(current.round) : null, problem: this.#problem };
	}

	#openState(): RoomState['open'] {
		const opening = this.#voting?.box.opening;
		if (!opening || !this.#serving) return null;
		const { settings, code, locked, clock } = opening;
		const { server, listeners } = this.#serving;
		return {
			workshopId: settings.workshopId,
			address: server.address,
			port: server.port,
			url: settings.strict ? `${server.origin}/` : `${server.origin}/#${code}`,
			code,
			wifi: settings.wifi,
			locked,
			strict: settings.strict,
			cap: settings.cap,
			groups: settings.groups,
			joined: this.#voting!.box.byMark.size,
			connected: listeners.size,
			reachedAt: this.#reachedAt,
			clock,
			unusedCodes: this.#voting!.box.unusedCodes.size,
		};
	}

	open(asked: OpenRoom): Promise<RoomState> {
		return this.#inTurn(async () => {
			const voting = await this.#opened;
			if (this.#serving) throw new Refusal(409, 'The room is open already. Close it first to open it elsewhere.');
			if (!this.interfaces().some(({ address }) => address === asked.address)) {
				throw new Refusal(422, `This computer is not at ${asked.address}. Choose one of its networks.`);
			}
			const serving = await this.#serve(voting, asked.address, asked.port);
			try {
				await voting.openRoom({ ...asked, port: serving.server.port }, Date.now());
			} catch (error) {
				await serving.stop();
				throw error;
			}
			this.#reachedAt = null;
			this.#begin(serving);
			return this.state();
		});
	}

	#serve(voting: Voting, address: string, port: number): Promise<Serving> {
		const { pageFolders, limits } = this.#options;
		const told = { onCheck: (from: string) => this.#checked(from), onCount: () => this.#pulse.ask() };
		return startServing({ voting, guesses: this.#guesses, pace: this.#pace, patience: this.#patience, pageFolders, address, port, ...(limits ? { limits } : {}), ...told });
	}

	/** This computer reaching itself says nothing of phones, unless the room is on the loopback, for trying it out. */
	#checked(from: string): void {
		const address = this.#serving?.server.address;
		if (from === address && !isLoopback(address)) return;
		this.#reachedAt = new Date().toISOString();
		this.#pulse.ask();
	}

	#begin(serving: Serving): void {
		this.#serving = serving;
		this.#problem = null;
		this.#look ??= setInterval(() => void this.#inTurn(() => this.#lookAfter()), lookEvery).unref();
		this.#pulse.ask();
	}

	async #resume(): Promise<void> {
		const voting = await this.#opened;
		const { opening } = voting.box;
		if (!opening) return;
		if (Date.now() - (await voting.lastWritten()) > longestAway) {
			this.#problem = 'The room was open when Longview ended last. Open it again to go on with it.';
			return;
		}
		this.#look = setInterval(() => void this.#inTurn(() => this.#lookAfter()), lookEvery).unref();
		await this.#lookAfter();
	}

	/** The room is there as long as its address is. @returns whether phones can reach it. */
	async #lookAfter(): Promise<void> {
		const opening = this.#voting?.box.opening;
		if (!opening) return;
		const { address, port } = opening.settings;
		const isThere = this.interfaces().some((network) => network.address === address);
		if (!isThere) {
			if (this.#serving) await this.#unserve();
			this.#say(`This computer is not at ${address} any more. The room opens again when that network is back; or open it on another one.`);
		} else if (!this.#serving) {
			try {
				this.#begin(await this.#serve(this.#voting!, address, port));
			} catch (error) {
				this.#say(`The room is closed to phones. ${sentenceOf(error)}`);
			}
		}
	}

	#say(problem: string): void {
		if (this.#problem === problem) return;
		this.#problem = problem;
		this.#pulse.ask();
	}

	async change(change: ChangeRoom): Promise<RoomState> {
		await (await this.#opened).changeRoom(change);
		return this.state();
	}

	shut(): Promise<RoomState> {
		return this.#inTurn(async () => {
			await this.#unserve(true);
			this.#stopLooking();
			await (await this.#opened).closeRoom();
			this.#problem = null;
			this.#pulse.ask();
			return this.state();
		});
	}

	async #unserve(isOver = false): Promise<void> {
		const serving = this.#serving;
		this.#serving = null;
		await serving?.stop(isOver);
	}

	async makeCodes(count: number): Promise<string[]> {
		return (await this.#opened).makeCodes(count);
	}

	async showRound(round: RoomRound): Promise<RoomState> {
		await (await this.#opened).showRound(round);
		return this.state();
	}

	async closeRound(roundId: string): Promise<CollectedBallot[]> {
		return (await this.#opened).closeRound(roundId);
	}

	async forgetRound(roundId: string): Promise<RoomState> {
		await (await this.#opened).forgetRound(roundId);
		return this.state();
	}

	async endSeries(seriesId: string): Promise<RoomState> {
		await (await this.#opened).endSeries(seriesId);
		return this.state();
	}

	close(): Promise<void> {
		return this.#inTurn(async () => {
			this.#stopLooking();
			this.#pulse.close();
			for (const { ended } of this.#watchers) ended();
			this.#watchers.clear();
			await this.#unserve();
			await this.#opened.then((voting) => voting.close(), () => undefined);
		});
	}

	#stopLooking(): void {
		if (this.#look) clearInterval(this.#look);
		this.#look = null;
	}

	#changed(what: 'counts' | 'phones'): void {
		const voting = this.#voting;
		if (what === 'phones' && voting) this.#serving?.listeners.tell((mark) => voting.door.isKnown(mark));
		this.#pulse.ask();
	}

	#inTurn<T>(task: () => Promise<T>): Promise<T> {
		const turn = this.#turns.then(task);
		this.#turns = turn.catch(() => undefined);
		return turn;
	}
}

const isLoopback = (address: string | undefined): boolean => address === '127.0.0.1' || address === '::1';
const sentenceOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));
