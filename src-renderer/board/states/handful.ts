/** Something other than cards in the pointer's hand: what moving a cluster or a note and drawing an arrow have in common. */
import type { Board, Point, Press, State } from '../interaction.ts';
import { isItsCancel } from './pointers.ts';

export interface Reach {
	/** Where the pointer is, in canvas pixels. */
	point: Point;
	/** How far it has come since it was pressed, in content pixels: the view may have moved under it. */
	dx: number;
	dy: number;
	/** Without snapping to quarters. */
	free: boolean;
}

interface Deeds {
	/** Shows what letting go here would do. */
	preview: (reach: Reach) => void;
	drop: () => void;
	/** Nothing is done; what was there is still there. */
	putBack: () => void;
	/** Deleted meanwhile. */
	isGone: () => boolean;
}

export function handful(board: Board, press: Press, { preview, drop, putBack, isGone }: Deeds): State {
	const camera = board.port.camera();
	let point: Point = press;
	let free = false;

	function show(): void {
		const now = board.port.camera();
		const moved = now.zoom === camera.zoom ? { x: now.x - camera.x, y: now.y - camera.y } : { x: 0, y: 0 };
		preview({ point, dx: point.x - press.x + moved.x, dy: point.y - press.y + moved.y, free });
	}
	function cancel(): void {
		board.go('idle', null);
		putBack();
	}

	show();
	return {
		on(event) {
			switch (event.type) {
				case 'pointerMove':
					if (event.pointerId !== press.pointerId) return false;
					point = { x: event.x, y: event.y };
					free = event.alt;
					show();
					return true;
				case 'viewMoved':
					show();
					return true;
				case 'pointerUp':
					if (event.pointerId !== press.pointerId) return false;
					point = { x: event.x, y: event.y };
					show();
					board.go('idle', null);
					drop();
					return true;
				case 'pointerCancel':
					if (!isItsCancel(event, press)) return false;
					cancel();
					return true;
				case 'recordsChanged':
					if (isGone()) cancel();
					else show();
					return true;
				case 'keyDown': case 'keyUp':
					if (event.type === 'keyDown' && event.key === 'Escape') cancel();
					else if (event.key === 'Alt') {
						free = event.type === 'keyDown';
						show();
					}
					return true;
				case 'pointerDown':
					return true;
				default:
					return false;
			}
		},
	};
}
