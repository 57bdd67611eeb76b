/** Finds dated events in lines of text: `June 13 2023 - Seed Funding of $113M`. The date is as exact as the text is. */
import type { Milestone } from '../../src-shared/schemas/document.ts';
import { dateAtStart } from './dates.ts';

/** How a line stands: an item of a list needs no mark behind its date, a paragraph does, a heading may be a date alone. */
export type Standing = 'item' | 'paragraph' | 'heading';

const anyMark = /^\s*[-–—:•|.,)]*\s*/;
const clearMark = /^\s*(?:[:–—]|-(?=\s|\p{Lu}))\s*(?=\S)/u;
const yearAlone = { item: /^(\d{4})\s*[-–—:]\s*(?=\S)/, paragraph: /^(\d{4}):\s+(?=\S)/, heading: /^(\d{4})\s*[-–—:]\s*(?=\S)/ };
/** A quarter, a season or a part of a year: the year is all of it that a date can say, so the words stay with the event. */
const partOfYear = /^(?:Q[1-4]|H[12]|(?:early|mid|late|spring|summer|autumn|fall|winter)(?:\s+(?:in|of))?)[\s-]+(\d{4})\s*[-–—:]\s*(?=\S)/i;
const rangeEnd = /^(?:\d{4}|\d{2})\b(?!\s+[a-z])/;
const [firstYear, lastYear] = [1500, 2200];

/** @param text one line of plain text. */
export function readMilestone(text: string, line: number, standing: Standing): Milestone | null {
	const found = dateAtStart(text);
	if (found) {
		const rest = text.slice(found.length);
		const mark = standing === 'item' ? anyMark.exec(rest) : clearMark.exec(rest);
		return mark && milestone(found.date, rest.slice(mark[0].length), text, line);
	}
	const part = partOfYear.exec(text);
	if (part) return milestone(part[1]!, text, text, line);
	const year = yearAlone[standing].exec(text);
	return year && milestone(year[1]!, text.slice(year[0].length), text, line);
}

/** What lasts from one date to another keeps both in its words. */
function milestone(date: string, rest: string, whole: string, line: number): Milestone | null {
	const year = Number(date.slice(0, 4));
	const isRange = rangeEnd.test(rest) || dateAtStart(rest) !== null;
	const event = (isRange ? whole : rest).replace(/\.$/, '').trim();
	return event === '' || year < firstYear || year > lastYear ? null : { date, text: event, line };
}

/** The first sentence below a heading that is a date. */
export function milestoneBelow(date: string, paragraph: string, line: number): Milestone | null {
	const sentence = /^.{3,}?[.!?。](?=\s|$)/su.exec(paragraph)?.[0] ?? paragraph;
	return milestone(date, sentence.length <= 300 ? sentence : `${sentence.slice(0, 299).trimEnd()}…`, sentence, line);
}
