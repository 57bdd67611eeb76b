/** Dates on the canvas: `at` is a time in years from the start of the workshop's base year, from 0 to 10. */

export const horizonYears = 10;

/** A point in time as exact as a calendar needs it here: a year, and how much of it has passed (0 up to 1). */
export interface CalendarPoint {
	year: number;
	part: number;
}

/** Keeps a time on the canvas; what is no number at all becomes its start. */
export function clampAt(at: number): number {
	return Number.isNaN(at) ? 0 : Math.min(horizonYears, Math.max(0, at));
}

/** "2029 Q4"; the very end of the canvas, which no quarter of it holds, is the end year: "2036". */
export function dateLabel(baseYear: number, at: number): string {
	const time = clampAt(at);
	if (time === horizonYears) return String(baseYear + horizonYears);
	// 3.7499999999 comes from adding quarters in binary and means the quarter that starts at 3.75.
	const quarters = Math.min(4 * horizonYears - 1, Math.floor(time * 4 + 1e-6));
	return `${baseYear + Math.floor(quarters / 4)} Q${(quarters % 4) + 1}`;
}

/** The start of the nearest quarter. */
export function snapToQuarter(at: number): number {
	return clampAt(Math.round(clampAt(at) * 4) / 4);
}

/** Where a date stands on the canvas; one outside the ten years comes to its nearer end. */
export function atOfDate(baseYear: number, date: CalendarPoint | Date): number {
	const { year, part } = date instanceof Date ? pointOf(date) : date;
	return clampAt(year - baseYear + part);
}

function pointOf(date: Date): CalendarPoint {
	const year = date.getFullYear();
	const start = new Date(year, 0, 1).getTime();
	return { year, part: (date.getTime() - start) / (new Date(year + 1, 0, 1).getTime() - start) };
}

const months = [
	'january',
	'february',
	'march',
	'april',
	'may',
	'june',
	'july',
	'august',
	'september',
	'october',
	'november',
	'december',
];

/** As exact as the date is: the quarter where one starts, else the month: "2029 Q4", "Nov 2029". */
export function exactDateLabel(baseYear: number, at: number): string {
	const time = clampAt(at);
	if (Math.abs(time * 4 - Math.round(time * 4)) < 1e-6) return dateLabel(baseYear, time);
	const month = months[Math.floor((time % 1) * 12 + 1e-6)]!;
	return `${month[0]!.toUpperCase()}${month.slice(1, 3)} ${baseYear + Math.floor(time)}`;
}

/**
 * Reads a date as people type or write it: "2031", "2031 Q2", "Q2 2031", "June 2031", "14 June 2031", "2031-06", "2031-06-14".
 * A year, quarter or month stands for its first day. @returns null for anything else.
 */
export function parseDate(text: string): CalendarPoint | null {
	const plain = text
		.trim()
		.toLowerCase()
		.replace(/[\s,]+/g, ' ');
	const quarter =
		/^(?<year>\d{4})[ -]?q(?<quarter>[1-4])$/.exec(plain) ?? /^q(?<quarter>[1-4]) (?<year>\d{4})$/.exec(plain);
	if (quarter?.groups) return { year: Number(quarter.groups.year), part: (Number(quarter.groups.quarter) - 1) / 4 };
	const iso = /^(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?$/.exec(plain);
	if (iso) return dayOf(Number(iso[1]), Number(iso[2] ?? 1), Number(iso[3] ?? 1));
	const named =
		/^(?:(?<day>\d{1,2}) )?(?<month>[a-z]{3,9})\.? (?<year>\d{4})$/.exec(plain) ??
		/^(?<month>[a-z]{3,9})\.? (?<day>\d{1,2}) (?<year>\d{4})$/.exec(plain);
	if (!named?.groups) return null;
	return dayOf(Number(named.groups.year), monthNumber(named.groups.month!), Number(named.groups.day ?? 1));
}

/** From 1; 0 for a word that is no month. */
function monthNumber(word: string): number {
	return (
		months.findIndex(
			(month) => month === word || month.slice(0, 3) === word || (word === 'sept' && month === 'september'),
		) + 1
	);
}

/** The 31st of February is no date. */
function dayOf(year: number, month: number, day: number): CalendarPoint | null {
	const date = new Date(2000, 0, 1);
	date.setFullYear(year, month - 1, day);
	if (date.getMonth() !== month - 1 || date.getDate() !== day) return null;
	return { year, part: day === 1 ? (month - 1) / 12 : pointOf(date).part };
}
