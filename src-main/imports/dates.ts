/** Reads dates as people write them in headings, bylines and timelines, and gives them as ISO, as exact as they are written. */

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const month = '(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\\.?';
const day = '(\\d{1,2})(?:st|nd|rd|th)?';
const year = '(\\d{4})(?!\\d)';
const weekday = '(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\\.?,?\\s+)?';
const written = (pattern: string): RegExp => new RegExp(`^${weekday}${pattern}`, 'i');

interface Found {
	year: string;
	month?: string;
	day?: string;
}

const forms: [RegExp, (groups: string[]) => Found][] = [
	[/^(\d{4})-(\d{2})-(\d{2})(?![\dT])/, ([y, m, d]) => ({ year: y!, month: m!, day: d! })],
	[/^(\d{4})-(\d{2})(?![\d-])/, ([y, m]) => ({ year: y!, month: m! })],
	[/^(\d{4})\/(\d{1,2})\/(\d{1,2})(?!\d)/, ([y, m, d]) => ({ year: y!, month: m!, day: d! })],
	[/^(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4})(?!\d)/, ([d, m, y]) => ({ year: y!, month: m!, day: d! })],
	// With slashes, the day comes first in some countries and last in others: only one above 12 tells.
	[/^(1[3-9]|2\d|3[01])\/(\d{1,2})\/(\d{4})(?!\d)/, ([d, m, y]) => ({ year: y!, month: m!, day: d! })],
	[/^(\d{1,2})\/(1[3-9]|2\d|3[01])\/(\d{4})(?!\d)/, ([m, d, y]) => ({ year: y!, month: m!, day: d! })],
	[written(`${month}\\s+${day},?\\s+${year}`), ([m, d, y]) => ({ year: y!, month: m!, day: d! })],
	[written(`${day}\\s+(?:of\\s+)?${month},?\\s+${year}`), ([d, m, y]) => ({ year: y!, month: m!, day: d! })],
	[written(`${month},?\\s+${year}`), ([m, y]) => ({ year: y!, month: m! })],
];

export interface FoundDate {
	/** YYYY-MM-DD or YYYY-MM. */
	date: string;
	/** How many characters the date takes at the start of the text. */
	length: number;
}

/** Reads the date at the very start of a text: `June 13, 2023`, `Sept 27 2023`, `13th June 2023`, `June 2023`, `2023-06-13`. */
export function dateAtStart(text: string): FoundDate | null {
	const start = text.slice(0, 60);
	for (const [pattern, name] of forms) {
		const match = pattern.exec(start);
		const date = match && isoDate(name(match.slice(1)));
		if (date) return { date, length: match[0].length };
	}
	return null;
}

/** Reads a text that is a date and nothing else, but for a word such as `Published` before it. */
export function wholeDate(text: string): string | null {
	const bare = text.trim().replace(/^(?:published|posted|updated|date)?\s*(?:on\b|:)?\s*/i, '');
	const found = dateAtStart(bare);
	return found && /^[\s.]*$/.test(bare.slice(found.length)) ? found.date : null;
}

/** Checks an ISO date or date and time such as 2023-12-11T12:24:00Z; the result is as exact as the text, or null. */
export function isoInstant(text: string): string | null {
	const match = /^(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?)\s?(Z|[+-]\d{2}:?\d{2})?)?$/i.exec(text.trim());
	if (!match) return null;
	const [, date, time, zone = ''] = match;
	const [years, monthNumber, dayNumber] = date!.split('-');
	if (!isoDate({ year: years!, month: monthNumber!, day: dayNumber! })) return null;
	if (time === undefined) return date!;
	const [hours, minutes, seconds = '0'] = time.split(':');
	return Number(hours) < 24 && Number(minutes) < 60 && Number(seconds) < 61 ? `${date}T${time}${zone.toUpperCase()}` : null;
}

/** Whether eight digits such as 20221217 are a day that a page can be from: one of the calendar, and not after today. */
export function isPageDate(digits: string, today: Date): boolean {
	const [year, month, day] = [Number(digits.slice(0, 4)), Number(digits.slice(4, 6)), Number(digits.slice(6, 8))];
	if (year < 1900 || !isInMonth(year, month, day)) return false;
	// The day after, since it may have begun where the page was written.
	return year < today.getUTCFullYear() || Date.UTC(year, month - 1, day) <= today.getTime() + 24 * 60 * 60 * 1000;
}

const longMonths = new Set([1, 3, 5, 7, 8, 10, 12]);

function isInMonth(year: number, month: number, day: number): boolean {
	if (month < 1 || month > 12 || day < 1) return false;
	const isLeap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
	return day <= (month === 2 ? (isLeap ? 29 : 28) : longMonths.has(month) ? 31 : 30);
}

function isoDate(found: Found): string | null {
	if (found.month === undefined) return found.year;
	const number = /^\d+$/.test(found.month) ? Number(found.month) : months.indexOf(found.month.slice(0, 3).toLowerCase()) + 1;
	if (number < 1 || number > 12) return null;
	const monthPart = `${found.year}-${String(number).padStart(2, '0')}`;
	if (found.day === undefined) return monthPart;
	const dayNumber = Number(found.day);
	return isInMonth(Number(found.year), number, dayNumber) ? `${monthPart}-${String(dayNumber).padStart(2, '0')}` : null;
}
