/** What the tables show of the canvas: its cards as the room's view keeps them, its influences and its notes, and which of the three is looked at. */
import type { BoardStore } from '../boardStore.svelte.ts';
import { passes } from '../cardFilter.ts';
import type { RoomView } from '../roomView.svelte.ts';
import { cardRows, type CardRow } from './cardRows.ts';
import { influenceRows, noteRows, type InfluenceRow, type NoteRow } from './structureRows.ts';

export type Part = 'cards' | 'influences' | 'notes';

export class TableData {
	readonly room: RoomView;
	readonly #store: BoardStore;
	part = $state<Part>('cards');

	readonly #standing: ReadonlyMap<string, number> = $derived.by(() => new Map(this.#store.scenes.order.map(({ id }, at) => [id, at])));
	readonly cards: readonly CardRow[] = $derived.by(() => {
		const { app, scenes, structure } = this.#store;
		const { results, rating } = this.room;
		const { records } = app;
		return cardRows({ uses: records.workshopCards.all, cards: records.cards, lanes: scenes.storedLanes, clusters: structure.clusters, baseYear: scenes.baseYear, standing: this.#standing, results, rating });
	});
	readonly contested: ReadonlySet<string> = $derived.by(() => new Set(this.room.contested.map(({ cardId }) => cardId)));
	readonly isDisagreeing: boolean = $derived.by(() => this.room.disagreement !== null && this.contested.size > 0);
	/** Those that are contested while these are gone through, or those that the filter leaves. */
	readonly kept: readonly CardRow[] = $derived.by(() => {
		const { room, cards } = this;
		if (this.isDisagreeing) return cards.filter(({ id }) => this.contested.has(id));
		return room.isFiltering ? cards.filter(({ kind, rating }) => passes(room.filter, kind, rating)) : cards;
	});
	readonly influences: readonly InfluenceRow[] = $derived.by(() => influenceRows(this.#store.app.records.influences.all, this.cards));
	readonly notes: readonly NoteRow[] = $derived.by(() => {
		const { scenes, structure } = this.#store;
		return noteRows(structure.notesAndDraft, scenes.storedLanes, scenes.baseYear);
	});
	/** Where there are cards alone there is nothing to choose among; a table whose last row has gone stays until it is left. */
	readonly hasParts: boolean = $derived.by(() => this.part !== 'cards' || this.influences.length + this.notes.length > 0);

	constructor(room: RoomView) {
		this.room = room;
		this.#store = room.store;
	}
}
