/** An influence that was begun on a card's row, or from its menu, and looks for the card it goes to: the canvas's own state, ended here by the row that is chosen. */
import type { BoardStore } from '../boardStore.svelte.ts';
import { codeOf } from '../codes.ts';
import { drawInfluence, influenceWords } from '../structure/commands.ts';

export class Linking {
	#store: BoardStore;
	#ondrawn: (influenceId: string) => void;
	readonly fromId: string | null = $derived.by(() => {
		const { state, structure } = this.#store.view;
		return state === 'choosingTarget' && structure && 'fromId' in structure ? structure.fromId : null;
	});
	readonly fromCode: string = $derived.by(() => (this.fromId === null ? '' : (codeOf(this.#store.app.records, this.fromId) ?? '')));

	/** @param ondrawn is told of the influence that is there now, drawn anew or before. */
	constructor(store: BoardStore, ondrawn: (influenceId: string) => void) {
		this.#store = store;
		this.#ondrawn = ondrawn;
	}

	begin(fromId: string): void {
		this.#store.machine.go('choosingTarget', { fromId });
	}
	giveUp(): void {
		const { fromId } = this;
		if (fromId === null) return;
		this.#store.machine.go('idle', null);
		this.#store.port.structure.sayAim(fromId, 'givenUp');
	}
	async draw(toId: string): Promise<void> {
		const { fromId } = this;
		const { app, machine, announcer } = this.#store;
		if (fromId === null) return;
		if (toId === fromId) {
			announcer.say('An influence goes to another card.');
			return;
		}
		// Another window may have taken it away meanwhile.
		if (!app.records.uses.get(fromId)?.placement) {
			this.giveUp();
			return;
		}
		machine.go('idle', null);
		const drawn = await drawInfluence(app, fromId, toId);
		const influence = drawn && app.records.influences.get(drawn.id);
		if (!influence) return;
		announcer.say(influenceWords(app, influence));
		this.#ondrawn(influence.id);
	}
}
