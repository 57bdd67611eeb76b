/**
 * What hands and keys do on the canvas, as a machine without DOM: one state at a time (one file each in states/) takes
 * plain events and says what to show. Entering a state marks what was there; moving only previews; letting go writes once
 * through the port; cancelling forgets the preview, and what was marked is still there.
 */
import type { Placement } from '../../src-shared/schemas/records.ts';
import type { Camera } from './camera.ts';
import { carrying } from './states/carrying.ts';
import { choosingTarget } from './states/choosingTarget.ts';
import { dragging } from './states/dragging.ts';
import { idle } from './states/idle.ts';
import { keyboardMoving } from './states/keyboardMoving.ts';
import { linking } from './states/linking.ts';
import { marquee } from './states/marquee.ts';
import { movingCluster } from './states/movingCluster.ts';
import { movingLane } from './states/movingLane.ts';
import { movingNote } from './states/movingNote.ts';
import { panning } from './states/panning.ts';
import { pinching } from './states/pinching.ts';
import { pointing } from './states/pointing.ts';
import { sizingCluster } from './states/sizingCluster.ts';
import { sizingLane } from './states/sizingLane.ts';
import type { Edge } from './structure/frames.ts';
import type { StructurePort, StructureTarget, StructureView } from './structure/port.ts';
import type { Tool } from './tools.ts';

/** Pixels from the canvas's top left corner. */
export interface Point {
	x: number;
	y: number;
}

export type PointerType = 'mouse' | 'pen' | 'touch';

/** What is under the pointer: a card, or the count of those under it; the name of a lane, or the edge below a lane. */
export type Target = { cardId: string; isPile?: boolean } | { laneId: string; part: 'name' | 'edge' } | StructureTarget;

export interface PointerDown extends Point {
	type: 'pointerDown';
	pointerId: number;
	pointerType: PointerType;
	button: number;
	/** Held: adds to the selection, or takes from it. */
	shift?: boolean;
	target: Target | null;
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
	/** Ctrl, or on a Mac the Command key. */
	ctrl?: boolean;
	repeat: boolean;
	/** The card that has the focus. */
	cardId: string | null;
	/** The cluster, note or arrow that has it. */
	on?: StructureTarget | null;
}

export type BoardEvent =
	| PointerDown
	| PointerMove
	| ({ type: 'pointerUp'; pointerId: number } & Point)
	/** The pointer was taken away: capture lost, the window lost its focus, the system took the touch. */
	| { type: 'pointerCancel'; pointerId: number | null }
	| KeyDown
	| { type: 'keyUp'; key: string; cardId: string | null }
	/** Cards come from the library, in the pointer's hand or by keyboard. */
	| { type: 'carry'; cardIds: readonly string[]; pointer: ({ id: number } & Point) | null }
	/** Whoever sent the cards wants them back. */
	| { type: 'putBack' }
	/** The view moved or changed size under the pointer. */
	| { type: 'viewMoved' }
	/** Records changed: the cards in the hand may be gone. */
	| { type: 'recordsChanged' };

export interface Step {
	quarters: number;
	/** Bands, really: where height means impact, a step up is a degree more. */
	lanes: number;
}

export type Hold = 'pointer' | 'keyboard';
export type Placements = ReadonlyMap<string, Placement>;
/** Cards in a hand with where they were taken from; the first is the one that is held. */
export type InHand = ReadonlyMap<string, Placement | null>;
/** 'preview' for a rectangle that is still drawn. */
export type Choice = 'only' | 'toggle' | 'add' | 'preview';

/** What the machine needs of the board around it. Points are in canvas pixels. */
export interface BoardPort {
	/** null: not on the canvas; undefined: there is no such card (any more). */
	placementOf(cardId: string): Placement | null | undefined;
	/** A locked card is not moved. */
	isLocked(cardId: string): boolean;
	/** The card and those that move with it: its selection, without what is locked. */
	companyOf(cardId: string): readonly string[];
	/** The centre of the card's tab, half its height down. */
	anchorOf(cardId: string): Point | null;
	/** Where cards let go with the first one's anchor here would come to stand. @param free without snapping to quarters. */
	landingsAt(hand: InHand, anchor: Point, free: boolean): Placements;
	landingsBeside(from: Placements, step: Step): Placements;
	landingsMidView(hand: InHand): Placements;
	isInside(point: Point): boolean;
	/** @param how 'step' for one press of an arrow key, which joins the presses just before it. */
	place(placements: Placements, how: Hold | 'step'): void;
	takeOff(cardIds: readonly string[]): void;
	/** Of the selection, cards that are not there any more apart. */
	selection(): readonly string[];
	select(cardIds: readonly string[], how: Choice): void;
	/** Opens what lies under a card or in a folded lane, so that it can be seen. @returns false where nothing does. */
	fan(cardId: string): boolean;
	/** Closes what was opened so. @returns false where nothing was. */
	closeFan(): boolean;
	allCards(): readonly string[];
	cardsIn(from: Point, to: Point): readonly string[];
	hasLane(laneId: string): boolean;
	/** Pixels from a lane's top to its lower edge, and how many rows a height has room for. */
	laneHeight(laneId: string): number;
	rowsIn(height: number): number;
	sizeLane(laneId: string, rows: number): void;
	/** Which place among the lanes a height of the canvas is, from 0. */
	laneIndexAt(y: number): number;
	moveLane(laneId: string, toIndex: number): void;
	camera(): Camera;
	setCamera(camera: Camera): void;
	panBy(dx: number, dy: number): void;
	zoomAt(point: Point, factor: number): void;
	/** One round step in or out about the pointer, about the middle where it is not over the canvas; 0 fits everything. */
	zoomStep(direction: 1 | -1 | 0): void;
	fitSelection(): void;
	/** The cards that came from the library are dropped, or go back. */
	carryEnded(dropped: boolean): void;
	/** Clusters, influences and notes. */
	readonly structure: StructurePort;
	/** Brings a place into view. */
	reveal(placement: Placement): void;
	say(what: Said): void;
}

export type Said =
	/** `stays`: they were to go further, and cannot. */
	| { cardIds: readonly string[]; at: Placements; stays?: boolean }
	| { cardIds: readonly string[]; event: 'pickedUp' | 'putBack' | 'takenOff' | 'locked' | 'goneMeanwhile' };

export interface Preview {
	/** The card that is held. */
	cardId: string;
	/** Where the cards were when they were taken; null for those from the library. */
	from: InHand;
	/** Where they would come to stand; null where letting go would change nothing. */
	to: Placements | null;
	hold: Hold;
}

export type LanePreview = { laneId: string; rows: number } | { laneId: string; toIndex: number };

/** What the board shows of the machine. */
export interface BoardView {
	state: StateName;
	tool: Tool;
	/** Space is held: the pointer pans. */
	space: boolean;
	preview: Preview | null;
	/** Where the anchor of the card in the pointer's hand is. */
	lift: Point | null;
	/** The corners of a selecting rectangle. */
	marquee: { from: Point; to: Point } | null;
	/** A lane that is being made higher or lower, or moved. */
	lane: LanePreview | null;
	/** A cluster, a note or an arrow in the hand. */
	structure: StructureView | null;
}

/** A pointer pressed at a point, on something or not. */
export interface Press extends Point {
	pointerId: number;
	pointerType: PointerType;
	shift: boolean;
	target: Target | null;
}

/** What each state is entered with. */
export interface Entries {
	idle: null;
	pointing: Press;
	dragging: Press & { cardId: string };
	carrying: { cardIds: readonly string[]; pointerId: number } & Point;
	marquee: Press;
	panning: Press;
	pinching: { first: Press; second: Press };
	keyboardMoving: { cardIds: readonly string[]; carried: boolean };
	sizingLane: Press & { laneId: string };
	movingLane: Press & { laneId: string };
	movingCluster: Press & { clusterId: string };
	sizingCluster: Press & { clusterId: string; edge: Edge };
	movingNote: Press & { noteId: string };
	linking: Press & { fromId: string };
	choosingTarget: { fromId: string };
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
	show(patch: Partial<Omit<BoardView, 'state' | 'space'>>): void;
}

export type Enter<N extends StateName> = (board: Board, entry: Entries[N]) => State;

const states: { [N in StateName]: Enter<N> } = {
	idle, pointing, dragging, carrying, marquee, panning, pinching, keyboardMoving, sizingLane, movingLane,
	movingCluster, sizingCluster, movingNote, linking, choosingTarget,
};

const nothing = { preview: null, lift: null, marquee: null, lane: null, structure: null } as const;

export class Interaction implements Board {
	readonly port: BoardPort;
	view: BoardView = { state: 'idle', tool: 'select', space: false, ...nothing };
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
		this.#set({ state: name, ...nothing });
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
