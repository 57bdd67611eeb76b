/** The view follows the pointer: Space, the middle button, the hand tool, or a press beside the cards. */
import type { Enter, Point } from '../interaction.ts';

export const panning: Enter<'panning'> = (board, press) => {
	const { port } = board;
	const mark = port.camera();
	let last: Point = press;
	board.spaceUsed = true;
	return {
		on(event) {
			switch (event.type) {
				case 'pointerMove':
					if (event.pointerId !== press.pointerId) return false;
					port.panBy(event.x - last.x, event.y - last.y);
					last = { x: event.x, y: event.y };
					return true;
				case 'pointerDown':
					if (press.pointerType === 'touch' && event.pointerType === 'touch') {
						board.go('pinching', { first: { ...press, ...last }, second: { ...event, shift: false, target: null } });
					}
					return true;
				case 'pointerUp': case 'pointerCancel':
					if (event.pointerId !== null && event.pointerId !== press.pointerId) return false;
					board.go('idle', null);
					return true;
				case 'keyDown':
					if (event.key === 'Escape') {
						port.setCamera(mark);
						board.go('idle', null);
					}
					return true;
				case 'keyUp':
					return true;
				default:
					return false;
			}
		},
	};
};
