/** Moves through the judgements by keys and sets them: which cell is active, and a sign that waits for its digit. */
import { tick } from 'svelte';
import type { Driver } from '../../src-shared/schemas/worlds.ts';
import type { Cell } from './commands.ts';

/** A state with its driver: one row, and one column, of the matrix. */
export interface Line {
	driver: Driver;
	stateId: string;
	name: string;
}

export interface Place {
	row: number;
	column: number;
}

interface Shown {
	lines: () => readonly Line[];
	element: (place: Place) => HTMLElement | null;
	judge: (cell: Cell, strength: number | null) => void;
}

const signs: Readonly<Record<string, 1 | -1>> = { '-': -1, '−': -1, '+': 1 };

export class MatrixGrid {
	#shown: Shown;
	#wanted = $state.raw<Place>({ row: 0, column: 0 });
	/** Typed before a digit: "−" and then 2. */
	sign = $state<1 | -1 | null>(null);

	/** The one that Tab comes to; never within a driver, where nothing is judged. */
	readonly active: Place = $derived.by(() => {
		const lines = this.#shown.lines();
		const row = Math.min(this.#wanted.row, lines.length - 1);
		const column = Math.min(this.#wanted.column, lines.length - 1);
		if (!this.#isOwn({ row, column })) return { row, column };
		return { row, column: Math.max(0, lines.findIndex(({ driver }) => driver !== lines[row]?.driver)) };
	});

	constructor(shown: Shown) {
		this.#shown = shown;
	}

	cellAt({ row, column }: Place): Cell | null {
		const [from, to] = [this.#shown.lines()[row], this.#shown.lines()[column]];
		if (!from || !to || from.driver === to.driver) return null;
		return { fromDriverId: from.driver.id, fromStateId: from.stateId, toDriverId: to.driver.id, toStateId: to.stateId };
	}
	isActive = (row: number, column: number): boolean => this.active.row === row && this.active.column === column;

	focused(place: Place): void {
		if (place.row !== this.active.row || place.column !== this.active.column) this.sign = null;
		this.#wanted = place;
	}
	async focus(place: Place): Promise<void> {
		this.focused(place);
		await tick();
		const element = this.#shown.element(this.active);
		element?.focus();
		element?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
	}

	keys(event: KeyboardEvent): void {
		const { key, ctrlKey, metaKey, altKey } = event;
		if (altKey) return;
		const to = this.#target(key, ctrlKey || metaKey);
		if (to) void this.focus(to);
		else if (ctrlKey || metaKey || !this.#act(key)) return;
		event.preventDefault();
		event.stopPropagation();
	}

	#act(key: string): boolean {
		if (signs[key] !== undefined) this.sign = signs[key];
		else if (/^[0-3]$/.test(key)) this.set(Number(key) * (this.sign ?? 1));
		else if (key === 'Delete' || key === 'Backspace') this.set(null);
		else if (key === 'Escape' && this.sign !== null) this.sign = null;
		else return false;
		return true;
	}

	set(strength: number | null): void {
		const cell = this.cellAt(this.active);
		this.sign = null;
		// There is one zero.
		if (cell) this.#shown.judge(cell, strength === null ? null : strength || 0);
	}

	#isOwn({ row, column }: Place): boolean {
		const lines = this.#shown.lines();
		return lines[row]?.driver === lines[column]?.driver;
	}

	#target(key: string, far: boolean): Place | null {
		const { row, column } = this.active;
		const count = this.#shown.lines().length;
		switch (key) {
			case 'ArrowRight':
				return this.#along({ row, column }, 'column', 1, far);
			case 'ArrowLeft':
				return this.#along({ row, column }, 'column', -1, far);
			case 'ArrowDown':
			case 'Enter':
				return this.#along({ row, column }, 'row', 1, far);
			case 'ArrowUp':
				return this.#along({ row, column }, 'row', -1, far);
			case 'Home':
				return this.#along({ row: far ? 0 : row, column: -1 }, 'column', 1, false);
			case 'End':
				return this.#along({ row: far ? count - 1 : row, column: count }, 'column', -1, false);
			default:
				return null;
		}
	}

	/** @param far to the next driver; else to the next cell, past the ones of the driver itself. */
	#along(from: Place, way: 'row' | 'column', by: 1 | -1, far: boolean): Place {
		const lines = this.#shown.lines();
		const driver = lines[from[way]]?.driver;
		for (let at = from[way] + by; at >= 0 && at < lines.length; at += by) {
			const place = { ...from, [way]: at };
			if (!this.#isOwn(place) && !(far && lines[at]!.driver === driver)) return place;
		}
		return this.active;
	}
}
