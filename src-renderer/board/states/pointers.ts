/** What the states that hold a pointer have in common. */
import type { BoardEvent, Press } from '../interaction.ts';

type Cancel = Extract<BoardEvent, { type: 'pointerCancel' }>;

/** Without an id every pointer is taken away, as when the window loses its focus. */
export const isItsCancel = (event: Cancel, { pointerId }: Pick<Press, 'pointerId'>): boolean =>
	event.pointerId === null || event.pointerId === pointerId;
