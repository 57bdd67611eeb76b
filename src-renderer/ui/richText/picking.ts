/** Follows what is typed after @ or [[ while a card is being looked for. */
import { Plugin, PluginKey, type EditorState, type Transaction } from 'prosemirror-state';

/** The signs and what was typed after them, from `from` to the caret at `to`. */
export interface Picking {
	from: number;
	to: number;
	query: string;
}

interface PickState {
	picking: Picking | null;
	/** Where Escape left the signs as the text they are. */
	left: number | null;
}

const key = new PluginKey<PickState>('picking');
const leaveMeta = 'leave';

/** After a blank or an opening sign, so that the @ of a mail address asks for nothing. */
const pattern = /(?:^|[\s([{“‘"'\ufffc])(@|\[\[)((?:[^\s@[\]\ufffc][^@[\]\n\ufffc]{0,40})?)$/u;

function found({ selection }: EditorState): Picking | null {
	const { $from, empty } = selection;
	if (!empty || !$from.parent.isTextblock) return null;
	const before = $from.parent.textBetween(Math.max(0, $from.parentOffset - 60), $from.parentOffset, undefined, '\ufffc');
	const match = pattern.exec(before);
	return match ? { from: $from.pos - match[1]!.length - match[2]!.length, to: $from.pos, query: match[2]! } : null;
}

function next(before: PickState, tr: Transaction, state: EditorState): PickState {
	const left = before.left === null ? null : tr.mapping.mapResult(before.left).deleted ? null : tr.mapping.map(before.left);
	if (tr.getMeta(key) === leaveMeta) return { picking: null, left: before.picking?.from ?? left };
	const picking = found(state);
	// It begins by typing, and not by walking past an @ that stands there already.
	const isOn = picking !== null && picking.from !== left && (tr.docChanged ? tr.getMeta('addToHistory') !== false : before.picking?.from === picking.from);
	return { picking: isOn ? picking : null, left: picking === null && tr.docChanged ? null : left };
}

export const pickingPlugin = (): Plugin<PickState> =>
	new Plugin<PickState>({ key, state: { init: () => ({ picking: null, left: null }), apply: (tr, before, _, state) => next(before, tr, state) } });

export const pickingOf = (state: EditorState): Picking | null => key.getState(state)?.picking ?? null;
export const leavePicking = (state: EditorState): Transaction => state.tr.setMeta(key, leaveMeta);
