/** Two fingers hold the canvas: their middle moves it, their distance zooms it. */
import type { Enter, Point } from '../interaction.ts';

export const pinching: Enter<'pinching'> = (board, { first, second }) => {
	const { port } = board;
	const mark = port.camera();
	const fingers = new Map<number, Point>([[first.pointerId, first], [second.pointerId, second]]);
	const startMiddle = middle(first, second);
	const startDistance = Math.max(1, distance(first, second));

	function follow(): void {
		const [a, b] = [...fingers.values()] as [Point, Point];
		const now = middle(a, b);
		port.setCamera(mark);
		port.zoomAt(startMiddle, distance(a, b) / startDistance);
		port.panBy(now.x - startMiddle.x, now.y - startMiddle.y);
	}

	return {
		on(event) {
			switch (event.type) {
				case 'pointerMove':
					if (!fingers.has(event.pointerId)) return false;
					fingers.set(event.pointerId, { x: event.x, y: event.y });
					follow();
					return true;
				case 'pointerUp': {
					if (!fingers.delete(event.pointerId)) return false;
					const [pointerId, at] = [...fingers][0]!;
					board.go('panning', { ...at, pointerId, pointerType: 'touch', shift: false, target: null });
					return true;
				}
				case 'pointerDown':
					return true;
				case 'pointerCancel':
					if (event.pointerId !== null && !fingers.has(event.pointerId)) return false;
					board.go('idle', null);
					return true;
				case 'keyDown':
					if (event.key === 'Escape') {
						port.setCamera(mark);
						board.go('idle', null);
					}
					return true;
				default:
					return false;
			}
		},
	};
};

const middle = (a: Point, b: Point): Point => ({ x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 });
const distance = (a: Point, b: Point): number => Math.hypot(a.x - b.x, a.y - b.y);
