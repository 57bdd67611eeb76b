/** Which cards the room does not agree on, and why: worked out of revealed rounds, with reasons under the rules by which they may be shown. */
import { fewestReasons, reasonCount } from '../../src-shared/domain/reasons.ts';
import { reasonsFor, sidesOf, type Reasons } from '../../src-shared/domain/reasonSides.ts';
import { isScale, type RankedCard, type ScaleCriterion } from '../../src-shared/domain/tally.ts';
import type { Round } from '../../src-shared/schemas/records.ts';
import type { ReportCard, View } from './view.ts';

export interface Contested {
	card: ReportCard;
	round: Round;
	criterion: ScaleCriterion;
	tally: RankedCard;
	/** Null where too few people gave reasons for any to be shown. */
	reasons: Reasons[] | null;
}

/** Each card and criterion once, by the latest round that asked; the widest apart first. */
export function contestedOf(view: View): Contested[] {
	const latest = new Map<string, Contested>();
	const { ballots } = view.worlds.file;
	for (const { round, criterion, tally } of view.results) {
		if (!isScale(criterion) || !('cards' in tally)) continue;
		for (const one of tally.cards) {
			const card = view.byId.get(one.cardId);
			if (!card || !('histogram' in one) || one.n === 0) continue;
			latest.set(`${criterion} ${card.id}`, { card, round, criterion, tally: one, reasons: null });
		}
	}
	return [...latest.values()]
		.filter(({ tally }) => tally.agreed === false)
		.sort((a, b) => b.tally.iqr! - a.tally.iqr! || a.tally.consensus! - b.tally.consensus!)
		.map((contested) => ({ ...contested, reasons: reasonsFor(contested.round, ballots, contested.card.id, contested.criterion, sidesOf(contested.criterion, contested.tally)) }));
}

/** Whether people were asked why and anyone answered: else nothing is said of reasons at all. */
export const reasonsGiven = ({ worlds: { file } }: View, round: Round): boolean => reasonCount(round, file.ballots) > 0;
export { fewestReasons };
