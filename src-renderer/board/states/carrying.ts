/** Cards from the library in the pointer's hand: the first one's tab, whose centre is its date, is under the pointer. */
import type { Enter } from '../interaction.ts';
import { HeldCards } from './heldCards.ts';

export const carrying: Enter<'carrying'> = (board, { cardIds, pointerId, x, y }) => {
	const held = new HeldCards(board, { cardIds, pointerId, grip: { x: 0, y: 0 }, carried: true }, { x, y });
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
