/** A rectangle drawn over the canvas selects what it touches; with Shift it adds to what is selected. */
import type { Enter, Point } from '../interaction.ts';
import { isItsCancel } from './pointers.ts';

export const marquee: Enter<'marquee'> = (board, press) => {
	const { port } = board;
	const mark = port.selection();
	const kept = press.shift ? mark : [];
	const camera = port.camera();
	let last: Point = press;

	/** The corner where it began belongs to the canvas, which may move under the pointer. */
	function corner(): Point {
		const now = port.camera();
		return now.zoom === camera.zoom ? { x: press.x + camera.x - now.x, y: press.y + camera.y - now.y } : press;
	}
	function draw(): void {
		const from = corner();
		board.show({ marquee: { from, to: last } });
		port.select([...new Set([...kept, ...port.cardsIn(from, last)])], 'preview');
	}
	function cancel(): void {
		board.go('idle', null);
		port.select(mark, 'only');
	}

	draw();
	return {
		on(event) {
			switch (event.type) {
				case 'pointerMove':
					if (event.pointerId !== press.pointerId) return false;
					last = { x: event.x, y: event.y };
					draw();
					return true;
				case 'viewMoved': case 'recordsChanged':
					draw();
					return true;
				case 'pointerUp':
					if (event.pointerId !== press.pointerId) return false;
					board.go('idle', null);
					port.select(port.selection(), 'only');
					return true;
				case 'pointerCancel':
					if (!isItsCancel(event, press)) return false;
					cancel();
					return true;
				case 'pointerDown':
					return true;
				case 'keyDown':
					if (event.key === 'Escape') cancel();
					return true;
				case 'keyUp':
					return true;
				default:
					return false;
			}
		},
	};
};
