/**
 * The room's view of the cards: what it said of each, which of them are looked for, and where it disagrees. Shown by the
 * canvas and by its table alike.
 */
import { tick } from 'svelte';
import { contestedFirst, roomResults, type RoomResult } from '../../src-shared/domain/roomResults.ts';
import type { BoardStore } from './boardStore.svelte.ts';
import { isFiltering, noFilter, partsOf, passes, type CardFilter } from './cardFilter.ts';
import { boxOf } from './scene.ts';
import { badgeName, timingName, type Badge } from './words.ts';

export class RoomView {
	readonly store: BoardStore;
	filter = $state.raw<CardFilter>(noFilter);
	isTable = $state(false);
	/** Whether whiskers are drawn. */
	showsSpread = $state(true);
	/** While the contested cards are gone through: the one that is talked about; null before the first. */
	disagreement = $state.raw<{ cardId: string | null } | null>(null);

	readonly results: ReadonlyMap<string, RoomResult> = $derived.by(() => {
		const { rounds, ballots } = this.store.app.records;
		return roomResults(rounds.all, ballots.all);
	});
	/** Whether anything is revealed at all. */
	readonly hasVotes: boolean = $derived(this.results.size > 0);
	readonly hasTiming: boolean = $derived([...this.results.values()].some(({ timing }) => timing !== null));
	readonly badges: ReadonlyMap<string, Badge> = $derived(
		new Map([...this.results].flatMap(([id, { relevancy }]) => (relevancy ? [[id, { median: relevancy.median, agreed: relevancy.agreed }] as const] : []))),
	);
	/** What is said aloud of the room's dates. */
	readonly timings: ReadonlyMap<string, string> = $derived.by(() => {
		const { baseYear } = this.store.scenes;
		return new Map([...this.results].flatMap(([id, { timing }]) => (timing ? [[id, timingName(baseYear, timing)] as const] : [])));
	});

	/** The contested cards of the canvas, the widest apart first. */
	readonly contested: readonly RoomResult[] = $derived.by(() => {
		const { byId } = this.store.scenes;
		return contestedFirst(this.results.values()).filter(({ cardId }) => byId.has(cardId));
	});
	readonly votedCount: number = $derived.by(() => this.store.scenes.items.filter(({ id }) => this.results.get(id)?.relevancy).length);

	readonly isFiltering: boolean = $derived(isFiltering(this.filter));
	readonly filterWords: string = $derived(partsOf(this.filter).join(', '));
	/** Cards that the filter, or going through the contested ones, leaves out. */
	readonly dimmed: ReadonlySet<string> = $derived.by(() => {
		const { items } = this.store.scenes;
		if (this.disagreement && this.contested.length > 0) {
			const contested = new Set(this.contested.map(({ cardId }) => cardId));
			return new Set(items.flatMap(({ id }) => (contested.has(id) ? [] : [id])));
		}
		if (!this.isFiltering) return new Set<string>();
		return new Set(items.flatMap(({ id, kind }) => (passes(this.filter, kind, this.results.get(id)) ? [] : [id])));
	});

	#isSwitchFocused = false;

	constructor(store: BoardStore) {
		this.store = store;
	}

	clearFilter(): void {
		this.filter = noFilter;
		this.store.announcer.say('All cards are shown.');
	}

	/**
	 * "Where do we disagree": first all contested cards stand out, then each call goes to the next of them.
	 * @returns what there is to say where there are none.
	 */
	nextDisagreement(by: 1 | -1 = 1): string | null {
		const { contested } = this;
		if (contested.length === 0) {
			this.endDisagreement();
			if (this.votedCount === 0) return 'Nothing is revealed yet. Contested cards stand out once a vote is.';
			return `The room agrees on ${this.votedCount === 1 ? 'the one card' : `all ${this.votedCount} cards`} that it voted on: no IQR is above 1.`;
		}
		const now = contested.findIndex(({ cardId }) => cardId === this.disagreement?.cardId);
		const next = now < 0 ? (by === 1 ? 0 : contested.length - 1) : (now + by + contested.length) % contested.length;
		void this.showDisagreement(contested[next]!.cardId);
		return null;
	}

	/** With its votes beside it, which is what is talked about now. */
	async showDisagreement(cardId: string): Promise<void> {
		const { store } = this;
		this.disagreement = { cardId };
		store.port.select([cardId], 'only');
		this.#say(cardId);
		if (this.isTable) return;
		await store.focusCard(cardId);
		// The inspector that opened has made the canvas smaller since.
		requestAnimationFrame(() => requestAnimationFrame(() => store.eye.reveal(boxOf(store.scenes.scene, cardId))));
	}

	#say(cardId: string): void {
		const { contested, store } = this;
		const place = contested.findIndex((one) => one.cardId === cardId);
		const relevancy = contested[place]?.relevancy;
		const item = store.scenes.byId.get(cardId);
		if (!relevancy || !item) return;
		store.announcer.say(`Contested ${place + 1} of ${contested.length}: ${item.code}, ${item.name}, ${badgeName(relevancy)}, IQR ${relevancy.iqr}, ${relevancy.n} votes.`);
	}

	endDisagreement(): void {
		this.disagreement = null;
	}

	/** An attachment: the strip is drawn anew with the table, and the switch that was pressed in it gets the focus back. */
	keepSwitchFocus = (element: HTMLElement): void => {
		if (this.#isSwitchFocused) element.focus();
		this.#isSwitchFocused = false;
	};

	/** To the table, or back to the canvas at the card that was looked at. */
	async toggleTable(): Promise<void> {
		const { store } = this;
		const cardId = store.tabStop;
		const isFromSwitch = document.activeElement?.hasAttribute('data-table-switch') ?? false;
		store.machine.handle({ type: 'pointerCancel', pointerId: null });
		this.isTable = !this.isTable;
		this.#isSwitchFocused = isFromSwitch;
		await tick();
		if (!isFromSwitch && !this.isTable && cardId !== null) await store.focusCard(cardId);
	}
}
