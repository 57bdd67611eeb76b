/**
 * The hills of a world: when the room thinks that the cards that feed it will matter. Each ridge is a distribution of timing
 * votes from revealed rounds, the near one in front and dark, the far one behind and pale; without timing votes there is none.
 */
import type { Ballot, BallotValue, Round } from '../schemas/records.ts';
import { answersOf, type AnswersByCard } from './answers.ts';
import { horizonYears } from './horizon.ts';
import { roomResults, type RoomResult } from './roomResults.ts';
import { yearNumber } from './timing.ts';

/** When a card matters, in years from the base year. "After the horizon, or never" is not on the picture and is not in `times`. */
export interface CardTimes {
	times: readonly number[];
	/** Infinity for after the horizon, or never. */
	median: number;
	/** Everyone who said a time, "later" among them. */
	n: number;
}

/** @param results of the same rounds and ballots, where they are at hand. */
export function cardTimes(rounds: readonly Round[], ballots: readonly Ballot[], baseYear: number, results: ReadonlyMap<string, RoomResult> = roomResults(rounds, ballots)): Map<string, CardTimes> {
	const byRound = new Map(rounds.map((round) => [round.id, round]));
	// Each goes through all ballots: once a round, not once a card.
	const answers = new Map<string, AnswersByCard>();
	const found = new Map<string, CardTimes>();
	for (const { cardId, timing } of results.values()) {
		const round = timing && byRound.get(timing.roundId);
		if (!round) continue;
		if (!answers.has(round.id)) answers.set(round.id, answersOf(round, ballots, 'timing'));
		const values = [...(answers.get(round.id)!.get(cardId)?.values() ?? [])];
		found.set(cardId, { times: yearsOf(values).map((year) => year - baseYear), median: yearNumber(timing.median)! - baseYear, n: timing.n });
	}
	return found;
}

const yearsOf = (values: readonly BallotValue[]): number[] =>
	values.filter((value): value is number => typeof value === 'number' && Number.isFinite(value));

export interface Ridge {
	/** 0 is the nearest, drawn last and darkest. */
	distance: 0 | 1 | 2;
	/** At evenly spaced times from 0 to the end of the horizon; 1 is the highest point of the world's ridges. */
	heights: number[];
}

/** How far a vote reaches to either side, in years: people say quarters, and mean about a year. */
const bandwidth = 0.8;
const steps = 60;

/** The thirds of the horizon by the card's median; "later" is far. */
const distanceOf = (median: number): 0 | 1 | 2 => (median < horizonYears / 3 ? 0 : median < (2 * horizonYears) / 3 ? 1 : 2);

/** @param cards those that feed the world, with their weight, 1 to 3. @returns the farthest first; none where nobody voted on dates. */
export function worldRidges(cards: readonly { times: CardTimes; weight: number }[]): Ridge[] {
	const ridges = ([2, 1, 0] as const).flatMap((distance): Ridge[] => {
		const own = cards.filter(({ times }) => times.times.length > 0 && distanceOf(times.median) === distance);
		if (own.length === 0) return [];
		return [{ distance, heights: Array.from({ length: steps + 1 }, (_, step) => density(own, (step * horizonYears) / steps)) }];
	});
	const top = Math.max(0, ...ridges.flatMap(({ heights }) => heights));
	// All of them outside the ten years, as after the base year has moved.
	if (top === 0) return [];
	return ridges.map(({ distance, heights }) => ({ distance, heights: heights.map((height) => height / top) }));
}

/** Each card counts by its weight, however many people voted on it. */
const density = (cards: readonly { times: CardTimes; weight: number }[], at: number): number =>
	cards.reduce((sum, { times: { times, n }, weight }) => sum + (weight / n) * times.reduce((own, time) => own + Math.exp(-(((at - time) / bandwidth) ** 2) / 2), 0), 0);
