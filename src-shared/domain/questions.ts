/** What people are asked of one card, on their phone, on the laptop that goes round, and on paper: the same words everywhere. */
import { horizonYears } from './horizon.ts';
import type { Criterion } from '../schemas/records.ts';

export const questionOf: Record<Criterion, string> = {
	relevancy: 'How relevant to our question?',
	impact: 'How far-reaching?',
	uncertainty: 'How uncertain is it how this turns out?',
	timing: 'When will it matter?',
	dots: 'How many of your dots?',
	approval: 'Do we want to go on with this card?',
};

/** What 1 and 5 mean. */
export const endsOf: Record<'relevancy' | 'impact' | 'uncertainty', readonly [low: string, high: string]> = {
	relevancy: ['not relevant', 'decisive'],
	impact: ['changes little', 'changes everything'],
	uncertainty: ['settled', 'wide open'],
};

export const afterWords = (baseYear: number): string => `After ${baseYear + horizonYears}, or never`;
