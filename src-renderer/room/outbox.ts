/**
 * Answers on their way: written down before anything is sent, and let go of only when the room says that they are on disk.
 * Nothing is held in memory, so that two tabs of one phone, or a page that is killed, share one truth.
 */
import type { Answer } from '../../src-shared/schemas/room.ts';
import { answerKey, type Given } from './ballot.ts';
import type { Store } from './store.ts';

interface Box {
	roundId: string;
	waiting: Record<string, Answer>;
	/** Reasons as they are typed, by card. */
	drafts: Record<string, string>;
}

export interface Outbox {
	/** Answers that are not on the room's disk yet, oldest first. */
	waiting(roundId: string): Answer[];
	put(roundId: string, given: readonly Given[]): void;
	/** The room has these. An answer that was changed meanwhile stays. */
	settle(roundId: string, seqs: readonly number[]): Answer[];
	draft(roundId: string, cardId: string): string | null;
	keepDraft(roundId: string, cardId: string, text: string | null): void;
	/** Lets go of what belongs to another round. @returns how many cards had answers that never left. */
	turnTo(roundId: string | null): number;
	/** Answers as long as one request may be. */
	batch(roundId: string): Answer[];
}

const name = 'outbox';
/** The room takes 50 answers and 16 KiB at once; blanks, names and the round's id want room too. */
const mostAnswers = 50;
const mostBytes = 13_000;

/** @param now the room's time in milliseconds: what another phone sent before this one took its place is always older. */
export function createOutbox(store: Store, now: () => number): Outbox {
	const read = (roundId: string): Box => {
		const box = store.read<Box>(name);
		return box && box.roundId === roundId ? box : { roundId, waiting: {}, drafts: {} };
	};
	const inOrder = (box: Box): Answer[] => Object.keys(box.waiting).map((key) => box.waiting[key]!).sort((a, b) => a.seq - b.seq);
	const nextSeq = (): number => {
		const seq = Math.max((store.read<number>('seq') ?? 0) + 1, Math.floor(now()));
		store.write('seq', seq);
		return seq;
	};

	return {
		waiting: (roundId) => inOrder(read(roundId)),
		put(roundId, given) {
			const box = read(roundId);
			for (const one of given) box.waiting[answerKey(one.cardId, one.criterion)] = { ...one, seq: nextSeq() };
			store.write(name, box);
		},
		settle(roundId, seqs) {
			const box = read(roundId);
			const settled = inOrder(box).filter(({ seq }) => seqs.indexOf(seq) >= 0);
			for (const { cardId, criterion } of settled) delete box.waiting[answerKey(cardId, criterion)];
			if (settled.length > 0) store.write(name, box);
			return settled;
		},
		draft: (roundId, cardId) => read(roundId).drafts[cardId] ?? null,
		keepDraft(roundId, cardId, text) {
			const box = read(roundId);
			if (text === null) delete box.drafts[cardId];
			else box.drafts[cardId] = text;
			store.write(name, box);
		},
		turnTo(roundId) {
			const box = store.read<Box>(name);
			if (!box || box.roundId === roundId) return 0;
			store.write(name, null);
			return cardsOf(inOrder(box));
		},
		batch(roundId) {
			const waiting = inOrder(read(roundId)).slice(0, mostAnswers);
			let bytes = 0;
			const end = waiting.findIndex((answer) => (bytes += bytesOf(JSON.stringify(answer)) + 1) > mostBytes);
			return end < 0 ? waiting : waiting.slice(0, Math.max(1, end));
		},
	};
}

/** How many cards these answers are about. */
export const cardsOf = (answers: readonly Answer[]): number => new Set(answers.map(({ cardId }) => cardId)).size;

const bytesOf = (text: string): number => new TextEncoder().encode(text).length;
