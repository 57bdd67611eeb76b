/** The name of a cell of the cross-impact matrix, so that judging it again replaces the judgement. */
import type { Judgement } from '../schemas/worlds.ts';

export const judgementId = ({ fromDriverId, fromStateId, toDriverId, toStateId }: Pick<Judgement, 'fromDriverId' | 'fromStateId' | 'toDriverId' | 'toStateId'>): string =>
	`${fromDriverId}/${fromStateId}/${toDriverId}/${toStateId}`;
