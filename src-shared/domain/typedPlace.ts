/**
 * Places as people type them behind a card's name: "2029 Q3", "mid 2031", "march 2030", and with "@" a lane. As vague as a
 * word is, it stands for a quarter of the canvas: early the first, mid the third, late the last.
 */
import { horizonYears, parseDate, type CalendarPoint } from './horizon.ts';

const parts = new Map([
	['early', 0], ['beginning', 0], ['start', 0], ['mid', 0.5], ['middle', 0.5], ['late', 0.75], ['end', 0.75],
	['winter', 0], ['spring', 0.25], ['summer', 0.5], ['autumn', 0.75], ['fall', 0.75],
]);

/** Everything that parseDate reads, and "mid 2031", "late in 2031", "the end of 2031", "summer 2030", "H2 2031". */
export function parseTypedDate(text: string): CalendarPoint | null {
	const plain = text.trim().toLowerCase().replace(/[\s,-]+/g, ' ');
	const half = /^(?:h(?<half>[12]) (?<year>\d{4})|(?<first>\d{4}) h(?<second>[12]))$/.exec(plain)?.groups;
	if (half) return { year: Number(half['year'] ?? half['first']), part: (half['half'] ?? half['second']) === '2' ? 0.5 : 0 };
	const vague = /^(?:the |in )?(?<word>[a-z]+) (?:in |of )?(?<year>\d{4})$/.exec(plain)?.groups;
	const part = parts.get(vague?.['word'] ?? '');
	if (part !== undefined) return { year: Number(vague!['year']), part };
	return parseDate(text);
}

/** @returns years from the base year, 'outside' for a date that the ten years do not hold, or null for what is no date. */
export function readAt(baseYear: number, text: string): number | 'outside' | null {
	const date = parseTypedDate(text);
	if (!date) return null;
	const at = date.year - baseYear + date.part;
	return at >= 0 && at <= horizonYears ? at : 'outside';
}

export interface TypedPlace {
	/** What is left of the text: what the card is called. */
	text: string;
	/** As typed; null where none is. */
	date: string | null;
	/** What stands behind "@"; null where none does. Empty while nothing follows it yet. */
	lane: string | null;
}

/** Takes the place off the end of what is typed: "open models 2029 Q3 @tech". */
export function splitPlace(typed: string): TypedPlace {
	const [, before = '', lane = null] = /^(.*?)(?:(?<!\S)@\s*(.*))?$/s.exec(typed) ?? [];
	const words = before.trim().split(/\s+/);
	// The longest tail that is a date: "march 2030" rather than "2030". No date has more words than "the end of 2031".
	for (let from = Math.max(0, words.length - 4); from < words.length; from++) {
		const tail = words.slice(from).join(' ');
		if (parseTypedDate(tail)) return { text: words.slice(0, from).join(' '), date: tail, lane: lane?.trim() ?? null };
	}
	return { text: before.trim(), date: null, lane: lane?.trim() ?? null };
}

/** The lane that is meant by its beginning, or by that of one of its words, else by any part of it. */
export function laneNamed<L extends { name: string }>(lanes: readonly L[], typed: string): L | undefined {
	const wanted = typed.trim().toLowerCase();
	if (wanted === '') return undefined;
	const named = lanes.map((lane) => ({ lane, name: lane.name.toLowerCase() }));
	const ways: ((name: string) => boolean)[] = [
		(name) => name === wanted,
		(name) => name.startsWith(wanted),
		(name) => name.split(/[^\p{L}\p{N}]+/u).some((word) => word.startsWith(wanted)),
		(name) => name.includes(wanted),
	];
	for (const way of ways) {
		const found = named.find(({ name }) => way(name));
		if (found) return found.lane;
	}
	return undefined;
}
