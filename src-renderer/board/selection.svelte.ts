/** Which cards are selected. The one that the inspector shows is the desk's; several together are the canvas's own. */
import type { Desk } from '../desk.svelte.ts';
import type { Choice } from './interaction.ts';

export class Selection {
	#desk: Pick<Desk, 'selectedCardId' | 'selectCard'>;
	#isThere: (cardId: string) => boolean;
	#several = $state.raw<readonly string[]>([]);
	/** While a rectangle is drawn: it opens and closes no inspector, which would change the canvas under it. */
	#previewed = $state.raw<readonly string[] | null>(null);

	/** In the order in which they were chosen. What was chosen elsewhere, as in the library, stands alone. */
	readonly ids: readonly string[] = $derived.by(() => {
		if (this.#previewed) return this.#previewed;
		const shown = this.#desk.selectedCardId;
		const several = this.#several.filter((id) => this.#isThere(id));
		if (shown === null || several.includes(shown)) return several;
		return [shown];
	});
	readonly set: ReadonlySet<string> = $derived(new Set(this.ids));

	/** @param isThere whether a card is on the canvas. */
	constructor(desk: Pick<Desk, 'selectedCardId' | 'selectCard'>, isThere: (cardId: string) => boolean) {
		this.#desk = desk;
		this.#isThere = isThere;
	}

	has(cardId: string): boolean {
		return this.set.has(cardId);
	}

	choose(cardIds: readonly string[], how: Choice): void {
		const [cardId] = cardIds;
		if (how === 'preview') {
			this.#previewed = cardIds;
			return;
		}
		this.#previewed = null;
		if (how === 'only' && cardIds.length < 2) this.#one(cardId ?? null);
		else if (how === 'toggle' && cardId !== undefined) {
			this.#these(this.has(cardId) ? this.ids.filter((id) => id !== cardId) : [...this.ids, cardId]);
		} else this.#these(how === 'add' ? [...new Set([...this.ids, ...cardIds])] : cardIds);
	}

	#one(cardId: string | null): void {
		this.#several = [];
		this.#desk.selectCard(cardId);
	}

	/** Several at once open no inspector, and one that is open shows the last of them. */
	#these(cardIds: readonly string[]): void {
		const isOpen = this.#desk.selectedCardId !== null;
		this.#several = [...cardIds];
		this.#desk.selectCard(isOpen ? (cardIds.at(-1) ?? null) : null);
	}
}
