/** The table of cards: what its cells do, each by the command that the canvas has for it. */
import { horizonNames } from '../../../src-shared/domain/overlays.ts';
import { horizons } from '../../../src-shared/schemas/names.ts';
import { hideCards, judgeImpact, lockCards } from '../arrangeCommands.ts';
import type { BoardStore } from '../boardStore.svelte.ts';
import { placeAt } from '../placeAt.ts';
import { Placing } from '../placing.ts';
import { putIntoCluster, setHorizon } from '../structure/commands.ts';
import type { CardColumn } from './cardRows.ts';
import type { Linking } from './linking.svelte.ts';
import { TableGrid, type Shown } from './tableGrid.svelte.ts';

/** Columns whose cells become a choice among a few. */
const choices = ['lane', 'impact', 'horizon', 'cluster'] as const;
export type ChoiceColumn = (typeof choices)[number];
export const isChoice = (column: CardColumn): column is ChoiceColumn => choices.some((one) => one === column);

export class CardGrid extends TableGrid<CardColumn> {
	readonly linking: Linking;

	constructor(store: BoardStore, shown: Shown<CardColumn>, linking: Linking) {
		super(store, shown, 'name', { rowId: store.tabStop, column: 'name' });
		this.linking = linking;
	}

	protected override came(cardId: string): void {
		this.store.focused(cardId);
	}
	override clicked(event: MouseEvent, cardId: string, column: CardColumn): void {
		const isMore = event.shiftKey || event.ctrlKey || event.metaKey;
		if (this.linking.fromId !== null) void this.linking.draw(cardId);
		else if (isMore && this.editedIn(cardId) !== column) this.store.port.select([cardId], 'toggle');
		else super.clicked(event, cardId, column);
	}

	protected override ownKey({ key, shiftKey, ctrlKey, metaKey }: KeyboardEvent, cardId: string | null): boolean {
		const { port } = this.store;
		if (ctrlKey || metaKey) {
			if (key.toLowerCase() !== 'a') return false;
			port.select(this.shown.rows().map(({ id }) => id), 'only');
		} else if (this.linking.fromId !== null) return this.#aimed(key, cardId);
		else if (cardId === null) return false;
		else if (key === ' ' || (key === 'Enter' && shiftKey)) port.select([cardId], 'toggle');
		else if (key.toLowerCase() === 'l' && !shiftKey) this.linking.begin(cardId);
		else if (key.toLowerCase() === 's' && !shiftKey) port.structure.addNote(cardId);
		else return false;
		return true;
	}
	/** While an influence looks for the card it goes to, a key that is none of that does nothing. */
	#aimed(key: string, cardId: string | null): boolean {
		if (key === 'Escape') this.linking.giveUp();
		else if (key === 'Tab') return false;
		else if ((key === 'Enter' || key === ' ') && cardId !== null) void this.linking.draw(cardId);
		return true;
	}

	press(cardId: string, column: CardColumn): void {
		const { app, port } = this.store;
		const use = app.records.uses.get(cardId);
		if (column === 'locked') void lockCards(app, [cardId], use?.locked !== true);
		else if (column === 'hidden') void hideCards(app, [cardId], use?.hidden !== true);
		else if (column === 'date' || isChoice(column)) this.edit(cardId, column);
		else port.select([cardId], 'only');
	}

	protected override edit(cardId: string, column: 'date' | ChoiceColumn): void {
		const { port, scenes, announcer } = this.store;
		const stays = column !== 'horizon' && column !== 'cluster';
		if (stays && port.isLocked(cardId)) port.say({ cardIds: [cardId], event: 'locked' });
		else if (column === 'lane' && scenes.frame.required(cardId) !== null) announcer.say('The lanes are the kinds of cards, so its lane is its kind.');
		else super.edit(cardId, column);
	}

	/** @returns false where what was typed is no date: the field stays. */
	async setDate(cardId: string, typed: string): Promise<boolean> {
		const at = await this.takeDate(typed);
		if (at === null) return false;
		await placeAt(this.store, cardId, at, null);
		await this.keep(cardId);
		return true;
	}
	/** What a cell can be: the first says nothing, but among lanes. */
	optionsOf(column: ChoiceColumn): readonly { id: string; name: string }[] {
		const { scenes, structure } = this.store;
		if (column === 'lane') return scenes.storedLanes;
		if (column === 'cluster') return [{ id: '', name: 'None' }, ...structure.clusters.map(({ id, name }) => ({ id, name }))];
		if (column === 'impact') return [{ id: '', name: 'Nobody has said' }, ...[5, 4, 3, 2, 1].map((impact) => ({ id: String(impact), name: String(impact) }))];
		return [{ id: '', name: 'Nobody has said' }, ...horizons.map((horizon) => ({ id: String(horizon), name: horizonNames[horizon] }))];
	}
	/** @param id of one of the options. */
	async choose(cardId: string, column: ChoiceColumn, id: string): Promise<void> {
		const { app, scenes } = this.store;
		const at = scenes.placementOf(cardId)?.at;
		await this.leave(true);
		if (column === 'lane') {
			if (at !== undefined) await placeAt(this.store, cardId, at, id);
		} else if (column === 'cluster') await putIntoCluster(app, [cardId], id === '' ? null : id);
		else if (column === 'impact') await judgeImpact(app, cardId, id === '' ? null : Number(id));
		else await setHorizon(app, [cardId], horizons.find((horizon) => String(horizon) === id) ?? null);
		await this.keep(cardId);
	}

	/** Back to the library: all that are selected where it is among them. */
	remove(cardId: string): void {
		const { store } = this;
		if (store.port.isLocked(cardId)) {
			store.port.say({ cardIds: [cardId], event: 'locked' });
			return;
		}
		const chosen = store.selection.has(cardId) ? store.selection.ids.filter((id) => !store.port.isLocked(id)) : [cardId];
		this.pass(chosen);
		new Placing(store.app).takeOff(chosen);
		store.port.say({ cardIds: chosen, event: 'takenOff' });
	}
}
