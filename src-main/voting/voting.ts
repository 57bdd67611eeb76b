/**
 * The vote behind the open room: who may join, what they answer, and what becomes of it. Everything that it has said yes
 * to is on disk. It knows no network; the facilitator's side and the phones' side both come here.
 */
import { newId } from '../../src-shared/domain/ids.ts';
import type { Answer, Cast, ChangeRoom, CollectedBallot, Join, Joined, OpenRoom, RoomRound } from '../../src-shared/schemas/room.ts';
import { Refusal } from '../refusal.ts';
import { fittingAnswer } from './answers.ts';
import type { BallotBox, HeldRound, Voter } from './ballotBox.ts';
import { BoxFile } from './boxFile.ts';
import { collectedBallots } from './collect.ts';
import { phoneState } from './phoneState.ts';
import { RoomRefused } from './refused.ts';
import { newCode, newSeriesSecret, newToken, ownSigns, plainCode, tokenMark, wallSigns } from './secrets.ts';
import { Turns } from './turns.ts';

/** More than any page asks for at once. */
const mostAtOnce = 16;

/** Phones are given the same answer to the same request, however often it comes. */
export class Voting {
	#file: BoxFile;
	/** One voter's requests are taken one after another; different voters' reach the disk together. */
	#voterTurns = new Turns(mostAtOnce);
	/** The facilitator's are taken one after another too. */
	#deskTurns = new Turns();
	/** Places and codes that are taken by people whose joining is on its way to the disk. */
	#joining = 0;
	#codesInUse = new Set<string>();
	#closing = new Set<string>();
	#listeners = new Set<(what: 'counts' | 'phones') => void>();

	static async open(folder: string): Promise<Voting> {
		return new Voting(await BoxFile.open(folder));
	}

	private constructor(file: BoxFile) {
		this.#file = file;
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
		return this.#desk(() => this.#file.write({ type: 'opened', settings, code: newCode(wallSigns), at: now }));
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
		return this.#desk(async () => {
			if (!this.box.isOpen) throw new Refusal(409, 'The room is not open. Open it first: codes are for one room.');
			const { unusedCodes, usedCodes } = this.box;
			const codes = new Set<string>();
			while (codes.size < count) {
				const code = newCode(ownSigns);
				if (!unusedCodes.has(code) && !usedCodes.has(code)) codes.add(code);
			}
			await this.#file.write({ type: 'codes made', codes: [...codes] });
			return [...codes];
		});
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
		if (this.box.isOver && this.box.latest) await this.#file.wipe();
	}

	/** @throws RoomRefused */
	async join(asked: Join): Promise<Joined> {
		if (!this.box.isOpen) throw new RoomRefused('not open', 'The room is not open.');
		const key = plainCode(asked.key ?? '');
		return key === '' ? this.#admit(plainCode(asked.code), asked.group) : this.#replace(key, asked.group);
	}

	async #admit(code: string, group: string | null): Promise<Joined> {
		const { settings, locked, code: wall } = this.box.opening!;
		if (settings.strict) this.#checkOwnCode(code);
		else if (code !== wall) throw wrongCode('The code on the wall has six signs.');
		this.#checkGroup(group);
		if (locked) throw new RoomRefused('locked', 'The facilitator has locked the room. Ask to be let in.');
		if (this.box.byMark.size + this.#joining >= settings.cap) throw new RoomRefused('full', 'The room is full. Ask the facilitator to make room for you.');
		const own = { token: newToken(), key: this.#newKey() };
		const joined = { type: 'joined', voter: newId(), mark: tokenMark(own.token), key: own.key, group } as const;
		this.#joining += 1;
		if (settings.strict) this.#codesInUse.add(code);
		try {
			// The code is spent before its place is taken: between the two, a crash may cost a code but never lets two people in by one.
			await this.#file.write(...(settings.strict ? [{ type: 'code used', code } as const] : []), joined);
		} finally {
			this.#joining -= 1;
			this.#codesInUse.delete(code);
		}
		this.#tell('counts');
		return own;
	}

	#checkOwnCode(code: string): void {
		if (this.box.usedCodes.has(code) || this.#codesInUse.has(code)) {
			throw new RoomRefused('used code', 'This code has been used already. Each works once: ask the facilitator for another.');
		}
		if (!this.box.unusedCodes.has(code)) throw wrongCode('Yours is printed on the slip that you were given.');
	}

	#newKey(): string {
		for (;;) {
			const key = newCode(ownSigns);
			if (!this.box.byKey.has(key)) return key;
		}
	}

	#checkGroup(group: string | null): void {
		if (group !== null && !this.box.opening?.settings.groups.some(({ id }) => id === group)) {
			throw new RoomRefused('bad request', 'This group is none of those in the room. Load the page again.');
		}
	}

	/** Another phone takes the place of the one that the key was shown on. */
	async #replace(key: string, group: string | null): Promise<Joined> {
		const voter = this.box.byKey.get(key);
		if (!voter) throw wrongCode('A spare key is shown on the phone that it belongs to.');
		this.#checkGroup(group);
		return this.#voterTurns.take(voter.id, async () => {
			if (this.box.byKey.get(key) !== voter) throw wrongCode('This spare key has been used already.');
			const own = { token: newToken(), key: this.#newKey() };
			const chosen = group === null ? [] : [{ type: 'group chosen', voter: voter.id, group } as const];
			await this.#file.write({ type: 'replaced', voter: voter.id, mark: tokenMark(own.token), key: own.key }, ...chosen);
			this.#tell('phones');
			return own;
		});
	}

	/** @throws RoomRefused */
	voterOf(token: string): Voter {
		const mark = tokenMark(token);
		const voter = this.box.byMark.get(mark);
		if (voter && this.box.isOpen) return voter;
		if (this.box.retired.has(mark)) throw new RoomRefused('replaced', 'Another phone has taken this one’s place. Votes are cast there.');
		throw new RoomRefused('unknown phone', 'The room does not know this phone. Join with the code.');
	}

	/** Whether a phone that was admitted with this token still is who it was. */
	isKnown(mark: string): boolean {
		return this.box.byMark.has(mark);
	}

	async chooseGroup(token: string, group: string | null): Promise<void> {
		const { id } = this.voterOf(token);
		return this.#voterTurns.take(id, async () => {
			const voter = this.voterOf(token);
			this.#checkGroup(group);
			if (voter.group !== group) await this.#file.write({ type: 'group chosen', voter: id, group });
		});
	}

	/** @returns the `seq` of each answer that is on disk, or that a newer one has replaced there. @throws RoomRefused */
	async cast(token: string, { roundId, answers }: Cast): Promise<number[]> {
		const { id } = this.voterOf(token);
		return this.#voterTurns.take(id, async () => {
			// Looked at again: while this waited for its turn the phone may have been replaced, or the round closed.
			this.voterOf(token);
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
		return phoneState(this.box, this.voterOf(token), now);
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

const wrongCode = (hint: string): RoomRefused => new RoomRefused('wrong code', `This code is not the room’s. ${hint}`);

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
