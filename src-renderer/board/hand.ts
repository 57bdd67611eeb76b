/** For tests: a board in memory and a hand over it, so that a test reads as what a person does. */
import { dateLabel } from '../../src-shared/domain/horizon.ts';
import type { Lane, Placement } from '../../src-shared/schemas/records.ts';
import { home, type Camera } from './camera.ts';
import type { Frame } from './crowd.ts';
import { laneBoxes, rowsWithin } from './geometry.ts';
import { Interaction, type BoardPort, type Choice, type KeyDown, type Point, type PointerType, type Target } from './interaction.ts';
import * as landings from './landings.ts';
import * as scenes from './scene.ts';
import type { StructureTarget } from './structure/port.ts';
import { HeldStructure } from './structure/heldStructure.ts';
import * as viewing from './viewing.ts';

const threeLanes: Lane[] = ['Policy', 'Markets', 'Technology'].map((name) => ({ id: name, name }));

export interface Written {
	cardId: string;
	to: Placement | null;
	how: string;
}

/** A canvas of 856 × 802 as in the design, from 2026, with three lanes. */
export class HandBoard implements BoardPort {
	/** null: in the library. */
	readonly cards = new Map<string, Placement | null>();
	readonly locked = new Set<string>();
	/** Every card that was written, in the order of writing; `writes` counts the times. */
	readonly written: Written[] = [];
	writes = 0;
	readonly said: string[] = [];
	lanes: Lane[] = threeLanes;
	means: Frame['means'] = 'free';
	selected: string[] = [];
	carried: 'nothing' | 'under way' | 'dropped' | 'put back' = 'nothing';
	#camera: Camera = home;
	plot = { width: 768, height: 768 };
	readonly structure = new HeldStructure(this);

	get scene(): scenes.Scene {
		const placed = [...this.cards].flatMap(([id, placement]) => (placement ? [{ id, placement }] : []));
		return scenes.sceneOf({ lanes: this.lanes, means: this.means, required: () => null }, placed, this.plot, this.#camera);
	}
	placementOf = (cardId: string) => this.cards.get(cardId);
	isLocked = (cardId: string) => this.locked.has(cardId);
	companyOf = (cardId: string) =>
		this.selected.includes(cardId) ? [cardId, ...this.selected.filter((id) => id !== cardId && this.cards.get(id) && !this.locked.has(id))] : [cardId];
	anchorOf = (cardId: string) => scenes.anchorOf(this.scene, cardId);
	landingsAt: BoardPort['landingsAt'] = (hand, anchor, free) => landings.landingsAt(this.scene, hand, anchor, free);
	landingsBeside: BoardPort['landingsBeside'] = (from, step) => landings.landingsBeside(this.scene, from, step);
	landingsMidView: BoardPort['landingsMidView'] = (hand) => landings.landingsMidView(this.scene, hand);
	isInside = (point: Point) => scenes.isInside(this.scene, point);
	place: BoardPort['place'] = (placements, how) => {
		this.writes++;
		if (how !== 'step') this.structure.dropped(placements);
		for (const [cardId, to] of placements) {
			this.cards.set(cardId, to);
			this.written.push({ cardId, to, how });
		}
	};
	takeOff = (cardIds: readonly string[]) => {
		this.writes++;
		for (const cardId of cardIds) {
			this.cards.set(cardId, null);
			this.written.push({ cardId, to: null, how: 'taken off' });
		}
	};
	selection = () => this.selected;
	select = (cardIds: readonly string[], how: Choice) => {
		const [cardId] = cardIds;
		if (how === 'toggle' && cardId !== undefined) {
			this.selected = this.selected.includes(cardId) ? this.selected.filter((id) => id !== cardId) : [...this.selected, cardId];
		} else this.selected = how === 'add' ? [...new Set([...this.selected, ...cardIds])] : [...cardIds];
	};
	fanned: string | null = null;
	fan = (cardId: string) => {
		this.fanned = cardId;
		return true;
	};
	closeFan = () => {
		const was = this.fanned !== null;
		this.fanned = null;
		return was;
	};
	allCards = () => [...this.cards].flatMap(([id, placement]) => (placement ? [id] : []));
	cardsIn = (from: Point, to: Point) => scenes.cardsIn(this.scene, from, to);
	laneHeight = (laneId: string) => laneBoxes(this.scene.boxes).find(({ id }) => id === laneId)!.height;
	rowsIn = (height: number) => rowsWithin(height, this.scene.measures);
	sizeLane = (laneId: string, rows: number) => {
		this.writes++;
		this.lanes = this.lanes.map((lane) => (lane.id === laneId ? { ...lane, rows } : lane));
	};
	hasLane = (laneId: string) => this.lanes.some(({ id }) => id === laneId);
	laneIndexAt = (y: number) => {
		const boxes = laneBoxes(this.scene.boxes);
		const at = y - 34 + this.#camera.y;
		return Math.max(0, boxes.findLastIndex(({ top }) => top <= at));
	};
	moveLane = (laneId: string, toIndex: number) => {
		this.writes++;
		const others = this.lanes.filter(({ id }) => id !== laneId);
		this.lanes = others.toSpliced(toIndex, 0, this.lanes.find(({ id }) => id === laneId)!);
	};
	camera = () => this.#camera;
	setCamera = (camera: Camera) => (this.#camera = scenes.kept(this.scene, camera));
	panBy = (dx: number, dy: number) => (this.#camera = viewing.panned(this.scene, dx, dy));
	zoomAt = (point: Point, factor: number) => (this.#camera = viewing.zoomedAt(this.scene, this.#camera.zoom * factor, point));
	zoomStep = (direction: 1 | -1 | 0) => this.said.push(`zoom ${direction}`);
	fitSelection = () => (this.#camera = viewing.fittedTo(this.scene, this.selected));
	carryEnded = (dropped: boolean) => (this.carried = dropped ? 'dropped' : 'put back');
	reveal = (placement: Placement) => (this.#camera = viewing.revealed(this.scene, scenes.boxOfPlacement(this.scene, placement)));
	say: BoardPort['say'] = (what) => this.said.push('event' in what ? what.event : spot(what.at.get(what.cardIds[0]!)));
}

/** "2029 Q4 Policy row 0". */
export const spot = (at: Placement | null | undefined): string =>
	at ? `${dateLabel(2026, at.at)} ${at.laneId} ${at.impact ? `impact ${at.impact} ` : ''}row ${at.height}` : String(at);

export class Hand {
	readonly board = new HandBoard();
	readonly machine = new Interaction(this.board);
	#at: Point = { x: 0, y: 0 };
	#pointerId = 1;
	#pointerType: PointerType = 'mouse';
	#alt = false;
	#shift = false;

	/** Sets a card down before the test begins; without a place it stays in the library. */
	has(cardId: string, at?: number, laneId = 'Policy', height = 0): this {
		this.board.cards.set(cardId, at === undefined ? null : { at, laneId, height });
		return this;
	}

	/** The pixel of a date and a height in the plot. */
	static point(at: number, y: number): Point {
		return { x: 88 + 20 + at * 71, y: 34 + y };
	}

	with(pointerType: PointerType, pointerId = 1): this {
		this.#pointerType = pointerType;
		this.#pointerId = pointerId;
		return this;
	}
	holdingAlt(alt = true): this {
		this.#alt = alt;
		return this;
	}

	holdingShift(shift = true): this {
		this.#shift = shift;
		return this;
	}

	/** Presses a card on its tab, or `off` pixels from there, or a bare point of the canvas. */
	press(target: string | Point, { off = { x: 0, y: 0 }, button = 0 } = {}): this {
		const point = typeof target === 'string' ? this.board.anchorOf(target)! : target;
		return this.#pressAt({ x: point.x + off.x, y: point.y + off.y }, typeof target === 'string' ? { cardId: target } : null, button);
	}
	/** Takes a lane by its name, or by the edge below it. */
	pressLane(laneId: string, part: 'name' | 'edge'): this {
		const lane = laneBoxes(this.board.scene.boxes).find(({ id }) => id === laneId)!;
		const y = 34 + lane.top + (part === 'edge' ? lane.height : 20);
		return this.#pressAt({ x: 40, y }, { laneId, part }, 0);
	}
	/** Takes a cluster by its name or an edge, a note, or a card's handle for arrows. */
	pressOn(target: StructureTarget): this {
		const at = 'fromId' in target ? this.board.anchorOf(target.fromId)! : this.board.structure.pointOf(target);
		return this.#pressAt(at, target, 0);
	}
	#pressAt(at: Point, target: Target | null, button: number): this {
		this.#at = at;
		const pointer = { pointerId: this.#pointerId, pointerType: this.#pointerType, ...at };
		this.machine.handle({ type: 'pointerDown', ...pointer, button, shift: this.#shift, target });
		return this;
	}
	click(target: string | Point): this {
		return this.press(target).release();
	}
	move(dx: number, dy = 0): this {
		return this.moveTo({ x: this.#at.x + dx, y: this.#at.y + dy });
	}
	moveTo(point: Point): this {
		this.#at = point;
		this.machine.handle({ type: 'pointerMove', pointerId: this.#pointerId, ...point, alt: this.#alt });
		return this;
	}
	release(): this {
		this.machine.handle({ type: 'pointerUp', pointerId: this.#pointerId, ...this.#at });
		return this;
	}
	/** The pointer is taken away: lost capture, or with null the whole window's focus. */
	lose(pointerId: number | null = this.#pointerId): this {
		this.machine.handle({ type: 'pointerCancel', pointerId });
		return this;
	}
	carry(cardIds: string | string[], from: Point | null): this {
		this.#at = from ?? this.#at;
		this.board.carried = 'under way';
		this.machine.handle({ type: 'carry', cardIds: [cardIds].flat(), pointer: from && { id: this.#pointerId, ...from } });
		return this;
	}
	keyDown(key: string, on: string | null = null, held: Partial<KeyDown> = {}): boolean {
		return this.machine.handle({ type: 'keyDown', key, shift: false, alt: false, repeat: false, cardId: on, ...held });
	}
	keyUp(key: string, on: string | null = null): this {
		this.machine.handle({ type: 'keyUp', key, cardId: on });
		return this;
	}
	/** Presses keys one after another with the focus on a card; "Shift+ArrowLeft" holds Shift. */
	type(keys: string, on: string | null = null): this {
		for (const name of keys.split(' ')) {
			const key = name.replace('Shift+', '').replace('Space', ' ');
			this.keyDown(key, on, { shift: name.startsWith('Shift+') });
			this.keyUp(key, on);
		}
		return this;
	}
	/** Somebody deletes a cluster or a note meanwhile. */
	goes(id: string): this {
		this.board.structure.clusters.delete(id);
		this.board.structure.notes.delete(id);
		this.machine.handle({ type: 'recordsChanged' });
		return this;
	}
	/** Somebody deletes the card meanwhile. */
	vanishes(cardId: string): this {
		this.board.cards.delete(cardId);
		this.machine.handle({ type: 'recordsChanged' });
		return this;
	}

	get state(): string {
		return this.machine.view.state;
	}
	/** Where the card in the hand would come to stand. */
	get preview(): string {
		const { preview } = this.machine.view;
		return spot(preview && (preview.to?.get(preview.cardId) ?? null));
	}
	whereIs(cardId: string): string {
		return spot(this.board.cards.get(cardId));
	}
}
