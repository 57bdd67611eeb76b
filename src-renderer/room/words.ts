/** What the phone page says, in one place: plain, short, and exactly true of what happens to a vote. */
import { dateLabel } from '../../src-shared/domain/horizon.ts';
import { afterWords } from '../../src-shared/domain/criterionWords.ts';
export { afterWords, questionOf, scaleEnds } from '../../src-shared/domain/criterionWords.ts';
import type { Kind } from '../../src-shared/schemas/document.ts';
import type { BallotValue, Criterion } from '../../src-shared/schemas/records.ts';

export type Scale = 'relevancy' | 'impact' | 'uncertainty';

export const kindNames: Record<Kind, string> = { signal: 'Signal', concern: 'Concern', behavior: 'Behavior', technology: 'Technology', issue: 'Issue' };

export const cannotSay = 'I can’t say';
export const unsure = 'Unsure';
export const timeWords = (baseYear: number, year: number): string => dateLabel(baseYear, year - baseYear);

/** "1 card", "2 cards". */
export const counted = (n: number, one: string, many = `${one}s`): string => `${n} ${n === 1 ? one : many}`;

/** An answer, as its voter reads it back. */
export function answerWords(criterion: Criterion, value: BallotValue, baseYear: number): string {
	if (criterion === 'approval') return value === 1 ? 'Yes' : value === 0 ? 'No' : unsure;
	if (value === 'cannot say') return cannotSay;
	if (value === 'later') return afterWords(baseYear);
	if (criterion === 'timing') return timeWords(baseYear, value);
	return criterion === 'dots' ? counted(value, 'dot') : String(value);
}

/** One word for each criterion where several answers of a card stand in one line. */
export const shortOf: Record<Criterion, string> = {
	relevancy: 'Relevant',
	impact: 'Far-reaching',
	uncertainty: 'Uncertain',
	timing: 'When',
	dots: 'Dots',
	approval: 'Go on',
};

/** What is kept of a vote, and who can see it. */
export const privacy = [
	'No name is asked. While the vote is open, the facilitator sees how many people have answered, never what anyone said.',
	'Your votes lie on the facilitator’s laptop under a random number. When the vote is over, the number is forgotten and nobody can tell whose votes they were.',
	'This phone remembers your answers until the round closes. In a Wi-Fi without a password, others could read along.',
];
