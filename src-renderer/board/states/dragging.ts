/** A placed card follows the pointer by the spot where it was taken, and its selection with it. */
import type { Enter } from '../interaction.ts';
import { HeldCards } from './heldCards.ts';

export const dragging: Enter<'dragging'> = (board, press) => {
	const { cardId, pointerId, pointerType } = press;
	const anchor = board.port.anchorOf(cardId) ?? press;
	const grip = { x: anchor.x - press.x, y: anchor.y - press.y };
	const cardIds = board.port.companyOf(cardId);
	const held = new HeldCards(board, { cardIds, pointerId, grip, carried: false }, press);
	return {
		on(event) {
			if (event.type !== 'pointerDown') return held.on(event);
			// A second finger means the view, not the card.
			if (pointerType === 'touch' && event.pointerType === 'touch') {
				held.cancel();
				board.go('pinching', { first: { ...press, ...held.pointer }, second: { ...event, shift: false, target: null } });
			}
			return true;
		},
	};
};
