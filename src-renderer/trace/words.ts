/** How a trace is said on screen. */
import { criterionNames, percent, yearName } from '../../src-shared/domain/criterionWords.ts';
import type { CardUse, UsePlace } from '../../src-shared/domain/cardUses.ts';
import type { RestsOn } from '../../src-shared/domain/passages.ts';
import type { TracedVote } from '../../src-shared/domain/trace.ts';
import { counted } from '../ui/kinds.ts';

const plain = (figure: number): string => String(Math.round(figure * 100) / 100);

/** What the room said by one criterion: its figure, and what belongs to it. */
export function voteWords(vote: TracedVote, baseYear: number): { criterion: string; figure: string; more: string } {
	const { median, iqr, agreed, n, dots, share, rank, of, reasons, roundTitle } = vote;
	const spread =
		typeof median !== 'number' || iqr === null ? '' : agreed === null ? (Number.isFinite(iqr) ? `half of it within ${counted(Number(plain(iqr)), 'year')}` : 'half of it later') : `IQR ${plain(iqr)}, ${agreed ? 'agreed' : 'contested'}`;
	const figure = dots !== null ? counted(dots, 'dot') : share !== null ? `${percent(share)} yes` : median === null ? '' : vote.criterion === 'timing' ? yearName(baseYear, median) : plain(Number(median));
	const more = [
		spread, dots === null ? `n ${n}` : `of ${counted(n, 'person', 'people')}`, rank === null ? '' : `ranked ${rank} of ${of}`,
		reasons === null || reasons === 0 ? '' : counted(reasons, 'reason'), roundTitle.trim(),
	];
	return { criterion: criterionNames[vote.criterion], figure, more: more.filter(Boolean).join(' · ') };
}

/** Above the cards that a sentence rests on. */
export const restsOnWords: Readonly<Record<RestsOn, string>> = {
	sentence: 'Named in this sentence',
	paragraph: 'Named in its paragraph',
	world: 'Feeding this world',
};

const placeWords: Readonly<Record<UsePlace, string>> = {
	scenario: 'Scenario', axis: 'Axis', critical: 'Critical uncertainty', driver: 'Driver', wheel: 'Futures wheel', signpost: 'Signpost', cluster: 'Cluster',
};

/** What a use is called in a list of them: "Scenario Common Ground, feeds it and is named". */
export function useWords({ place, title, feeds, named }: CardUse): { place: string; title: string; how: string } {
	const how = place !== 'scenario' ? '' : feeds && named ? 'feeds it, and named' : feeds ? 'feeds it' : 'named';
	return { place: placeWords[place], title: title || (place === 'critical' || place === 'wheel' ? '' : 'Unnamed'), how };
}
