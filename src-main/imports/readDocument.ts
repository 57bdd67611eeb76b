/** Reads one file of any shape: bytes in, everything that was found in them out. */
import { createHash } from 'node:crypto';
import type { ParsedDocument } from '../../src-shared/schemas/document.ts';
import { readArticle } from './article.ts';
import { decode } from './decode.ts';
import { detectShape, type TextShape } from './detectShape.ts';
import { warnOfLostCharacters } from './lostCharacters.ts';
import { madeTitle } from './madeTitle.ts';
import { repairMojibake } from './mojibake.ts';
import { readNewsItem } from './newsItem.ts';
import { readNewsletter } from './newsletter.ts';
import { collectWarnings, type Reading, type ReadingContext } from './reading.ts';
import { readSignalPage } from './signalPage.ts';
import { maxFileBytes, tooLarge } from './unreadable.ts';
import { unrepairedHash } from './unrepaired.ts';

const readers: Record<TextShape, (text: string, context: ReadingContext) => Reading> = {
	'signal page': readSignalPage,
	'news item': readNewsItem,
	newsletter: readNewsletter,
	article: readArticle,
};

/** A longer one is a paragraph that was marked as a heading. */
const longestTitle = 400;

export interface ReadOptions {
	/** Dates after this one cannot be those of a document. */
	today?: Date;
	/** Whether mojibake is repaired. Without, the text is as the file has it, and the document is another one: the way to undo a repair. */
	repair?: boolean;
}

/**
 * @param file path or name to show to the facilitator.
 * @throws UnreadableDocument, and nothing else, for a file that is no text, empty or larger than 5 MiB.
 */
export function readDocument(bytes: Uint8Array, file: string, { today = new Date(), repair = true }: ReadOptions = {}): ParsedDocument {
	if (bytes.length > maxFileBytes) throw tooLarge(bytes.length);
	const decoded = decode(bytes);
	const { text, repairs } = repair ? repairMojibake(decoded.text) : { text: decoded.text, repairs: [] };
	const shape = detectShape(text);
	const { warn, warnings } = collectWarnings();
	for (const { line, message } of decoded.warnings) warn(line, message);
	warnOfLostCharacters(text, repairs, warn);
	const reading = readers[shape](text, { warn, today });
	const hash = createHash('sha256').update(bytes).digest('hex').slice(0, 32);
	const isTooLong = reading.title.length > longestTitle;
	return {
		author: null, url: null, pageRef: null, publishedAt: null, provider: null, providerDomain: null,
		sections: [], links: [], milestones: [], keywords: [], themes: [], category: null, type: null, summary: null,
		topics: [], quality: null, heat: null, related: [], cards: [],
		...reading,
		title: isTooLong ? madeTitle(reading.title) : reading.title,
		titleIsMade: isTooLong || reading.titleIsMade,
		hash: repair ? hash : unrepairedHash(hash),
		file,
		shape,
		encoding: decoded.encoding,
		repairs,
		warnings: warnings(),
		text,
	};
}
