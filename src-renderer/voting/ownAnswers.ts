/** One voter's answers in a round, read from the records by their token. */
import type { Ballot, BallotValue, Criterion, Round } from '../../src-shared/schemas/records.ts';
import type { Records } from '../db/records.svelte.ts';
import { dotsEach } from './asking.ts';
import { ballotId } from './unlink.ts';

export class OwnAnswers {
	#records: Pick<Records, 'ballots'>;
	#round: Round;
	#participant: string;

	constructor(records: Pick<Records, 'ballots'>, round: Round, participant: string) {
		this.#records = records;
		this.#round = round;
		this.#participant = participant;
	}

	#ballot(cardId: string, criterion: Criterion): Ballot | undefined {
		return this.#records.ballots.get(ballotId({ roundId: this.#round.id, participant: this.#participant, cardId, criterion }));
	}

	of(cardId: string, criterion: Criterion): BallotValue | undefined {
		return this.#ballot(cardId, criterion)?.value;
	}
	/** The first of the card's answers, in the order in which they are asked. */
	firstOf(cardId: string): Ballot | undefined {
		for (const criterion of this.#round.criteria) {
			const ballot = this.#ballot(cardId, criterion);
			if (ballot) return ballot;
		}
		return undefined;
	}
	isTouched = (cardId: string): boolean => this.firstOf(cardId) !== undefined;
	isWhole = (cardId: string): boolean => this.#round.criteria.every((criterion) => this.#ballot(cardId, criterion));

	/** A person gives one reason for a card: it stands with one of the answers. */
	reasonOf = (cardId: string): string => this.#withReason(cardId)?.reason ?? '';
	#withReason(cardId: string): Ballot | undefined {
		return this.#round.criteria.map((criterion) => this.#ballot(cardId, criterion)).find((ballot) => ballot?.reason);
	}
	/** The answer that the card's reason goes with: where it is already, else the first. */
	holderOf = (cardId: string): Ballot | undefined => this.#withReason(cardId) ?? this.firstOf(cardId);
	holdsReason(cardId: string, criterion: Criterion): boolean {
		const holder = this.holderOf(cardId);
		return holder === undefined || holder.criterion === criterion;
	}

	get dotsLeft(): number {
		const given = this.#round.cardIds.map((cardId) => this.of(cardId, 'dots'));
		return dotsEach(this.#round) - given.reduce<number>((sum, dots) => sum + (typeof dots === 'number' ? dots : 0), 0);
	}
}
