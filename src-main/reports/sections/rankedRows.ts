/** What all ranked tables share: how a card stands in its row, and how far votes moved since the round before. */
import { percent } from '../../../src-shared/domain/criterionWords.ts';
import type { Paper } from '../paper.ts';
import { glyph, namedCard } from '../primitives.ts';
import type { Cell } from '../table.ts';
import type { ReportCard, Result } from '../view.ts';
import { figure, figured, hundredths } from '../words.ts';

/** The cell that names its row. */
export const rankedName = (paper: Paper, card: ReportCard): Cell => ({
	text: namedCard(card), balance: true, names: true, indent: 23, mark: (x, middle) => glyph(paper.doc, card.kind, x, middle - 7.5, 15),
});

export const rankCell = (rank: number | null): Cell => ({ text: rank === null ? '–' : String(rank), style: 'rank' });

/** With a space after it; empty where there was no round before, or nobody is known to be the same in both. */
export function movedSentence(since: Result['since']): string {
	if (!since) return '';
	const { net, isStable, votes, cvChange } = since.stability;
	const variation = cvChange === null ? '' : ` The coefficient of variation changed by ${hundredths(cvChange)} at most.`;
	return `Since ${since.title.trim() || 'the round before'} ${percent(net)} of ${figured(votes, 'vote')} of people who voted both times moved: ${isStable ? 'stable' : 'not stable'}.${variation} `;
}

export const shareText = (share: number | null): string => (share === null ? '–' : percent(share));
export const countText = (count: number): string => figure(count);
