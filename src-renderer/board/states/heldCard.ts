/** A card in the pointer's hand: what dragging a placed card and carrying one from the library have in common. */
import type { Placement } from '../../../src-shared/schemas/records.ts';
import type { Board, BoardEvent, Point, Preview } from '../interaction.ts';

interface InHand {
	cardId: string;
	pointerId: number;
	/** The mark: where the card was when it was taken. */
	from: Placement | null;
	/** From the pointer to the card's anchor. */
	grip: Point;
	/** The card is the library's and must go back there, or be dropped. */
	carried: boolean;
}

export class HeldCard {
	readonly #board: Board;
	readonly #hand: InHand;
	#pointer: Point;
	#free = false;

	constructor(board: Board, hand: InHand, pointer: Point) {
		this.#board = board;
		this.#hand = hand;
		this.#pointer = pointer;
		this.#preview();
	}

	/** @returns true where the event was about the card in the hand. */
	on(event: BoardEvent): boolean {
		switch (event.type) {
			case 'pointerMove':
				if (event.pointerId !== this.#hand.pointerId) return false;
				this.#pointer = { x: event.x, y: event.y };
				this.#free = event.alt;
				this.#preview();
				return true;
			case 'pointerUp':
				if (event.pointerId !== this.#hand.pointerId) return false;
				this.#pointer = { x: event.x, y: event.y };
				this.#preview();
				this.#drop();
				return true;
			case 'viewMoved':
				this.#preview();
				return true;
			case 'keyDown': case 'keyUp':
				return this.#key(event);
			case 'pointerCancel':
				if (event.pointerId !== null && event.pointerId !== this.#hand.pointerId) return false;
				this.cancel();
				return true;
			case 'recordsChanged':
				if (this.#isGone()) this.cancel();
				return true;
			default:
				return false;
		}
	}

	cancel(): void {
		const { cardId, carried } = this.#hand;
		this.#board.go('idle', null);
		this.#board.port.say({ cardId, event: 'putBack' });
		if (carried) this.#board.port.carryEnded(false);
	}

	#key(event: { type: 'keyDown' | 'keyUp'; key: string }): boolean {
		if (event.key === 'Escape' && event.type === 'keyDown') this.cancel();
		else if (event.key === 'Alt') {
			this.#free = event.type === 'keyDown';
			this.#preview();
		}
		return true;
	}

	/** A placed card that is taken off the canvas meanwhile, or any card that is deleted. */
	#isGone(): boolean {
		const now = this.#board.port.placementOf(this.#hand.cardId);
		return now === undefined || (now === null && this.#hand.from !== null);
	}

	#preview(): void {
		const { port, view } = this.#board;
		const { cardId, from, grip } = this.#hand;
		const lift = { x: this.#pointer.x + grip.x, y: this.#pointer.y + grip.y };
		const to = port.isInside(this.#pointer) ? port.landingAt(cardId, lift, this.#free) : null;
		const same = view.preview && samePlace(view.preview.to, to);
		const preview: Preview = same ? view.preview! : { cardId, from, to, hold: 'pointer' };
		this.#board.show({ lift, preview });
	}

	#drop(): void {
		const { port, view } = this.#board;
		const { cardId, from, carried } = this.#hand;
		const to = view.preview?.to ?? null;
		const isMoved = to !== null && !samePlace(from, to);
		if (isMoved) {
			port.place(cardId, to, 'pointer');
			port.say({ cardId, at: to });
		}
		this.#board.go('idle', null);
		if (carried) port.carryEnded(to !== null);
	}
}

export function samePlace(a: Placement | null, b: Placement | null): boolean {
	if (a === null || b === null) return a === b;
	return a.at === b.at && a.laneId === b.laneId && a.height === b.height;
}
