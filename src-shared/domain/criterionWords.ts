/** How criteria and their answers are called, on screens and in reports alike: what people were asked is what they read afterwards. */
import type { Criterion } from '../schemas/records.ts';
import { dateLabel, horizonYears } from './horizon.ts';
import type { ScaleCriterion } from './tally.ts';
import type { Year } from './timing.ts';

export const criterionNames: Readonly<Record<Criterion, string>> = {
	relevancy: 'Relevancy', impact: 'Impact', uncertainty: 'Uncertainty', timing: 'Timing', dots: 'Dots', approval: 'Yes or no',
};

/** What a person is asked of one card, on their phone, on the laptop that goes round, and on paper. */
export const questionOf: Readonly<Record<Criterion, string>> = {
	relevancy: 'How relevant to our question?',
	impact: 'How far-reaching?',
	uncertainty: 'How uncertain is it how this turns out?',
	timing: 'When will it matter?',
	dots: 'How many of your dots?',
	approval: 'Do we want to go on with this card?',
};

/** What 1 and 5 mean. */
export const scaleEnds: Readonly<Record<ScaleCriterion, readonly [low: string, high: string]>> = {
	relevancy: ['not relevant', 'decisive'], impact: ['changes little', 'changes everything'], uncertainty: ['settled', 'wide open'],
};

export const afterWords = (baseYear: number): string => `After ${baseYear + horizonYears}, or never`;

/** A year that the room gave, as a date of the canvas: what stands for a year is its first day. */
export const yearName = (baseYear: number, year: Year): string =>
	year === 'later' ? `after ${baseYear + horizonYears}, or never` : year < baseYear ? String(Math.floor(year)) : dateLabel(baseYear, year - baseYear);

/** 0.725 as "73%". */
export const percent = (share: number): string => `${Math.round(100 * share)}%`;
