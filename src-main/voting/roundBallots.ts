/** The answers of one round by voter, and the counts of them that the facilitator may see while it is open. */
import type { Answer, RoomRound, RoomTurnout } from '../../src-shared/schemas/room.ts';

interface OwnAnswers {
	/** By card and criterion; an answer that was taken back stays as null, for its `seq`. */
	answers: Map<string, Answer>;
	/** Criteria answered, by card. */
	cards: Map<string, number>;
	given: number;
	dots: number;
}

const keyOf = ({ cardId, criterion }: Pick<Answer, 'cardId' | 'criterion'>): string => `${criterion}/${cardId}`;
const dotsIn = (answer: Answer | undefined): number => (answer?.criterion === 'dots' && typeof answer.value === 'number' ? answer.value : 0);

export class RoundBallots {
	#byVoter = new Map<string, OwnAnswers>();
	#byCard = new Map<string, number>();
	#voted = 0;

	/** The newest of each card and criterion, as far as they are newer than what is kept: those that change something. */
	newer(voterId: string, answers: readonly Answer[]): Answer[] {
		const own = this.#byVoter.get(voterId)?.answers;
		const newest = new Map<string, Answer>();
		for (const answer of answers) {
			const key = keyOf(answer);
			const kept = newest.get(key) ?? own?.get(key);
			if (!kept || answer.seq > kept.seq) newest.set(key, answer);
		}
		return [...newest.values()];
	}

	/** How many dots the voter would have given away with these answers. */
	dotsWith(voterId: string, answers: readonly Answer[]): number {
		const own = this.#byVoter.get(voterId);
		return answers.reduce((sum, answer) => sum + dotsIn(answer) - dotsIn(own?.answers.get(keyOf(answer))), own?.dots ?? 0);
	}

	/** An answer that is older than the one kept changes nothing. */
	put(voterId: string, answer: Answer): void {
		const own = this.#byVoter.get(voterId) ?? { answers: new Map<string, Answer>(), cards: new Map<string, number>(), given: 0, dots: 0 };
		const key = keyOf(answer);
		const before = own.answers.get(key);
		if (before && before.seq >= answer.seq) return;
		this.#byVoter.set(voterId, own);
		own.answers.set(key, answer);
		own.dots += dotsIn(answer) - dotsIn(before);
		this.#count(own, answer.cardId, Number(answer.value !== null) - Number(before !== undefined && before.value !== null));
	}

	#count(own: OwnAnswers, cardId: string, change: number): void {
		if (change === 0) return;
		const onCard = own.cards.get(cardId) ?? 0;
		own.cards.set(cardId, onCard + change);
		if (onCard === 0 || onCard + change === 0) this.#byCard.set(cardId, (this.#byCard.get(cardId) ?? 0) + change);
		own.given += change;
		if (own.given === 0 || own.given === change) this.#voted += change;
	}

	/** As they are, taken back ones too: what a phone that comes back is told. */
	of(voterId: string): Answer[] {
		return [...(this.#byVoter.get(voterId)?.answers.values() ?? [])];
	}

	hasVoted(voterId: string): boolean {
		return (this.#byVoter.get(voterId)?.given ?? 0) > 0;
	}

	get voted(): number {
		return this.#voted;
	}

	/** Every answer that stands, by voter. */
	*standing(): Generator<{ voterId: string; answers: Answer[] }> {
		for (const [voterId, { answers, given }] of this.#byVoter) {
			if (given > 0) yield { voterId, answers: [...answers.values()].filter(({ value }) => value !== null) };
		}
	}

	/** Voters with all that they sent. */
	entries(): [voterId: string, answers: Answer[]][] {
		return [...this.#byVoter].map(([voterId, { answers }]) => [voterId, [...answers.values()]]);
	}

	turnout({ id, cards, criteria, dots }: RoomRound): RoomTurnout {
		const whole = cards.length * criteria.length;
		const finished = [...this.#byVoter.values()].filter((own) => own.given > 0 && (own.given === whole || (dots !== null && own.dots === dots)));
		return { roundId: id, voted: this.#voted, finished: finished.length, byCard: Object.fromEntries(cards.map((card) => [card.id, this.#byCard.get(card.id) ?? 0])) };
	}
}
