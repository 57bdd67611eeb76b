/** For tests: a round, a room that answers as the real one does or is out of reach, and what a browser keeps. */
import type { Answer, Cast, Joined, PhoneState, RoomCard, RoomRefusal, RoomRound } from '../../src-shared/schemas/room.ts';
import type { Outcome, RoomHttp } from './http.ts';

export const testCard = (id: string): RoomCard => ({ id, code: id.toUpperCase(), kind: 'signal', name: `Card ${id}`, description: null, from: null, to: null });

export const testRound = (more: Partial<RoomRound> = {}): RoomRound => ({
	id: 'r1', seriesId: 's1', title: 'Round 1', question: 'What next?', criteria: ['relevancy', 'timing'], cards: ['a', 'b', 'c'].map(testCard), baseYear: 2026,
	dots: null, asksReason: true, shuffles: false, earlier: [], ...more,
});

export function testStorage(): Storage {
	const kept = new Map<string, string>();
	return {
		get length() {
			return kept.size;
		},
		clear: () => kept.clear(),
		key: (n) => [...kept.keys()][n] ?? null,
		getItem: (name) => kept.get(name) ?? null,
		setItem: (name, value) => void kept.set(name, value),
		removeItem: (name) => void kept.delete(name),
	};
}

/** A room of one voter. What it is given, it keeps by `seq`, as the real one does. */
export class TestRoom implements RoomHttp {
	round: RoomRound | null = null;
	groups: PhoneState['groups'] = [];
	closed: PhoneState['closed'] = null;
	group: string | null = null;
	answers = new Map<string, Answer>();
	/** Nobody answers. */
	isAway = false;
	/** It hears, and its answer is lost. */
	losesAnswers = false;
	/** Said to every request but joining. */
	refusal: RoomRefusal | null = null;
	/** Answers that it cannot take. */
	badCards = new Set<string>();
	joins: { code: string; key: string | null; attempt: string | null }[] = [];
	casts: Cast[] = [];
	stateAsked = 0;
	code = 'K7QM2X';
	token = 'token-1';

	async join({ code, key, attempt }: TestRoom['joins'][number]): Promise<Outcome<Joined>> {
		if (this.isAway) return { is: 'silent' };
		this.joins.push({ code, key, attempt });
		if (code !== this.code && key === null) return { is: 'refused', refusal: { error: 'This code is not the room’s.', reason: 'wrong code' } };
		return this.losesAnswers ? { is: 'silent' } : { is: 'answer', value: { token: this.token, key: 'AAAABBBB' } };
	}
	async state(): Promise<Outcome<PhoneState>> {
		this.stateAsked += 1;
		return this.#say({
			title: 'Futures', language: 'en', groups: this.groups, round: this.round, epoch: 1, clock: null, now: new Date(1_700_000_000_000).toISOString(),
			answers: this.round ? [...this.answers.values()] : [], key: 'AAAABBBB', group: this.group, closed: this.closed,
		});
	}
	async cast(_token: string, cast: Cast): Promise<Outcome<{ kept: number[] }>> {
		if (this.isAway) return { is: 'silent' };
		this.casts.push(cast);
		if (this.round?.id !== cast.roundId) return { is: 'refused', refusal: { error: 'This round has closed.', reason: 'round closed' } };
		if (cast.answers.some(({ cardId }) => this.badCards.has(cardId))) return { is: 'refused', refusal: { error: 'This card is not in the round.', reason: 'bad request' } };
		if (!this.refusal) for (const answer of cast.answers) this.#keep(answer);
		return this.#say({ kept: cast.answers.map(({ seq }) => seq) });
	}
	async chooseGroup(_token: string, { group }: { group: string | null }): Promise<Outcome<unknown>> {
		if (!this.isAway) this.group = group;
		return this.#say({});
	}
	/** What it has of a card, by criterion. */
	has(cardId: string): Record<string, Answer['value']> {
		return Object.fromEntries([...this.answers.values()].filter((answer) => answer.cardId === cardId).map(({ criterion, value }) => [criterion, value]));
	}
	#keep(answer: Answer) {
		const key = `${answer.cardId}/${answer.criterion}`;
		if ((this.answers.get(key)?.seq ?? 0) < answer.seq) this.answers.set(key, answer);
	}
	#say<T>(value: T): Outcome<T> {
		if (this.isAway || this.losesAnswers) return { is: 'silent' };
		return this.refusal ? { is: 'refused', refusal: this.refusal } : { is: 'answer', value };
	}
}
