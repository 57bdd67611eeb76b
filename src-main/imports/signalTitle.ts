/** Reads the heading of a signal page: `__Title__, (from page [20221217](https://…).)`. */
import { isPageDate } from './dates.ts';
import { plainText } from './inline.ts';
import type { ReadingContext } from './reading.ts';
import { safeUrl } from './safeUrl.ts';

export interface SignalTitle {
	/** Empty where the heading has none. */
	title: string;
	pageRef: string | null;
	pageUrl: string | null;
}

const from = /,?\s{0,9}\(?\s{0,9}from\s{1,9}(?:page\s{1,9})?\(?\s{0,9}\[([^\]]{0,200})\]\(([^()\s]{0,2000})\)[.)\s]{0,9}$/i;
/** The page reference stands within so many characters of the heading's end. */
const longestTail = 2500;

/** @param line counted from 1. */
export function readSignalTitle(heading: string, line: number, { warn, today }: ReadingContext): SignalTitle {
	const tailStart = Math.max(0, heading.length - longestTail);
	const match = from.exec(heading.slice(tailStart));
	const marked = (match ? heading.slice(0, tailStart + match.index) : heading).trim();
	const title = plainText(withoutMarks(marked));
	if (!match) return { title, pageRef: null, pageUrl: null };
	const pageRef = plainText(match[1]!) || null;
	if (pageRef && /^\d{8}$/.test(pageRef) && !isPageDate(pageRef, today)) {
		warn(line, `The page reference ${pageRef} looks like a date but cannot be one; it is kept as text.`);
	}
	return { title, pageRef, pageUrl: safeUrl(match[2]!, line, warn) };
}

/** Underscores with a space inside them are no emphasis in Markdown, but around a whole title they mean nothing else. */
function withoutMarks(marked: string): string {
	for (const mark of ['__', '**']) {
		if (marked.startsWith(mark) && marked.endsWith(mark) && marked.length > 4) return marked.slice(2, -2).trim();
	}
	return marked;
}
