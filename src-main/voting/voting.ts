/**
 * The vote behind the open room: who may join, what they answer, and what becomes of it. Everything that it has said yes
 * to is on disk. It knows no network; the facilitator's side and the phones' side both come here.
 */
import type { Answer, Cast, ChangeRoom, CollectedBallot, OpenRoom, RoomRound } from '../../src-shared/schemas/room.ts';
import { Refusal } from '../refusal.ts';
import { fittingAnswer } from './answers.ts';
import type { BallotBox, HeldRound } from './ballotBox.ts';
import { BoxFile } from './boxFile.ts';
import { collectedBallots } from './collect.ts';
import { Door } from './door.ts';
import { phoneState } from './phoneState.ts';
import { RoomRefused } from './refused.ts';
import { newCode, newSeriesSecret, wallSigns } from './secrets.ts';
import { Turns } from './turns.ts';

/** More than any page asks for at once. */
const mostAtOnce = 16;

/** Phones are given the same answer to the same request, however often it comes. */
export class Voting {
	readonly door: Door;
	#file: BoxFile;
	/** One voter's requests are taken one after another; different voters' reach the disk together. */
	#voterTurns = new Turns(mostAtOnce);
	/** The facilitator's are taken one after another too. */
	#deskTurns = new Turns();
	#closing = new Set<string>();
	#listeners = new Set<(what: 'counts' | 'phones') => void>();

	static async open(folder: string): Promise<Voting> {
		return new Voting(await BoxFile.open(folder));
	}

	private constructor(file: BoxFile) {
		this.#file = file;
		this.door = new Door(file, this.#voterTurns, (what) => this.#tell(what));
	}

	get box(): Readonly<BallotBox> {
		return this.#file.box;
	}

	get notes(): string[] {
		return this.#file.notes;
	}

	lastWritten(): Promise<number> {
		return this.#file.lastWritten();
	}

	/** @param listener told `phones` where phones have something new to ask for, and `counts` where only numbers changed. */
	listen(listener: (what: 'counts' | 'phones') => void): void {
		this.#listeners.add(listener);
	}

	/** @param settings with the port that was got. */
	openRoom(settings: OpenRoom, now: number): Promise<void> {
		return this.#desk(async () => {
			this.#refuseOthers(settings);
			await this.#file.write({ type: 'opened', settings, code: newCode(wallSigns), at: now });
		});
	}

	/** People of one workshop must not be asked the round of another. */
	#refuseOthers({ workshopId }: OpenRoom): void {
		const { latest, rounds } = this.box;
		const [held] = rounds.values();
		if (!held || !latest || latest.settings.workshopId === workshopId) return;
		throw new Refusal(409, `“${held.round.title}” of “${latest.settings.title}” is not closed yet, and phones have answered it. Open that workshop and close the round first.`);
	}

	changeRoom(change: ChangeRoom): Promise<void> {
		return this.#desk(async () => {
			if (!this.box.isOpen) throw new Refusal(409, 'The room is not open.');
			await this.#file.write({ type: 'changed', change });
		});
	}

	/** What is not collected yet stays, and with it who may come back to it; otherwise nothing stays. */
	closeRoom(): Promise<void> {
		return this.#desk(async () => {
			if (this.box.isOpen) await this.#file.write({ type: 'closed' });
			await this.#tidy();
		});
	}

	makeCodes(count: number): Promise<string[]> {
		return this.#desk(() => this.door.makeCodes(count));
	}

	/** Shows a round on the phones. Shown again it is brought up to date. */
	showRound(round: RoomRound): Promise<void> {
		return this.#desk(async () => {
			if (!this.box.isOpen) throw new Refusal(409, 'The room is not open. Open it, and the round is shown on the phones.');
			const { current } = this.box;
			if (current) whyNot(current, round);
			const secret = this.box.series.has(round.seriesId) ? [] : [{ type: 'series begun', series: round.seriesId, secret: newSeriesSecret() } as const];
			await this.#file.write(...secret, { type: 'round shown', round });
		});
	}

	/** The ballots of a round, which takes no more of them. A round that the room has never had, or has no more, has none. */
	closeRound(roundId: string): Promise<CollectedBallot[]> {
		return this.#desk(async () => {
			const held = this.box.rounds.get(roundId);
			if (!held) return [];
			if (!held.closed) await this.#endVoting(held);
			return collectedBallots(held, this.box.voters, this.box.series.get(held.round.seriesId) ?? '');
		});
	}

	async #endVoting({ round }: HeldRound): Promise<void> {
		// From here on no answer is taken; those on their way to the disk get there before this line does.
		this.#closing.add(round.id);
		try {
			await this.#file.write({ type: 'round closed', round: round.id });
		} finally {
			this.#closing.delete(round.id);
		}
	}

	/** The facilitator's window has kept the ballots: here they are forgotten. */
	forgetRound(roundId: string): Promise<void> {
		return this.#desk(async () => {
			const held = this.box.rounds.get(roundId);
			if (!held) return;
			this.#closing.add(roundId);
			try {
				// A first vote may be on its way to the disk.
				await this.#file.write();
				if (!held.closed && held.ballots.voted > 0) throw new Refusal(409, 'People have voted in this round. Close it first, so that their votes are counted.');
				await this.#file.rewrite({ round: roundId });
			} finally {
				this.#closing.delete(roundId);
			}
			await this.#tidy();
		});
	}

	/** Nobody can tell any more which of the series' ballots are whose. */
	endSeries(seriesId: string): Promise<void> {
		return this.#desk(async () => {
			if ([...this.box.rounds.values()].some(({ round }) => round.seriesId === seriesId)) {
				throw new Refusal(409, 'A round of this series is not collected yet. Close it first.');
			}
			if (this.box.series.has(seriesId)) await this.#file.rewrite({ series: seriesId });
			await this.#tidy();
		});
	}

	async #tidy(): Promise<void> {
		// In a room that is closed, who was who in a series is known only while its rounds are held, whatever the window does next.
		const held = new Set([...this.box.rounds.values()].map(({ round }) => round.seriesId));
		const left = this.box.isOpen ? [] : [...this.box.series.keys()].filter((series) => !held.has(series));
		for (const series of left) await this.#file.rewrite({ series });
		if (this.box.isOver && this.box.latest) await this.#file.wipe();
	}

	/** @returns the `seq` of each answer that is on disk, or that a newer one has replaced there. @throws RoomRefused */
	async cast(token: string, { roundId, answers }: Cast): Promise<number[]> {
		const { id } = this.door.voterOf(token);
		return this.#voterTurns.take(id, async () => {
			// Looked at again: while this waited for its turn the phone may have been replaced, or the round closed.
			this.door.voterOf(token);
			const { round, cardIds, ballots } = this.#roundToAnswer(roundId, id);
			const newer = ballots.newer(id, answers.map((answer) => fittingAnswer(answer, round, cardIds)));
			if (newer.length > 0) {
				checkDots(round, ballots.dotsWith(id, newer));
				await this.#file.write({ type: 'voted', voter: id, round: roundId, answers: newer });
				this.#tell('counts');
			}
			return answers.map(({ seq }: Answer) => seq);
		});
	}

	#roundToAnswer(roundId: string, voterId: string): HeldRound {
		const held = this.box.rounds.get(roundId);
		if (held && !held.closed && !this.#closing.has(roundId)) return held;
		if (held && !held.ballots.hasVoted(voterId)) throw new RoomRefused('round closed', 'This round has closed. No vote of yours had arrived by then.');
		if (held || this.box.collected?.id === roundId) throw new RoomRefused('round closed', 'This round has closed. Your votes were counted.');
		throw new RoomRefused('not open', 'This round is not open. Wait for the facilitator to open the next one.');
	}

	/** @returns a PhoneState as JSON. @throws RoomRefused */
	stateOf(token: string, now: Date): string {
		return phoneState(this.box, this.door.voterOf(token), now);
	}

	close(): Promise<void> {
		return this.#desk(() => this.#file.close());
	}

	async #desk<T>(work: () => Promise<T>): Promise<T> {
		const result = await this.#deskTurns.take('desk', work);
		this.#tell('phones');
		return result;
	}

	#tell(what: 'counts' | 'phones'): void {
		for (const listener of this.#listeners) listener(what);
	}
}

function checkDots({ dots, criteria }: RoomRound, given: number): void {
	if (!criteria.includes('dots') || given <= (dots ?? 0)) return;
	// Answers that overtook each other may ask for too many in between: the phone asks again.
	throw new RoomRefused('try again', `You have ${dots ?? 0} dots to give away. Take some back first.`, { after: 1 });
}

/** @throws Refusal where the round cannot be shown as it is given. */
function whyNot({ round: shown, closed, ballots }: HeldRound, round: RoomRound): void {
	if (shown.id !== round.id) throw new Refusal(409, closed ? `${shown.title} is not collected yet. Close it first.` : `${shown.title} is open on the phones. Close it first.`);
	if (closed) throw new Refusal(409, `${shown.title} has closed already.`);
	const asked = ({ cards, criteria, dots, seriesId, baseYear }: RoomRound) => JSON.stringify([cards.map(({ id }) => id).sort(), [...criteria].sort(), dots, seriesId, baseYear]);
	if (ballots.voted > 0 && asked(shown) !== asked(round)) throw new Refusal(409, 'People have voted in this round, so what it asks is fixed now.');
}
