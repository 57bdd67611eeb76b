/** Between a document of the editor and the blocks of narrative.ts: the one reader and the one writer of Markdown are there. */
import { Fragment, Slice, type Mark, type Node } from 'prosemirror-model';
import { readNarrative, type Block, type Inline } from '../../../src-shared/markdown/narrative.ts';
import { writeNarrative } from '../../../src-shared/markdown/writeNarrative.ts';
import { schema } from './schema.ts';

const { nodes, marks } = schema;

export const docOf = (markdown: string): Node => nodes.doc.create(null, orEmpty(readNarrative(markdown).map(nodeOf)));

export const markdownOf = (doc: Node): string => writeNarrative(blocksOf(doc));

/** A text of one paragraph goes into the one where the caret is; several stand for themselves. */
export function sliceOf(blocks: readonly Block[]): Slice {
	const content = blocks.map(nodeOf);
	const open = content.length > 0 && content[0]!.type === nodes.paragraph && content.at(-1)!.type === nodes.paragraph ? 1 : 0;
	return new Slice(Fragment.from(content), open, open);
}

const orEmpty = (content: Node[]): Node[] => (content.length > 0 ? content : [nodes.paragraph.create()]);

function nodeOf(block: Block): Node {
	if (block.type === 'paragraph') return nodes.paragraph.create(null, block.inlines.map(inlineNode));
	if (block.type === 'heading') return nodes.heading.create({ level: block.level }, block.inlines.map(inlineNode));
	const items = block.items.map((item) => nodes.listItem.create(null, orEmpty(item.map(nodeOf))));
	return block.ordered ? nodes.orderedList.create({ start: block.start }, items) : nodes.bulletList.create(null, items);
}

function inlineNode(inline: Inline): Node {
	if (inline.type === 'break') return nodes.break.create();
	const own: Mark[] = [];
	if (inline.href !== undefined) own.push(marks.link.create({ href: inline.href }));
	if (inline.strong) own.push(marks.strong.create());
	if (inline.emphasis) own.push(marks.emphasis.create());
	return inline.type === 'text' ? schema.text(inline.text, own) : nodes.card.create({ id: inline.cardId, label: inline.label }, null, own);
}

/** Nodes never change, so each is put in words once. */
const known = new WeakMap<Node, Block>();

export const blocksOf = (parent: Node): Block[] => parent.children.map(blockOf);

function blockOf(node: Node): Block {
	const block = known.get(node) ?? newBlock(node);
	known.set(node, block);
	return block;
}

function newBlock(node: Node): Block {
	if (node.type === nodes.heading) return { type: 'heading', level: node.attrs['level'] as 1 | 2 | 3, inlines: inlinesOf(node) };
	if (node.type === nodes.paragraph) return { type: 'paragraph', inlines: inlinesOf(node) };
	const ordered = node.type === nodes.orderedList;
	return { type: 'list', ordered, start: ordered ? (node.attrs['start'] as number) : 1, items: node.children.map(blocksOf) };
}

const inlinesOf = (parent: Node): Inline[] => parent.children.map(inlineOf);

function inlineOf(node: Node): Inline {
	if (node.type === nodes.break) return { type: 'break' };
	const link = marks.link.isInSet(node.marks);
	const own = { ...(marks.strong.isInSet(node.marks) && { strong: true as const }), ...(marks.emphasis.isInSet(node.marks) && { emphasis: true as const }) };
	if (node.type === nodes.card) return { type: 'card', cardId: node.attrs['id'] as string, label: node.attrs['label'] as string, ...own };
	return { type: 'text', text: node.text ?? '', ...own, ...(link && { href: link.attrs['href'] as string }) };
}
