/** On which cards the room is most of one mind, and on which it is least. Dots tell what people want, not how far they agree. */
import type { AnyTally } from './roundTally.ts';

export interface Extremes {
	/** Card ids, the most agreed first. */
	agreed: string[];
	/** The most contested first. */
	contested: string[];
}

/** One vote alone agrees with itself. */
const fewestVotes = 2;

/**
 * Ratings have a threshold of agreement (IQR of 1, Rayens & Hahn 2000); on each side of it cards are told apart by IQR, then by
 * consensus (Tastle & Wierman 2007). Years and approval have none: the narrow half of the cards is told apart from the wide.
 * @param most of either list. @returns null for dots.
 */
export function extremesOf(tally: AnyTally, most: number): Extremes | null {
	if (tally.criterion === 'dots') return null;
	if (tally.criterion === 'timing') {
		const cards = tally.cards.filter(({ n }) => n >= fewestVotes).sort((a, b) => apart(a.spread!, b.spread!));
		return halves(cards, most, ({ spread }) => spread! > 0);
	}
	if (tally.criterion === 'approval') {
		const cards = tally.cards.filter(({ n }) => n >= fewestVotes).sort((a, b) => b.consensus! - a.consensus!);
		return halves(cards, most, ({ consensus }) => consensus! < 1);
	}
	const voted = tally.cards.filter(({ n }) => n >= fewestVotes).sort((a, b) => a.iqr! - b.iqr! || b.consensus! - a.consensus!);
	return {
		agreed: ids(voted.filter(({ agreed }) => agreed).slice(0, most)),
		contested: ids(voted.filter(({ agreed }) => agreed === false).reverse().slice(0, most)),
	};
}

/** Infinity less Infinity is no number. */
const apart = (a: number, b: number): number => (a === b ? 0 : a - b);

function halves<T extends { cardId: string }>(narrowFirst: readonly T[], most: number, isApart: (card: T) => boolean): Extremes {
	const each = Math.min(most, Math.floor(narrowFirst.length / 2));
	return { agreed: ids(narrowFirst.slice(0, each)), contested: ids(narrowFirst.slice(narrowFirst.length - each).filter(isApart).reverse()) };
}

const ids = (cards: readonly { cardId: string }[]): string[] => cards.map(({ cardId }) => cardId);
