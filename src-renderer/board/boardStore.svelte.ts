/**
 * The canvas's view model: puts together what each part of it knows (the eye, the scene, the selection, the machine of the
 * hand), and keeps the focus. Records change on drop only; everything before that is preview.
 */
import { tick } from 'svelte';
import type { App } from '../context.ts';
import { Announcer } from './announcer.svelte.ts';
import { codeOf } from './codes.ts';
import { Eye } from './eye.svelte.ts';
import { HandPort } from './handPort.ts';
import { Interaction, type BoardView, type Point } from './interaction.ts';
import type { Face } from './items.ts';
import { CardLayer } from './layers/cardLayer.ts';
import { boxOf } from './scene.ts';
import { SceneStore } from './sceneStore.svelte.ts';
import { Selection } from './selection.svelte.ts';
import { StructureStore } from './structure/structureStore.svelte.ts';

type View = Omit<BoardView, 'lift'>;

export class BoardStore {
	readonly app: App;
	readonly layer = new CardLayer();
	readonly announcer = new Announcer();
	readonly eye: Eye;
	readonly scenes: SceneStore;
	readonly selection: Selection;
	/** Clusters, influences and notes. */
	readonly structure: StructureStore;
	readonly port: HandPort;
	readonly machine: Interaction;
	view: View = $state.raw({ state: 'idle', tool: 'select', space: false, preview: null, marquee: null, lane: null, structure: null });
	/** Where the anchor of the card in the pointer's hand is: apart from the view, since it alone changes at every move. */
	lift = $state.raw<Point | null>(null);
	/** A held card goes to quarters. */
	snaps = $state(true);
	/** The cards whose places are shown as outlines while they are in the hand. Set only when it changes. */
	originIds = $state.raw<readonly string[]>([]);
	/** The lane whose name is being typed. */
	renamedLane = $state<string | null>(null);
	/** A picture of the canvas is being made. */
	isPictured = $state(false);
	/** The spot of the canvas that the mouse is over. Asked only when a key needs it. */
	pointedAt: () => Point | null = () => null;
	/** The card that had the focus when it was taken off, and the one that has it since; null for the canvas. */
	left: { cardId: string; toId: string | null } | null = null;
	/** The card that Tab comes to. */
	#tabStop = $state<string | null>(null);
	#focusBefore: Element | null = null;

	readonly tabStop: string | null = $derived.by(() => {
		const isThere = this.#tabStop !== null && this.scenes.byId.has(this.#tabStop);
		return isThere ? this.#tabStop : (this.scenes.order[0]?.id ?? null);
	});

	constructor(app: App) {
		this.app = app;
		this.eye = new Eye(() => this.scenes.scene, () => this.machine.handle({ type: 'viewMoved' }));
		this.scenes = new SceneStore(app, this.eye);
		this.selection = new Selection(app.desk, (id) => this.scenes.byId.has(id));
		this.structure = new StructureStore(this);
		this.port = new HandPort(this);
		this.machine = new Interaction(this.port, (view) => this.#show(view));
	}

	#show({ lift, ...view }: BoardView): void {
		const { preview } = view;
		this.lift = lift;
		if (isSame(view, this.view)) return;
		if (preview !== this.view.preview) {
			this.scenes.aimed = preview?.to ?? null;
			if (preview?.from !== this.view.preview?.from) {
				this.originIds = preview ? [...preview.from].flatMap(([id, at]) => (at ? [id] : [])) : [];
			}
		}
		if (view.lane !== this.view.lane) this.scenes.sized = view.lane;
		this.view = view;
	}

	/** A card's face wherever it is held, placed or not; its code is then the one it will get. */
	face(cardId: string): Face | null {
		const { records } = this.app;
		const card = records.cards.get(cardId);
		if (!card) return null;
		const { id, kind, name, nameIsMade, description } = card;
		return { id, kind, name, nameIsMade, description, code: codeOf(records, id)! };
	}

	/** Takes the cards that the library sends. Called when `desk.carried` changes. */
	take(origin: Point): void {
		const { desk } = this.app;
		const carried = desk.carried;
		if (!carried) {
			this.machine.handle({ type: 'putBack' });
			return;
		}
		this.#focusBefore = document.activeElement;
		const pointer = carried.pointer && { id: carried.pointer.id, x: carried.pointer.x - origin.x, y: carried.pointer.y - origin.y };
		const cardIds = [carried.cardId, ...(carried.also ?? []).filter((id) => id !== carried.cardId)];
		if (!this.machine.handle({ type: 'carry', cardIds, pointer })) desk.carried = null;
	}

	carryEnded(dropped: boolean): void {
		const carried = this.app.desk.carried;
		this.app.desk.carried = null;
		if (!carried || carried.pointer) return;
		if (dropped) void this.focusCard(carried.cardId);
		else if (this.#focusBefore instanceof HTMLElement) this.#focusBefore.focus();
	}

	// Focus

	/** The card has got the focus, by whatever way. */
	focused(cardId: string): void {
		this.#tabStop = cardId;
	}

	async focusCard(cardId: string): Promise<void> {
		await tick();
		if (!this.scenes.byId.has(cardId)) return;
		if (this.scenes.crowd.layout.cards.get(cardId)?.under !== undefined) this.port.fan(cardId);
		this.eye.reveal(boxOf(this.scenes.scene, cardId));
		await tick();
		this.layer.element(cardId)?.focus({ preventScroll: true });
	}

	/** @returns false where there is no card before or after that one. */
	focusNext(cardId: string, direction: 1 | -1): boolean {
		const { order } = this.scenes;
		const next = order[order.findIndex(({ id }) => id === cardId) + direction];
		if (next) void this.focusCard(next.id);
		return next !== undefined;
	}

	/** A card that changes its lane is put elsewhere in the document, and would lose the focus. */
	async keepFocus(cardId: string, always: boolean): Promise<void> {
		const had = always || document.activeElement === this.layer.element(cardId);
		if (had) await this.focusCard(cardId);
	}

	/** What the focus goes to once these cards are gone. */
	neighbourOf(cardIds: readonly string[]): string | undefined {
		const { order } = this.scenes;
		const gone = new Set(cardIds);
		const index = order.findIndex(({ id }) => gone.has(id));
		return (order.slice(index + 1).find(({ id }) => !gone.has(id)) ?? order.slice(0, Math.max(0, index)).findLast(({ id }) => !gone.has(id)))?.id;
	}
}

const isSame = (a: View, b: View): boolean => (Object.keys(a) as (keyof View)[]).every((key) => a[key] === b[key]);
