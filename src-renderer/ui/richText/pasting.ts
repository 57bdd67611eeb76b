/** What comes in by paste and drop keeps what a narrative may hold; what is copied out as plain text is Markdown. */
import { Fragment, Slice, type Node } from 'prosemirror-model';
import type { EditorProps } from 'prosemirror-view';
import { readNarrative } from '../../../src-shared/markdown/narrative.ts';
import { writeNarrative } from '../../../src-shared/markdown/writeNarrative.ts';
import { blocksOf, sliceOf } from './blocks.ts';
import { schema, styleAttribute } from './schema.ts';

const { nodes } = schema;

export const pasting: EditorProps = {
	// With Shift it is text and nothing but text.
	clipboardTextParser: (text, _, plain) => sliceOf(plain ? literal(text) : readNarrative(text)),
	clipboardTextSerializer: (slice) => writeNarrative(blocksOf(wholeBlocks(slice))),
	transformPastedHTML: (html) => withoutOrders(/class="?Mso|mso-/i.test(html) ? withoutWordsMarks(html) : html),
	transformPasted: (slice) => new Slice(tidy(slice.content), slice.openStart, slice.openEnd),
};

const literal = (text: string) =>
	text.split(/(?:\r\n|\r|\n){2,}/).map((part) => ({
		type: 'paragraph' as const,
		inlines: part.split(/\r\n|\r|\n/).flatMap((line, index) => [...(index > 0 ? [{ type: 'break' as const }] : []), ...(line === '' ? [] : [{ type: 'text' as const, text: line }])]),
	}));

/** A selection within one paragraph is copied as that paragraph. */
function wholeBlocks({ content }: Slice): Node {
	const first = content.firstChild;
	if (first?.isInline) return nodes.doc.create(null, nodes.paragraph.create(null, content));
	if (first?.type === nodes.listItem) return nodes.doc.create(null, nodes.bulletList.create(null, content));
	return nodes.doc.create(null, content);
}

/** Word writes its lists as paragraphs, each with its sign in the text. */
function withoutWordsMarks(html: string): string {
	return html
		.replace(/<!(?:--)?\[if !supportLists\](?:--)?>[^]*?<!(?:--)?\[endif\](?:--)?>/gi, '')
		.replace(/<p([^>]*class="?MsoListParagraph\w*"?[^>]*)>([^]*?)<\/p>/gi, '<li$1>$2</li>');
}

/**
 * Styles become data, to be read by the schema; handlers become nothing. The page's policy would refuse both, and say so for
 * every element, although nothing of what is pasted ever becomes part of the page.
 */
const withoutOrders = (html: string): string =>
	html.replace(/<[a-z](?:"[^"]*"|'[^']*'|[^'">])*>/gi, (tag) => tag.replace(/([\s"'])style(?=\s*=)/gi, `$1${styleAttribute}`).replace(/([\s"'/])on[a-z]+(?=\s*=)/gi, '$1data-off'));

/** Blanks of the web's source lines and U+00A0 for indents are none of the text; empty paragraphs between others neither. */
function tidy(content: Fragment): Fragment {
	const kept: Node[] = [];
	content.forEach((node) => {
		const isEmpty = node.type === nodes.paragraph && node.textContent.trim() === '' && node.children.every(({ type }) => type !== nodes.card);
		if (isEmpty && content.childCount > 1) return;
		kept.push(node.isText ? node : node.copy(tidy(node.content)));
	});
	return Fragment.from(kept);
}
