/** For tests: a board in memory and a hand over it, so that a test reads as what a person does. */
import { dateLabel } from '../../src-shared/domain/horizon.ts';
import type { Lane, Placement } from '../../src-shared/schemas/records.ts';
import { home, type Camera } from './camera.ts';
import { Interaction, type BoardPort, type KeyDown, type Point, type PointerType } from './interaction.ts';
import * as scenes from './scene.ts';

const lanes: Lane[] = ['Policy', 'Markets', 'Technology'].map((name) => ({ id: name, name }));

export interface Written {
	cardId: string;
	to: Placement | null;
	how: string;
}

/** A canvas of 856 × 802 as in the design, from 2026, with three lanes. */
export class HandBoard implements BoardPort {
	/** null: in the library. */
	readonly cards = new Map<string, Placement | null>();
	readonly written: Written[] = [];
	readonly said: string[] = [];
	selected: string | null | undefined;
	carried: 'nothing' | 'under way' | 'dropped' | 'put back' = 'nothing';
	#camera: Camera = home;
	plot = { width: 768, height: 768 };

	get scene(): scenes.Scene {
		const placed = [...this.cards].flatMap(([id, placement]) => (placement ? [{ id, ...placement }] : []));
		return scenes.sceneOf(lanes, placed, this.plot, this.#camera);
	}
	placementOf = (cardId: string) => this.cards.get(cardId);
	anchorOf = (cardId: string) => scenes.anchorOf(this.scene, cardId);
	landingAt = (cardId: string, anchor: Point, free: boolean) => scenes.landingAt(this.scene, cardId, anchor, free);
	landingBeside: BoardPort['landingBeside'] = (cardId, from, step) => scenes.landingBeside(this.scene, cardId, from, step);
	landingMidView = (cardId: string) => scenes.landingMidView(this.scene, cardId);
	isInside = (point: Point) => scenes.isInside(this.scene, point);
	place: BoardPort['place'] = (cardId, to, how) => {
		this.cards.set(cardId, to);
		this.written.push({ cardId, to, how });
	};
	takeOff = (cardId: string) => {
		this.cards.set(cardId, null);
		this.written.push({ cardId, to: null, how: 'taken off' });
	};
	select = (cardId: string | null) => (this.selected = cardId);
	camera = () => this.#camera;
	setCamera = (camera: Camera) => (this.#camera = scenes.kept(this.scene, camera));
	panBy = (dx: number, dy: number) => (this.#camera = scenes.panned(this.scene, dx, dy));
	zoomAt = (point: Point, factor: number) => (this.#camera = scenes.zoomedAt(this.scene, this.#camera.zoom * factor, point));
	zoomStep = (direction: 1 | -1 | 0) => this.said.push(`zoom ${direction}`);
	carryEnded = (dropped: boolean) => (this.carried = dropped ? 'dropped' : 'put back');
	reveal = (placement: Placement) => (this.#camera = scenes.revealed(this.scene, placement));
	say: BoardPort['say'] = (what) => this.said.push('event' in what ? what.event : spot(what.at));
}

/** "2029 Q4 Policy row 0". */
export const spot = (at: Placement | null | undefined): string =>
	at ? `${dateLabel(2026, at.at)} ${at.laneId} row ${at.height}` : String(at);

export class Hand {
	readonly board = new HandBoard();
	readonly machine = new Interaction(this.board);
	#at: Point = { x: 0, y: 0 };
	#pointerId = 1;
	#pointerType: PointerType = 'mouse';
	#alt = false;

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

	/** Presses a card on its tab, or `off` pixels from there, or a bare point of the canvas. */
	press(target: string | Point, { off = { x: 0, y: 0 }, button = 0 } = {}): this {
		const cardId = typeof target === 'string' ? target : null;
		const point = typeof target === 'string' ? this.board.anchorOf(target)! : target;
		this.#at = { x: point.x + off.x, y: point.y + off.y };
		const pointer = { pointerId: this.#pointerId, pointerType: this.#pointerType, ...this.#at };
		this.machine.handle({ type: 'pointerDown', ...pointer, button, target: cardId === null ? null : { cardId } });
		return this;
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
	carry(cardId: string, from: Point | null): this {
		this.#at = from ?? this.#at;
		this.board.carried = 'under way';
		this.machine.handle({ type: 'carry', cardId, pointer: from && { id: this.#pointerId, ...from } });
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
		return spot(this.machine.view.preview?.to);
	}
	whereIs(cardId: string): string {
		return spot(this.board.cards.get(cardId));
	}
}
