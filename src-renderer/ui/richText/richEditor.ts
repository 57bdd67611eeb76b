/** ProseMirror with what a narrative needs, without a framework: RichText.svelte is a thin frame about it. */
import { EditorState, NodeSelection, Plugin, Selection, type Command } from 'prosemirror-state';
import { Decoration, DecorationSet, EditorView } from 'prosemirror-view';
import { docOf, markdownOf } from './blocks.ts';
import { acceptCards } from './cardDrop.ts';
import { labelOf, type RichCards } from './cards.ts';
import { CardViews } from './cardViews.ts';
import { insertCard } from './editing.ts';
import { keyPlugins } from './keys.ts';
import { pasting } from './pasting.ts';
import { leavePicking, pickingOf, pickingPlugin } from './picking.ts';
import { schema } from './schema.ts';

export interface RichEditorParts {
	place: HTMLElement;
	markdown: string;
	/** Attributes of the text's element: its role, label and the like. */
	attributes: () => Record<string, string>;
	placeholder: () => string;
	cards: () => RichCards;
	/** After each change of the document by hand. */
	onchange: (markdown: string) => void;
	/** What was typed should be stored now: on leaving, before keys of the window, after a card came in. */
	onflush: () => void;
	/** After each change of the document, the selection or the focus. */
	onstate: (state: EditorState) => void;
	onopencard: (cardId: string) => void;
	/** Keys of the picker, while it is open. @returns whether the key was its. */
	onpickerkey: (event: KeyboardEvent) => boolean;
}

const fromOutside = 'fromOutside';

export class RichEditor {
	readonly view: EditorView;
	#parts: RichEditorParts;
	#cardViews: CardViews;
	#written: string;
	#drop: number | null = null;
	#stopDrop: () => void;

	constructor(parts: RichEditorParts) {
		this.#parts = parts;
		this.#written = parts.markdown;
		this.#cardViews = new CardViews(parts.cards);
		this.view = new EditorView(
			{ mount: parts.place },
			{
				...pasting,
				state: EditorState.create({ doc: docOf(parts.markdown), plugins: [this.#pickerKeys(), pickingPlugin(), ...keyPlugins(), this.#decorations()] }),
				attributes: parts.attributes,
				nodeViews: { card: this.#cardViews.create },
				handleClickOn: (_view, _pos, node, _nodePos, event, direct) => direct && event.button === 0 && this.#opens(node.type.name, String(node.attrs['id'])),
				handleKeyDown: (view, event) => event.key === 'Enter' && view.state.selection instanceof NodeSelection && this.#opens(view.state.selection.node.type.name, String(view.state.selection.node.attrs['id'])),
				handleDOMEvents: {
					blur: () => this.#left(),
					keydown: (_view, event) => {
						// Undo, saving a file and the keys of the steps all want what was typed just now to be stored first.
						if (event.ctrlKey || event.metaKey) parts.onflush();
						return false;
					},
				},
				dispatchTransaction: (tr) => {
					const view = this.view;
					view.updateState(view.state.apply(tr));
					if (tr.docChanged && !tr.getMeta(fromOutside)) this.#changed();
					parts.onstate(view.state);
				},
			},
		);
		this.#stopDrop = acceptCards(this.view, {
			aim: (pos) => {
				if (pos === this.#drop) return;
				this.#drop = pos;
				this.view.dispatch(this.view.state.tr.setMeta('addToHistory', false));
			},
			drop: (cardId, pos) => this.insertCard(cardId, { from: pos, to: pos }),
		});
	}

	/** What the text is by now outside, after an undo or in another window; the caret stays where it is, as far as that is there. */
	follow(markdown: string): void {
		if (markdown === this.#written) return;
		this.#written = markdown;
		const { doc, tr } = this.view.state;
		const next = docOf(markdown);
		const start = doc.content.findDiffStart(next.content);
		const end = doc.content.findDiffEnd(next.content);
		if (start === null || end === null) return;
		// What is repeated at both ends of the change counts as one of them only.
		const overlap = Math.max(0, start - Math.min(end.a, end.b));
		tr.replace(start, end.a + overlap, next.slice(start, end.b + overlap));
		this.view.dispatch(tr.setMeta(fromOutside, true).setMeta('addToHistory', false));
	}

	run(command: Command): void {
		command(this.view.state, this.view.dispatch, this.view);
		// Chrome keeps the caret of a line that another was put before where it was, although its selection says otherwise.
		getSelection()?.removeAllRanges();
		this.view.focus();
	}

	insertCard(cardId: string, range?: { from: number; to: number }): void {
		const face = this.#parts.cards().face(cardId);
		if (!face) return;
		this.run(insertCard({ id: cardId, label: labelOf(face) }, range));
		this.#parts.onflush();
	}

	/** Starts looking for a card where the caret is, as typing an @ does. */
	startPicking(): void {
		const { $from, from } = this.view.state.selection;
		const before = $from.parent.textBetween(Math.max(0, $from.parentOffset - 1), $from.parentOffset, undefined, '\ufffc');
		this.view.focus();
		this.view.dispatch(this.view.state.tr.insertText(/^[\s(]?$/.test(before) ? '@' : ' @', from, this.view.state.selection.to).scrollIntoView());
	}

	leavePicking(): void {
		if (pickingOf(this.view.state)) this.view.dispatch(leavePicking(this.view.state));
	}

	/** With the caret at the end, unless it was in the text before. */
	focus(): void {
		const { state } = this.view;
		if (state.selection.eq(Selection.atStart(state.doc))) this.view.dispatch(state.tr.setSelection(Selection.atEnd(state.doc)));
		this.view.focus();
	}

	/** Which of the passages that are not empty the caret is in, from 0 (domain/passages.ts). */
	place(): number | undefined {
		const { doc, selection } = this.view.state;
		let [place, found] = [0, undefined as number | undefined];
		doc.descendants((node, pos) => {
			if (!node.isTextblock) return true;
			if (selection.from >= pos && selection.from <= pos + node.nodeSize) found = place;
			if (node.textContent.trim() !== '' || node.type === schema.nodes.heading) place++;
			return false;
		});
		return found;
	}

	/** Cards are called otherwise, or are others, than they were. */
	redrawCards(): void {
		this.#cardViews.redraw();
	}

	/** The attributes or the placeholder are others than they were. */
	redraw(): void {
		this.view.setProps({});
	}

	destroy(): void {
		this.#stopDrop();
		this.view.destroy();
	}

	#changed(): void {
		const markdown = markdownOf(this.view.state.doc);
		if (markdown === this.#written) return;
		this.#written = markdown;
		this.#parts.onchange(markdown);
	}

	#left(): false {
		this.leavePicking();
		this.#parts.onflush();
		return false;
	}

	#opens(type: string, cardId: string): boolean {
		if (type !== schema.nodes.card.name || !this.#parts.cards().face(cardId)) return false;
		this.#parts.onflush();
		this.#parts.onopencard(cardId);
		return true;
	}

	/** Before all other keys. */
	#pickerKeys(): Plugin {
		return new Plugin({ props: { handleKeyDown: (view, event) => pickingOf(view.state) !== null && !view.composing && this.#parts.onpickerkey(event) } });
	}

	#decorations(): Plugin {
		return new Plugin({ props: { decorations: ({ doc }) => DecorationSet.create(doc, [...this.#placeholder(doc), ...this.#dropMark()]) } });
	}

	#placeholder(doc: EditorState['doc']): Decoration[] {
		const isEmpty = doc.childCount === 1 && doc.firstChild?.type === schema.nodes.paragraph && doc.firstChild.content.size === 0;
		return isEmpty ? [Decoration.node(0, doc.firstChild!.nodeSize, { class: 'is-empty', 'data-placeholder': this.#parts.placeholder() })] : [];
	}

	#dropMark(): Decoration[] {
		if (this.#drop === null || this.#drop > (this.view?.state.doc.content.size ?? 0)) return [];
		return [
			Decoration.widget(this.#drop, () => {
				const mark = document.createElement('span');
				mark.className = 'drop-mark';
				return mark;
			}, { key: 'drop' }),
		];
	}
}
