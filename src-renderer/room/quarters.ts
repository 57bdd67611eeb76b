/** The ten years as a slider counts them: 40 quarters, and the end of the last one. */
import { horizonYears } from '../../src-shared/domain/horizon.ts';
import type { BallotValue } from '../../src-shared/schemas/records.ts';

export const lastStep = horizonYears * 4;
export const yearOf = (baseYear: number, step: number): number => baseYear + step / 4;
export const stepOf = (baseYear: number, value: BallotValue | null): number | null => (typeof value === 'number' ? Math.round((value - baseYear) * 4) : null);

/**
 * The step under a finger.
 * @param along how far along the slider it is, in pixels from where time begins.
 * @param inset half a thumb: its centre comes no closer to an end.
 */
export function stepUnder(along: number, width: number, inset: number): number {
	const share = (along - inset) / Math.max(1, width - 2 * inset);
	return Math.round(Math.min(1, Math.max(0, share)) * lastStep);
}
