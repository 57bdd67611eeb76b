/** A card from the library in the pointer's hand: its tab's centre, which is its date, is under the pointer. */
import type { Enter } from '../interaction.ts';
import { HeldCard } from './heldCard.ts';

export const carrying: Enter<'carrying'> = (board, { cardId, pointerId, x, y }) => {
	const from = board.port.placementOf(cardId) ?? null;
	const held = new HeldCard(board, { cardId, pointerId, from, grip: { x: 0, y: 0 }, carried: true }, { x, y });
	return {
		on(event) {
			if (event.type === 'putBack') {
				held.cancel();
				return true;
			}
			return held.on(event) || event.type === 'pointerDown';
		},
	};
};
