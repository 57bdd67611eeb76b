import { expect, test } from 'vitest';
import { inOrder } from './inOrder.ts';

const ids = Array.from({ length: 200 }, (_, index) => `${index}`);

/** @returns what became of a parent with these children, and which of them were moved. */
function ordered(before: readonly string[], wanted: readonly string[]): { after: string[]; moved: string[] } {
	const parent = document.createElement('div');
	const elements = new Map([...new Set([...before, ...wanted])].map((id) => [id, Object.assign(document.createElement('i'), { id })]));
	parent.append(...before.map((id) => elements.get(id)!));
	const watcher = new MutationObserver(() => undefined);
	watcher.observe(parent, { childList: true });
	inOrder(parent, wanted.map((id) => elements.get(id)!));
	const moved = watcher.takeRecords().flatMap(({ addedNodes }) => [...addedNodes].map((node) => (node as Element).id));
	watcher.disconnect();
	return { after: [...parent.children].map(({ id }) => id), moved };
}

test('nothing moves where the order is right', () => {
	expect(ordered(ids, ids)).toEqual({ after: ids, moved: [] });
});

test('a card that goes to another place in its lane is the only one that moves', () => {
	const rest = ids.filter((id) => id !== '3');
	const later = [...rest.slice(0, 150), '3', ...rest.slice(150)];
	expect(ordered(ids, later)).toEqual({ after: later, moved: ['3'] });
	expect(ordered(later, ids)).toEqual({ after: ids, moved: ['3'] });
});

test('cards that leave the lane together move none of those that stay', () => {
	const staying = ids.filter((id) => !['7', '8', '9'].includes(id));
	const { after, moved } = ordered(ids, staying);
	expect(moved).toEqual([]);
	expect(after.filter((id) => staying.includes(id))).toEqual(staying);
});

test('new cards are put where they belong, and any order is reached', () => {
	expect(ordered(['a', 'c'], ['x', 'a', 'b', 'c', 'y'])).toEqual({ after: ['x', 'a', 'b', 'c', 'y'], moved: ['y', 'b', 'x'] });
	expect(ordered(ids, ids.toReversed()).after).toEqual(ids.toReversed());
});
