/** A card is picked up by keyboard: arrows aim, Enter drops, Escape returns. */
import type { Placement } from '../../../src-shared/schemas/records.ts';
import type { BoardEvent, Enter, KeyDown } from '../interaction.ts';
import { stepOf } from './arrows.ts';
import { samePlace } from './heldCard.ts';

export const keyboardMoving: Enter<'keyboardMoving'> = (board, { cardId, carried }) => {
	const { port } = board;
	const from = port.placementOf(cardId) ?? null;
	let to = from ?? port.landingMidView(cardId);
	port.say({ cardId, event: 'pickedUp' });
	aim(to, false);

	function aim(place: Placement, aloud = true): void {
		to = place;
		port.reveal(to);
		board.show({ preview: { cardId, from, to, hold: 'keyboard' } });
		if (aloud) port.say({ cardId, at: to });
	}

	function drop(): void {
		const isMoved = !samePlace(from, to);
		if (isMoved) port.place(cardId, to, 'keyboard');
		board.go('idle', null);
		port.say({ cardId, at: to });
		if (carried) port.carryEnded(true);
	}

	function cancel(): void {
		board.go('idle', null);
		port.say({ cardId, event: 'putBack' });
		if (carried) port.carryEnded(false);
	}

	function keyDown(event: KeyDown): boolean {
		const step = event.alt ? null : stepOf(event);
		if (step) aim(port.landingBeside(cardId, to, step));
		else if (event.key === 'Enter' && !event.repeat) drop();
		else if (event.key === ' ' && !event.repeat) {
			board.spaceUsed = true;
			drop();
		} else if (event.key === 'Escape') cancel();
		// Nothing else happens, and the focus goes nowhere, while a card is in the hand.
		return true;
	}

	return {
		on(event: BoardEvent) {
			switch (event.type) {
				case 'keyDown':
					return keyDown(event);
				case 'putBack':
					cancel();
					return true;
				case 'pointerDown': case 'carry':
					cancel();
					return board.forward(event);
				case 'recordsChanged': {
					const now = port.placementOf(cardId);
					if (now === undefined || (now === null && from !== null)) cancel();
					return true;
				}
				default:
					return false;
			}
		},
	};
};
