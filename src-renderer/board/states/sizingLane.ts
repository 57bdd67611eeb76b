/** The edge below a lane follows the pointer, row by row. */
import type { Enter } from '../interaction.ts';
import { laneHeld } from './laneHeld.ts';

export const sizingLane: Enter<'sizingLane'> = (board, press) => {
	const { laneId } = press;
	// It changes under the hand.
	const height = board.port.laneHeight(laneId);
	let rows: number | null = null;
	return laneHeld(board, press, {
		move({ y }) {
			rows = board.port.rowsIn(height + y - press.y);
			board.show({ lane: { laneId, rows } });
		},
		drop() {
			if (rows !== null) board.port.sizeLane(laneId, rows);
		},
	});
};
