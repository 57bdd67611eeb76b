/** Pressed and not yet moved: a click, the start of a drag, or the start of a pan. */
import type { BoardEvent, Enter } from '../interaction.ts';

/** A finger is less steady than a mouse. */
const threshold = { mouse: 4, pen: 4, touch: 8 } as const;

export const pointing: Enter<'pointing'> = (board, press) => ({
	on(event: BoardEvent) {
		switch (event.type) {
			case 'pointerMove':
				if (event.pointerId !== press.pointerId) return false;
				if (Math.hypot(event.x - press.x, event.y - press.y) < threshold[press.pointerType]) return true;
				if (press.cardId === null) board.go('panning', press);
				else board.go('dragging', { ...press, cardId: press.cardId });
				return board.forward(event);
			case 'pointerUp':
				if (event.pointerId !== press.pointerId) return false;
				board.go('idle', null);
				board.port.select(press.cardId);
				return true;
			case 'pointerDown':
				if (press.pointerType === 'touch' && event.pointerType === 'touch') {
					board.go('pinching', { first: press, second: { ...event, cardId: null } });
				}
				return true;
			case 'pointerCancel':
				if (event.pointerId !== null && event.pointerId !== press.pointerId) return false;
				board.go('idle', null);
				return true;
			case 'keyDown':
				if (event.key !== 'Escape') return event.key === ' ';
				board.go('idle', null);
				return true;
			case 'recordsChanged':
				if (press.cardId !== null && !board.port.placementOf(press.cardId)) board.go('idle', null);
				return true;
			default:
				return false;
		}
	},
});
