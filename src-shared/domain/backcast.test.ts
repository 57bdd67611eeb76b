import fc from 'fast-check';
import { expect, test } from 'vitest';
import { backwards, flagRows, movedByQuarters, worldAt, worldsToComeFrom } from './backcast.ts';

test('the way back starts from the preferable world, and others follow in their order', () => {
	const world = (id: string, order: number, cone?: 'preferable' | 'probable') => ({ id, order, createdAt: '', ...(cone && { standing: { cone } }) });
	const worlds = [world('b', 2, 'probable'), world('a', 1), world('wanted', 3, 'preferable')];
	expect(worldsToComeFrom(worlds).map(({ id }) => id)).toEqual(['wanted', 'a', 'b']);
});

test('steps are told from the world back to today, those without a date last', () => {
	const step = (id: string, at: number | null, order = 0) => ({ id, at, order });
	expect(backwards([step('today', 0), step('later', 6.5), step('no date', null), step('mid', 3)]).map(({ id }) => id)).toEqual(['later', 'mid', 'today', 'no date']);
});

test('a world beyond the canvas stands at its edge', () => {
	expect([worldAt({ horizonYear: 2033 }, 2026), worldAt({ horizonYear: 2050 }, 2026), worldAt({ horizonYear: 2020 }, 2026)]).toEqual([7, 10, 0]);
});

test('a step moves by whole quarters and stays between today’s year and its world', () => {
	expect([movedByQuarters(3, 1), movedByQuarters(3, -4), movedByQuarters(3.1, 1), movedByQuarters(3.1, -1)]).toEqual([3.25, 2, 3.25, 3]);
	expect([movedByQuarters(6.75, 4, 7), movedByQuarters(0.25, -4), movedByQuarters(7, -1, 7)]).toEqual([7, 0, 6.75]);
});

test('quarters there and back end where they began', () => {
	fc.assert(fc.property(fc.integer({ min: 4, max: 36 }), fc.integer({ min: -4, max: 4 }), (quarter, by) => {
		expect(movedByQuarters(movedByQuarters(quarter / 4, by), -by)).toBe(quarter / 4);
	}));
});

test('no flag lies over another, and the first one stands lowest', () => {
	const flags = fc.array(fc.double({ min: 0, max: 10, noNaN: true }), { maxLength: 30 });
	fc.assert(fc.property(flags, (times) => {
		const [width, gap] = [1.8, 0.1];
		const spots = flagRows(times.map((at, n) => ({ id: String(n), at })), { width, gap });
		expect(spots).toHaveLength(times.length);
		for (const [n, a] of spots.entries()) {
			const [from, to] = a.flipped ? [a.at - width, a.at] : [a.at, a.at + width];
			for (const b of spots.slice(n + 1)) {
				if (b.row !== a.row) continue;
				const [start, stop] = b.flipped ? [b.at - width, b.at] : [b.at, b.at + width];
				expect(to <= start || from >= stop).toBe(true);
			}
		}
		if (times.length > 0) expect(spots[0]!.row).toBe(0);
	}));
});

test('words that would go past the end stand before their date', () => {
	expect(flagRows([{ id: 'a', at: 9.5 }, { id: 'b', at: 2 }], { width: 2, gap: 0 }).map(({ flipped }) => flipped)).toEqual([false, true]);
});
