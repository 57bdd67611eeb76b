/** What a key says to the question it answers; undefined where it says nothing. */
import type { BallotValue, Criterion } from '../../src-shared/schemas/records.ts';

export function seatKey(key: string, criterion: Criterion): BallotValue | undefined {
	if (criterion === 'dots' || criterion === 'timing') return undefined;
	if (key === '0') return 'cannot say';
	if (criterion === 'approval') return key === '1' ? 1 : key === '2' ? 0 : undefined;
	return /^[1-5]$/.test(key) ? Number(key) : undefined;
}
