import { expect, test, vi } from 'vitest';
import { gathering } from './gather.ts';
import type { TakenBatch } from './intake.ts';

const batch = (done: number, patch: Partial<TakenBatch> = {}): TakenBatch => ({
	fresh: [{ id: `d${done}`, file: `${done}.md`, title: '', titleIsMade: false, cards: 1, warnings: [], repairs: [], madeNames: [] }], known: [], unread: [{ file: `${done}.png`, error: 'No text.' }], skipped: [], sheets: [],
	progress: { done, total: 9, currentFile: null }, finished: false, cancelled: false, changes: [], sources: [], cards: [], ...patch,
});

test('the first batch is told at once, those soon after it together, and the last one at once with what waits', () => {
	vi.useFakeTimers();
	try {
		const told: TakenBatch[] = [];
		const { tell } = gathering((one) => told.push(one));
		tell(batch(1));
		tell(batch(2));
		tell(batch(3));
		expect(told.map(({ progress }) => progress.done)).toEqual([1]);
		vi.advanceTimersByTime(200);
		expect(told.map(({ progress }) => progress.done)).toEqual([1, 3]);
		expect(told[1]?.fresh.map(({ id }) => id)).toEqual(['d2', 'd3']);
		tell(batch(4));
		tell(batch(5, { finished: true }));
		expect(told.map(({ progress }) => progress.done)).toEqual([1, 3, 5]);
		expect(told.flatMap(({ unread }) => unread.map(({ file }) => file))).toEqual(['1.png', '2.png', '3.png', '4.png', '5.png']);
		vi.advanceTimersByTime(1000);
		expect(told).toHaveLength(3);
	} finally {
		vi.useRealTimers();
	}
});

test('a spreadsheet that waits for its columns is told at once, and what is left when an import breaks off as well', () => {
	const told: number[] = [];
	let clock = 0;
	const { tell, flush } = gathering(({ progress }) => told.push(progress.done), () => clock);
	tell(batch(1));
	clock = 10;
	tell(batch(2, { sheets: [{ id: 's', file: 's.csv', sheets: [] }] }));
	tell(batch(3));
	expect(told).toEqual([1, 2]);
	flush();
	flush();
	expect(told).toEqual([1, 2, 3]);
});
