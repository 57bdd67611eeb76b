/**
 * Moves through a table by keys, and edits a cell in place: which cell has the focus, which one is a field for now, how the
 * rows are sorted. What a press does to a row is for each table to say.
 */
import { tick } from 'svelte';
import { readAt } from '../../../src-shared/domain/typedPlace.ts';
import type { BoardStore } from '../boardStore.svelte.ts';
import { whyNoDate } from '../whyNoDate.ts';
import type { ColumnOf } from './columns.ts';
import { nextSorting, type Sorting } from './sorting.ts';

/** The row of headings has no record. */
export interface Cell<Column extends string> {
	rowId: string | null;
	column: Column;
}

export interface Shown<Column extends string> {
	rows: () => readonly { id: string }[];
	columns: () => readonly ColumnOf<Column>[];
}

const page = 12;
/** Rows drawn at first, and with each frame after it: a thousand at once would keep the window waiting. */
const [first, more] = [50, 100];

export abstract class TableGrid<Column extends string> {
	readonly store: BoardStore;
	readonly shown: Shown<Column>;
	/** The one that the focus is in at first, and where one is gone. */
	readonly main: Column;
	#wanted = $state.raw<Cell<Column> | null>(null);
	/** The cell that is a field for now, and what is wrong with what is typed. */
	editing = $state.raw<Cell<Column> | null>(null);
	wrong = $state('');
	sorting = $state.raw<Sorting<Column> | null>(null);
	drawn = $state(first);
	/** Where its cells are looked for. */
	frame: HTMLElement | null = null;

	/** The one that Tab comes to. */
	readonly active: Cell<Column> = $derived.by(() => {
		const rows = this.shown.rows();
		const wanted = this.#wanted;
		const column = this.shown.columns().find(({ id }) => id === wanted?.column)?.id ?? this.main;
		if (wanted && (wanted.rowId === null || rows.some(({ id }) => id === wanted.rowId))) return { rowId: wanted.rowId, column };
		return { rowId: rows[0]?.id ?? null, column };
	});

	/** @param start where the focus comes to first. */
	constructor(store: BoardStore, shown: Shown<Column>, main: Column, start: Cell<Column> | null) {
		this.store = store;
		this.shown = shown;
		this.main = main;
		this.#wanted = start;
	}

	/** What a press on a cell does: its own thing where it has one. */
	abstract press(rowId: string, column: Column): void;
	abstract remove(rowId: string): void;
	/** @returns whether the key is one of this table's own. @param rowId null among the headings. */
	protected ownKey(_event: KeyboardEvent, _rowId: string | null, _column: Column): boolean {
		return false;
	}
	/** A row has got the focus. */
	protected came(_rowId: string): void {}

	/** Which cell of a row is a field for now. */
	editedIn(rowId: string): Column | null {
		return this.editing?.rowId === rowId ? this.editing.column : null;
	}
	clicked(_event: MouseEvent, rowId: string, column: Column): void {
		if (this.editedIn(rowId) !== column) this.press(rowId, column);
	}
	sort(column: Column): void {
		this.sorting = nextSorting(this.sorting, column);
	}

	focused(cell: Cell<Column>): void {
		this.#wanted = cell;
		if (cell.rowId !== null) this.came(cell.rowId);
	}
	async focus(cell: Cell<Column>): Promise<void> {
		this.#wanted = cell;
		await this.reach(cell.rowId);
		const element = this.frame?.querySelector<HTMLElement>(`[data-cell="${cell.rowId ?? ''}:${cell.column}"]`);
		element?.focus();
		element?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
	}
	/** Draws a row that is not drawn yet. */
	async reach(rowId: string | null): Promise<void> {
		const rows = this.shown.rows();
		if (rows.findIndex(({ id }) => id === rowId) >= this.drawn) this.drawn = rows.length;
		await tick();
	}
	/** An effect: the other rows, some with each frame. */
	drawMore = (): (() => void) | undefined => {
		if (this.drawn >= this.shown.rows().length) return undefined;
		const next = requestAnimationFrame(() => (this.drawn += more));
		return () => cancelAnimationFrame(next);
	};
	/** Whoever comes by a key goes on by keys. */
	async welcome(): Promise<void> {
		if (document.activeElement === document.body) await this.focus(this.active);
	}

	keys(event: KeyboardEvent): void {
		if (this.editing) return;
		const to = this.#target(event);
		if (to) void this.focus(to);
		else if (!this.#act(event)) return;
		event.preventDefault();
		event.stopPropagation();
	}

	#target({ key, ctrlKey, metaKey, altKey }: KeyboardEvent): Cell<Column> | null {
		if (altKey) return null;
		const ids = [null, ...this.shown.rows().map(({ id }) => id)];
		const columns = this.shown.columns().map(({ id }) => id);
		const [row, column] = [ids.indexOf(this.active.rowId), columns.indexOf(this.active.column)];
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
		return { rowId: ids[within(step[0], ids.length)]!, column: columns[within(step[1], columns.length)]! };
	}

	#act(event: KeyboardEvent): boolean {
		const { key } = event;
		const { rowId, column } = this.active;
		if (event.altKey || event.repeat) return false;
		if (this.ownKey(event, rowId, column)) return true;
		if (event.ctrlKey || event.metaKey) return false;
		if (rowId === null) {
			if (key !== 'Enter' && key !== ' ') return false;
			this.sort(column);
		} else if (key === 'Enter' || key === 'F2' || key === ' ') this.press(rowId, column);
		else if (key === 'Delete' || key === 'Backspace') this.remove(rowId);
		else return false;
		return true;
	}

	protected edit(rowId: string, column: Column): void {
		this.wrong = '';
		this.editing = { rowId, column };
	}
	/** @param keepsFocus whether the cell gets the focus back: not where it went elsewhere. */
	async leave(keepsFocus: boolean): Promise<void> {
		const { editing } = this;
		this.editing = null;
		this.wrong = '';
		if (editing && keepsFocus) await this.focus(editing);
	}

	/** Ends a field in which a date was typed. @returns years from the base year; null where it is no date: the field stays, and says so. */
	protected async takeDate(typed: string): Promise<number | null> {
		const { baseYear } = this.store.scenes;
		const at = readAt(baseYear, typed);
		if (typeof at !== 'number') {
			this.wrong = whyNoDate(baseYear);
			return null;
		}
		await this.leave(true);
		return at;
	}

	/** A row that is sorted to another place is another element's neighbour, and would lose the focus. */
	protected async keep(rowId: string): Promise<void> {
		await tick();
		// Whoever has gone on meanwhile is not called back.
		if (this.active.rowId === rowId && document.activeElement === document.body) await this.focus(this.active);
	}

	/** The focus goes on before these rows do. */
	protected pass(goneIds: readonly string[]): void {
		const rows = this.shown.rows();
		const at = rows.findIndex(({ id }) => id === this.active.rowId);
		const isLeft = ({ id }: { id: string }) => !goneIds.includes(id);
		const next = rows.slice(at + 1).find(isLeft) ?? rows.slice(0, Math.max(0, at)).findLast(isLeft);
		void this.focus({ rowId: next?.id ?? null, column: this.active.column });
	}
}
