/** Yes, no or unsure: who is unsure is counted apart, and the share of yes is of those who decided (Brams & Fishburn 1978). */
import type { Ballot, BallotValue, Round } from '../schemas/records.ts';
import { answersOf, tookPart, type TookPart } from './answers.ts';
import { consensus } from './consensus.ts';
import { largerFirst, ranked, type Ranked } from './ranking.ts';

export interface ApprovalTally {
	cardId: string;
	yes: number;
	no: number;
	/** "I can't say". */
	unsure: number;
	/** Who said yes or no. */
	n: number;
	/** Of n, 0 to 1; null where nobody decided. */
	share: number | null;
	/** Tastle & Wierman (2007) on the two points: 0 where it is one half against the other, 1 where all say the same. */
	consensus: number | null;
}

export type RankedApproval = ApprovalTally & Ranked;

export interface ApprovalRound extends TookPart {
	criterion: 'approval';
	/** By the share of yes, then by how many said yes, then in the round's own order. */
	cards: RankedApproval[];
}

export function tallyApproval(round: Round, ballots: readonly Ballot[]): ApprovalRound {
	const tallies = [...answersOf(round, ballots, 'approval')].map(([cardId, byVoter]) => count(cardId, [...byVoter.values()]));
	return {
		...tookPart(round, ballots),
		criterion: 'approval',
		cards: ranked(tallies, (a, b) => largerFirst(a.share, b.share) || largerFirst(a.yes, b.yes), ({ n }) => n > 0),
	};
}

function count(cardId: string, answers: readonly BallotValue[]): ApprovalTally {
	const of = (wanted: BallotValue) => answers.filter((answer) => answer === wanted).length;
	const [yes, no] = [of(1), of(0)];
	const n = yes + no;
	return { cardId, yes, no, unsure: of('cannot say'), n, share: n === 0 ? null : yes / n, consensus: consensus([no, yes]) };
}
