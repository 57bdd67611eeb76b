/**
 * Cards are picked up without being held: by keyboard, from a menu, or from the library by a button. Arrows aim and Enter
 * drops, a press drops where it is, which needs no dragging (WCAG 2.2, 2.5.7); Escape returns.
 */
import type { BoardEvent, Enter, InHand, KeyDown, Placements, PointerDown } from '../interaction.ts';
import { stepOf } from './arrows.ts';
import { isGone, movedOf, samePlace } from './heldCards.ts';

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
		const stays = [...places].every(([id, place]) => samePlace(place, to.get(id) ?? null));
		to = places;
		port.reveal(to.get(cardId)!);
		board.show({ preview: { cardId, from, to, hold: 'keyboard' } });
		if (aloud) port.say({ cardIds, at: to, stays });
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

	/** With another button, or beside the dates and lanes, a press is about something else. */
	function press(event: PointerDown): boolean {
		if (event.button !== 0 || !port.isInside(event)) {
			cancel();
			return board.forward(event);
		}
		aim(port.landingsAt(from, event, false), false);
		drop();
		return true;
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
				case 'pointerDown':
					return press(event);
				case 'carry':
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
