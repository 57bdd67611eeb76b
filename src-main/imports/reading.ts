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
/** So many warnings of a sort are each shown; of more, the rest is one sentence. */
const maxAlike = 5;

interface Sort {
	shown: number;
	/** Those beyond, and the lines of the first and the last of them. */
	more: number;
	first: number | null;
	last: number | null;
	/** Where the sentence about them goes: behind the last one that is shown. */
	at: number;
}

/** Keeps a hundred warnings, and of each sort the first few, so that a broken table of 10,000 rows does not bury the library. */
export function collectWarnings(): { warn: Warn; warnings(): Warning[] } {
	const kept: Warning[] = [];
	const sorts = new Map<string, Sort>();
	let beyond = 0;
	return {
		warn(line, message) {
			const key = sortOf(message);
			const sort = sorts.get(key) ?? { shown: 0, more: 0, first: null, last: null, at: 0 };
			if (sort.shown < maxAlike && kept.length >= maxWarnings) return void beyond++;
			sorts.set(key, sort);
			if (sort.shown < maxAlike) {
				sort.shown++;
				sort.at = kept.push({ line, message });
				return;
			}
			sort.more++;
			sort.first ??= line;
			sort.last = line;
		},
		warnings() {
			const all: Warning[] = [];
			const summaries = new Map([...sorts.values()].filter(({ more }) => more > 0).map((sort) => [sort.at, summaryOf(sort)]));
			kept.forEach((warning, index) => {
				all.push(warning);
				const summary = summaries.get(index + 1);
				if (summary) all.push(summary);
			});
			if (beyond > 0) all.push({ line: null, message: `${beyond} more warnings are not shown.` });
			return all;
		},
	};
}

/** What two warnings have in common that say the same of different things: quoted words and numbers make no difference. */
const sortOf = (message: string): string => message.replace(/“[^”]*”/g, '“”').replace(/\d+/g, '0');

function summaryOf({ more, first, last }: Sort): Warning {
	const where = first === null || last === null || first === last ? '' : `, down to line ${last}`;
	return { line: first, message: `${more === 1 ? 'Another one' : `Another ${more}`} like these${where}.` };
}
