/** Moves through the table by keys, and edits a cell in place: which cell has the focus, which one is a field for now. */
import { tick } from 'svelte';
import type { BoardStore } from './boardStore.svelte.ts';
import { hideCards, judgeImpact, lockCards } from './arrangeCommands.ts';
import { placeAt } from './placeAt.ts';
import { Placing } from './placing.ts';
import { putIntoCluster, setHorizon } from './structure/commands.ts';
import { readAt } from '../../src-shared/domain/typedPlace.ts';
import { horizonYears } from '../../src-shared/domain/horizon.ts';
import { horizonNames } from '../../src-shared/domain/overlays.ts';
import { horizons } from '../../src-shared/schemas/names.ts';
import type { ColumnId, TableRow } from './tableRows.ts';

/** The row of headings has no card. */
export interface Cell {
	cardId: string | null;
	column: ColumnId;
}

interface Shown {
	rows: () => readonly TableRow[];
	columns: () => readonly { id: ColumnId }[];
	/** The element of a cell, drawn if it is not yet. */
	element: (cell: Cell) => Promise<HTMLElement | null>;
	sort: (column: ColumnId) => void;
}

/** Columns whose cells become a choice among a few. */
const choices = ['lane', 'impact', 'horizon', 'cluster'] as const;
export type ChoiceColumn = (typeof choices)[number];
export const isChoice = (column: ColumnId): column is ChoiceColumn => choices.some((one) => one === column);

const page = 12;

export class TableGrid {
	readonly store: BoardStore;
	#shown: Shown;
	#wanted = $state.raw<Cell | null>(null);
	/** The cell that is a field for now, and what is wrong with what is typed. */
	editing = $state.raw<Cell | null>(null);
	wrong = $state('');

	/** The one that Tab comes to. */
	readonly active: Cell = $derived.by(() => {
		const rows = this.#shown.rows();
		const wanted = this.#wanted;
		const column = this.#shown.columns().find(({ id }) => id === wanted?.column)?.id ?? 'name';
		if (wanted && (wanted.cardId === null || rows.some(({ id }) => id === wanted.cardId))) return { cardId: wanted.cardId, column };
		return { cardId: rows[0]?.id ?? null, column };
	});

	constructor(store: BoardStore, shown: Shown) {
		this.store = store;
		this.#shown = shown;
		this.#wanted = { cardId: store.tabStop, column: 'name' };
	}

	isEdited(cardId: string, column: ColumnId): boolean {
		return this.editing?.cardId === cardId && this.editing.column === column;
	}
	focused(cell: Cell): void {
		this.#wanted = cell;
		if (cell.cardId !== null) this.store.focused(cell.cardId);
	}
	async focus(cell: Cell): Promise<void> {
		this.#wanted = cell;
		const element = await this.#shown.element(cell);
		element?.focus();
		element?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
	}

	keys(event: KeyboardEvent): void {
		if (this.editing) return;
		const to = this.#target(event);
		if (to) void this.focus(to);
		else if (!this.#act(event)) return;
		event.preventDefault();
		event.stopPropagation();
	}

	#target({ key, ctrlKey, metaKey, altKey }: KeyboardEvent): Cell | null {
		if (altKey) return null;
		const ids = [null, ...this.#shown.rows().map(({ id }) => id)];
		const columns = this.#shown.columns().map(({ id }) => id);
		const [row, column] = [ids.indexOf(this.active.cardId), columns.indexOf(this.active.column)];
		const all = ctrlKey || metaKey;
		const steps: Record<string, [number, number]> = {
			ArrowDown: [all ? ids.length : row + 1, column],
			ArrowUp: [all ? 0 : row - 1, column],
			ArrowRight: [row, all ? columns.length : column + 1],
			ArrowLeft: [row, all ? 0 : column - 1],
			Home: [all ? 0 : row, 0],
			End: [all ? ids.length : row, columns.length],
			PageDown: [row + page, column],
			PageUp: [row - page, column],
		};
		const step = steps[key];
		if (!step) return null;
		const within = (at: number, count: number) => Math.min(count - 1, Math.max(0, at));
		return { cardId: ids[within(step[0], ids.length)]!, column: columns[within(step[1], columns.length)]! };
	}

	#act({ key, shiftKey, ctrlKey, metaKey, altKey, repeat }: KeyboardEvent): boolean {
		const { cardId, column } = this.active;
		const { port } = this.store;
		if (altKey || repeat) return false;
		if ((ctrlKey || metaKey) && key.toLowerCase() === 'a') port.select(this.#shown.rows().map(({ id }) => id), 'only');
		else if (ctrlKey || metaKey) return false;
		else if (cardId === null) {
			if (key !== 'Enter' && key !== ' ') return false;
			this.#shown.sort(column);
		} else if (key === 'Enter' && shiftKey) port.select([cardId], 'toggle');
		else if (key === 'Enter' || key === 'F2') this.press(cardId, column);
		else if (key === ' ') port.select([cardId], 'toggle');
		else if (key === 'Delete' || key === 'Backspace') this.takeOff(cardId);
		else return false;
		return true;
	}

	/** What a press on a cell does: its own thing where it has one, else it opens the card. */
	press(cardId: string, column: ColumnId): void {
		const { app, port } = this.store;
		const use = app.records.uses.get(cardId);
		if (column === 'locked') void lockCards(app, [cardId], use?.locked !== true);
		else if (column === 'hidden') void hideCards(app, [cardId], use?.hidden !== true);
		else if (column === 'date' || isChoice(column)) this.edit(cardId, column);
		else port.select([cardId], 'only');
	}

	edit(cardId: string, column: 'date' | ChoiceColumn): void {
		const { port, scenes } = this.store;
		const stays = column !== 'horizon' && column !== 'cluster';
		if (stays && port.isLocked(cardId)) port.say({ cardIds: [cardId], event: 'locked' });
		else if (column === 'lane' && scenes.frame.required(cardId) !== null) this.store.announcer.say('The lanes are the kinds of cards, so its lane is its kind.');
		else {
			this.wrong = '';
			this.editing = { cardId, column };
		}
	}

	/** @returns false where what was typed is no date: the field stays. */
	async setDate(cardId: string, typed: string): Promise<boolean> {
		const { baseYear } = this.store.scenes;
		const at = readAt(baseYear, typed);
		if (typeof at !== 'number') {
			this.wrong = `Write a date from ${baseYear} to ${baseYear + horizonYears}, as 2029, 2029 Q4 or mid 2031.`;
			return false;
		}
		await this.leave(true);
		await placeAt(this.store, cardId, at, null);
		await this.#keep(cardId);
		return true;
	}
	/** What a cell can be: the first says nothing, but among lanes. */
	optionsOf(column: ChoiceColumn): readonly { id: string; name: string }[] {
		const { scenes, structure } = this.store;
		if (column === 'lane') return scenes.storedLanes;
		if (column === 'cluster') return [{ id: '', name: 'None' }, ...structure.clusters.map(({ id, name }) => ({ id, name }))];
		if (column === 'impact') return [{ id: '', name: 'Nobody has said' }, ...[5, 4, 3, 2, 1].map((impact) => ({ id: String(impact), name: String(impact) }))];
		return [{ id: '', name: 'Nobody has said' }, ...horizons.map((horizon) => ({ id: String(horizon), name: horizonNames[horizon] }))];
	}
	/** @param id of one of the options. */
	async choose(cardId: string, column: ChoiceColumn, id: string): Promise<void> {
		const { app, scenes } = this.store;
		const at = scenes.placementOf(cardId)?.at;
		await this.leave(true);
		if (column === 'lane') {
			if (at !== undefined) await placeAt(this.store, cardId, at, id);
		} else if (column === 'cluster') await putIntoCluster(app, [cardId], id === '' ? null : id);
		else if (column === 'impact') await judgeImpact(app, cardId, id === '' ? null : Number(id));
		else await setHorizon(app, [cardId], horizons.find((horizon) => String(horizon) === id) ?? null);
		await this.#keep(cardId);
	}

	/** @param keepsFocus whether the cell gets the focus back: not where it went elsewhere. */
	async leave(keepsFocus: boolean): Promise<void> {
		const { editing } = this;
		this.editing = null;
		this.wrong = '';
		if (editing && keepsFocus) await this.focus(editing);
	}

	/** A row that is sorted to another place is another element's neighbour, and would lose the focus. */
	async #keep(cardId: string): Promise<void> {
		await tick();
		// Whoever has gone on meanwhile is not called back.
		if (this.active.cardId === cardId && document.activeElement === document.body) await this.focus(this.active);
	}

	takeOff(cardId: string): void {
		const { store } = this;
		if (store.port.isLocked(cardId)) {
			store.port.say({ cardIds: [cardId], event: 'locked' });
			return;
		}
		const chosen = store.selection.has(cardId) ? store.selection.ids.filter((id) => !store.port.isLocked(id)) : [cardId];
		const rows = this.#shown.rows();
		const at = rows.findIndex(({ id }) => id === cardId);
		const next = (rows.slice(at + 1).find(({ id }) => !chosen.includes(id)) ?? rows.slice(0, at).findLast(({ id }) => !chosen.includes(id)))?.id ?? null;
		new Placing(store.app).takeOff(chosen);
		store.port.say({ cardIds: chosen, event: 'takenOff' });
		void this.focus({ cardId: next, column: this.active.column });
	}
}
