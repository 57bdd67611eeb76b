/** How the room answered in the round before, as Delphi feeds it back: the whole distribution, never an average alone (Woudenberg 1991). */
import { horizonYears } from '../../src-shared/domain/horizon.ts';
import type { Criterion } from '../../src-shared/schemas/records.ts';
import type { EarlierAnswers, RoomRound } from '../../src-shared/schemas/room.ts';
import { afterWords, cannotSay, counted, unsure } from './words.ts';

export interface Bar {
	label: string;
	votes: number;
	/** Its height, from 0 to 1: the highest bar is 1. */
	share: number;
}

export interface Earlier {
	/** "34 answers". */
	total: string;
	bars: Bar[];
	/** What stands beside the bars, since it is on no scale: "3 after 2036, or never". */
	apart: string[];
	reasons: string[];
	/** The bars in words. */
	spoken: string;
}

/** @returns null where the round before did not ask this, or nobody answered. */
export function earlierFor(round: RoomRound, cardId: string, criterion: Criterion): Earlier | null {
	const found = round.earlier.find((one) => one.cardId === cardId && one.criterion === criterion);
	const votes = found ? countsOf(found) : {};
	const all = Object.keys(votes).reduce((sum, key) => sum + votes[key]!, 0);
	if (!found || (all === 0 && found.reasons.length === 0)) return null;
	const buckets = bucketsOf(criterion, round.baseYear, votes);
	const highest = Math.max(1, ...buckets.map(([, n]) => n));
	const bars = buckets.map(([label, n]) => ({ label, votes: n, share: n / highest }));
	const apart = apartOf(criterion, round.baseYear, votes);
	return {
		total: counted(all, 'answer'),
		bars,
		apart,
		reasons: found.reasons,
		spoken: bars.filter((bar) => bar.votes > 0).map((bar) => `${bar.label}: ${bar.votes}`).concat(apart).join(', '),
	};
}

function countsOf({ votes }: EarlierAnswers): Record<string, number> {
	const counts: Record<string, number> = {};
	for (const key of Object.keys(votes)) if (votes[key]! > 0) counts[key] = votes[key]!;
	return counts;
}

function bucketsOf(criterion: Criterion, baseYear: number, votes: Record<string, number>): [label: string, votes: number][] {
	const of = (key: string) => votes[key] ?? 0;
	if (criterion === 'approval') return [['Yes', of('1')], ['No', of('0')], [unsure, of('cannot say')]];
	if (criterion === 'dots') return ranged(0, Math.max(0, ...numbersIn(votes)), votes);
	if (criterion === 'timing') return ranged(baseYear, baseYear + horizonYears, votes);
	return ranged(1, 5, votes);
}

const numbersIn = (votes: Record<string, number>): number[] => Object.keys(votes).map(Number).filter((n) => isFinite(n));

/** One bucket for each whole number; a quarter belongs to its year. */
function ranged(from: number, to: number, votes: Record<string, number>): [string, number][] {
	const buckets: [string, number][] = [];
	for (let n = from; n <= to; n++) {
		const inside = Object.keys(votes).filter((key) => Math.floor(Number(key)) === n);
		buckets.push([String(n), inside.reduce((sum, key) => sum + votes[key]!, 0)]);
	}
	return buckets;
}

function apartOf(criterion: Criterion, baseYear: number, votes: Record<string, number>): string[] {
	const apart: string[] = [];
	if (votes['later']) apart.push(`${votes['later']} ${afterWords(baseYear).replace(/^A/, 'a')}`);
	if (votes['cannot say'] && criterion !== 'approval') apart.push(`${votes['cannot say']} ${cannotSay}`);
	return apart;
}
