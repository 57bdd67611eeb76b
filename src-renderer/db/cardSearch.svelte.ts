/** The first cards of the whole library that say what is typed, for fields that offer some to choose from. */
import type { Card } from '../../src-shared/schemas/records.ts';
import { noFilters } from './index/query.ts';
import type { LibrarySearch } from './librarySearch.svelte.ts';
import type { Records } from './records.svelte.ts';

export class CardSearch {
	/** At hand, best first. */
	cards = $state.raw<readonly Card[]>([]);
	total = $state(0);
	/** The text that they were found for. */
	answered = $state('');

	/** To be made where a component starts; follows the text that the function gives. */
	constructor({ search, records }: { search: LibrarySearch; records: Records }, text: () => string) {
		$effect(() => {
			const typed = text().trim();
			void search.state.version;
			let isWanted = true;
			if (typed === '') this.#show('', [], 0);
			else {
				void search.look({ ...noFilters, scope: 'library', text: typed, kind: null, part: null, unfolded: [] }).then(({ first, listed }) => {
					if (!isWanted) return;
					const cards = first.map(([, card]) => card);
					records.hold(cards);
					this.#show(typed, cards, listed);
				});
			}
			return () => (isWanted = false);
		});
	}

	#show(typed: string, cards: readonly Card[], total: number): void {
		this.answered = typed;
		this.cards = cards;
		this.total = total;
	}
}
