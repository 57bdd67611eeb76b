/** What the screens see of this phone's session, and what they ask of it. */
import type { BallotValue, Criterion } from '../../src-shared/schemas/records.ts';
import type { PhoneState, RoomRefusal } from '../../src-shared/schemas/room.ts';
import type { Answers } from './ballot.ts';

/** `starting`: it is not known yet whether this phone is in. */
export type Stage = 'starting' | 'outside' | 'inside';

export interface View {
	stage: Stage;
	state: PhoneState | null;
	/** This phone's own answers in the open round. */
	answers: Answers;
	/** Cards with answers that the room does not have yet. */
	waiting: number;
	connected: boolean;
	/** The facilitator has closed the room. */
	isOver: boolean;
	/** What the room said no to. */
	refusal: RoomRefusal | null;
	/** A request that a person waits for is on its way. */
	busy: boolean;
	asksGroup: boolean;
	/** Cards with answers of which the room had not said, when it closed the round, that it has them. */
	late: number;
	/** The last round that closed while this phone was in it, and on how many cards the room had its votes. */
	own: { title: string; cards: number } | null;
	/** The code that the address came with. */
	code: string | null;
	/** Milliseconds by which the room's clock is ahead of this phone's. */
	ahead: number;
	/** False where answers last only as long as the page is open. */
	lasts: boolean;
}

export interface Session {
	view(): View;
	/** Told after every change. */
	watch(listener: () => void): void;
	/** @param code from the address, null where there is none. */
	start(code: string | null): void;
	join(code: string, key: string | null): Promise<void>;
	chooseGroup(group: string | null): Promise<void>;
	/** Asks for the group once more. */
	askGroup(): void;
	answer(cardId: string, changes: Partial<Record<Criterion, BallotValue | null>>): void;
	/** As it stands in the field; it is kept at once and sent with `sendReason`. */
	typeReason(cardId: string, text: string): void;
	sendReason(cardId: string): void;
	/** The reason as it was typed last. */
	reason(cardId: string): string;
	/** Whether this was said on this phone, as by a press of "Start". */
	noted(what: string): boolean;
	note(what: string): void;
	/** The token, as the seed of this phone's order. */
	seed(): string;
	/** The phone woke up, the network is back, or a person asks for it. */
	tryNow(): void;
}
