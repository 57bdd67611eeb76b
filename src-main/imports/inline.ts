/** Turns the inline Markdown of one line, cell or paragraph into plain text and its links. */
import MarkdownIt, { type Token } from 'markdown-it';
import { isEven, isPlain } from './plainness.ts';

/** `url` is as the document has it and not yet checked; `breaks` counts the line breaks before the link. */
export interface InlineLink {
	text: string;
	url: string;
	breaks: number;
}

export interface Inline {
	/** Line breaks of the source are kept as \n. */
	text: string;
	links: InlineLink[];
}

/** Addresses stay as they were written: what is allowed among them is decided, and said, by safeUrl. */
export function keepAddresses(markdown: InstanceType<typeof MarkdownIt>): InstanceType<typeof MarkdownIt> {
	markdown.validateLink = () => true;
	markdown.normalizeLink = (url) => url;
	markdown.normalizeLinkText = (url) => url;
	return markdown;
}

const markdown = keepAddresses(new MarkdownIt({ html: true }));
/** Whatever has none of these is plain already; nearly every cell of an archive is, and a class alone is tested fastest. */
const mark = /[\\`*_\]~<&]/;
const markup = /[\\`*_~]|\]\(|<[A-Za-z/!]|&#?\w{1,31};/;
const mayHaveMarkup = (source: string): boolean => mark.test(source) && hasMarkup(source);
/** For what has one of the marks: whether it could mean anything where it stands. */
export const hasMarkup = (source: string): boolean => markup.test(source);
/** Inline parsing of one endless line of brackets costs more than a document is worth. */
const longestInline = 50_000;
export const htmlTag = /^<\/?(?:a|abbr|b|big|bdi|bdo|br|center|cite|code|del|dfn|div|em|font|h[1-6]|hr|i|img|ins|kbd|li|mark|ol|p|q|s|samp|script|small|span|strike|strong|style|sub|sup|table|td|th|tr|tt|u|ul|var|wbr)\b|^<!--/i;
const startsWord = /^[\p{L}\p{N}($€£]/u;
const needsSpaceAfter = /[\p{L}\p{N},;:.!?)]/u;
const separates = /^<\/?(?:br|p|div|li|td|tr|hr)\b/i;

/** Many a line is one link and nothing else. What could mean more inside it is left to markdown-it. */
const loneLink = /^(__|\*\*|)\[([^\][\\`*_~<&\n]{1,300})\]\(([^()\s\\<&]{1,2000})\)\1$/;

export function readInline(source: string): Inline {
	const lone = loneLink.exec(source);
	if (lone) return { text: lone[2]!, links: [{ text: oneLine(lone[2]!), url: lone[3]!, breaks: 0 }] };
	if (!mayHaveMarkup(source) || source.length > longestInline) return { text: source, links: [] };
	return flatten(markdown.parseInline(source, {})[0]?.children ?? []);
}

/** HTML's entities by name and by number; a backslash escapes nothing here. */
export const unescapeEntities = (text: string): string => markdown.utils.unescapeAll(text.replaceAll('\\', '\\\\'));

/** One line of plain text: markup resolved, white space collapsed. */
export function plainText(source: string): string {
	return isPlain(source) ? source.trim() : oneLine(readInline(source).text);
}

export const oneLine = (text: string): string => (isEven(text) ? text : text.replace(/\s+/g, ' ')).trim();

/** Reads the children of an inline token. Where a link touches a word, as some converters leave it, a space goes between. */
export function flatten(tokens: Token[]): Inline {
	// Pieces are joined once: asking a growing string for its end costs its whole length each time.
	const pieces: string[] = [];
	const links: InlineLink[] = [];
	let link: { url: string; from: number; breaks: number } | null = null;
	let isAfterLink = false;
	let breaks = 0;
	const add = (piece: string): void => {
		if (piece === '') return;
		if (isAfterLink && startsWord.test(piece)) pieces.push(' ');
		pieces.push(piece);
		isAfterLink = false;
	};
	for (const token of tokens) {
		if (token.type === 'link_open') {
			if (needsSpaceAfter.test(pieces.at(-1)?.slice(-1) ?? '')) pieces.push(' ');
			link = { url: String(token.attrGet('href') ?? ''), from: pieces.length, breaks };
		} else if (token.type === 'link_close' && link) {
			links.push({ text: oneLine(pieces.slice(link.from).join('')), url: link.url, breaks: link.breaks });
			isAfterLink = true;
			link = null;
		} else if (token.type === 'softbreak' || token.type === 'hardbreak') {
			add('\n');
			breaks++;
		} else if (token.type === 'html_inline') {
			if (separates.test(token.content)) add(' ');
			else if (!htmlTag.test(token.content)) add(token.content);
		} else if (token.type === 'text' || token.type === 'code_inline' || token.type === 'text_special') {
			add(token.content);
		}
	}
	return { text: pieces.join(''), links };
}
