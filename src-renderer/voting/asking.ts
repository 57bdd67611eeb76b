/** What a round asks: its criteria in the order in which they are asked, and how each is put into words. */
import { dateLabel } from '../../src-shared/domain/horizon.ts';
import { afterWords } from '../../src-shared/domain/criterionWords.ts';
export { afterWords, criterionNames, questionOf, scaleEnds } from '../../src-shared/domain/criterionWords.ts';
import type { BallotValue, Criterion, Round } from '../../src-shared/schemas/records.ts';

/** Asked together on each card; dots and approval are asked by themselves. */
export const together = ['relevancy', 'impact', 'uncertainty', 'timing'] as const satisfies readonly Criterion[];
export type Together = (typeof together)[number];
export const isTogether = (criterion: Criterion): criterion is Together => (together as readonly Criterion[]).includes(criterion);

/** A person's share where the facilitator gave no other. */
export const usualDots = 5;
export const dotsEach = (round: Pick<Round, 'dots'>): number => round.dots ?? usualDots;

/** What each asks for, in the facilitator's words. */
export const criterionMeanings: Record<Criterion, string> = {
	relevancy: '1 to 5: how much it bears on the question',
	impact: '1 to 5: how much it would change',
	uncertainty: '1 to 5: how open it is how it turns out, not how improbable it is',
	timing: 'when it will matter, by quarter, or after the horizon, or never',
	dots: 'each person gives dots to the cards they find most important',
	approval: 'yes, no or unsure for each card',
};

const scaleWords = { relevancy: 'relevant', impact: 'far-reaching', uncertainty: 'uncertain' } as const;

/** The question over a round. */
export function headingOf({ criteria, dots }: Pick<Round, 'criteria' | 'dots'>): string {
	if (criteria.includes('dots')) return `Which cards matter most? ${dotsEach({ dots })} ${dotsEach({ dots }) === 1 ? 'dot' : 'dots'} for each person.`;
	if (criteria.includes('approval')) return 'Do we want to go on with this card?';
	const scales = criteria.flatMap((criterion) => (criterion in scaleWords ? [scaleWords[criterion as keyof typeof scaleWords]] : []));
	const asksWhen = criteria.includes('timing');
	if (scales.length === 0) return 'When will each card matter?';
	if (scales.length === 1 && !asksWhen) {
		return { relevant: 'How relevant is each card to our question?', 'far-reaching': 'How far-reaching is each card?', uncertain: 'How uncertain is it how each card turns out?' }[scales[0]!];
	}
	return `${capital(listed(scales.map((word) => `how ${word}`)))} is each card${asksWhen ? ', and when will it matter' : ''}?`;
}

/** An answer, as its voter reads it back. */
export function answerWords(criterion: Criterion, value: BallotValue | undefined, baseYear: number): string {
	if (value === undefined) return 'not answered';
	if (criterion === 'approval') return value === 1 ? 'yes' : value === 0 ? 'no' : 'unsure';
	if (value === 'cannot say') return 'I can’t say';
	if (value === 'later') return afterWords(baseYear);
	if (criterion === 'timing') return dateLabel(baseYear, value - baseYear);
	return criterion === 'dots' ? `${value} ${value === 1 ? 'dot' : 'dots'}` : String(value);
}

/** Criteria in the order in which they are asked, after one was put in or left out; those that are asked alone stay alone. */
export function withCriterion(criteria: readonly Criterion[], criterion: Criterion, on: boolean): Criterion[] {
	if (!isTogether(criterion)) return [criterion];
	const chosen = new Set(criteria.filter(isTogether));
	if (on) chosen.add(criterion);
	else chosen.delete(criterion);
	return together.filter((one) => chosen.has(one));
}

const listed = (words: readonly string[]): string => (words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`);
const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
