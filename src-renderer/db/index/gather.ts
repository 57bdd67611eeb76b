/** Batches that are stored one soon after another are told to the window together: each one told has it draw anew. */
import type { TakenBatch } from './intake.ts';

/** Milliseconds between two times that the window hears of an import. */
const seldom = 200;

export interface Gathering {
	tell: (batch: TakenBatch) => void;
	/** Tells what was not told yet. */
	flush: () => void;
}

export function gathering(tell: (batch: TakenBatch) => void, now = () => performance.now()): Gathering {
	let held: TakenBatch | null = null;
	let toldAt = -Infinity;
	let timer: ReturnType<typeof setTimeout> | undefined;
	function flush(): void {
		clearTimeout(timer);
		timer = undefined;
		if (held === null) return;
		const batch = held;
		held = null;
		toldAt = now();
		tell(batch);
	}
	return {
		tell(batch) {
			held = held === null ? batch : joined(held, batch);
			const wait = toldAt + seldom - now();
			// What waits to be mapped, and the end, are waited for.
			if (wait <= 0 || batch.finished || batch.sheets.length > 0) flush();
			else timer ??= setTimeout(flush, wait);
		},
		flush,
	};
}

const joined = (first: TakenBatch, next: TakenBatch): TakenBatch => ({
	fresh: [...first.fresh, ...next.fresh],
	known: [...first.known, ...next.known],
	unread: [...first.unread, ...next.unread],
	skipped: [...first.skipped, ...next.skipped],
	sheets: [...first.sheets, ...next.sheets],
	progress: next.progress,
	finished: next.finished,
	cancelled: next.cancelled,
	changes: [...first.changes, ...next.changes],
	sources: [...first.sources, ...next.sources],
	cards: [...first.cards, ...next.cards],
});
