/** Turns the inline Markdown of one line, cell or paragraph into plain text and its links. */
import MarkdownIt, { type Token } from 'markdown-it';

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
/** Whatever has none of these is plain already; nearly every cell of an archive is. */
const mayHaveMarkup = /[\\`*_[\]~]|<[a-z/!]|&#?\w{1,31};/i;
/** Inline parsing of one endless line of brackets costs more than a document is worth. */
const longestInline = 50_000;
const htmlTag = /^<\/?(?:a|abbr|b|big|bdi|bdo|br|center|cite|code|del|dfn|div|em|font|h[1-6]|hr|i|img|ins|kbd|li|mark|ol|p|q|s|samp|script|small|span|strike|strong|style|sub|sup|table|td|th|tr|tt|u|ul|var|wbr)\b|^<!--/i;
const separates = /^<\/?(?:br|p|div|li|td|tr|hr)\b/i;

export function readInline(source: string): Inline {
	if (!mayHaveMarkup.test(source) || source.length > longestInline) return { text: source, links: [] };
	return flatten(markdown.parseInline(source, {})[0]?.children ?? []);
}

/** One line of plain text: markup resolved, white space collapsed. */
export function plainText(source: string): string {
	return oneLine(mayHaveMarkup.test(source) ? readInline(source).text : source);
}

export const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim();

/** Reads the children of an inline token. Where a link touches a word, as some converters leave it, a space goes between. */
export function flatten(tokens: Token[]): Inline {
	const links: InlineLink[] = [];
	let text = '';
	let open: { url: string; from: number; breaks: number } | null = null;
	let closedAt = -1;
	let breaks = 0;
	const add = (piece: string): void => {
		if (piece !== '' && text.length === closedAt && /^[\p{L}\p{N}($€£]/u.test(piece)) text += ' ';
		text += piece;
	};
	for (const token of tokens) {
		if (token.type === 'link_open') {
			if (/[\p{L}\p{N},;:.!?)]$/u.test(text)) text += ' ';
			open = { url: String(token.attrGet('href') ?? ''), from: text.length, breaks };
		} else if (token.type === 'link_close' && open) {
			links.push({ text: oneLine(text.slice(open.from)), url: open.url, breaks: open.breaks });
			closedAt = text.length;
			open = null;
		} else if (token.type === 'softbreak' || token.type === 'hardbreak') {
			text += '\n';
			breaks++;
		} else if (token.type === 'html_inline') {
			if (separates.test(token.content)) text += ' ';
			else if (!htmlTag.test(token.content)) add(token.content);
		} else if (token.type === 'text' || token.type === 'code_inline' || token.type === 'text_special') {
			add(token.content);
		}
	}
	return { text, links };
}
