/** What the machine of the hand asks of the canvas, answered from the scene and done through commands. */
import { dateLabel } from '../../src-shared/domain/horizon.ts';
import { counted } from '../ui/kinds.ts';
import type { BoardStore } from './boardStore.svelte.ts';
import type { Camera } from './camera.ts';
import { codeOf } from './codes.ts';
import { rowsWithin } from './geometry.ts';
import type { BoardPort, Choice, Hold, InHand, Placements, Point, Said, Step } from './interaction.ts';
import { moveLane, sizeLane } from './laneCommands.ts';
import type { Spot } from './landing.ts';
import { landingsBeside, landingsFor, landingsMidView } from './landings.ts';
import { axisHeight } from './measures.ts';
import { Placing } from './placing.ts';
import { StructureHands } from './structure/structureHands.ts';
import { anchorOf, boxOfPlacement, cardsIn, isInside, wishAt, type Scene } from './scene.ts';
import { laneName, spokenPlace } from './words.ts';

export class HandPort implements BoardPort {
	#store: BoardStore;
	#placing: Placing;
	readonly structure: StructureHands;
	/** The cluster that the cards just dropped are in, '' for none; null where that is as it was. */
	#joined: string | null = null;
	#last: { hand: InHand; wish: Spot; crowd: Scene['crowd']; boxes: Scene['boxes']; to: Placements } | null = null;

	constructor(store: BoardStore) {
		this.#store = store;
		this.#placing = new Placing(store.app);
		this.structure = new StructureHands(store);
	}

	get #scene(): Scene {
		return this.#store.scenes.scene;
	}

	placementOf(cardId: string) {
		return this.#store.scenes.placementOf(cardId);
	}
	isLocked(cardId: string): boolean {
		return this.#store.app.records.uses.get(cardId)?.locked === true;
	}
	companyOf(cardId: string): readonly string[] {
		const { selection, scenes } = this.#store;
		const fellows = selection.has(cardId) ? selection.ids : [];
		// Cards that lie under the one that is taken come along: the hand has taken the pile.
		const pile = scenes.crowd.layout.stacks.get(cardId) ?? [];
		const all = new Set([cardId, ...fellows, ...pile]);
		return [...all].filter((id) => id === cardId || (scenes.byId.has(id) && !this.isLocked(id)));
	}
	anchorOf(cardId: string): Point | null {
		return anchorOf(this.#scene, cardId);
	}
	landingsAt(hand: InHand, anchor: Point, free: boolean): Placements {
		const wish = wishAt(this.#scene, anchor, free === this.#store.snaps);
		const { crowd, boxes } = this.#scene;
		const last = this.#last;
		// Between two quarters the pointer moves many times and the answer stays.
		if (last?.hand === hand && last.crowd === crowd && last.boxes === boxes && sameSpot(last.wish, wish)) return last.to;
		const to = landingsFor(this.#scene, hand, wish);
		this.#last = { hand, wish, crowd, boxes, to };
		return to;
	}
	landingsBeside(from: Placements, step: Step): Placements {
		return landingsBeside(this.#scene, from, step);
	}
	landingsMidView(hand: InHand): Placements {
		return landingsMidView(this.#scene, hand);
	}
	isInside(point: Point): boolean {
		return this.#store.scenes.lanes.length > 0 && isInside(this.#scene, point);
	}

	place(placements: Placements, how: Hold | 'step'): void {
		const { view, lift, layer } = this.#store;
		const [leader = ''] = placements.keys();
		if (how === 'pointer' && lift && view.preview) layer.settleFrom(view.preview.cardId, lift);
		const regrouped = how === 'step' ? [] : this.#store.structure.regrouping(placements, how === 'pointer' ? lift : null);
		this.#placing.place(placements, how === 'step', regrouped);
		this.#joined = regrouped.length > 0 ? (this.#store.structure.clusterOf(leader)?.name ?? '') : null;
		const focused = document.activeElement?.closest<HTMLElement>('[data-card-id]')?.dataset['cardId'] ?? leader;
		void this.#store.keepFocus(placements.has(focused) ? focused : leader, how !== 'pointer');
	}
	takeOff(cardIds: readonly string[]): void {
		const { tabStop } = this.#store;
		const next = this.#store.neighbourOf(cardIds);
		const cardId = cardIds.find((id) => id === tabStop) ?? cardIds[0]!;
		this.#store.left = { cardId, toId: next ?? null };
		this.#placing.takeOff(cardIds);
		if (next) void this.#store.focusCard(next);
	}

	selection(): readonly string[] {
		return this.#store.selection.ids;
	}
	select(cardIds: readonly string[], how: Choice): void {
		const { selection, scenes } = this.#store;
		if (how === 'only' && cardIds.length === 0) scenes.fanned = null;
		const before = selection.ids.length;
		selection.choose(cardIds, how);
		if (how === 'preview' || (before < 2 && selection.ids.length < 2)) return;
		this.#store.announcer.say(selection.ids.length === 0 ? 'No card is selected.' : `${counted(selection.ids.length, 'card')} selected.`);
	}
	fan(cardId: string): boolean {
		const { scenes } = this.#store;
		const laneId = scenes.drawn.find(({ id }) => id === cardId)?.laneId;
		if (laneId === undefined || laneId === scenes.fanned) return false;
		scenes.fanned = laneId;
		return true;
	}
	closeFan(): boolean {
		const { scenes } = this.#store;
		const was = scenes.fanned !== null;
		scenes.fanned = null;
		return was;
	}
	allCards(): readonly string[] {
		return this.#store.scenes.order.map(({ id }) => id);
	}
	cardsIn(from: Point, to: Point): readonly string[] {
		return cardsIn(this.#scene, from, to);
	}

	laneHeight(laneId: string): number {
		return this.#store.scenes.laneBoxes.find(({ id }) => id === laneId)?.height ?? 0;
	}
	rowsIn(height: number): number {
		return Math.min(60, rowsWithin(height, this.#store.scenes.measures));
	}
	sizeLane(laneId: string, rows: number | null): void {
		void sizeLane(this.#store.app, laneId, rows);
	}
	hasLane(laneId: string): boolean {
		return this.#store.scenes.storedLanes.some(({ id }) => id === laneId);
	}
	laneIndexAt(y: number): number {
		const at = y - axisHeight + this.#scene.camera.y;
		return Math.max(0, this.#store.scenes.laneBoxes.findLastIndex(({ top }) => top <= at));
	}
	moveLane(laneId: string, toIndex: number): void {
		void moveLane(this.#store.app, laneId, toIndex);
	}

	camera(): Camera {
		return this.#scene.camera;
	}
	setCamera(camera: Camera): void {
		this.#store.eye.set(camera);
	}
	panBy(dx: number, dy: number): void {
		this.#store.eye.panBy(dx, dy);
	}
	zoomAt(point: Point, factor: number): void {
		this.#store.eye.zoomAt(point, factor);
	}
	zoomStep(direction: 1 | -1 | 0): void {
		this.#store.eye.zoomStep(direction, this.#store.pointedAt());
	}
	fitSelection(): void {
		this.#store.eye.fit(this.#store.selection.ids);
	}
	reveal(placement: Parameters<BoardPort['reveal']>[0]): void {
		this.#store.eye.reveal(boxOfPlacement(this.#scene, placement));
	}
	carryEnded(dropped: boolean): void {
		this.#store.carryEnded(dropped);
	}

	say(what: Said): void {
		const joined = this.#joined;
		this.#joined = null;
		const also = joined === null ? '' : joined === '' ? ', in no cluster' : `, in cluster ${joined}`;
		const words = 'event' in what ? this.#eventWords(what.cardIds, what.event) : this.#placeWords(what.cardIds, what.at) + (what.stays ? ', no further' : also);
		// The hand is suddenly empty, and everybody who looks at it should know why; a toast is read aloud as well.
		if ('event' in what && what.event === 'goneMeanwhile') this.#store.app.toasts.done(words);
		else this.#store.announcer.say(words);
	}
	#placeWords(cardIds: readonly string[], at: Placements): string {
		const { app, scenes } = this.#store;
		const to = at.get(cardIds[0]!);
		if (!to) return '';
		const impact = scenes.frame.means === 'impact' && to.impact ? `, impact ${to.impact}` : '';
		if (cardIds.length === 1) return spokenPlace(codeOf(app.records, cardIds[0]!) ?? 'The card', scenes.baseYear, scenes.lanes, to) + impact;
		return `${counted(cardIds.length, 'card')}, the first at ${dateLabel(scenes.baseYear, to.at)}, ${laneName(scenes.lanes, to.laneId)}${impact}`;
	}
	#eventWords(cardIds: readonly string[], event: Extract<Said, { event: string }>['event']): string {
		const one = cardIds.length === 1;
		const what = one ? (codeOf(this.#store.app.records, cardIds[0]!) ?? 'The card') : counted(cardIds.length, 'card');
		const isPlaced = cardIds.some((id) => this.placementOf(id));
		if (event === 'pickedUp') return `${what} picked up. Arrows aim, Enter drops, or press where it goes; Escape returns.`;
		if (event === 'goneMeanwhile') return `${one ? what : `One of ${what}`} was removed meanwhile, so nothing was moved.`;
		if (event === 'locked') return `${what} is locked. Unlock it to move it.`;
		if (event === 'takenOff' || !isPlaced) return `${what} ${one ? 'is' : 'are'} back in the library.`;
		return one ? `${what} stays where it was.` : `${what} stay where they were.`;
	}
}

const sameSpot = (a: Spot, b: Spot): boolean => a.at === b.at && a.bandId === b.bandId && a.row === b.row;
