/** Moving a step along its axis by pointer: it follows in quarters, and the drop commits once. */
import { movedByQuarters } from '../../src-shared/domain/backcast.ts';
import { PointerDrag } from '../ui/pointerDrag.ts';

/** Pixels along the axis: a quarter is not many, so a press is a drag sooner than elsewhere. */
const slack = 4;

interface Flag {
	id: string;
	at: number;
}

interface DragParts {
	/** Pixels of a year. */
	year: () => number;
	/** As far as a step may go, in years from the base year. */
	latest: () => number;
	drop: (id: string, at: number) => void;
}

export class FlagDrag extends PointerDrag<Flag> {
	/** Where the step in the hand would land; null otherwise. */
	held = $state.raw<Flag | null>(null);
	#parts: DragParts;

	constructor(parts: DragParts) {
		super();
		this.#parts = parts;
	}

	press(event: PointerEvent, id: string, at: number): void {
		this.take(event, { id, at });
	}

	protected override isFar(x: number): boolean {
		return Math.abs(x) >= slack;
	}

	protected moved(flag: Flag, _event: PointerEvent, by: { x: number }): void {
		const quarters = Math.round((by.x / this.#parts.year()) * 4);
		const at = quarters === 0 ? flag.at : movedByQuarters(Math.round(flag.at * 4) / 4, quarters, this.#parts.latest());
		if (this.held?.at !== at) this.held = { id: flag.id, at };
	}

	protected landing(flag: Flag): (() => void) | null {
		const { held } = this;
		return held === null || held.at === flag.at ? null : () => this.#parts.drop(held.id, held.at);
	}

	protected emptied(): void {
		this.held = null;
	}
}
