/** Nothing is in the hand. */
import type { Board, BoardEvent, BoardPort, Enter, KeyDown, PointerDown, Press } from '../interaction.ts';
import { stepOf } from './arrows.ts';

export const idle: Enter<'idle'> = (board) => ({
	on(event: BoardEvent) {
		switch (event.type) {
			case 'pointerDown':
				return pointerDown(board, event);
			case 'carry':
				if (board.port.placementOf(event.cardId) === undefined) board.port.carryEnded(false);
				else if (event.pointer) {
					const { id: pointerId, x, y } = event.pointer;
					board.go('carrying', { cardId: event.cardId, pointerId, x, y });
				} else board.go('keyboardMoving', { cardId: event.cardId, carried: true });
				return true;
			case 'keyDown':
				return onCard(board.port, event) || onCanvas(board, event);
			case 'keyUp':
				// Held with the pointer Space pans; pressed alone it picks the focused card up, as a button does on release.
				if (event.key !== ' ' || !board.view.space || board.spaceUsed || event.cardId === null) return false;
				board.spaceUsed = true;
				if (board.port.placementOf(event.cardId)) board.go('keyboardMoving', { cardId: event.cardId, carried: false });
				return true;
			default:
				return false;
		}
	},
});

function pointerDown(board: Board, { x, y, pointerId, pointerType, button, target }: PointerDown): boolean {
	const press: Press = { x, y, pointerId, pointerType, cardId: target?.cardId ?? null };
	const pans = button === 1 || (button === 0 && (board.view.space || board.view.tool === 'hand'));
	if (!pans && button !== 0) return false;
	board.go(pans ? 'panning' : 'pointing', press);
	return true;
}

function onCard(port: BoardPort, event: KeyDown): boolean {
	const { cardId } = event;
	const at = cardId === null ? null : port.placementOf(cardId);
	if (!at || cardId === null || event.alt) return false;
	const step = stepOf(event);
	if (step) {
		const to = port.landingBeside(cardId, at, step);
		if (to.at !== at.at || to.laneId !== at.laneId) port.place(cardId, to, 'step');
		port.say({ cardId, at: to });
	} else if (event.key === 'Enter') port.select(cardId);
	else if (event.key === 'Delete' || event.key === 'Backspace') {
		if (event.repeat) return true;
		port.say({ cardId, event: 'takenOff' });
		port.takeOff(cardId);
	} else return false;
	return true;
}

const panStep = 72;

function onCanvas(board: Board, event: KeyDown): boolean {
	const { port } = board;
	const step = stepOf({ ...event, shift: false });
	if (step) {
		port.panBy(-step.quarters * panStep, -step.lanes * panStep);
		return true;
	}
	const actions: Record<string, () => void> = {
		v: () => board.show({ tool: 'select' }),
		h: () => board.show({ tool: 'hand' }),
		'+': () => port.zoomStep(1),
		'=': () => port.zoomStep(1),
		'-': () => port.zoomStep(-1),
		'0': () => port.zoomStep(0),
		' ': () => {},
	};
	const action = actions[event.key.toLowerCase()];
	action?.();
	return action !== undefined;
}
