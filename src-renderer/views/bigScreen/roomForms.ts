/**
 * How much of each card a projected canvas has room for. Text stays as large as the back row needs, so it is cards that give:
 * what the room has voted on has its name for as long as there is room, the rest its code, then its sign; at last signs are
 * piled and counted. None is left out. What else stands on the canvas takes the room that the cards leave, or stays away.
 */
import type { Setter } from '../../../src-shared/domain/picture/shapes.ts';
import type { Form } from './roomCards.ts';
import { Sheet, type FormedLane, type Forming } from './roomSheet.ts';

export interface Formed {
	lanes: readonly FormedLane[];
	/** What the cards left no room for. */
	unplaced: { clusters: number; notes: number; marks: number };
}

export function formed(forming: Forming, setter: Setter): Formed {
	const sheet = new Sheet(forming, setter);
	give(forming, sheet);
	const unplaced = { marks: sheet.mark(), clusters: sheet.frame(), notes: sheet.pin() };
	return { lanes: sheet.stretched(), unplaced };
}

/** Finds each card's form. */
function give(forming: Forming, sheet: Sheet): void {
	const isFirst = (id: string) => forming.shown(id) || forming.median(id) !== null;
	const anyVoted = forming.lanes.some(({ cards }) => cards.some(({ id }) => forming.median(id) !== null));
	if (sheet.fits(() => 'named')) return;
	const ways = (first: Form, rest: Form) => (id: string) => (isFirst(id) ? first : rest);
	if (anyVoted) {
		if (sheet.fits(ways('named', 'coded')) || sheet.fits(ways('named', 'bead'))) return;
		// Their names are worth more than every sign of the rest, as long as each lane has a row of signs.
		if (sheet.piles(ways('named', 'bead'), 1)) {
			sheet.fill();
			return;
		}
	}
	const isWhole = (!anyVoted && sheet.fits(ways('coded', 'coded'))) || sheet.fits(ways('coded', 'bead'));
	if (!isWhole && (sheet.piles(ways('coded', 'bead'), 0) || sheet.piles(() => 'bead', 0))) sheet.fill(1);
	// Where nobody has voted yet all cards are alike, and as many as there is room for have their names.
	sheet.name(forming.lanes.flatMap(({ cards }) => cards).filter(({ id }) => isFirst(id) || (!anyVoted && sheet.form(id) === 'coded')));
	sheet.fill();
}
