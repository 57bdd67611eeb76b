/** An arrow is drawn from a card's handle to the card under the pointer. */
import type { Enter } from '../interaction.ts';
import { handful } from './handful.ts';

export const linking: Enter<'linking'> = (board, press) => {
	const { port } = board;
	const { fromId } = press;
	let toId: string | null = null;
	const giveUp = () => port.structure.sayAim(fromId, 'givenUp');
	return handful(board, press, {
		preview({ point }) {
			const under = port.isInside(point) ? port.structure.cardAt(point) : null;
			const next = under === fromId ? null : under;
			if (next !== null && next !== toId) port.structure.sayAim(fromId, { toId: next });
			toId = next;
			board.show({ structure: { fromId, toId, point } });
		},
		drop() {
			if (toId !== null) port.structure.influence(fromId, toId);
			else giveUp();
		},
		putBack: giveUp,
		isGone: () => !port.placementOf(fromId),
	});
};
