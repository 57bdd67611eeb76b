/** Sends what waits, as many requests as it takes, one at a time so that no answer overtakes another. */
import type { Answer, RoomRefusal } from '../../src-shared/schemas/room.ts';
import type { Outcome, RoomHttp } from './http.ts';
import type { Outbox } from './outbox.ts';

export interface SenderParts {
	http: Pick<RoomHttp, 'cast'>;
	outbox: Outbox;
	/** As whom, and in which round; null while there is nothing to send to. */
	where: () => { token: string; roundId: string } | null;
	/** @returns whether the answer is one; otherwise what follows from it has been done. */
	heard: <T>(outcome: Outcome<T>) => outcome is { is: 'answer'; value: T };
	/** The room has these on its disk. */
	kept: (roundId: string, answers: readonly Answer[]) => void;
	/** The room cannot take one answer, which is given up. */
	givenUp: (refusal: RoomRefusal) => void;
	/** The room took the request and kept nothing of it. */
	later: () => void;
}

/** @returns sends until nothing waits or something stands in the way; while it does so, being called again changes nothing. */
export function createSender({ http, outbox, where, heard, kept, givenUp, later }: SenderParts): () => Promise<void> {
	let sending = false;

	/** @returns whether to go on. */
	async function send(token: string, roundId: string, answers: readonly Answer[]): Promise<'on' | 'stop' | 'one by one'> {
		const outcome = await http.cast(token, { roundId, answers: [...answers] });
		if (outcome.is === 'refused' && outcome.refusal.reason === 'bad request') {
			// One answer that the room cannot take must not hold up the others.
			if (answers.length > 1) return 'one by one';
			outbox.settle(roundId, [answers[0]!.seq]);
			givenUp(outcome.refusal);
			return 'on';
		}
		if (!heard(outcome)) return 'stop';
		kept(roundId, outbox.settle(roundId, outcome.value.kept));
		if (outcome.value.kept.length > 0) return 'on';
		later();
		return 'stop';
	}
	return async function flush() {
		if (sending) return;
		sending = true;
		let alone = false;
		for (let to = where(); to !== null; to = where()) {
			const batch = outbox.batch(to.roundId);
			if (batch.length === 0) break;
			const result = await send(to.token, to.roundId, alone ? batch.slice(0, 1) : batch);
			if (result === 'stop') break;
			if (result === 'one by one') alone = true;
		}
		sending = false;
	};
}
