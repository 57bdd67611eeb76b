/** Placing all cards by the room's median year: which move and to where, and which stay, and why. */
import type { WorkshopCard } from '../schemas/records.ts';
import { horizonYears } from './horizon.ts';
import type { TimingResult } from './roomResults.ts';

export interface MedianPlaces {
	/** By card: years from the base year, and the round that says so. */
	moves: Map<string, { at: number; roundId: string }>;
	/** Cards whose median lies after the horizon, or never. */
	later: string[];
	locked: string[];
	/** Cards that stand there already. */
	there: string[];
}

/** @param uses of the workshop; those that stand nowhere are left where they are. @param timings by card. */
export function medianPlaces(uses: readonly WorkshopCard[], timings: ReadonlyMap<string, TimingResult>, baseYear: number): MedianPlaces {
	const places: MedianPlaces = { moves: new Map(), later: [], locked: [], there: [] };
	for (const { cardId, placement, locked } of uses) {
		const timing = timings.get(cardId);
		if (!placement || !timing) continue;
		const at = timing.median === 'later' ? Infinity : Math.max(0, timing.median - baseYear);
		if (at > horizonYears) places.later.push(cardId);
		else if (at === placement.at) places.there.push(cardId);
		else if (locked) places.locked.push(cardId);
		else places.moves.set(cardId, { at, roundId: timing.roundId });
	}
	return places;
}
