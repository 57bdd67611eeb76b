/** Cards in the pointer's hand: what dragging placed ones and carrying some from the library have in common. */
import type { Placement } from '../../../src-shared/schemas/records.ts';
import type { Board, BoardEvent, InHand, Placements, Point } from '../interaction.ts';

interface Hand {
	/** The one that is held comes first. */
	cardIds: readonly string[];
	pointerId: number;
	/** From the pointer to the card's anchor. */
	grip: Point;
	/** The cards are the library's and must go back there, or be dropped. */
	carried: boolean;
}

export class HeldCards {
	readonly #board: Board;
	readonly #hand: Hand;
	/** The mark: where the cards were when they were taken. */
	readonly #from: InHand;
	#pointer: Point;
	#free = false;

	constructor(board: Board, hand: Hand, pointer: Point) {
		this.#board = board;
		this.#hand = hand;
		this.#from = new Map(hand.cardIds.map((id) => [id, board.port.placementOf(id) ?? null]));
		this.#pointer = pointer;
		this.#preview();
	}

	/** Where the pointer was last. */
	get pointer(): Point {
		return this.#pointer;
	}

	/** @returns true where the event was about the cards in the hand. */
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
				if (isGone(this.#board, this.#from)) this.cancel('goneMeanwhile');
				else this.#preview();
				return true;
			default:
				return false;
		}
	}

	cancel(event: 'putBack' | 'goneMeanwhile' = 'putBack'): void {
		const { cardIds, carried } = this.#hand;
		this.#board.go('idle', null);
		this.#board.port.say({ cardIds, event });
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

	#preview(): void {
		const { port, view } = this.#board;
		const { cardIds, grip } = this.#hand;
		const lift = { x: this.#pointer.x + grip.x, y: this.#pointer.y + grip.y };
		const to = port.isInside(this.#pointer) ? port.landingsAt(this.#from, lift, this.#free) : null;
		const same = view.preview && samePlaces(view.preview.to, to);
		const preview = same ? view.preview : { cardId: cardIds[0]!, from: this.#from, to, hold: 'pointer' as const };
		this.#board.show({ lift, preview });
	}

	#drop(): void {
		const { port, view } = this.#board;
		const { cardIds, carried } = this.#hand;
		const to = view.preview?.to ?? null;
		const moved = to && movedOf(this.#from, to);
		if (moved && moved.size > 0) {
			port.place(moved, 'pointer');
			port.say({ cardIds, at: to });
		}
		this.#board.go('idle', null);
		if (!carried) return;
		if (to && cardIds.length > 1) port.select(cardIds, 'only');
		port.carryEnded(to !== null);
	}
}

/** Some placed card that is taken off the canvas meanwhile, or any card that is deleted. */
export function isGone({ port }: Board, from: InHand): boolean {
	return [...from].some(([id, was]) => {
		const now = port.placementOf(id);
		return now === undefined || (now === null && was !== null);
	});
}

/** Those that would not stay where they are. */
export const movedOf = (from: InHand, to: Placements): Placements =>
	new Map([...to].filter(([id, place]) => !samePlace(from.get(id) ?? null, place)));

export function samePlace(a: Placement | null, b: Placement | null): boolean {
	if (a === null || b === null) return a === b;
	return a.at === b.at && a.laneId === b.laneId && a.height === b.height && a.impact === b.impact;
}

function samePlaces(a: Placements | null, b: Placements | null): boolean {
	if (a === b || a === null || b === null) return a === b;
	return a.size === b.size && [...a].every(([id, place]) => samePlace(place, b.get(id) ?? null));
}
