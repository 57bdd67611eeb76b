/** Nothing is in the hand. */
import type { Board, BoardEvent, BoardPort, Enter, KeyDown, PointerDown, Press } from '../interaction.ts';
import { toolOfKey } from '../tools.ts';
import { stepOf } from './arrows.ts';
import { movedOf } from './heldCards.ts';
import { structureKey } from './structureKeys.ts';

export const idle: Enter<'idle'> = (board) => ({
	on(event: BoardEvent) {
		switch (event.type) {
			case 'pointerDown':
				return pointerDown(board, event);
			case 'carry':
				return carry(board, event);
			case 'keyDown':
				return structureKey(board, event) || onCard(board.port, event) || onCanvas(board, event);
			case 'keyUp':
				// Held with the pointer Space pans; pressed alone it picks the focused card up, as a button does on release.
				if (event.key !== ' ' || !board.view.space || board.spaceUsed || event.cardId === null) return false;
				board.spaceUsed = true;
				pickUp(board, event.cardId);
				return true;
			default:
				return false;
		}
	},
});

function pointerDown(board: Board, { x, y, pointerId, pointerType, button, target, shift = false }: PointerDown): boolean {
	const press: Press = { x, y, pointerId, pointerType, target, shift };
	const pans = button === 1 || (button === 0 && (board.view.space || board.view.tool === 'hand'));
	if (!pans && button !== 0) return false;
	board.go(pans ? 'panning' : 'pointing', press);
	return true;
}

function carry(board: Board, { cardIds, pointer }: Extract<BoardEvent, { type: 'carry' }>): boolean {
	const known = cardIds.filter((id) => board.port.placementOf(id) !== undefined && !board.port.isLocked(id));
	if (known.length === 0) {
		board.port.carryEnded(false);
		return false;
	}
	if (pointer) board.go('carrying', { cardIds: known, pointerId: pointer.id, x: pointer.x, y: pointer.y });
	else board.go('keyboardMoving', { cardIds: known, carried: true });
	return true;
}

function pickUp(board: Board, cardId: string): void {
	if (board.port.isLocked(cardId)) board.port.say({ cardIds: [cardId], event: 'locked' });
	else if (board.port.placementOf(cardId)) board.go('keyboardMoving', { cardIds: board.port.companyOf(cardId), carried: false });
}

function onCard(port: BoardPort, event: KeyDown): boolean {
	const { cardId } = event;
	if (cardId === null || event.alt || event.ctrl || !port.placementOf(cardId)) return false;
	const step = stepOf(event);
	if (step) moveBy(port, cardId, step);
	else if (event.key === 'Enter') port.select([cardId], event.shift ? 'toggle' : 'only');
	else if (event.key === 'Delete' || event.key === 'Backspace') {
		if (!event.repeat) takeOff(port, cardId);
	} else return false;
	return true;
}

function moveBy(port: BoardPort, cardId: string, step: NonNullable<ReturnType<typeof stepOf>>): void {
	const cardIds = port.companyOf(cardId);
	if (port.isLocked(cardId)) {
		port.say({ cardIds: [cardId], event: 'locked' });
		return;
	}
	const from = new Map(cardIds.flatMap((id) => {
		const at = port.placementOf(id);
		return at ? [[id, at] as const] : [];
	}));
	const to = port.landingsBeside(from, step);
	const moved = movedOf(from, to);
	// A card that only finds another row has come no further.
	const goes = [...moved].some(([id, { at, laneId, impact }]) => {
		const was = from.get(id)!;
		return at !== was.at || laneId !== was.laneId || impact !== was.impact;
	});
	if (goes) port.place(moved, 'step');
	port.say({ cardIds, at: goes ? to : from, stays: !goes });
}

function takeOff(port: BoardPort, cardId: string): void {
	if (port.isLocked(cardId)) {
		port.say({ cardIds: [cardId], event: 'locked' });
		return;
	}
	const cardIds = port.companyOf(cardId);
	port.say({ cardIds, event: 'takenOff' });
	port.takeOff(cardIds);
}

const panStep = 72;

function onCanvas(board: Board, event: KeyDown): boolean {
	const { port } = board;
	if (event.ctrl) {
		if (event.key.toLowerCase() !== 'a') return false;
		port.select(port.allCards(), 'only');
		return true;
	}
	const step = stepOf({ ...event, shift: false });
	if (step) {
		port.panBy(-step.quarters * panStep, -step.lanes * panStep);
		return true;
	}
	const tool = toolOfKey(event.key);
	if (tool) {
		board.show({ tool });
		return true;
	}
	if (event.key === 'Escape') return escape(port);
	const actions: Record<string, () => void> = {
		'+': () => port.zoomStep(1),
		'=': () => port.zoomStep(1),
		'-': () => port.zoomStep(-1),
		'0': () => port.zoomStep(0),
		f: () => port.fitSelection(),
		' ': () => {},
	};
	const action = actions[event.key.toLowerCase()];
	action?.();
	return action !== undefined;
}

/** What is fanned out closes, several selected cards are let go of; for one, and for none, Escape is left to others. */
function escape(port: BoardPort): boolean {
	if (port.closeFan()) return true;
	if (port.selection().length < 2) return false;
	port.select([], 'only');
	return true;
}
