/** What is said of the map and of a pair of axes: plain sentences with their numbers. */
import { verdictOf, type PairVerdict } from '../../../src-shared/domain/axisPairs.ts';
import { enough, type ImpactMap, type MapPoint } from '../../../src-shared/domain/impactUncertainty.ts';
import type { Undefined } from '../../../src-shared/domain/kendall.ts';
import type { RatingResult } from '../../../src-shared/domain/roomResults.ts';
import type { RankCorrelation } from '../../../src-shared/domain/spearman.ts';
import type { Round } from '../../../src-shared/schemas/records.ts';
import { counted } from '../../ui/kinds.ts';

export const figure = (value: number): string => String(Math.round(value * 100) / 100);
/** "−0.62", with the sign of minus. */
export const rhoText = (rho: number): string => (Math.abs(rho) < 0.005 ? '0.00' : rho.toFixed(2).replace('-', '−'));

/** "median 4, middle half 3 to 5, 11 votes" */
export const ratingWords = ({ median, q1, q3, n }: RatingResult): string =>
	`median ${figure(median)}, ${q1 === q3 ? `middle half at ${figure(q1)}` : `middle half ${figure(q1)} to ${figure(q3)}`}, ${counted(n, 'vote')}`;

export const pointWords = ({ impact, uncertainty }: Pick<MapPoint, 'impact' | 'uncertainty'>): string =>
	`Impact: ${ratingWords(impact)}. Uncertainty: ${ratingWords(uncertainty)}.`;

/** "12 cards, 11 voters, from Round 2" */
export const mapFacts = ({ points, voters, roundTitles }: ImpactMap): string =>
	`${counted(points.length, 'card')}, ${counted(voters, 'voter')}, from ${roundTitles.join(' and ')}`;

/** @returns null where there are enough of both. */
export function tooFew({ points, voters }: ImpactMap): string | null {
	const few = [
		...(points.length < enough ? [`${counted(points.length, 'card')} instead of at least ${enough}`] : []),
		...(voters < enough ? [`${counted(voters, 'voter')} instead of at least ${enough}`] : []),
	];
	return few.length === 0 ? null : `This map stands on ${few.join(', and on ')}. Take it as a start of a talk, not as a finding.`;
}

export interface Verdict {
	kind: PairVerdict | 'unknown';
	head: string;
	text: string;
}

export function pairWords(pair: RankCorrelation | Undefined): Verdict {
	if ('undefined' in pair) return { kind: 'unknown', head: 'Not computed.', text: `${pair.undefined} Judge by hand whether the two move together.` };
	const kind = verdictOf(pair.rho);
	const number = `(rank correlation ${rhoText(pair.rho)}, ${counted(pair.n, 'voter')})`;
	switch (kind) {
		case 'good':
			return { kind, head: 'A good pair.', text: `Votes on the two hardly move together ${number}.` };
		case 'workable':
			return { kind, head: 'Workable.', text: `Votes on the two ${pair.rho > 0 ? 'move together' : 'move apart'} a little ${number}.` };
		case 'alike':
			return { kind, head: 'Too alike.', text: `Who is unsure of the one is unsure of the other ${number}. Two of the four worlds may stand empty.` };
		case 'opposed':
			return { kind, head: 'Too opposed.', text: `Who is unsure of the one is sure of the other ${number}. Two of the four worlds may stand empty.` };
	}
}

const shortVerdicts: Record<PairVerdict, string> = { good: 'good', workable: 'workable', alike: 'too alike', opposed: 'too opposed' };

/** "0.21, workable" */
export const pairNote = (pair: RankCorrelation | Undefined): string => ('undefined' in pair ? 'not computed' : `${rhoText(pair.rho)}, ${shortVerdicts[verdictOf(pair.rho)]}`);

/** Why there is no map yet, from which rounds there are; votes are not looked at. */
export function missingWords(rounds: readonly Pick<Round, 'title' | 'criteria' | 'state'>[]): { text: string; isUnderWay: boolean } {
	const asks = ({ criteria }: Pick<Round, 'criteria'>) => criteria.includes('impact') && criteria.includes('uncertainty');
	const next = rounds.find((round) => asks(round) && round.state !== 'revealed');
	if (next) {
		const what = { draft: 'It is still a draft: open it, have the room vote, and reveal it.', open: 'The room is voting. The map shows once the round is revealed.', closed: 'It is closed: reveal it, and the map shows.' }[next.state as 'draft' | 'open' | 'closed'];
		return { text: `${next.title} asks how far-reaching and how uncertain each card is. ${what}`, isUnderWay: true };
	}
	const revealed = rounds.filter(({ state }) => state === 'revealed');
	if (revealed.some(asks)) return { text: 'A round asked about impact and uncertainty, and nobody gave a number for both.', isUnderWay: false };
	const [impact, uncertainty] = (['impact', 'uncertainty'] as const).map((criterion) => revealed.some(({ criteria }) => criteria.includes(criterion)));
	if (impact !== uncertainty) return { text: `The room has rated ${impact ? 'impact but not uncertainty' : 'uncertainty but not impact'}. The map needs both of the same cards.`, isUnderWay: false };
	return { text: 'The map stands on votes: how far-reaching each card is, and how uncertain it is how it turns out. No revealed round has asked that yet.', isUnderWay: false };
}
