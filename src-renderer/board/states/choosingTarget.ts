/** An arrow is begun by a key, a menu or a click: the card it goes to is then pressed, or chosen by arrow keys and Enter. */
import type { BoardEvent, Enter, KeyDown } from '../interaction.ts';

const directions: Record<string, 1 | -1> = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 };

export const choosingTarget: Enter<'choosingTarget'> = (board, { fromId }) => {
	const { port } = board;
	let toId: string | null = null;
	board.show({ structure: { fromId, toId, point: null } });
	port.structure.sayAim(fromId, 'begun');

	function aim(cardId: string | null, point: { x: number; y: number } | null = null): void {
		const place = cardId === null ? null : port.placementOf(cardId);
		if (point === null && place) port.reveal(place);
		if (cardId !== null && cardId !== toId) port.structure.sayAim(fromId, { toId: cardId });
		toId = cardId;
		board.show({ structure: { fromId, toId, point } });
	}
	/** Round through all cards in the order in which they are read. */
	function step(by: 1 | -1): void {
		const others = port.allCards().filter((id) => id !== fromId);
		const all = port.allCards();
		if (others.length === 0) return;
		const from = all.indexOf(toId ?? fromId);
		const index = others.indexOf(all[from]!);
		const next = index >= 0 ? index + by : by > 0 ? others.findIndex((id) => all.indexOf(id) > from) : others.findLastIndex((id) => all.indexOf(id) < from);
		aim(others[(next + others.length) % others.length] ?? others[0]!);
	}
	function giveUp(): void {
		board.go('idle', null);
		port.structure.sayAim(fromId, 'givenUp');
	}
	function choose(): void {
		const chosen = toId;
		if (chosen === null) return;
		board.go('idle', null);
		port.structure.influence(fromId, chosen);
	}
	function keyDown(event: KeyDown): boolean {
		const direction = event.key === 'Tab' ? (event.shift ? -1 : 1) : directions[event.key];
		if (direction) step(direction);
		else if ((event.key === 'Enter' || event.key === ' ') && !event.repeat) choose();
		else if (event.key === 'Escape') giveUp();
		if (event.key === ' ') board.spaceUsed = true;
		// Nothing else happens while an arrow is in the hand.
		return true;
	}

	return {
		on(event: BoardEvent) {
			switch (event.type) {
				case 'keyDown':
					return keyDown(event);
				case 'keyUp':
					return true;
				case 'pointerMove': {
					const under = port.isInside(event) ? port.structure.cardAt(event) : null;
					aim(under === fromId ? null : under, { x: event.x, y: event.y });
					return true;
				}
				case 'pointerDown': {
					if (event.button !== 0) return true;
					const { target } = event;
					const pressed = target && 'cardId' in target && target.cardId !== fromId ? target.cardId : null;
					if (pressed === null) giveUp();
					else {
						toId = pressed;
						choose();
					}
					return true;
				}
				case 'carry': case 'putBack':
					giveUp();
					return board.forward(event);
				case 'pointerCancel':
					// A lost finger was none of this; a window that lost the focus ends it.
					if (event.pointerId === null) giveUp();
					return true;
				case 'recordsChanged':
					if (!port.placementOf(fromId)) giveUp();
					else if (toId !== null && !port.placementOf(toId)) aim(null);
					return true;
				default:
					return false;
			}
		},
	};
};
