/**
 * How far votes moved from one round to the next, over the same voters: the net change ½·Σ|f₂ − f₁| / n, stable under 15 %
 * (Scheibe, Skutsch & Schofer 1975), and from 30 raters on |CV₂ − CV₁| with CV = s/x̄ (Kalaian & Kasim 2012). Consensus is
 * no reason to stop (von der Gracht 2012).
 */
import type { Ballot, BallotValue, Criterion, Round, RoundChange } from '../schemas/records.ts';
import { answersOf, votersIn, type AnswersByCard } from './answers.ts';
import { dotsOf } from './dots.ts';
import { fewestTogether } from './groups.ts';
import type { Undefined } from './kendall.ts';
import { isScale, scaleValue } from './tally.ts';

export const stableBelow = 0.15;
export const fewestForVariation = 30;

/**
 * Counts what is known only while a person has the same mark in both rounds.
 * @param ballots of both rounds, at least. @returns why nothing can be counted, as a sentence, where it cannot.
 */
export function changeSince(earlier: Round, later: Round, ballots: readonly Ballot[]): RoundChange | Undefined {
	const before = earlier.title || 'the round before';
	const unknown = `How far the same people moved since ${before} cannot be worked out`;
	if (earlier.unlinked || later.unlinked) return { undefined: `${unknown}: the series has ended, and no vote is known to be of the same person in both rounds.` };
	const own = ballots.filter(({ roundId }) => roundId === earlier.id || roundId === later.id);
	const first = votersIn(earlier, own);
	const same = new Set([...votersIn(later, own)].filter((voter) => first.has(voter)));
	if (same.size < fewestTogether) return { undefined: `${unknown}: fewer than ${words[fewestTogether] ?? fewestTogether} voters are known to be the same in both rounds.` };
	const cards = later.criteria.filter((criterion) => earlier.criteria.includes(criterion)).flatMap((criterion) => {
		const [was, is] = [answersOf(earlier, own, criterion), answersOf(later, own, criterion)];
		return [...is.keys()].flatMap((cardId) => (was.has(cardId) ? changeOf(cardId, criterion, was, is, same) : []));
	});
	return cards.length === 0 ? { undefined: `${unknown}: on no card were there ${words[fewestTogether] ?? fewestTogether} who answered both times.` } : { sinceRoundId: earlier.id, cards };
}

const words: Record<number, string> = { 3: 'three' };

type Pair = readonly [BallotValue, BallotValue];

function changeOf(cardId: string, criterion: Criterion, was: AnswersByCard, is: AnswersByCard, same: ReadonlySet<string>): RoundChange['cards'] {
	const pairs = [...same].flatMap((voter): Pair[] => {
		const [first, second] = [sortOf(criterion, was.get(cardId)?.get(voter)), sortOf(criterion, is.get(cardId)?.get(voter))];
		return first === null || second === null ? [] : [[first, second]];
	});
	if (pairs.length < fewestTogether) return [];
	const net = new Map<BallotValue, number>();
	for (const [first, second] of pairs) {
		net.set(first, (net.get(first) ?? 0) - 1);
		net.set(second, (net.get(second) ?? 0) + 1);
	}
	const moved = [...net.values()].reduce((sum, change) => sum + Math.abs(change), 0) / 2;
	return [{ cardId, criterion, voters: pairs.length, moved, cvChange: cvChangeOf(criterion, pairs) }];
}

/** Answers of one sort are alike: the year of a date, the number of dots. Null for no answer. */
function sortOf(criterion: Criterion, value: BallotValue | undefined): BallotValue | null {
	// Who gave a card no dots gave it none.
	if (criterion === 'dots') return dotsOf(value);
	if (criterion === 'timing') return typeof value === 'number' ? Math.floor(value) : value === 'later' ? value : null;
	if (criterion === 'approval') return value === 1 || value === 0 || value === 'cannot say' ? value : null;
	return scaleValue(value);
}

/** Years have no zero to be measured from, and dots and yes or no no scale: a coefficient of variation means something for ratings only. */
function cvChangeOf(criterion: Criterion, pairs: readonly Pair[]): number | null {
	if (!isScale(criterion) || pairs.length < fewestForVariation) return null;
	return Math.abs(variation(pairs.map(([, second]) => second as number)) - variation(pairs.map(([first]) => first as number)));
}

/** The sample's standard deviation over its mean. */
export function variation(values: readonly number[]): number {
	const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
	const squares = values.reduce((sum, value) => sum + (value - mean) ** 2, 0);
	return Math.sqrt(squares / (values.length - 1)) / mean;
}

export interface Stability {
	/** 0 to 1: of the votes compared, how many would have to move to turn the one round's bars into the other's. */
	net: number;
	isStable: boolean;
	/** Votes compared: of each card those of the voters who answered it in both rounds. */
	votes: number;
	/** The largest of the cards; null below 30 voters. */
	cvChange: number | null;
}

/** @param cardId of one card; of all together where it is not given. @returns null where nothing was counted. */
export function stabilityOf(change: RoundChange, criterion: Criterion, cardId?: string): Stability | null {
	const counted = change.cards.filter((card) => card.criterion === criterion && (cardId === undefined || card.cardId === cardId));
	const votes = counted.reduce((sum, { voters }) => sum + voters, 0);
	if (votes === 0) return null;
	const net = counted.reduce((sum, { moved }) => sum + moved, 0) / votes;
	const cvs = counted.flatMap(({ cvChange }) => cvChange ?? []);
	return { net, isStable: net < stableBelow, votes, cvChange: cvs.length === 0 ? null : Math.max(...cvs) };
}

/** The revealed round that this one is compared with: the one it asked again about, else the last before it in its series on any of its cards. */
export function earlierOf(round: Round, rounds: readonly Round[]): Round | null {
	const named = rounds.find(({ id, state }) => id === round.earlierRoundId && state === 'revealed');
	if (named) return named;
	const asks = new Set(round.cardIds);
	const before = rounds.filter(
		(other) => other.id !== round.id && other.seriesId === round.seriesId && other.state === 'revealed' && startOf(other) < startOf(round)
			&& other.cardIds.some((cardId) => asks.has(cardId)) && other.criteria.some((criterion) => round.criteria.includes(criterion)),
	);
	return before.sort((a, b) => startOf(a).localeCompare(startOf(b))).at(-1) ?? null;
}

const startOf = ({ openedAt, createdAt }: Round): string => openedAt ?? createdAt;

/** What a round that closes keeps of its change, before its voters are unlinked; undefined where there is nothing to keep. */
export function changeToKeep(round: Round, rounds: readonly Round[], ballots: readonly Ballot[]): RoundChange | undefined {
	const earlier = earlierOf(round, rounds);
	if (!earlier || round.change) return round.change;
	const change = changeSince(earlier, round, ballots);
	return 'undefined' in change ? undefined : change;
}

/** What is known of a round's change: as it was kept, else counted now. Null where there is no earlier round. */
export function knownChange(round: Round, rounds: readonly Round[], ballots: readonly Ballot[]): { earlier: Round; change: RoundChange | Undefined } | null {
	const earlier = earlierOf(round, rounds);
	if (!earlier) return null;
	return { earlier, change: round.change?.sinceRoundId === earlier.id ? round.change : changeSince(earlier, round, ballots) };
}
