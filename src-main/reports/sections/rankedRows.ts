/** What all ranked tables share: how a card stands in its row, and how far votes moved since the round before. */
import type { Paper } from '../paper.ts';
import { glyph, namedCard } from '../primitives.ts';
import type { Cell } from '../table.ts';
import type { ReportCard, Result } from '../view.ts';
import type { RankedWords } from '../words/ranked.ts';

/** The cell that names its row. */
export const rankedName = (paper: Paper, card: ReportCard): Cell => ({
	text: namedCard(card), balance: true, names: true, indent: 23, mark: (x, middle) => glyph(paper.doc, card.kind, x, middle - 7.5, 15),
});

export const rankCell = (rank: number | null): Cell => ({ text: rank === null ? '–' : String(rank), style: 'rank' });

/** One sentence or two, or none where there was no round before, or nobody is known to be the same in both. */
export function movedSentence(words: RankedWords, since: Result['since']): string[] {
	if (!since) return [];
	const { net, isStable, votes, cvChange } = since.stability;
	return [words.moved({ title: since.title.trim(), net, votes, isStable, cvChange })];
}
