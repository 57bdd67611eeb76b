/** What the facilitator's window and the big screen say to each other. Neither holds the other: each can be loaded anew or end. */
import type { ScaleCriterion } from '../../../src-shared/domain/tally.ts';
import type { Wall } from '../../voting/wall.ts';

/** The part of the canvas that the facilitator looks at; cards by id, or null for all of them. */
export interface ScreenView {
	/** Years from the base year. */
	from: number;
	to: number;
	laneIds: readonly string[];
	cardIds: readonly string[] | null;
}

export type ToScreen =
	| { to: 'screen'; is: 'show'; workshopId: string | null; view: ScreenView | null; shown: readonly string[]; wall: Wall | null; rating: ScaleCriterion }
	| { to: 'screen'; is: 'close' }
	/** Asked by a facilitator's window that has just been loaded. */
	| { to: 'screen'; is: 'anyone' };
export type ToFacilitator = { to: 'facilitator'; is: 'here' };

export const openChannel = (): BroadcastChannel => new BroadcastChannel('longview-big-screen');

/** Held by each facilitator's window (shared), and by the big screen: what ends, however it ends, lets go. */
export const facilitatorLock = 'longview-facilitator';
export const screenLock = 'longview-big-screen';

/** Holds a lock for as long as the window is there. */
export function holdLock(name: string, mode: LockMode): void {
	void navigator.locks.request(name, { mode }, () => new Promise(() => undefined)).catch(() => undefined);
}
