/** Cards are picked up by keyboard: arrows aim, Enter drops, Escape returns. */
import type { BoardEvent, Enter, InHand, KeyDown, Placements } from '../interaction.ts';
import { stepOf } from './arrows.ts';
import { isGone, movedOf } from './heldCards.ts';

export const keyboardMoving: Enter<'keyboardMoving'> = (board, { cardIds, carried }) => {
	const { port } = board;
	const cardId = cardIds[0]!;
	const from: InHand = new Map(cardIds.map((id) => [id, port.placementOf(id) ?? null]));
	let to = start();
	port.say({ cardIds, event: 'pickedUp' });
	aim(to, false);

	function start(): Placements {
		const placed = new Map([...from].flatMap(([id, at]) => (at ? [[id, at] as const] : [])));
		return placed.size === from.size ? placed : port.landingsMidView(from);
	}

	function aim(places: Placements, aloud = true): void {
		to = places;
		port.reveal(to.get(cardId)!);
		board.show({ preview: { cardId, from, to, hold: 'keyboard' } });
		if (aloud) port.say({ cardIds, at: to });
	}

	function drop(): void {
		const moved = movedOf(from, to);
		if (moved.size > 0) port.place(moved, 'keyboard');
		board.go('idle', null);
		port.say({ cardIds, at: to });
		if (!carried) return;
		if (cardIds.length > 1) port.select(cardIds, 'only');
		port.carryEnded(true);
	}

	function cancel(event: 'putBack' | 'goneMeanwhile' = 'putBack'): void {
		board.go('idle', null);
		port.say({ cardIds, event });
		if (carried) port.carryEnded(false);
	}

	function keyDown(event: KeyDown): boolean {
		const step = event.alt ? null : stepOf(event);
		if (step) aim(port.landingsBeside(to, step));
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
				case 'recordsChanged':
					if (isGone(board, from)) cancel('goneMeanwhile');
					return true;
				default:
					return false;
			}
		},
	};
};
