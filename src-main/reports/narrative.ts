/** Sets and draws what people write of a world: headings, paragraphs and lists, with the cards they name linked to their entries. */
import { passageLink } from '../../src-shared/domain/trace.ts';
import { readNarrative, type Block, type Inline } from '../../src-shared/markdown/narrative.ts';
import { drawLines, needStart } from './flow.ts';
import { drawLinked, frame } from './links.ts';
import type { Paper, Tag } from './paper.ts';
import { codeSpan } from './primitives.ts';
import type { StyleName } from './theme.ts';
import type { Line, Span } from './typeset.ts';
import type { ReportCard } from './view.ts';

interface SetText {
	lines: Line[];
	width?: number;
	style: StyleName;
	after: number;
	/** The name of its place in the document. */
	link?: string | undefined;
}

export type SetBlock =
	| (SetText & { type: 'heading'; level: number })
	| (SetText & { type: 'paragraph' })
	| { type: 'list'; items: { label: Line; blocks: SetBlock[] }[]; indent: number; style: StyleName; after: number };

interface SetOptions {
	width: number;
	style?: StyleName;
	/** The level of the heading that the text stands under. */
	under: number;
	/** The world whose narrative it is: its passages can be led to. */
	worldId?: string;
}

const betweenBlocks = 9;
const betweenItems = 3;

/** No list is so deep that its text has no room left. */
const deepest = 4;

export function setNarrative(paper: Paper, cards: ReadonlyMap<string, ReportCard>, markdown: string, { width, style = 'body', under, worldId }: SetOptions): SetBlock[] {
	let level = under;
	let passages = 0;
	const set = (blocks: readonly Block[], room: number, depth: number): SetBlock[] =>
		blocks.map((block, index): SetBlock => {
			const after = index === blocks.length - 1 ? 0 : depth > 0 ? betweenItems : betweenBlocks;
			if (block.type === 'list') {
				const indent = depth < deepest ? (block.ordered && block.start + block.items.length > 9 ? 24 : 17) : 0;
				const labels = block.items.map((_, item) => paper.set(block.ordered ? `${block.start + item}.` : '•', 'strong', 40)[0]!);
				return { type: 'list', style, indent, after, items: block.items.map((inner, item) => ({ label: labels[item]!, blocks: set(inner, room - indent, depth + 1) })) };
			}
			const spans = spansOf(block.inlines, cards);
			const link = worldId === undefined ? undefined : passageLink(worldId, passages++);
			if (block.type === 'paragraph') return { type: 'paragraph', style, width: room, lines: paper.set(spans, style, room), after, link };
			// A heading never skips a level below the one before it, and never leaves the part that it stands in.
			level = Math.max(under + 1, Math.min(under + block.level, level + 1, 6));
			const own = level === under + 1 ? 'heading' : 'strong';
			return { type: 'heading', level, style: own, width: room, lines: paper.set(spans, own, room, { balance: true }), after: 3, link };
		});
	return set(readNarrative(markdown), width, 0);
}

/** Clear print has no italics: what is emphasised is set in a heavier weight, what is strong in the heaviest. */
function spansOf(inlines: readonly Inline[], cards: ReadonlyMap<string, ReportCard>): Span[] {
	return inlines.map((inline): Span => {
		if (inline.type === 'break') return { text: ' \n' };
		const weight = inline.strong ? (700 as const) : inline.emphasis ? (600 as const) : undefined;
		if (inline.type === 'text') return { text: inline.text, ...(weight && { weight }), ...(inline.emphasis && { emphasis: true as const }), ...(inline.href !== undefined && { to: inline.href }) };
		const card = cards.get(inline.cardId);
		return card ? codeSpan(card) : { text: inline.label, ...(weight && { weight }) };
	});
}

/** The web addresses that a text links to, with the words they stand on, each once: a reader of paper needs them in full. */
export function addressesIn(markdown: string): { text: string; href: string }[] {
	const found = new Map<string, string>();
	const look = (blocks: readonly Block[]): void => {
		for (const block of blocks) {
			if (block.type === 'list') block.items.forEach(look);
			else for (const inline of block.inlines) if (inline.type === 'text' && inline.href !== undefined && !found.has(inline.href)) found.set(inline.href, inline.text);
		}
	};
	look(readNarrative(markdown));
	return [...found].flatMap(([href, text]) => (text.trim() === href ? [] : [{ href, text }]));
}

export function heightOf(paper: Paper, blocks: readonly SetBlock[]): number {
	return blocks.reduce((sum, block) => {
		const own = block.type === 'list' ? block.items.reduce((height, { blocks: inner }) => height + heightOf(paper, inner) + betweenItems, 0) : block.lines.length * paper.theme.styles[block.style].leading;
		return sum + own + block.after;
	}, 0);
}

/** Draws the blocks one below the other, over as many pages as they take. */
export function drawBlocks(paper: Paper, parent: Tag, blocks: readonly SetBlock[], x: number): void {
	for (const block of blocks) {
		if (block.type === 'list') drawList(paper, parent, block, x);
		else drawText(paper, parent, block, x);
		paper.y += block.after;
	}
}

function drawText(paper: Paper, parent: Tag, block: Exclude<SetBlock, { type: 'list' }>, x: number): void {
	const { lines, width, link } = block;
	const set = { x, width, leading: paper.theme.styles[block.style].leading, keep: block.type === 'heading' ? 54 : 0 };
	needStart(paper, lines, set);
	if (link !== undefined) frame(paper, link, { x, y: paper.y, width: width ?? paper.right - x, height: Math.min(lines.length * set.leading, paper.bottom - paper.y) });
	const tag = paper.tag(parent, block.type === 'heading' ? `H${block.level}` : 'P');
	drawLines(paper, tag, lines, set);
	tag.end();
}

function drawList(paper: Paper, parent: Tag, { items, indent, style }: Extract<SetBlock, { type: 'list' }>, x: number): void {
	const { leading } = paper.theme.styles[style];
	const list = paper.tag(parent, 'L');
	for (const { label, blocks } of items) {
		paper.need(leading * 2);
		const item = paper.tag(list, 'LI');
		const labelTag = paper.tag(item, 'Lbl');
		drawLinked(paper, labelTag, [{ line: label, x, y: paper.y }], leading);
		labelTag.end();
		const body = paper.tag(item, 'LBody');
		drawBlocks(paper, body, blocks, x + indent);
		if (blocks.length === 0) paper.y += leading;
		body.end();
		item.end();
		paper.y += betweenItems;
	}
	list.end();
}
