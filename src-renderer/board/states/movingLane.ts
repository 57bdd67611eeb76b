/** A lane is taken by its name and put between two others. */
import type { Enter } from '../interaction.ts';
import { laneHeld } from './laneHeld.ts';

export const movingLane: Enter<'movingLane'> = (board, press) => {
	const { laneId } = press;
	let toIndex: number | null = null;
	return laneHeld(board, press, {
		move({ y }) {
			toIndex = board.port.laneIndexAt(y);
			board.show({ lane: { laneId, toIndex } });
		},
		drop() {
			if (toIndex !== null) board.port.moveLane(laneId, toIndex);
		},
	});
};
