/**
 * The canvas's view model: the open workshop's placed cards before a camera, what the hand is doing to them, and the port
 * through which the hand acts. Records change on drop only; everything before that is preview.
 */
import { tick } from 'svelte';
import { cardCode } from '../../src-shared/domain/cardCode.ts';
import { dateLabel } from '../../src-shared/domain/horizon.ts';
import { newId } from '../../src-shared/domain/ids.ts';
import type { Kind } from '../../src-shared/schemas/document.ts';
import type { Card, Placement, WorkshopCard } from '../../src-shared/schemas/records.ts';
import type { App } from '../context.ts';
import { clampCamera, home, yearWidth, type Camera, type Plot } from './camera.ts';
import { CardLayer } from './cardLayer.ts';
import { codeOf } from './codes.ts';
import { undo } from '../ui/history.ts';
import { placeCards } from './commands.ts';
import { contentHeight, laneBoxes, type LaneBox } from './geometry.ts';
import { Interaction, type BoardPort, type BoardView, type Point } from './interaction.ts';
import type { Crowd } from './landing.ts';
import { beforeFirstYear, detailAt, layoutZoom, measuresAt, nextZoom, type Detail } from './measures.ts';
import * as scenes from './scene.ts';
import { cardName, laneName, spokenPlace } from './words.ts';

/** A card as the canvas shows it. The same object as long as nothing about it changes, so that nothing is drawn twice. */
export interface BoardItem {
	id: string;
	kind: Kind;
	code: string;
	name: string;
	nameIsMade: boolean;
	description: string | null;
	placement: Placement;
	label: string;
}

/** Presses of an arrow key on one card within this time are one step for undo. */
const repeatTime = 1000;

export class BoardStore implements BoardPort {
	readonly layer = new CardLayer();
	readonly machine: Interaction;
	plot = $state.raw<Plot>({ width: 768, height: 720 });
	view: BoardView = $state.raw({ state: 'idle', tool: 'select', space: false, preview: null, lift: null });
	spoken = $state('');
	/** The card that Tab comes to. */
	#tabStop = $state<string | null>(null);
	#wanted = $state.raw<Camera>(home);
	// These two are set only when they change, and not derived: a thousand cards follow them, and would all be asked
	// whether they are concerned at every step of a drag or of the wheel.
	detail = $state<Detail>('card');
	/** The placed card whose place is shown as an outline while it is in the hand. */
	originId = $state<string | null>(null);
	#lastWish: { key: string; crowd: Crowd; boxes: readonly LaneBox[]; landing: Placement } | null = null;
	#app: App;
	#items = new Map<string, { card: Card; use: WorkshopCard; frame: string; item: BoardItem }>();
	#arrow = { cardId: '', stepId: '', at: 0 };
	#focusBefore: Element | null = null;

	readonly lanes = $derived.by(() => this.#app.records.workshop?.lanes ?? []);
	readonly baseYear = $derived.by(() => this.#app.records.workshop?.baseYear ?? new Date().getFullYear());
	readonly items: BoardItem[] = $derived.by(() => this.#placedItems());
	readonly #placed = $derived(this.items.map(({ id, placement }) => ({ id, ...placement })));
	readonly #band = $derived(layoutZoom(this.#wanted.zoom));
	readonly #crowd = $derived(scenes.crowdOf(this.lanes, this.#placed, this.plot, this.#band));
	/** A lane grows while a card is held over it that finds all its rows covered. */
	readonly #extraRows = $derived.by(() => {
		const to = this.view.preview?.to;
		return to && to.height >= (this.#crowd.layout.rows.get(to.laneId) ?? 0) ? `${to.height + 1} ${to.laneId}` : '';
	});
	readonly measures = $derived(measuresAt(this.#wanted.zoom));
	readonly boxes = $derived.by(() => {
		const rows = new Map(this.#crowd.layout.rows);
		const [, extra, laneId] = /^(\d+) (.*)$/s.exec(this.#extraRows) ?? [];
		if (laneId !== undefined) rows.set(laneId, Number(extra));
		return laneBoxes(this.lanes, rows, this.measures, this.plot.height);
	});
	/** The camera, kept within what there is. */
	readonly seen: Camera = $derived(clampCamera(this.#wanted, this.plot, contentHeight(this.boxes)));
	readonly scene: scenes.Scene = $derived({
		lanes: this.lanes,
		plot: this.plot,
		camera: this.seen,
		measures: this.measures,
		year: yearWidth(this.plot, this.#wanted.zoom),
		crowd: this.#crowd,
		boxes: this.boxes,
	});
	/** Lane by lane, each in the order of time: as Tab goes and as assistive technology reads. */
	readonly byLane: Map<string, BoardItem[]> = $derived.by(() => this.#groups());
	readonly order = $derived([...this.byLane.values()].flat());
	readonly tabStop = $derived(this.items.some(({ id }) => id === this.#tabStop) ? this.#tabStop : (this.order[0]?.id ?? null));

	constructor(app: App) {
		this.#app = app;
		this.machine = new Interaction(this, (view) => this.#show(view));
	}

	#show(view: BoardView): void {
		this.view = view;
		const origin = view.preview?.from ? view.preview.cardId : null;
		if (origin !== this.originId) this.originId = origin;
	}

	#look(camera: Camera): void {
		this.#wanted = camera;
		const detail = detailAt(camera.zoom);
		if (detail !== this.detail) this.detail = detail;
		this.machine.handle({ type: 'viewMoved' });
	}

	#placedItems(): BoardItem[] {
		const { records } = this.#app;
		const items = new Map<string, { card: Card; use: WorkshopCard; frame: string; item: BoardItem }>();
		const frame = JSON.stringify([this.baseYear, this.lanes]);
		for (const use of records.workshopCards.all) {
			const card = use.placement ? records.cards.get(use.cardId) : undefined;
			if (!card) continue;
			const known = this.#items.get(card.id);
			const same = known && known.card === card && known.use === use && known.frame === frame;
			items.set(card.id, same ? known : { card, use, frame, item: this.#item(card, use) });
		}
		this.#items = items;
		return [...items.values()].map(({ item }) => item);
	}

	#item(card: Card, use: WorkshopCard): BoardItem {
		const { id, kind, name, nameIsMade, description } = card;
		const code = cardCode(kind, use.number);
		const placement = use.placement!;
		const label = cardName({ kind, code, name }, dateLabel(this.baseYear, placement.at), laneName(this.lanes, placement.laneId));
		return { id, kind, code, name, nameIsMade, description, placement, label };
	}

	#groups(): Map<string, BoardItem[]> {
		const groups = new Map(this.lanes.map(({ id }) => [id, [] as BoardItem[]]));
		const standings = this.#crowd.layout.cards;
		for (const item of this.items) groups.get(standings.get(item.id)?.laneId ?? '')?.push(item);
		const row = (item: BoardItem) => standings.get(item.id)!.row;
		for (const group of groups.values()) group.sort((a, b) => a.placement.at - b.placement.at || row(a) - row(b));
		return groups;
	}

	/** A card's face wherever it is held, placed or not; its code is then the one it will get. */
	face(cardId: string): Omit<BoardItem, 'placement' | 'label'> | null {
		const { records } = this.#app;
		const card = records.cards.get(cardId);
		if (!card) return null;
		const { id, kind, name, nameIsMade, description } = card;
		return { id, kind, name, nameIsMade, description, code: codeOf(records, id)! };
	}

	/** @param plot size of the part that shows cards; the date at the left edge stays there. */
	resize(plot: Plot): void {
		if (plot.width <= 0 || plot.height <= 0) return;
		const { zoom, x } = this.#wanted;
		const years = (x - beforeFirstYear) / yearWidth(this.plot, zoom);
		this.plot = plot;
		this.#look(zoom > 1 ? { ...this.#wanted, x: beforeFirstYear + years * yearWidth(plot, zoom) } : this.#wanted);
	}

	// What the hand asks for (BoardPort).

	placementOf(cardId: string): Placement | null | undefined {
		const { records } = this.#app;
		return records.cards.has(cardId) ? (records.uses.get(cardId)?.placement ?? null) : undefined;
	}
	anchorOf(cardId: string): Point | null {
		return scenes.anchorOf(this.scene, cardId);
	}
	landingAt(cardId: string, anchor: Point, free: boolean): Placement {
		const wish = scenes.wishAt(this.scene, anchor, free);
		const key = JSON.stringify([cardId, wish]);
		const { crowd, boxes } = this.scene;
		const last = this.#lastWish;
		// Between two quarters the pointer moves many times and the answer stays.
		if (last?.key === key && last.crowd === crowd && last.boxes === boxes) return last.landing;
		const found = scenes.landingOf(this.scene, cardId, wish);
		this.#lastWish = { key, crowd, boxes, landing: found };
		return found;
	}
	landingBeside(cardId: string, from: Placement, step: { quarters: number; lanes: number }): Placement {
		const standing = this.#crowd.layout.cards.get(cardId);
		// From where the card stands, which is not always the row it asked for.
		const isStored = standing && this.placementOf(cardId) === from;
		return scenes.landingBeside(this.scene, cardId, isStored ? { ...from, laneId: standing.laneId, height: standing.row } : from, step);
	}
	landingMidView(cardId: string): Placement {
		return scenes.landingMidView(this.scene, cardId);
	}
	isInside(point: Point): boolean {
		return this.lanes.length > 0 && scenes.isInside(this.scene, point);
	}
	camera(): Camera {
		return this.seen;
	}
	setCamera(camera: Camera): void {
		this.#look(scenes.kept(this.scene, camera));
	}
	panBy(dx: number, dy: number): void {
		this.#look(scenes.panned(this.scene, dx, dy));
	}
	zoomAt(point: Point, factor: number): void {
		this.#zoomTo(this.seen.zoom * factor, point);
	}
	zoomStep(direction: 1 | -1 | 0): void {
		if (direction === 0) this.setCamera(scenes.fitted(this.scene));
		else this.#zoomTo(nextZoom(this.seen.zoom, direction), scenes.middle(this.scene));
	}
	#zoomTo(zoom: number, point: Point): void {
		this.#look(scenes.zoomedAt(this.scene, zoom, point));
	}
	reveal(placement: Placement): void {
		this.#look(scenes.revealed(this.scene, placement));
	}
	select(cardId: string | null): void {
		this.#app.desk.selectCard(cardId);
	}

	place(cardId: string, to: Placement, how: 'pointer' | 'keyboard' | 'step'): void {
		const from = this.placementOf(cardId) ?? null;
		const code = codeOf(this.#app.records, cardId) ?? '';
		if (how === 'pointer' && this.view.lift) this.layer.settleFrom(cardId, this.view.lift);
		const stepId = how === 'step' ? this.#arrowStep(cardId) : newId();
		const stored = placeCards(this.#app, new Map([[cardId, to]]), undefined, stepId);
		if (from === null) void stored.then((done) => done && this.#offerUndo(`${code} placed at ${dateLabel(this.baseYear, to.at)}, ${laneName(this.lanes, to.laneId)}.`, stepId));
		void this.#keepFocus(cardId, how === 'step');
	}

	takeOff(cardId: string): void {
		const code = codeOf(this.#app.records, cardId) ?? '';
		const index = this.order.findIndex(({ id }) => id === cardId);
		const next = this.order[index + 1] ?? this.order[index - 1];
		const stepId = newId();
		const stored = placeCards(this.#app, new Map([[cardId, null]]), undefined, stepId);
		void stored.then((done) => done && this.#offerUndo(`${code} is back in the library.`, stepId));
		if (next) void this.focusCard(next.id);
	}

	/** Only while it is still the last thing done: later it would take back something else. */
	#offerUndo(text: string, stepId: string): void {
		const run = () => {
			if (this.#app.ledger.done.at(-1)?.stepId === stepId) void undo(this.#app);
			else this.#app.toasts.error('Something else was done since. Undo steps back through it with Ctrl+Z.');
		};
		this.#app.toasts.done(text, { label: 'Undo', run });
	}

	#arrowStep(cardId: string): string {
		const now = performance.now();
		const { cardId: last, at, stepId } = this.#arrow;
		this.#arrow = { cardId, at: now, stepId: last === cardId && now - at < repeatTime ? stepId : newId() };
		return this.#arrow.stepId;
	}

	carryEnded(dropped: boolean): void {
		const carried = this.#app.desk.carried;
		this.#app.desk.carried = null;
		if (!carried || carried.pointer) return;
		if (dropped) void this.focusCard(carried.cardId);
		else if (this.#focusBefore instanceof HTMLElement) this.#focusBefore.focus();
	}

	/** Takes a card that the library sends. Called when `desk.carried` changes. */
	take(origin: Point): void {
		const { desk } = this.#app;
		const carried = desk.carried;
		if (!carried) {
			this.machine.handle({ type: 'putBack' });
			return;
		}
		this.#focusBefore = document.activeElement;
		const pointer = carried.pointer && { id: carried.pointer.id, x: carried.pointer.x - origin.x, y: carried.pointer.y - origin.y };
		if (!this.machine.handle({ type: 'carry', cardId: carried.cardId, pointer })) desk.carried = null;
	}

	say(what: Parameters<BoardPort['say']>[0]): void {
		const code = codeOf(this.#app.records, what.cardId) ?? 'The card';
		if ('at' in what) this.#announce(spokenPlace(code, this.baseYear, this.lanes, what.at));
		else if (what.event === 'pickedUp') this.#announce(`${code} picked up. Arrows aim, Enter drops, Escape returns.`);
		else if (what.event === 'takenOff') this.#announce(`${code} is back in the library.`);
		else this.#announce(this.placementOf(what.cardId) ? `${code} stays where it was.` : `${code} is back in the library.`);
	}

	/** A live region says nothing when its text stays the same. */
	#announce(text: string): void {
		this.spoken = this.spoken === text ? `${text}\u00a0` : text;
	}

	// Focus

	/** The card has got the focus, by whatever way. */
	focused(cardId: string): void {
		this.#tabStop = cardId;
	}

	async focusCard(cardId: string): Promise<void> {
		await tick();
		const item = this.items.find(({ id }) => id === cardId);
		if (!item) return;
		const standing = this.#crowd.layout.cards.get(cardId)!;
		this.reveal({ ...item.placement, laneId: standing.laneId, height: standing.row });
		await tick();
		this.layer.element(cardId)?.focus({ preventScroll: true });
	}

	/** @returns false where there is no card before or after that one. */
	focusNext(cardId: string, direction: 1 | -1): boolean {
		const next = this.order[this.order.findIndex(({ id }) => id === cardId) + direction];
		if (next) void this.focusCard(next.id);
		return next !== undefined;
	}

	/** A card that changes its lane is drawn anew, and would lose the focus. */
	async #keepFocus(cardId: string, always: boolean): Promise<void> {
		const had = always || document.activeElement === this.layer.element(cardId);
		if (had) await this.focusCard(cardId);
	}
}
