/**
 * What people write of a world, as Markdown: headings, paragraphs, lists, emphasis, links and references to cards. A
 * reference is a link to `card:` and the card's id, `[S2](card:…)`, so that it stays linked whatever its code becomes.
 */
import MarkdownIt, { type Token } from 'markdown-it';

export interface Marks {
	strong?: true;
	emphasis?: true;
	/** An address that starts with http:, https: or mailto:. */
	href?: string;
}
/** `label` is what stood there when it was written: the card's code. */
export type Inline = ({ type: 'text'; text: string } & Marks) | ({ type: 'card'; cardId: string; label: string } & Marks) | { type: 'break' };
export type Block =
	| { type: 'heading'; level: 1 | 2 | 3; inlines: Inline[] }
	| { type: 'paragraph'; inlines: Inline[] }
	| { type: 'list'; ordered: boolean; start: number; items: Block[][] };

/** Markup of the web is text here; so are pictures, tables and code, which a narrative has no use for. */
const reader = new MarkdownIt('commonmark', { html: false }).disable(['image', 'code', 'fence', 'hr', 'html_block', 'html_inline', 'reference', 'entity', 'blockquote', 'lheading', 'backticks', 'autolink']);
// Where it stops it leaves out what lies deeper; a row of hyphens that someone drew is a hundred lists in each other.
reader.set({ maxNesting: 1000 });

const scheme = 'card:';

export const cardHref = (cardId: string): string => scheme + encodeURIComponent(cardId);

/** @returns the id of the card that an address refers to; null for any other address. */
export function cardOfHref(href: string): string | null {
	if (!href.startsWith(scheme)) return null;
	try {
		return decodeURIComponent(href.slice(scheme.length));
	} catch {
		return null;
	}
}

export const isSafeHref = (href: string): boolean => /^(https?:\/\/|mailto:)/i.test(href);

export function readNarrative(markdown: string): Block[] {
	const tokens = reader.parse(markdown, {});
	const cursor = { at: 0 };
	return blocks(tokens, cursor);
}

/** The cards that a text refers to, in its order, each once. */
export const cardsNamedIn = (markdown: string): string[] =>
	[...new Set(inlinesOf(readNarrative(markdown)).flatMap((inline) => (inline.type === 'card' ? [inline.cardId] : [])))];

/** @param codeOf the present code of a card that is referred to; its label where it is not known. */
export const plainText = (markdown: string, codeOf: (cardId: string) => string | undefined = () => undefined): string =>
	readNarrative(markdown).map((block) => plainBlock(block, codeOf)).join('\n\n');

/** Words between spaces, as word processors count them: the numbers of a list are none. */
export const wordCount = (markdown: string): number => readNarrative(markdown).reduce((sum, block) => sum + wordsOf(block), 0);

function wordsOf(block: Block): number {
	if (block.type === 'list') return block.items.flat().reduce((sum, part) => sum + wordsOf(part), 0);
	const text = block.inlines.map((inline) => plainInline(inline, () => undefined)).join('');
	return text.split(/\s+/u).filter((word) => /[\p{L}\p{N}]/u.test(word)).length;
}

export const inlinesOf = (list: readonly Block[]): Inline[] =>
	list.flatMap((block) => (block.type === 'list' ? block.items.flatMap(inlinesOf) : block.inlines));

function plainBlock(block: Block, codeOf: (cardId: string) => string | undefined): string {
	if (block.type !== 'list') return block.inlines.map((inline) => plainInline(inline, codeOf)).join('');
	return block.items
		.map((item, index) => `${block.ordered ? `${block.start + index}.` : '•'} ${item.map((part) => plainBlock(part, codeOf)).join('\n')}`)
		.join('\n');
}

function plainInline(inline: Inline, codeOf: (cardId: string) => string | undefined): string {
	if (inline.type === 'break') return '\n';
	return inline.type === 'text' ? inline.text : (codeOf(inline.cardId) ?? inline.label);
}

/** Reads on to the token that closes what is open. */
function blocks(tokens: readonly Token[], cursor: { at: number }): Block[] {
	const found: Block[] = [];
	while (cursor.at < tokens.length) {
		const token = tokens[cursor.at++]!;
		if (token.nesting < 0) return found;
		if (token.type === 'heading_open') found.push({ type: 'heading', level: Math.min(3, Number(token.tag.slice(1))) as 1 | 2 | 3, inlines: inner(tokens, cursor) });
		else if (token.type === 'paragraph_open') found.push({ type: 'paragraph', inlines: inner(tokens, cursor) });
		else if (token.type === 'bullet_list_open' || token.type === 'ordered_list_open') found.push(list(token, tokens, cursor));
	}
	return found;
}

function list(open: Token, tokens: readonly Token[], cursor: { at: number }): Block {
	const items: Block[][] = [];
	while (tokens[cursor.at]?.type === 'list_item_open') {
		cursor.at++;
		items.push(blocks(tokens, cursor));
	}
	cursor.at++;
	return { type: 'list', ordered: open.type === 'ordered_list_open', start: Number(open.attrGet('start') ?? 1), items };
}

function inner(tokens: readonly Token[], cursor: { at: number }): Inline[] {
	const content = tokens[cursor.at++];
	cursor.at++;
	return inlines(content?.children ?? []);
}

function inlines(tokens: readonly Token[]): Inline[] {
	const found: Inline[] = [];
	const marks: Marks = {};
	let card: { cardId: string; label: string } | null = null;
	for (const token of tokens) {
		if (token.type === 'strong_open') marks.strong = true;
		else if (token.type === 'strong_close') delete marks.strong;
		else if (token.type === 'em_open') marks.emphasis = true;
		else if (token.type === 'em_close') delete marks.emphasis;
		else if (token.type === 'link_open') {
			const href = String(token.attrGet('href') ?? '');
			const cardId = cardOfHref(href);
			if (cardId !== null) card = { cardId, label: '' };
			else if (isSafeHref(href)) marks.href = href;
		} else if (token.type === 'link_close') {
			if (card) found.push({ type: 'card', ...card, ...marks });
			card = null;
			delete marks.href;
		} else if (token.type === 'hardbreak' || token.type === 'softbreak') found.push({ type: 'break' });
		else if (card) card.label += token.content;
		else if (token.content !== '') add(found, { type: 'text', text: token.content.replaceAll('\u2060', ''), ...marks });
	}
	return found;
}

/** Neighbours with the same marks are one. */
function add(list: Inline[], text: Extract<Inline, { type: 'text' }>): void {
	// U+2060 keeps marks apart that would be read as one (writeNarrative.ts), and is no text.
	if (text.text === '') return;
	const last = list.at(-1);
	const isSame = last?.type === 'text' && last.strong === text.strong && last.emphasis === text.emphasis && last.href === text.href;
	if (isSame) list[list.length - 1] = { ...last, text: last.text + text.text };
	else list.push(text);
}
