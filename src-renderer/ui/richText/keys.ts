/** The keys of the editor, and what is made of Markdown as it is typed. */
import { baseKeymap, chainCommands } from 'prosemirror-commands';
import { history, redo, undo } from 'prosemirror-history';
import { InputRule, inputRules, textblockTypeInputRule, undoInputRule, wrappingInputRule } from 'prosemirror-inputrules';
import { keymap } from 'prosemirror-keymap';
import type { MarkType } from 'prosemirror-model';
import { splitListItem } from 'prosemirror-schema-list';
import type { Plugin } from 'prosemirror-state';
import { bold, deeper, heading, italic, lineBreak, list, shallower } from './editing.ts';
import { normalHref } from './href.ts';
import { schema } from './schema.ts';

const { nodes, marks } = schema;

const keys = {
	'Mod-b': bold,
	'Mod-i': italic,
	'Mod-Shift-0': heading(0),
	'Mod-Shift-1': heading(1),
	'Mod-Shift-2': heading(2),
	'Mod-Shift-3': heading(3),
	'Mod-Shift-7': list('ordered'),
	'Mod-Shift-8': list('bullet'),
	'Mod-z': undo,
	'Mod-y': redo,
	'Mod-Shift-z': redo,
	Enter: splitListItem(nodes.listItem),
	'Shift-Enter': lineBreak,
	// F6 leaves the text for the next panel from anywhere; outside a list so does Tab.
	Tab: deeper,
	'Shift-Tab': shallower,
	Backspace: undoInputRule,
};

/** **so** and *so*, as the last of the signs is typed. */
function markRule(pattern: RegExp, type: MarkType): InputRule {
	return new InputRule(pattern, ({ tr }, match, start, end) => {
		const [all, before = '', words = ''] = match;
		const from = start + before.length;
		if (words.trim() !== words || from + all.length - before.length - 1 > end + 1) return null;
		const sign = (all.length - before.length - words.length) / 2;
		// The sign typed last is not in the text yet.
		tr.delete(from + sign + words.length, end).delete(from, from + sign);
		return tr.addMark(from, from + words.length, type.create()).removeStoredMark(type);
	});
}

const linkRule = new InputRule(/\[([^[\]]+)\]\((\S+)\)$/, ({ tr }, match, start, end) => {
	const href = normalHref(match[2] ?? '');
	return href === null ? null : tr.replaceWith(start, end, schema.text(match[1]!, [marks.link.create({ href })]));
});

const rules = [
	textblockTypeInputRule(/^(#{1,3})\s$/, nodes.heading, (match) => ({ level: match[1]!.length })),
	wrappingInputRule(/^\s*[-+*]\s$/, nodes.bulletList),
	wrappingInputRule(/^(\d{1,9})[.)]\s$/, nodes.orderedList, (match) => ({ start: Number(match[1]) }), (match, before) => before.childCount + (before.attrs['start'] as number) === Number(match[1])),
	markRule(/(^|[^*])\*\*([^*\ufffc]+)\*\*$/, marks.strong),
	markRule(/(^|[^*])\*([^*\ufffc]+)\*$/, marks.emphasis),
	markRule(/(^|[\s(“"])_([^_\ufffc]+)_$/, marks.emphasis),
	linkRule,
];

export const keyPlugins = (): Plugin[] => [
	inputRules({ rules }),
	keymap(keys),
	keymap({ ...baseKeymap, Backspace: chainCommands(atListStart, baseKeymap['Backspace']!) }),
	history(),
];

/** At the beginning of an item, Backspace takes it out of its list. */
function atListStart(...[state, dispatch]: Parameters<typeof shallower>): boolean {
	const { $from, empty } = state.selection;
	const isItemStart = empty && $from.parentOffset === 0 && $from.depth > 1 && $from.node(-1).type === nodes.listItem && $from.index(-1) === 0;
	return isItemStart && shallower(state, dispatch);
}
