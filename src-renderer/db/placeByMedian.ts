/** "Place all by the room's median year": one undo step, and a sentence that names what stays where it was. */
import { horizonYears } from '../../src-shared/domain/horizon.ts';
import { medianPlaces, type MedianPlaces } from '../../src-shared/domain/medianPlaces.ts';
import { roomResults, type TimingResult } from '../../src-shared/domain/roomResults.ts';
import type { Placement } from '../../src-shared/schemas/records.ts';
import { byCode, cardFaces } from './cardFace.ts';
import { placing } from './cardUse.ts';
import type { Ledger } from './ledger.svelte.ts';
import type { Records } from './records.svelte.ts';

interface Parts {
	records: Records;
	ledger: Ledger;
}

/** What it would do now. */
export function medianPlacesNow({ records }: Pick<Parts, 'records'>): MedianPlaces {
	const results = roomResults(records.rounds.all, records.ballots.all);
	const timings = new Map([...results].flatMap(([id, { timing }]): [string, TimingResult][] => (timing ? [[id, timing]] : [])));
	return medianPlaces(records.workshopCards.all, timings, records.workshop?.baseYear ?? 0);
}

/** Each moved card keeps its lane and height, and remembers where it stood. @returns what was done, for people, and how many cards moved. */
export async function placeByMedian({ records, ledger }: Parts): Promise<{ said: string; moved: number }> {
	const places = medianPlacesNow({ records });
	const placements = new Map([...places.moves].map(([cardId, { at, roundId }]): [string, Placement] => {
		const before = records.uses.get(cardId)!.placement!;
		return [cardId, { ...before, at, guess: { at: before.at, roundId } }];
	}));
	const cards = placements.size === 1 ? 'one card' : `${placements.size} cards`;
	if (placements.size > 0) await ledger.commit({ label: `Place ${cards} by the room’s median year`, changes: placing(records, placements) });
	return { said: sentence(records, places), moved: placements.size };
}

function sentence(records: Records, { moves, later, locked, there }: MedianPlaces): string {
	const endYear = (records.workshop?.baseYear ?? 0) + horizonYears;
	const named = (ids: readonly string[]) => codes(records, ids);
	const [late, held] = [named(later), named(locked)];
	const first = moves.size === 0 ? 'No card moves' : moves.size === 1 ? 'One card stands' : `${moves.size} cards stand`;
	const rest = moves.size === 0 ? (there.length > 0 ? ': those that the room dated stand at its median year already.' : '.') : ' at the room’s median year now.';
	return [
		first + rest,
		...(later.length > 0 ? [`${late} ${later.length === 1 ? 'stays: the room sees it' : 'stay: the room sees them'} after ${endYear}, or never.`] : []),
		...(locked.length > 0 ? [`${held} ${locked.length === 1 ? 'stays, since it is' : 'stay, since they are'} locked.`] : []),
	].join(' ');
}

const namedAtMost = 8;

/** "S1, C4 and I2"; of many the first, and how many more. */
function codes(records: Records, cardIds: readonly string[]): string {
	const all = cardFaces(records, cardIds).sort(byCode).map((face) => face.code ?? face.name);
	const shown = all.length > namedAtMost ? [...all.slice(0, namedAtMost), `${all.length - namedAtMost} more`] : all;
	return shown.length < 2 ? (shown[0] ?? '') : `${shown.slice(0, -1).join(', ')} and ${shown.at(-1)}`;
}
