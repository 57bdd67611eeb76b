/** A lane in the pointer's hand: what making it higher and moving it have in common. */
import type { Board, Point, Press, State } from '../interaction.ts';
import { isItsCancel } from './pointers.ts';

interface Deeds {
	/** Shows what letting go here would do. */
	move: (point: Point) => void;
	drop: () => void;
}

export function laneHeld(board: Board, press: Press & { laneId: string }, { move, drop }: Deeds): State {
	let pointer: Point = press;
	return {
		on(event) {
			switch (event.type) {
				case 'pointerMove':
					if (event.pointerId !== press.pointerId) return false;
					pointer = event;
					move(pointer);
					return true;
				case 'viewMoved':
					move(pointer);
					return true;
				case 'recordsChanged':
					// Removed in another window, or by undo.
					if (!board.port.hasLane(press.laneId)) board.go('idle', null);
					return true;
				case 'pointerUp':
					if (event.pointerId !== press.pointerId) return false;
					board.go('idle', null);
					drop();
					return true;
				case 'pointerCancel':
					if (!isItsCancel(event, press)) return false;
					board.go('idle', null);
					return true;
				case 'keyDown':
					if (event.key === 'Escape') board.go('idle', null);
					return true;
				case 'pointerDown': case 'keyUp':
					return true;
				default:
					return false;
			}
		},
	};
}
