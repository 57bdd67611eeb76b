/** Reads the heading of a signal page: `__Title__, (from page [20221217](https://…).)`. */
import { isPageDate } from './dates.ts';
import { plainText } from './inline.ts';
import type { ReadingContext } from './reading.ts';
import { safeUrl } from './safeUrl.ts';

export interface SignalTitle {
	/** Empty where the heading has none, or only a hash. */
	title: string;
	pageRef: string | null;
	pageUrl: string | null;
	/** Whether the heading is of a page by what it says: a page reference or a hash. */
	isMarked: boolean;
}

const from = /,?\s{0,9}\(?\s{0,9}from\s{1,9}(?:page\s{1,9})?\(?\s{0,9}\[([^\]]{0,200})\]\(\s{0,9}([^()\s]{0,2000})\s{0,9}\)[.)\s]{0,9}$/i;
/** The page reference stands within so many characters of the heading's end. */
const longestTail = 2500;
const hash = /^(?=[a-z]*\d)[0-9a-f]{16,128}(?:\.(?:md|txt|html?))?$/i;

/** @param line counted from 1. */
export function readSignalTitle(heading: string, line: number, { warn, today }: ReadingContext): SignalTitle {
	const tailStart = Math.max(0, heading.length - longestTail);
	const match = from.exec(heading.slice(tailStart));
	const marked = (match ? heading.slice(0, tailStart + match.index) : heading).trim();
	const written = plainText(withoutMarks(marked));
	const isHash = hash.test(written);
	const title = isHash ? '' : written;
	if (!match) return { title, pageRef: null, pageUrl: null, isMarked: isHash };
	const pageRef = plainText(match[1]!) || null;
	if (pageRef && /^\d{8}$/.test(pageRef) && !isPageDate(pageRef, today)) {
		warn(line, `The page reference ${pageRef} looks like a date but cannot be one; it is kept as text.`);
	}
	return { title, pageRef, pageUrl: safeUrl(match[2]!, line, warn), isMarked: true };
}

/** Underscores with a space inside them are no emphasis in Markdown, but around a whole title they mean nothing else. */
function withoutMarks(marked: string): string {
	for (const mark of ['__', '**']) {
		if (marked.startsWith(mark) && marked.endsWith(mark) && marked.length > 4) return marked.slice(2, -2).trim();
	}
	return marked;
}
