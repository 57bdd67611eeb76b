/** What a round says by one of its criteria, whichever that is: each is counted in its own way. */
import type { Ballot, Criterion, Round } from '../schemas/records.ts';
import { tallyApproval, type ApprovalRound, type RankedApproval } from './approval.ts';
import { tallyDots, type DotRound, type RankedDots } from './dots.ts';
import { tallyRound, type RankedCard, type RoundTally } from './tally.ts';
import { tallyTiming, type RankedTiming, type TimingRound } from './timing.ts';

/** Told apart by `criterion`. */
export type AnyTally = RoundTally | TimingRound | DotRound | ApprovalRound;
export type AnyCardTally = RankedCard | RankedTiming | RankedDots | RankedApproval;

/** @param baseYear the first year of the horizon. */
export function tallyBy(round: Round, ballots: readonly Ballot[], criterion: Criterion, baseYear: number): AnyTally {
	if (criterion === 'timing') return tallyTiming(round, ballots, baseYear);
	if (criterion === 'dots') return tallyDots(round, ballots);
	return criterion === 'approval' ? tallyApproval(round, ballots) : tallyRound(round, ballots, criterion);
}
