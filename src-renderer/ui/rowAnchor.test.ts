import { expect, test } from 'vitest';
import { RowAnchor } from './rowAnchor.ts';
import { RowHeights } from './rowHeights.ts';

const names = Array.from({ length: 200 }, (_, n) => `card ${n}`);
const keysOf = (rows: readonly string[]) => (row: number) => rows[row]!;
/** A list of rows of 100 that were guessed to be 90 and seen from the top down to some way below. */
function scrolledTo(top: number, anchor: RowAnchor) {
	const heights = new RowHeights(names.length, () => 90);
	const seen = Array.from({ length: 60 }, (_, row) => [row, 100] as const);
	heights.measure(seen);
	anchor.saw(seen, keysOf(names));
	anchor.hold(heights, top, keysOf(names));
}

test('the same rows made anew leave the list where it is', () => {
	const anchor = new RowAnchor();
	scrolledTo(2040, anchor);
	expect(anchor.find(new RowHeights(names.length, () => 90), keysOf(names))).toBe(2040);
});
test('rows that leave above it move it up by their heights', () => {
	const anchor = new RowAnchor();
	scrolledTo(2040, anchor);
	const rest = names.toSpliced(3, 2);
	expect(anchor.find(new RowHeights(rest.length, () => 90), keysOf(rest))).toBe(1840);
});
test('where the first row in sight leaves, the next one stays where it was', () => {
	const anchor = new RowAnchor();
	scrolledTo(2040, anchor);
	const rest = names.toSpliced(20, 1);
	expect(anchor.find(new RowHeights(rest.length, () => 90), keysOf(rest))).toBe(1940);
});
test('a list at its top, or one of which nothing is left, is not held', () => {
	const anchor = new RowAnchor();
	scrolledTo(0, anchor);
	expect(anchor.find(new RowHeights(names.length, () => 90), keysOf(names))).toBeNull();
	scrolledTo(2040, anchor);
	expect(anchor.find(new RowHeights(2, () => 90), keysOf(['x', 'y']))).toBeNull();
});
