/** What can be done to a text by key or by the toolbar. Each is a ProseMirror command: it says whether it applies, and does it when asked to. */
import { setBlockType, toggleMark } from 'prosemirror-commands';
import type { NodeType, ResolvedPos } from 'prosemirror-model';
import { liftListItem, sinkListItem, wrapInList } from 'prosemirror-schema-list';
import { TextSelection, type Command, type EditorState, type Transaction } from 'prosemirror-state';
import { readNarrative } from '../../../src-shared/markdown/narrative.ts';
import { deepestList } from '../../../src-shared/markdown/writeNarrative.ts';
import { docOf } from './blocks.ts';
import { schema } from './schema.ts';

const { nodes, marks } = schema;
export type Level = 0 | 1 | 2 | 3;

export const bold = toggleMark(marks.strong);
export const italic = toggleMark(marks.emphasis);

/** What is true of where the caret is, for the toolbar. */
export interface Standing {
	strong: boolean;
	emphasis: boolean;
	level: Level;
	list: 'bullet' | 'ordered' | null;
	href: string | null;
}

export function standing(state: EditorState): Standing {
	const { $from, from, to, empty } = state.selection;
	const has = (name: 'strong' | 'emphasis') => (empty ? marks[name].isInSet(state.storedMarks ?? $from.marks()) !== undefined : state.doc.rangeHasMark(from, to, marks[name]));
	const list = nearestList($from);
	return {
		strong: has('strong'), emphasis: has('emphasis'),
		level: $from.parent.type === nodes.heading ? ($from.parent.attrs['level'] as Level) : 0,
		list: list === null ? null : list.type === nodes.bulletList ? 'bullet' : 'ordered',
		href: linkAround(state)?.href ?? null,
	};
}

const isList = (type: NodeType): boolean => type === nodes.bulletList || type === nodes.orderedList;

function nearestList($pos: ResolvedPos): { type: NodeType; depth: number } | null {
	for (let depth = $pos.depth; depth > 0; depth--) if (isList($pos.node(depth).type)) return { type: $pos.node(depth).type, depth };
	return null;
}

/** Heading and back: asking for the level that is there makes it a paragraph again. A heading is one line, so its breaks become blanks. */
export function heading(level: Level): Command {
	return (state, dispatch) => {
		if (level === 0) return setBlockType(nodes.paragraph)(state, dispatch);
		const isThere = standing(state).level === level;
		if (isThere) return setBlockType(nodes.paragraph)(state, dispatch);
		if (nearestList(state.selection.$from)) return false;
		if (!dispatch) return setBlockType(nodes.heading, { level })(state);
		const tr = withoutBreaks(state);
		const { from, to } = tr.selection;
		dispatch(tr.setBlockType(from, to, nodes.heading, { level }).scrollIntoView());
		return true;
	};
}

function withoutBreaks({ tr, doc, selection }: EditorState): Transaction {
	doc.nodesBetween(selection.from, selection.to, (node, pos) => {
		if (node.type !== nodes.paragraph) return true;
		node.forEach((child, offset) => {
			if (child.type === nodes.break) tr.replaceWith(pos + 1 + offset, pos + 2 + offset, schema.text(' '));
		});
		return false;
	});
	return tr;
}

/** Into a list, from one kind of list to the other, or out of it. */
export function list(kind: 'bullet' | 'ordered'): Command {
	const type = kind === 'bullet' ? nodes.bulletList : nodes.orderedList;
	return (state, dispatch) => {
		const inside = nearestList(state.selection.$from);
		if (!inside) return wrapInList(type)(state, dispatch);
		if (inside.type === type) return liftListItem(nodes.listItem)(state, dispatch);
		dispatch?.(state.tr.setNodeMarkup(state.selection.$from.before(inside.depth), type));
		return true;
	};
}

/** Deeper, as far as Markdown's reader follows. */
export const deeper: Command = (state, dispatch) => {
	const { $from } = state.selection;
	let depth = 0;
	for (let at = $from.depth; at > 0; at--) if (isList($from.node(at).type)) depth++;
	return depth > 0 && depth < deepestList && sinkListItem(nodes.listItem)(state, dispatch);
};
export const shallower: Command = liftListItem(nodes.listItem);

export const lineBreak: Command = (state, dispatch) => {
	if (state.selection.$from.parent.type === nodes.heading) return false;
	dispatch?.(state.tr.replaceSelectionWith(nodes.break.create(), true).scrollIntoView());
	return true;
};

/** The whole link at the caret. */
export function linkAround({ selection }: EditorState): { from: number; to: number; href: string } | null {
	const { $from } = selection;
	const at = $from.parent.childAfter($from.parentOffset);
	const before = $from.parent.childBefore($from.parentOffset);
	const found = [at, before].find(({ node }) => node && marks.link.isInSet(node.marks));
	const mark = found?.node && marks.link.isInSet(found.node.marks);
	if (!mark || !found.node) return null;
	const isSame = (index: number) => mark.isInSet($from.parent.maybeChild(index)?.marks ?? []);
	let [first, last] = [found.index, found.index];
	while (first > 0 && isSame(first - 1)) first--;
	while (isSame(last + 1)) last++;
	const offset = (index: number) => $from.parent.children.slice(0, index).reduce((sum, { nodeSize }) => sum + nodeSize, 0);
	return { from: $from.start() + offset(first), to: $from.start() + offset(last + 1), href: mark.attrs['href'] as string };
}

/** Gives the link at the caret, the selection, or the address itself as a text an address. @param href in its normal form; null takes the link off. */
export function link(href: string | null): Command {
	return (state, dispatch) => {
		const { from, to, empty } = state.selection;
		const around = linkAround(state);
		const range = empty ? around : { from, to };
		if (!range && href === null) return false;
		if (!dispatch) return true;
		const { tr } = state;
		if (range) tr.removeMark(range.from, range.to, marks.link);
		if (href !== null && range) tr.addMark(range.from, range.to, marks.link.create({ href }));
		else if (href !== null) tr.replaceSelectionWith(schema.text(href, [marks.link.create({ href })]), false);
		dispatch(tr.scrollIntoView());
		return true;
	};
}

/** @param range what it stands in for; the selection where it is not given. A blank follows where a word would touch it. */
export function insertCard(card: { id: string; label: string }, range?: { from: number; to: number }): Command {
	return ({ tr, selection, doc }, dispatch) => {
		const { from, to } = range ?? selection;
		const $to = doc.resolve(to);
		const next = doc.textBetween(to, Math.min($to.end(), to + 1), ' ', ' ');
		tr.replaceRangeWith(from, to, nodes.card.create(card, null, $to.marks().filter(({ type }) => type !== marks.link)));
		const after = tr.mapping.map(to);
		if (/^$|[\p{L}\p{N}]/u.test(next)) tr.insertText(' ', after);
		const space = next === ' ' || tr.doc.textBetween(after, Math.min(after + 1, tr.doc.content.size), '', '') === ' ' ? 1 : 0;
		dispatch?.(tr.setSelection(TextSelection.near(tr.doc.resolve(after + space))).scrollIntoView());
		return true;
	};
}

/** A heading of its own below the block with the caret, or in its place where it is empty; the caret goes into a paragraph after it. */
export function insertHeading(markdown: string, level: 1 | 2 | 3 = 2): Command {
	return ({ tr, selection, doc }, dispatch) => {
		const [line] = docOf(markdown).children;
		if (!line || readNarrative(markdown).length === 0) return false;
		const { $from } = selection;
		const block = doc.childAfter($from.pos).node ?? doc.lastChild!;
		const start = $from.depth === 0 ? doc.content.size : $from.before(1);
		const isEmpty = block.type === nodes.paragraph && block.content.size === 0;
		const at = isEmpty ? start : start + block.nodeSize;
		const paragraph = nodes.paragraph.create();
		tr.replaceWith(at, isEmpty ? at + block.nodeSize : at, [nodes.heading.create({ level }, line.content), paragraph]);
		dispatch?.(tr.setSelection(TextSelection.near(tr.doc.resolve(at + line.content.size + 3))).scrollIntoView());
		return true;
	};
}

