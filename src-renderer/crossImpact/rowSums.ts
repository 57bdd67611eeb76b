/** The sum of a row within a section: what one state does to all states of another driver. */
import { judgementId } from '../../src-shared/domain/judgementId.ts';
import type { Driver } from '../../src-shared/schemas/worlds.ts';

export interface RowSum {
	sum: number;
	/** Whether anything of it was judged, and whether all of it was. */
	any: boolean;
	isWhole: boolean;
}

/** @param strengths by the judgement's id. */
export function rowSum(from: Driver, fromStateId: string, to: Driver, strengths: ReadonlyMap<string, number>): RowSum {
	const judged = to.states.flatMap((state) => strengths.get(judgementId({ fromDriverId: from.id, fromStateId, toDriverId: to.id, toStateId: state.id })) ?? []);
	return { sum: judged.reduce((sum, strength) => sum + strength, 0), any: judged.length > 0, isWhole: judged.length === to.states.length };
}
