/**
 * The room's view of the cards: what it said of each, which of them are looked for, and where it disagrees. Shown by the
 * canvas and by its table alike.
 */
import { tick } from 'svelte';
import { dateLabel } from '../../src-shared/domain/horizon.ts';
import { contestedFirst, ratings, roomResults, showsGuess, type RoomResult } from '../../src-shared/domain/roomResults.ts';
import type { ScaleCriterion } from '../../src-shared/domain/tally.ts';
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
	chosenRating = $state<ScaleCriterion>('relevancy');
	/** While the contested cards are gone through: the one that is talked about; null before the first. */
	disagreement = $state.raw<{ cardId: string | null } | null>(null);

	readonly results: ReadonlyMap<string, RoomResult> = $derived.by(() => {
		const { rounds, ballots } = this.store.app.records;
		return roomResults(rounds.all, ballots.all);
	});
	/** Whether anything is revealed at all. */
	readonly hasVotes: boolean = $derived(this.results.size > 0);
	readonly hasTiming: boolean = $derived([...this.results.values()].some(({ timing }) => timing !== null));
	/** The criteria from 1 to 5 that the room has said something by. */
	readonly ratings: readonly ScaleCriterion[] = $derived(ratings.filter((criterion) => [...this.results.values()].some((result) => result[criterion] !== null)));
	/** The one whose medians the cards have: what was chosen, for as long as there is something by it. */
	readonly rating: ScaleCriterion = $derived(this.ratings.includes(this.chosenRating) ? this.chosenRating : (this.ratings[0] ?? 'relevancy'));
	readonly badges: ReadonlyMap<string, Badge> = $derived(
		new Map([...this.results].flatMap(([id, result]) => {
			const rating = result[this.rating];
			return rating ? [[id, { median: rating.median, agreed: rating.agreed, ...(this.rating !== 'relevancy' && { of: this.rating }) }] as const] : [];
		})),
	);
	/** Where cards stood before the room's median took them away, in years from the base year; until the next round opens. */
	readonly guesses: ReadonlyMap<string, number> = $derived.by(() => {
		const { rounds, workshopCards } = this.store.app.records;
		return new Map(workshopCards.all.flatMap(({ cardId, placement }) => (placement?.guess && showsGuess(placement.guess.roundId, rounds.all) ? [[cardId, placement.guess.at] as const] : [])));
	});
	/** What is said aloud of the room's dates. */
	readonly timings: ReadonlyMap<string, string> = $derived.by(() => {
		const { baseYear } = this.store.scenes;
		const was = (id: string) => (this.guesses.has(id) ? `, it stood at ${dateLabel(baseYear, this.guesses.get(id)!)} before` : '');
		return new Map([...this.results].flatMap(([id, { timing }]) => (timing ? [[id, timingName(baseYear, timing) + was(id)] as const] : [])));
	});

	/** The contested cards of the canvas, the widest apart first. */
	readonly contested: readonly RoomResult[] = $derived.by(() => {
		const { byId } = this.store.scenes;
		return contestedFirst(this.results.values(), this.rating).filter(({ cardId }) => byId.has(cardId));
	});
	readonly votedCount: number = $derived.by(() => this.store.scenes.items.filter(({ id }) => this.results.get(id)?.[this.rating]).length);

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
		return new Set(items.flatMap(({ id, kind }) => (passes(this.filter, kind, this.results.get(id)?.[this.rating]) ? [] : [id])));
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
		const rating = contested[place]?.[this.rating];
		const item = store.scenes.byId.get(cardId);
		if (!rating || !item) return;
		store.announcer.say(`Contested ${place + 1} of ${contested.length}: ${item.code}, ${item.name}, ${badgeName({ ...rating, ...(this.rating !== 'relevancy' && { of: this.rating }) })}, IQR ${rating.iqr}, ${rating.n} votes.`);
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
