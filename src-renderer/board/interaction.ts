/**
 * What hands and keys do on the canvas, as a machine without DOM: one state at a time (one file each in states/) takes
 * plain events and says what to show. Entering a state marks what was there; moving only previews; letting go writes once
 * through the port; cancelling forgets the preview, and what was marked is still there.
 */
import type { Placement } from '../../src-shared/schemas/records.ts';
import type { Camera } from './camera.ts';
import { carrying } from './states/carrying.ts';
import { dragging } from './states/dragging.ts';
import { idle } from './states/idle.ts';
import { keyboardMoving } from './states/keyboardMoving.ts';
import { panning } from './states/panning.ts';
import { pinching } from './states/pinching.ts';
import { pointing } from './states/pointing.ts';

/** Pixels from the canvas's top left corner. */
export interface Point {
	x: number;
	y: number;
}

export type PointerType = 'mouse' | 'pen' | 'touch';

export interface PointerDown extends Point {
	type: 'pointerDown';
	pointerId: number;
	pointerType: PointerType;
	button: number;
	target: { cardId: string } | null;
}
export interface PointerMove extends Point {
	type: 'pointerMove';
	pointerId: number;
	/** Held: the date does not snap to quarters. */
	alt: boolean;
}
export interface KeyDown {
	type: 'keyDown';
	key: string;
	shift: boolean;
	alt: boolean;
	repeat: boolean;
	/** The card that has the focus. */
	cardId: string | null;
}

export type BoardEvent =
	| PointerDown
	| PointerMove
	| ({ type: 'pointerUp'; pointerId: number } & Point)
	/** The pointer was taken away: capture lost, the window lost its focus, the system took the touch. */
	| { type: 'pointerCancel'; pointerId: number | null }
	| KeyDown
	| { type: 'keyUp'; key: string; cardId: string | null }
	/** A card comes from the library, in the pointer's hand or by keyboard. */
	| { type: 'carry'; cardId: string; pointer: ({ id: number } & Point) | null }
	/** Whoever sent the card wants it back. */
	| { type: 'putBack' }
	/** The view moved or changed size under the pointer. */
	| { type: 'viewMoved' }
	/** Records changed: the card in the hand may be gone. */
	| { type: 'recordsChanged' };

export interface Step {
	quarters: number;
	lanes: number;
}

export type Hold = 'pointer' | 'keyboard';

/** What the machine needs of the board around it. Points are in canvas pixels. */
export interface BoardPort {
	/** null: not on the canvas; undefined: there is no such card (any more). */
	placementOf(cardId: string): Placement | null | undefined;
	/** The centre of the card's tab, half its height down. */
	anchorOf(cardId: string): Point | null;
	/** Where a card let go with its anchor here would come to stand. @param free without snapping to quarters. */
	landingAt(cardId: string, anchor: Point, free: boolean): Placement;
	landingBeside(cardId: string, from: Placement, step: Step): Placement;
	landingMidView(cardId: string): Placement;
	isInside(point: Point): boolean;
	/** @param how 'step' for one press of an arrow key, which joins the presses just before it. */
	place(cardId: string, placement: Placement, how: Hold | 'step'): void;
	takeOff(cardId: string): void;
	select(cardId: string | null): void;
	camera(): Camera;
	setCamera(camera: Camera): void;
	panBy(dx: number, dy: number): void;
	zoomAt(point: Point, factor: number): void;
	/** One round step in or out about the middle; 0 fits everything. */
	zoomStep(direction: 1 | -1 | 0): void;
	/** The card that came from the library is dropped, or goes back. */
	carryEnded(dropped: boolean): void;
	/** Brings a place into view. */
	reveal(placement: Placement): void;
	say(what: { cardId: string; at: Placement } | { cardId: string; event: 'pickedUp' | 'putBack' | 'takenOff' }): void;
}

export interface Preview {
	cardId: string;
	/** Where the card was when it was taken; null when it comes from the library. */
	from: Placement | null;
	/** Where it would come to stand; null where letting go would change nothing. */
	to: Placement | null;
	hold: Hold;
}

export type Tool = 'select' | 'hand';

/** What the board shows of the machine. */
export interface BoardView {
	state: StateName;
	tool: Tool;
	/** Space is held: the pointer pans. */
	space: boolean;
	preview: Preview | null;
	/** Where the anchor of the card in the pointer's hand is. */
	lift: Point | null;
}

/** A pointer pressed at a point, on a card or not. */
export interface Press extends Point {
	pointerId: number;
	pointerType: PointerType;
	cardId: string | null;
}

/** What each state is entered with. */
export interface Entries {
	idle: null;
	pointing: Press;
	dragging: Press & { cardId: string };
	carrying: { cardId: string; pointerId: number } & Point;
	panning: Press;
	pinching: { first: Press; second: Press };
	keyboardMoving: { cardId: string; carried: boolean };
}
export type StateName = keyof Entries;

export interface State {
	/** @returns true where the event was meant for the canvas, so that nothing else acts on it. */
	on(event: BoardEvent): boolean;
}

/** What a state may do to the machine. */
export interface Board {
	readonly port: BoardPort;
	readonly view: BoardView;
	/** Space was used to pan, so letting it go picks nothing up. */
	spaceUsed: boolean;
	go<N extends StateName>(name: N, entry: Entries[N]): void;
	/** Gives the event to the state that is now entered. */
	forward(event: BoardEvent): boolean;
	show(patch: Partial<Pick<BoardView, 'preview' | 'lift' | 'tool'>>): void;
}

export type Enter<N extends StateName> = (board: Board, entry: Entries[N]) => State;

const states: { [N in StateName]: Enter<N> } = { idle, pointing, dragging, carrying, panning, pinching, keyboardMoving };

export class Interaction implements Board {
	readonly port: BoardPort;
	view: BoardView = { state: 'idle', tool: 'select', space: false, preview: null, lift: null };
	spaceUsed = false;
	#state: State;
	#changed: (view: BoardView) => void;

	constructor(port: BoardPort, changed: (view: BoardView) => void = () => {}) {
		this.port = port;
		this.#changed = changed;
		this.#state = states.idle(this, null);
	}

	/** @returns true where the event was meant for the canvas. */
	handle(event: BoardEvent): boolean {
		if (event.type === 'keyDown') this.#noteSpace(event);
		const isOurs = this.#state.on(event);
		if (event.type !== 'keyDown') this.#noteSpace(event);
		return isOurs;
	}

	go<N extends StateName>(name: N, entry: Entries[N]): void {
		// Whatever ends a move, its preview goes with it.
		this.#set({ state: name, preview: null, lift: null });
		this.#state = states[name](this, entry);
	}

	forward(event: BoardEvent): boolean {
		return this.#state.on(event);
	}

	show(patch: Partial<BoardView>): void {
		this.#set(patch);
	}

	#noteSpace(event: BoardEvent): void {
		if (event.type === 'keyDown' && event.key === ' ' && !this.view.space) {
			this.spaceUsed = false;
			this.#set({ space: true });
		}
		const released = event.type === 'keyUp' && event.key === ' ';
		const lost = event.type === 'pointerCancel' && event.pointerId === null;
		if ((released || lost) && this.view.space) this.#set({ space: false });
	}

	#set(patch: Partial<BoardView>): void {
		this.view = { ...this.view, ...patch };
		this.#changed(this.view);
	}
}
