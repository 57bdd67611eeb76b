/**
 * Results by group, side by side. A group with fewer than three answers on a card is not shown apart on it, and no more is
 * shown than keeps it hidden: what is left over when the shown groups are taken from all has to be three answers or none
 * (complementary suppression, Cox 1980).
 */
import type { Ballot, Criterion, Round, Workshop } from '../schemas/records.ts';
import { answersOf, votersIn } from './answers.ts';
import { tallyBy, type AnyCardTally } from './roundTally.ts';

/** Fewer people than this are never told of apart. */
export const fewestTogether = 3;

export type VoterGroup = NonNullable<Workshop['groups']>[number];

export interface GroupedCard {
	cardId: string;
	/** By group, in the groups' order; null where it is not shown. */
	groups: (AnyCardTally | null)[];
}

export interface GroupedRound {
	/** Those of the workshop's groups that someone in the round belongs to. */
	groups: VoterGroup[];
	/** In the order of the round's tally. */
	cards: GroupedCard[];
}

/**
 * @param sizes answers of each group. @param without answers of people in no group.
 * @returns the groups that may be shown.
 */
export function shownGroups(sizes: ReadonlyMap<string, number>, without: number): Set<string> {
	const largestLast = [...sizes].filter(([, size]) => size >= fewestTogether).sort(([a, m], [b, n]) => m - n || (a < b ? -1 : 1));
	let rest = without + [...sizes.values()].reduce((sum, size) => sum + (size < fewestTogether ? size : 0), 0);
	while (rest > 0 && rest < fewestTogether && largestLast.length > 0) rest += largestLast.shift()![1];
	return new Set(largestLast.map(([id]) => id));
}

export function groupResults(round: Round, ballots: readonly Ballot[], criterion: Criterion, baseYear: number, groups: readonly VoterGroup[]): GroupedRound {
	const own = ballots.filter(({ roundId }) => roundId === round.id);
	const present = groups.filter(({ id }) => own.some(({ group }) => group === id));
	const byGroup = present.map(({ id }) => tallied(round, own.filter(({ group }) => group === id), criterion, baseYear));
	const known = new Set(present.map(({ id }) => id));
	const without = answering(round, own.filter(({ group }) => !group || !known.has(group)), criterion);
	const { cards } = tallyBy(round, own, criterion, baseYear);
	return {
		groups: present,
		cards: cards.map(({ cardId }) => {
			const sizes = new Map(present.map(({ id }, index) => [id, byGroup[index]!.answers.get(cardId) ?? 0]));
			const shown = shownGroups(sizes, without.get(cardId) ?? 0);
			return { cardId, groups: present.map(({ id }, index) => (shown.has(id) ? (byGroup[index]!.cards.get(cardId) ?? null) : null)) };
		}),
	};
}

function tallied(round: Round, ballots: readonly Ballot[], criterion: Criterion, baseYear: number) {
	const { cards } = tallyBy(round, ballots, criterion, baseYear);
	return { cards: new Map<string, AnyCardTally>(cards.map((card) => [card.cardId, card])), answers: answering(round, ballots, criterion) };
}

/** How many answered each card; with dots everyone who took part did, since giving none is an answer. */
function answering(round: Round, ballots: readonly Ballot[], criterion: Criterion): Map<string, number> {
	const everyone = votersIn(round, ballots).size;
	return new Map([...answersOf(round, ballots, criterion)].map(([cardId, byVoter]) => [cardId, criterion === 'dots' ? everyone : byVoter.size]));
}
