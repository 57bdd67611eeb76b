/** Where today stands on the canvas. */
import { dayText } from '../ui/dates.ts';
import { atOfDate, horizonYears } from '../../src-shared/domain/horizon.ts';

/** @returns null outside the ten years: "today" at an edge where it is not would be wrong. */
export function todayAt(baseYear: number, now = new Date()): number | null {
	const years = now.getFullYear() - baseYear;
	return years < 0 || years >= horizonYears ? null : atOfDate(baseYear, now);
}

/** "Today, 14 May 2026". */
export const todayName = (now = new Date()): string => `Today, ${dayText(now)}`;
