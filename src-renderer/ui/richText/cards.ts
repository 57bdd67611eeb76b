/** What a text needs to know of the cards that it may refer to. */
import type { Kind } from '../../../src-shared/schemas/document.ts';
import { plain, termsOf } from '../../../src-shared/domain/words.ts';

export interface RichCard {
	id: string;
	kind: Kind;
	/** S1, C4; null while the workshop does not use the card. */
	code: string | null;
	name: string;
}

export interface CardGroup {
	name: string;
	cards: readonly RichCard[];
}

export interface RichCards {
	/** Any card that is known, as it is called now. */
	face: (id: string) => RichCard | undefined;
	/** Those that are offered, in groups and in the order in which they are. */
	offered: () => readonly CardGroup[];
}

/** What is written of a card where it stands in a text: its code, else the beginning of its name. */
export const labelOf = ({ code, name }: Pick<RichCard, 'code' | 'name'>): string => code ?? shortName(name);

const longestName = 40;
const shortName = (name: string): string => (name.length <= longestName ? name : `${name.slice(0, longestName - 1).trimEnd()}…`);

/** Whether the query is a card's code as it is said: "s2" for S2. */
export const isCode = ({ code }: Pick<RichCard, 'code'>, query: string): boolean => code !== null && code.toLowerCase() === query.trim().toLowerCase();

const most = 8;

/** Cards whose code or whose name's words begin with what was typed; one whose code it is comes first of all. */
export function offering(groups: readonly CardGroup[], query: string): CardGroup[] {
	const asked = plain(query.trim());
	const terms = termsOf(query);
	const fits = (card: RichCard): boolean => {
		if (asked === '') return true;
		if (card.code !== null && plain(card.code).startsWith(asked)) return true;
		const words = termsOf(card.name);
		return terms.length > 0 && terms.every((term) => words.some((word) => word.startsWith(term)));
	};
	const exact = groups.flatMap(({ cards }) => cards).find((card) => isCode(card, query));
	const found = groups.map(({ name, cards }) => ({ name, cards: cards.filter((card) => card !== exact && fits(card)) }));
	const home = groups.findIndex(({ cards }) => exact !== undefined && cards.includes(exact));
	const ordered = exact ? [{ name: groups[home]!.name, cards: [exact, ...found[home]!.cards] }, ...found.toSpliced(home, 1)] : found;
	let left = most;
	return ordered.flatMap(({ name, cards }) => {
		const shown = cards.slice(0, left);
		left -= shown.length;
		return shown.length === 0 ? [] : [{ name, cards: shown }];
	});
}
