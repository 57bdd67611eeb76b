import { expect, test } from 'vitest';
import { driver } from '../../src-shared/domain/testing/impacts.ts';
import type { Cell } from './commands.ts';
import { MatrixGrid, type Place } from './matrixGrid.svelte.ts';

/** a has rows 0 and 1, b 2 to 4, c 5 and 6. */
function gridOf() {
	const drivers = [driver('a', 2), driver('b', 3), driver('c', 2)];
	const lines = drivers.flatMap((one) => one.states.map(({ id, name }) => ({ driver: one, stateId: id, name })));
	const judged: string[] = [];
	const grid = new MatrixGrid({
		lines: () => lines,
		element: () => null,
		judge: ({ fromStateId, toStateId }: Cell, strength) => void judged.push(`${fromStateId}>${toStateId} ${strength}`),
	});
	const type = (...keys: string[]) => {
		for (const key of keys) {
			const [name = '', far] = key.split('!').reverse();
			grid.keys({ key: name, ctrlKey: far !== undefined, metaKey: false, altKey: false, preventDefault: () => undefined, stopPropagation: () => undefined } as KeyboardEvent);
		}
		return [grid.active.row, grid.active.column];
	};
	return { grid, judged, type };
}

test('the first cell is one that can be judged, and arrows pass over the driver itself', () => {
	const { grid, type } = gridOf();
	expect([grid.active.row, grid.active.column]).toEqual([0, 2]);
	expect(type('ArrowLeft'), 'nothing is left of it but the driver itself').toEqual([0, 2]);
	expect(type('ArrowRight', 'ArrowRight', 'ArrowRight')).toEqual([0, 5]);
	expect(type('ArrowDown', 'ArrowDown', 'ArrowDown', 'ArrowDown')).toEqual([4, 5]);
	expect(type('ArrowDown'), 'below are the rows of its own driver').toEqual([4, 5]);
	expect(type('ArrowLeft'), 'over three columns').toEqual([4, 1]);
	expect(type('End')).toEqual([4, 6]);
	expect(type('Home')).toEqual([4, 0]);
});

test('with Ctrl it goes a driver on', () => {
	const { type } = gridOf();
	expect(type('ctrl!ArrowRight')).toEqual([0, 5]);
	expect(type('ctrl!ArrowDown')).toEqual([2, 5]);
	expect(type('ctrl!ArrowLeft')).toEqual([2, 1]);
});

test('digits judge, a sign before them turns them round, and Delete clears', () => {
	const { grid, judged, type } = gridOf();
	type('2', '-');
	expect(grid.sign).toBe(-1);
	type('3', '1', '-', '0', '4', '-', 'ArrowRight', '2', '−', '+', '1', 'Delete');
	expect(judged).toEqual(['a:0>b:0 2', 'a:0>b:0 -3', 'a:0>b:0 1', 'a:0>b:0 0', 'a:0>b:1 2', 'a:0>b:1 1', 'a:0>b:1 null']);
});

test('a cell within a driver is none', () => {
	const { grid } = gridOf();
	const at = (row: number, column: number): Place => ({ row, column });
	expect(grid.cellAt(at(2, 3))).toBeNull();
	expect(grid.cellAt(at(2, 6))).toEqual({ fromDriverId: 'b', fromStateId: 'b:0', toDriverId: 'c', toStateId: 'c:1' });
	grid.focused(at(3, 3));
	expect(grid.active).toEqual(at(3, 0));
});
