/** The report's small words: counted nouns, lists, dates and figures, so that every sentence says them alike. */

const numerals = ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'];

/** Numbers up to ten in words. */
export const inWords = (n: number): string => numerals[n] ?? figure(n);

/** "one card", "12 cards". */
export function counted(n: number, one: string, many = `${one}s`): string {
	return `${inWords(n)} ${n === 1 ? one : many}`;
}

/** "1 card", "4 documents": in figures, for labels. */
export function figured(n: number, one: string, many = `${one}s`): string {
	return `${figure(n)} ${n === 1 ? one : many}`;
}

export function capitalised(text: string): string {
	return text.charAt(0).toUpperCase() + text.slice(1);
}

/** "a", "a and b", "a, b and c". */
export function listed(items: readonly string[]): string {
	if (items.length < 2) return items[0] ?? '';
	return `${items.slice(0, -1).join(', ')} and ${items.at(-1)}`;
}

/** At most two decimals, and none that say nothing: 4, 4.5, 1.25. */
export function figure(value: number): string {
	return String(Math.round(value * 100) / 100);
}

/** Exactly two decimals: 0.70. */
export const hundredths = (value: number): string => value.toFixed(2);

const dayFormat = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', year: 'numeric' });

/** "14 May 2026", where the computer is; a date that is none, as it stands. */
export function day(iso: string): string {
	const date = new Date(iso.length === 10 ? `${iso}T12:00:00` : iso);
	return Number.isNaN(date.getTime()) ? iso : dayFormat.format(date);
}

const monthFormat = new Intl.DateTimeFormat('en-GB', { month: 'long', year: 'numeric' });

/** A date as exact as a source gives it: "2023", "December 2023", "17 December 2023". */
export function partialDate(text: string): string {
	if (/^\d{4}-\d{2}$/.test(text)) return monthFormat.format(new Date(`${text}-15T12:00:00`));
	return /^\d{4}-\d{2}-\d{2}/.test(text) ? day(text) : text;
}
