/**
 * What the lines of the room's journal add up to: who is in, what is asked, what was answered. `apply` is the one way in,
 * for a line that was just written as for one that is read again after a crash.
 */
import type { Clock, OpenRoom, RoomRound } from '../../src-shared/schemas/room.ts';
import { linesVersion, type Line } from './lines.ts';
import { RoundBallots } from './roundBallots.ts';

export interface Voter {
	id: string;
	/** By which its phone's token is recognised; null once the room it joined is over. */
	mark: string | null;
	/** By which a page that joins again, because no answer came, is recognised. */
	attempt: string | null;
	key: string | null;
	group: string | null;
}

export interface Opening {
	settings: OpenRoom;
	code: string;
	locked: boolean;
	clock: Clock | null;
	/** Milliseconds since 1970; the phones' epoch. */
	at: number;
}

export interface HeldRound {
	round: RoomRound;
	/** As phones are sent it, made once for all of them. */
	json: string;
	cardIds: ReadonlySet<string>;
	closed: boolean;
	ballots: RoundBallots;
}

export interface CollectedRound {
	id: string;
	title: string;
	counted: number;
}

export class BallotBox {
	/** As it was when the room closed, where it is closed. */
	latest: Opening | null = null;
	isOpen = false;
	collected: CollectedRound | null = null;
	readonly voters = new Map<string, Voter>();
	readonly byMark = new Map<string, Voter>();
	readonly byAttempt = new Map<string, Voter>();
	readonly byKey = new Map<string, Voter>();
	readonly retired = new Set<string>();
	readonly unusedCodes = new Set<string>();
	readonly usedCodes = new Set<string>();
	readonly rounds = new Map<string, HeldRound>();
	/** Secrets by series, from which the voters' names in it are made. */
	readonly series = new Map<string, string>();

	get opening(): Opening | null {
		return this.isOpen ? this.latest : null;
	}

	/** The one that is open, or closed and not collected. */
	get current(): HeldRound | null {
		return [...this.rounds.values()].at(-1) ?? null;
	}

	/** Nothing that anyone would miss. */
	get isOver(): boolean {
		return !this.isOpen && this.rounds.size === 0 && this.series.size === 0;
	}

	apply(line: Line): void {
		switch (line.type) {
			case 'begun':
				if (line.version > linesVersion) throw new Error('The room’s journal was written by a newer Longview.');
				break;
			case 'opened':
				this.#open(line);
				break;
			case 'changed':
				this.#change(line.change);
				break;
			case 'closed':
				this.isOpen = false;
				break;
			case 'codes made':
				for (const code of line.codes) this.unusedCodes.add(code);
				break;
			case 'code used':
				this.unusedCodes.delete(line.code);
				this.usedCodes.add(line.code);
				break;
			case 'joined':
				this.#know({ id: line.voter, mark: line.mark, attempt: line.attempt, key: line.key, group: line.group });
				break;
			case 'replaced':
				this.#replace(line);
				break;
			case 'retired':
				for (const mark of line.marks) this.retired.add(mark);
				break;
			case 'group chosen': {
				const voter = this.voters.get(line.voter);
				if (voter) voter.group = line.group;
				break;
			}
			case 'series begun':
				this.series.set(line.series, line.secret);
				break;
			case 'round shown':
				this.#show(line.round);
				break;
			case 'voted':
				for (const answer of line.answers) this.rounds.get(line.round)?.ballots.put(line.voter, answer);
				break;
			case 'round closed':
				this.#closeRound(line.round);
				break;
			case 'round collected':
				this.collected = { id: line.round, title: line.title, counted: line.counted };
		}
	}

	#open({ settings, code, at }: Extract<Line, { type: 'opened' }>): void {
		// People of one workshop have no say in another, though their phones may still be around.
		if (settings.workshopId !== this.latest?.settings.workshopId) this.#forgetPhones();
		this.latest = { settings, code, locked: false, clock: null, at };
		this.isOpen = true;
	}

	#forgetPhones(): void {
		for (const voter of this.voters.values()) Object.assign(voter, { mark: null, attempt: null, key: null });
		for (const kept of [this.byMark, this.byAttempt, this.byKey, this.retired, this.unusedCodes, this.usedCodes]) kept.clear();
		this.collected = null;
	}

	#change({ locked, cap, wifi, clock }: Extract<Line, { type: 'changed' }>['change']): void {
		const { latest: opening } = this;
		if (!opening) return;
		const settings = { ...opening.settings, ...(cap === undefined ? {} : { cap }), ...(wifi === undefined ? {} : { wifi }) };
		this.latest = { ...opening, settings, locked: locked ?? opening.locked, clock: clock === undefined ? opening.clock : clock };
	}

	#know(voter: Voter): void {
		this.voters.set(voter.id, voter);
		if (voter.mark !== null) this.byMark.set(voter.mark, voter);
		if (voter.attempt !== null) this.byAttempt.set(voter.attempt, voter);
		if (voter.key !== null) this.byKey.set(voter.key, voter);
	}

	#replace({ voter: voterId, mark, attempt, key }: Extract<Line, { type: 'replaced' }>): void {
		const voter = this.voters.get(voterId);
		if (!voter) return;
		if (voter.mark !== null) {
			this.byMark.delete(voter.mark);
			this.retired.add(voter.mark);
		}
		if (voter.key !== null) this.byKey.delete(voter.key);
		if (voter.attempt !== null) this.byAttempt.delete(voter.attempt);
		this.#know(Object.assign(voter, { mark, attempt, key }));
	}

	/** A round that is shown anew keeps the answers that it has. */
	#show(round: RoomRound): void {
		const held = this.rounds.get(round.id);
		const cardIds = new Set(round.cards.map(({ id }) => id));
		this.rounds.set(round.id, { closed: false, ballots: new RoundBallots(), ...held, round, json: JSON.stringify(round), cardIds });
	}

	#closeRound(roundId: string): void {
		const held = this.rounds.get(roundId);
		if (held) held.closed = true;
	}
}
