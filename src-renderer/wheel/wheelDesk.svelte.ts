/** Writing a futures wheel: which consequence is being written, in the list or on the wheel, and the one that is not there yet. */
import { tick } from 'svelte';
import { followers, furthest, listed, orderOf, wheelTree, type WheelAbout, type WheelNode } from '../../src-shared/domain/wheel.ts';
import type { App } from '../context.ts';
import { attempt } from '../ui/attempt.ts';
import { redo, undo } from '../ui/history.ts';
import { counted } from '../ui/kinds.ts';
import { addConsequence, deleteBranch, moveConsequence, ofWheel, slotTowards, writeConsequence, type Slot, type Way } from './commands.ts';

/** A consequence that is being written and has no words yet. Each has an id of its own: the field of one is never that of the next. */
interface Draft extends Slot {
	id: string;
}

const prefix = 'draft-';
export const isDraft = (id: string): boolean => id.startsWith(prefix);

type Place = 'list' | 'wheel';

const ways: Readonly<Record<string, Way>> = { ArrowUp: 'up', ArrowDown: 'down', ArrowLeft: 'out', ArrowRight: 'in' };

export class WheelDesk {
	readonly about: WheelAbout;
	#app: App;
	/** Finds the field of a row, where it is being written. */
	#field: (id: string) => HTMLTextAreaElement | null;
	selectedId = $state<string | null>(null);
	draft = $state.raw<Draft | null>(null);
	#drafts = 0;
	/** Where the words are typed. */
	place = $state<Place>('list');
	/** On the wheel a field is open only while somebody writes in it. */
	writingId = $state<string | null>(null);
	/** After Escape the next Tab leaves the list. */
	isLeaving = $state(false);
	spoken = $state('');

	readonly all = $derived.by(() => ofWheel(this.#app, this.about));
	readonly tree: WheelNode[] = $derived.by(() => wheelTree(this.all));
	/** With the one that is being written. */
	readonly shown: WheelNode[] = $derived.by(() => (this.draft ? withDraft(this.tree, this.draft) : this.tree));
	readonly rows: WheelNode[] = $derived.by(() => listed(this.shown));
	/** The row that Tab comes to. */
	readonly stop = $derived.by(() => (this.rows.some(({ id }) => id === this.selectedId) ? this.selectedId : (this.rows[0]?.id ?? null)));

	constructor(app: App, about: WheelAbout, field: (id: string) => HTMLTextAreaElement | null) {
		this.#app = app;
		this.about = about;
		this.#field = field;
	}

	async focus(id: string | null): Promise<void> {
		this.selectedId = id;
		this.isLeaving = false;
		// On the wheel the field takes the focus as it opens.
		if (this.place === 'wheel') this.writingId = id;
		if (id === null || this.place === 'wheel') return;
		await tick();
		if (this.place !== 'list' || this.selectedId !== id) return;
		const field = this.#field(id);
		field?.focus();
		field?.scrollIntoView({ block: 'nearest' });
	}

	/** A new row after the last of those that follow from this one, or from the middle. */
	async begin(parentId: string | null, place: Place = 'list'): Promise<void> {
		this.place = place;
		await this.#openDraft({ parentId, afterId: followers(this.all, parentId).at(-1)?.id ?? null });
	}

	async #openDraft(slot: Slot): Promise<void> {
		this.draft = { ...slot, id: `${prefix}${++this.#drafts}` };
		await this.focus(this.draft.id);
	}

	/** @returns the id of what was typed into; null where nothing was. */
	#keep(id: string, text: string): string | null {
		if (!isDraft(id)) {
			void attempt(this.#app, () => writeConsequence(this.#app, id, text));
			return id;
		}
		const slot = this.draft;
		this.draft = null;
		const added = slot && addConsequence(this.#app, this.about, slot, text);
		if (added) void attempt(this.#app, () => added.stored);
		return added?.id ?? null;
	}

	/** The field was left: what is in it is kept, and an empty new row goes. */
	left(id: string, text: string, from: Place): void {
		if (isDraft(id) && this.draft?.id !== id) return;
		const kept = this.#keep(id, text);
		if (isDraft(id) && this.selectedId === id) this.selectedId = kept;
		if (from === 'wheel' && this.writingId === id) this.writingId = null;
	}

	async keys(event: KeyboardEvent & { currentTarget: HTMLTextAreaElement }, { id, order }: WheelNode): Promise<void> {
		const { key, shiftKey, ctrlKey, metaKey, altKey, currentTarget } = event;
		const text = currentTarget.value;
		if (event.isComposing) return;
		const wasLeaving = this.isLeaving;
		if (key !== 'Shift') this.isLeaving = false;
		const done = (act: () => unknown) => {
			event.preventDefault();
			event.stopPropagation();
			return act();
		};
		if (key === 'Enter') return void (await done(() => this.#enter(id, text)));
		if (key === 'Tab' && !wasLeaving) {
			const act = shiftKey ? this.#outdented(id, text) : this.#tabbed(id, order, text);
			if (act) await done(act);
			return;
		}
		if (key === 'Escape') return void (await done(() => this.#escape(id, currentTarget)));
		if (key === 'Backspace' && isDraft(id) && text === '') return void (await done(() => this.#drop()));
		if (key === 'Delete' && (ctrlKey || metaKey)) return void (await done(() => (isDraft(id) ? this.#drop() : this.remove(id))));
		if ((ctrlKey || metaKey) && /^[zy]$/i.test(key) && text === (this.all.find((one) => one.id === id)?.text ?? '')) {
			// Nothing was typed that the field itself could take back.
			return void (await done(() => (shiftKey || key.toLowerCase() === 'y' ? redo : undo)(this.#app)));
		}
		if (altKey && ways[key]) return void (await done(() => this.move(id, text, ways[key]!)));
		if (this.place === 'list' && !altKey && (key === 'ArrowUp' || key === 'ArrowDown')) return void (await this.#step(event, id, key === 'ArrowUp' ? -1 : 1));
	}

	async #enter(id: string, text: string): Promise<void> {
		const slot = this.draft;
		if (isDraft(id) && text.trim() === '') return this.#drop();
		const kept = this.#keep(id, text);
		const parentId = (isDraft(id) ? slot?.parentId : this.all.find((one) => one.id === id)?.parentId) ?? null;
		if (kept) await this.#openDraft({ parentId, afterId: kept });
	}

	/** On what is written: one that follows from it. On an empty row: into the one before, as in outliners. */
	#tabbed(id: string, order: number, text: string): (() => Promise<void>) | null {
		if (isDraft(id) && text.trim() === '') {
			const before = this.draft?.afterId ?? null;
			if (before === null || order >= furthest) return null;
			return () => this.#openDraft({ parentId: before, afterId: followers(this.all, before).at(-1)?.id ?? null });
		}
		if (order >= furthest) return null;
		return async () => {
			const kept = this.#keep(id, text);
			if (kept) await this.#openDraft({ parentId: kept, afterId: followers(this.all, kept).at(-1)?.id ?? null });
		};
	}

	#outdented(id: string, text: string): (() => Promise<void>) | null {
		const parent = this.all.find((one) => one.id === this.draft?.parentId);
		if (!isDraft(id) || text.trim() !== '' || !parent) return null;
		return () => this.#openDraft({ parentId: parent.parentId, afterId: parent.id });
	}

	/** What was typed since is taken back; from the list Tab then goes on. */
	async #escape(id: string, field: HTMLTextAreaElement): Promise<void> {
		if (isDraft(id)) return this.#drop();
		field.value = this.all.find((one) => one.id === id)?.text ?? '';
		if (this.place === 'wheel') return this.#backToList(id);
		this.isLeaving = true;
	}

	async #drop(): Promise<void> {
		const { afterId = null, parentId = null } = this.draft ?? {};
		this.draft = null;
		await this.#backToList(afterId ?? parentId);
	}

	async #backToList(id: string | null): Promise<void> {
		this.writingId = null;
		this.place = 'list';
		await this.focus(id);
	}

	async #step(event: KeyboardEvent, id: string, by: number): Promise<void> {
		const next = this.rows[this.rows.findIndex((row) => row.id === id) + by];
		if (!next) return;
		event.preventDefault();
		await this.focus(next.id);
	}

	async move(id: string, text: string, way: Way): Promise<void> {
		const own = this.#keep(id, text);
		const slot = own && slotTowards(this.all, own, way);
		if (!own || !slot || !(await this.moveTo(own, slot))) this.spoken = 'It cannot go there.';
		if (own) await this.focus(own);
	}

	/** @returns whether it went there. */
	async moveTo(id: string, slot: Slot): Promise<boolean> {
		const moved = await attempt(this.#app, () => moveConsequence(this.#app, this.about, id, slot));
		if (moved) this.spoken = `Moved to order ${orderOf(this.all, id)}.`;
		return moved === true;
	}

	async remove(id: string): Promise<void> {
		const at = this.rows.findIndex((row) => row.id === id);
		const order = this.rows[at]?.order ?? 0;
		// The row that takes its place is the next one that is not of its branch.
		const next = this.rows.slice(at + 1).find((row) => row.order <= order) ?? this.rows[at - 1];
		const count = await attempt(this.#app, () => deleteBranch(this.#app, this.about, id));
		if (!count) return;
		this.#app.toasts.done(count === 1 ? 'The consequence is deleted.' : `${counted(count, 'consequence')} are deleted.`, { label: 'Undo', run: () => void undo(this.#app) });
		await this.#backToList(next?.id ?? null);
	}
}

/** The tree with an empty row where something is about to be written. */
function withDraft(tree: readonly WheelNode[], draft: Draft, within: string | null = null, order = 1): WheelNode[] {
	const nodes = tree.map((node) => ({ ...node, children: withDraft(node.children, draft, node.id, order + 1) }));
	if (within !== draft.parentId) return nodes;
	const at = draft.afterId === null ? 0 : nodes.findIndex(({ id }) => id === draft.afterId) + 1;
	return nodes.toSpliced(at, 0, { id: draft.id, text: '', order, children: [] });
}
