/** The door of the room: who gets in, by which code, and as whom they are known again. */
import { newId } from '../../src-shared/domain/ids.ts';
import type { Join, Joined } from '../../src-shared/schemas/room.ts';
import { Refusal } from '../refusal.ts';
import type { BallotBox, Voter } from './ballotBox.ts';
import type { BoxFile } from './boxFile.ts';
import { RoomRefused } from './refused.ts';
import { newCode, newToken, ownSigns, plainCode, tokenMark } from './secrets.ts';
import type { Turns } from './turns.ts';

/** Times that one voter may take another phone or another group. */
const mostChanges = 40;

export class Door {
	#file: BoxFile;
	#turns: Turns;
	#tell: (what: 'counts' | 'phones') => void;
	/** Places and codes that are taken by people whose joining is on its way to the disk. */
	#joining = 0;
	#codesInUse = new Set<string>();
	/** By voter, since the start. */
	#changes = new Map<string, number>();
	/** What joining was answered, by attempt, for pages that ask again. */
	#given = new Map<string, Joined>();

	/** @param turns by voter. */
	constructor(file: BoxFile, turns: Turns, tell: (what: 'counts' | 'phones') => void) {
		this.#file = file;
		this.#turns = turns;
		this.#tell = tell;
	}

	get box(): Readonly<BallotBox> {
		return this.#file.box;
	}

	async makeCodes(count: number): Promise<string[]> {
		if (!this.box.isOpen) throw new Refusal(409, 'The room is not open. Open it first: codes are for one room.');
		const { unusedCodes, usedCodes } = this.box;
		const codes = new Set<string>();
		while (codes.size < count) {
			const code = newCode(ownSigns);
			if (!unusedCodes.has(code) && !usedCodes.has(code)) codes.add(code);
		}
		await this.#file.write({ type: 'codes made', codes: [...codes] });
		return [...codes];
	}

	/** @throws RoomRefused */
	async join(asked: Join): Promise<Joined> {
		if (!this.box.isOpen) throw new RoomRefused('not open', 'The room is not open.');
		if (asked.attempt === null) return this.#admit(asked, null);
		const attempt = tokenMark(asked.attempt);
		// What is sent again finds what was sent first on the disk, or waits for it to get there.
		return this.#turns.take(`joining ${attempt}`, async () => {
			const given = this.#given.get(attempt);
			if (given && this.isKnown(tokenMark(given.token))) return given;
			const joined = await this.#admit(asked, attempt);
			this.#given.set(attempt, joined);
			return joined;
		});
	}

	#admit(asked: Join, attempt: string | null): Promise<Joined> {
		const joinedBefore = attempt === null ? undefined : this.box.byAttempt.get(attempt);
		// Its answer was lost with the app: nobody has that token, so another takes its place.
		if (joinedBefore) return this.#turns.take(joinedBefore.id, () => this.#giveAnew(joinedBefore, attempt, null));
		const key = plainCode(asked.key ?? '');
		return key === '' ? this.#letIn(plainCode(asked.code), asked.group, attempt) : this.#replace(key, asked.group, attempt);
	}

	async #letIn(code: string, group: string | null, attempt: string | null): Promise<Joined> {
		const { settings, locked, code: wall } = this.box.opening!;
		if (settings.strict) this.#checkOwnCode(code);
		else if (code !== wall) throw wrongCode('The code on the wall has six signs.');
		this.#checkGroup(group);
		if (locked) throw new RoomRefused('locked', 'The facilitator has locked the room. Ask to be let in.');
		if (this.box.byMark.size + this.#joining >= settings.cap) throw new RoomRefused('full', 'The room is full. Ask the facilitator to make room for you.');
		const own = { token: newToken(), key: this.#newKey() };
		const joined = { type: 'joined', voter: newId(), mark: tokenMark(own.token), attempt, key: own.key, group } as const;
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
	async #replace(key: string, group: string | null, attempt: string | null): Promise<Joined> {
		const voter = this.box.byKey.get(key);
		if (!voter) throw wrongCode('A spare key is shown on the phone that it belongs to.');
		this.#checkGroup(group);
		return this.#turns.take(voter.id, () => {
			if (this.box.byKey.get(key) !== voter) throw wrongCode('This spare key has been used already.');
			return this.#giveAnew(voter, attempt, group);
		});
	}

	async #giveAnew({ id }: Voter, attempt: string | null, group: string | null): Promise<Joined> {
		this.#count(id);
		const own = { token: newToken(), key: this.#newKey() };
		const chosen = group === null ? [] : [{ type: 'group chosen', voter: id, group } as const];
		await this.#file.write({ type: 'replaced', voter: id, mark: tokenMark(own.token), attempt, key: own.key }, ...chosen);
		this.#tell('phones');
		return own;
	}

	/** Each is a line on the disk, and a new phone is news to all: nobody who means well does it so often. */
	#count(voterId: string): void {
		const times = (this.#changes.get(voterId) ?? 0) + 1;
		if (times > mostChanges) throw new RoomRefused('too many tries', 'This has been changed too often. Ask the facilitator for a fresh ballot.');
		this.#changes.set(voterId, times);
	}

	/** @throws RoomRefused */
	voterOf(token: string): Voter {
		const mark = tokenMark(token);
		const voter = this.box.byMark.get(mark);
		if (voter && this.box.isOpen) return voter;
		// It is being opened again: a phone that took this for a stranger's answer would join anew and be counted twice.
		if (voter) throw new RoomRefused('try again', 'The room is being opened. This phone asks again by itself.', { after: 2 });
		if (this.box.retired.has(mark)) throw new RoomRefused('replaced', 'Another phone has taken this one’s place. Votes are cast there.');
		throw new RoomRefused('unknown phone', 'The room does not know this phone. Join with the code.');
	}

	/** Whether a phone that was admitted with this token still is who it was. */
	isKnown(mark: string): boolean {
		return this.box.byMark.has(mark);
	}

	async chooseGroup(token: string, group: string | null): Promise<void> {
		const { id } = this.voterOf(token);
		return this.#turns.take(id, async () => {
			const voter = this.voterOf(token);
			this.#checkGroup(group);
			if (voter.group === group) return;
			this.#count(id);
			await this.#file.write({ type: 'group chosen', voter: id, group });
		});
	}
}

const wrongCode = (hint: string): RoomRefused => new RoomRefused('wrong code', `This code is not the room’s. ${hint}`);
