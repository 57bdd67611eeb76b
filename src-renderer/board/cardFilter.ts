/** Which cards are looked for: by kind, by what the room gave them, and by how far apart it is. Pure, shared by canvas and table. */
import type { RatingResult } from '../../src-shared/domain/roomResults.ts';
import { kinds } from '../../src-shared/schemas/names.ts';
import type { Kind } from '../../src-shared/schemas/document.ts';
import { kindNames } from '../ui/kinds.ts';

export type Spread = 'agreed' | 'contested';

export interface CardFilter {
	/** Empty: every kind. */
	kinds: readonly Kind[];
	/** The least median by the criterion that is shown, or cards that have none. */
	score: number | 'none' | null;
	/** IQR 1 or less, or more than that. */
	spread: Spread | null;
	/** Consensus below this, from 0 to 1. */
	consensusBelow: number | null;
}

export const noFilter: CardFilter = { kinds: [], score: null, spread: null, consensusBelow: null };

export const scores = [2, 3, 4, 5] as const;
export const consensusLimits = [0.25, 0.5, 0.75] as const;

export const isFiltering = (filter: CardFilter): boolean => partsOf(filter).length > 0;

/** @param rating what the room gave the card; none where it gave it nothing, or nothing is revealed. */
export function passes(filter: CardFilter, kind: Kind, rating: RatingResult | null | undefined): boolean {
	if (filter.kinds.length > 0 && !filter.kinds.includes(kind)) return false;
	if (filter.score === 'none' && rating) return false;
	if (typeof filter.score === 'number' && (!rating || rating.median < filter.score)) return false;
	if (filter.spread !== null && rating?.agreed !== (filter.spread === 'agreed')) return false;
	return filter.consensusBelow === null || (!!rating && rating.consensus < filter.consensusBelow);
}

/** What is filtered for, in words; empty where nothing is. */
export function partsOf({ kinds: chosen, score, spread, consensusBelow }: CardFilter): string[] {
	const parts: string[] = [];
	if (chosen.length > 0 && chosen.length < kinds.length) parts.push(chosen.map((kind) => kindNames[kind]).join(' or '));
	if (score === 'none') parts.push('no votes');
	else if (score !== null) parts.push(score === 5 ? 'median 5' : `median ${score} or more`);
	if (spread !== null) parts.push(spread === 'agreed' ? 'agreed, IQR 1 or less' : 'contested, IQR above 1');
	if (consensusBelow !== null) parts.push(`consensus below ${consensusBelow}`);
	return parts;
}

/** A kind is taken in or left out; all of them are the same as none. */
export function withKind(filter: CardFilter, kind: Kind): CardFilter {
	const chosen = kinds.filter((one) => filter.kinds.includes(one) !== (one === kind));
	return { ...filter, kinds: chosen.length === kinds.length ? [] : chosen };
}
