/** What every reader shares: what it is given, what it gives back, and the list of what went wrong on the way. */
import type { ParsedDocument, Warning } from '../../src-shared/schemas/document.ts';

/** What a reader finds out; whatever it leaves out is absent from the document. */
export type Reading = Partial<Omit<ParsedDocument, 'hash' | 'file' | 'shape' | 'encoding' | 'repairs' | 'warnings' | 'text'>> &
	Pick<ParsedDocument, 'title' | 'titleIsMade'>;

/** @param line counted from 1 in the whole text; null where no single line is to blame. */
export type Warn = (line: number | null, message: string) => void;

export interface ReadingContext {
	warn: Warn;
	/** Dates after this one cannot be those of a document. */
	today: Date;
}

const maxWarnings = 100;

/** Keeps the first hundred warnings and counts the rest, so that a broken table of 10,000 rows does not bury the library. */
export function collectWarnings(): { warn: Warn; warnings(): Warning[] } {
	const kept: Warning[] = [];
	let more = 0;
	return {
		warn(line, message) {
			if (kept.length < maxWarnings) kept.push({ line, message });
			else more++;
		},
		warnings: () => (more === 0 ? kept : [...kept, { line: null, message: `${more} more warnings like these are not shown.` }]),
	};
}
