/** Entering a paper ballot by digits: what is typed into a cell of a card and a criterion, and whether it is whole. */
import { horizonYears } from '../../src-shared/domain/horizon.ts';
import type { BallotValue, Criterion } from '../../src-shared/schemas/records.ts';

export interface Asked {
	criterion: Criterion;
	baseYear: number;
	/** Each person's dots, where the criterion is dots. */
	dots: number;
}

/** `null`: nothing is there. `'part'`: more is needed. `'wrong'`: no answer begins so. */
export type Typed = { value: BallotValue; whole: boolean } | null | 'part' | 'wrong';

/**
 * A year is its last two digits, or L for later or never. "?" is "I can't say" wherever that can be said, and so is 0 where
 * no answer begins with it.
 */
export function readTyped(text: string, asked: Asked): Typed {
	const typed = text.trim().toLowerCase();
	if (typed === '') return null;
	if (typed === '?') return asked.criterion === 'dots' ? 'wrong' : { value: 'cannot say', whole: true };
	if (asked.criterion === 'timing') return readYear(typed, asked.baseYear);
	if (asked.criterion === 'dots') return readDots(typed, asked.dots);
	if (typed === '0') return { value: 'cannot say', whole: true };
	if (asked.criterion === 'approval') return readApproval(typed);
	return /^[1-5]$/.test(typed) ? { value: Number(typed), whole: true } : 'wrong';
}

function readApproval(typed: string): Typed {
	if (typed === 'y' || typed === '1') return { value: 1, whole: true };
	if (typed === 'n' || typed === '2') return { value: 0, whole: true };
	return typed === 'u' ? { value: 'cannot say', whole: true } : 'wrong';
}

function readDots(typed: string, budget: number): Typed {
	if (!/^\d+$/.test(typed) || Number(typed) > budget) return 'wrong';
	// One more digit could still follow: it goes on with Tab, an arrow or Enter.
	return { value: Number(typed), whole: Number(typed) * 10 > budget };
}

function readYear(typed: string, baseYear: number): Typed {
	if (typed === 'l') return { value: 'later', whole: true };
	const years = Array.from({ length: horizonYears + 1 }, (_, index) => baseYear + index);
	const shorts = years.map((year) => String(year % 100).padStart(2, '0'));
	if (typed === '0' && !shorts.some((short) => short.startsWith('0'))) return { value: 'cannot say', whole: true };
	if (/^\d$/.test(typed)) return shorts.some((short) => short.startsWith(typed)) ? 'part' : 'wrong';
	const year = years[shorts.indexOf(typed)];
	return year === undefined ? 'wrong' : { value: year, whole: true };
}

/** What may be typed, in a few words, for the head of a column. */
export function paperHint(asked: Asked): string {
	if (asked.criterion === 'timing') return `${String(asked.baseYear % 100).padStart(2, '0')} to ${String((asked.baseYear + horizonYears) % 100).padStart(2, '0')}, L later, ? can’t say`;
	if (asked.criterion === 'dots') return `dots, ${asked.dots} in all`;
	return asked.criterion === 'approval' ? '1 yes, 2 no, 0 unsure' : '1 to 5, 0 can’t say';
}
