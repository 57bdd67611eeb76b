/** Pressed and not yet moved: a click, or the start of whatever the press is on. */
import type { Board, BoardEvent, Enter, Press } from '../interaction.ts';
import { isItsCancel } from './pointers.ts';
import { beginStructure, clickStructure, isStructure } from './structureKeys.ts';

/** A finger is less steady than a mouse. */
const threshold = { mouse: 4, pen: 4, touch: 8 } as const;

export const pointing: Enter<'pointing'> = (board, press) => ({
	on(event: BoardEvent) {
		switch (event.type) {
			case 'pointerMove':
				if (event.pointerId !== press.pointerId) return false;
				if (Math.hypot(event.x - press.x, event.y - press.y) < threshold[press.pointerType]) return true;
				begin(board, press);
				return board.forward(event);
			case 'pointerUp':
				if (event.pointerId !== press.pointerId) return false;
				board.go('idle', null);
				click(board, press);
				return true;
			case 'pointerDown':
				if (press.pointerType === 'touch' && event.pointerType === 'touch') {
					board.go('pinching', { first: press, second: { ...event, shift: false, target: null } });
				}
				return true;
			case 'pointerCancel':
				if (!isItsCancel(event, press)) return false;
				board.go('idle', null);
				return true;
			case 'keyDown':
				if (event.key !== 'Escape') return event.key === ' ';
				board.go('idle', null);
				return true;
			case 'recordsChanged':
				if (isGone(board, press)) board.go('idle', null);
				return true;
			default:
				return false;
		}
	},
});

function begin(board: Board, press: Press): void {
	const { target } = press;
	if (target === null) board.go(press.pointerType === 'touch' ? 'panning' : 'marquee', press);
	else if (isStructure(target)) beginStructure(board, press, target);
	else if ('laneId' in target) board.go(target.part === 'edge' ? 'sizingLane' : 'movingLane', { ...press, laneId: target.laneId });
	else if (board.port.isLocked(target.cardId)) {
		board.go('idle', null);
		board.port.say({ cardIds: [target.cardId], event: 'locked' });
	} else board.go('dragging', { ...press, cardId: target.cardId });
}

function click(board: Board, { target, shift }: Press): void {
	const { port } = board;
	if (isStructure(target)) clickStructure(board, target);
	else if (target === null) {
		if (!shift) port.select([], 'only');
	} else if ('cardId' in target) {
		if (target.isPile) port.fan(target.cardId);
		port.select([target.cardId], shift ? 'toggle' : 'only');
	}
}

function isGone({ port }: Board, { target }: Press): boolean {
	if (isStructure(target)) return !port.structure.isThere(target);
	return target !== null && 'cardId' in target && !port.placementOf(target.cardId);
}
