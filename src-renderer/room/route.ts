/** Which screen this phone shows: it follows from what the room says and from where its person is in the round. */
import type { View } from './view.ts';

/** Where somebody is in a round: at a card, at the look over all answers, or done. */
export type Place = string | 'review' | 'done';

export type Screen =
	| { name: 'starting' | 'join' | 'group' | 'lobby' | 'closed' | 'over' }
	| { name: 'start' | 'review' | 'done'; roundId: string }
	| { name: 'card'; roundId: string; cardId: string };

/** @param started whether the open round's first screen has been left. @param place null for the first card. */
export function screenFor(view: View, started: boolean, order: readonly string[], place: Place | null): Screen {
	if (view.stage === 'starting') return { name: 'starting' };
	if (view.stage === 'outside' || !view.state) return { name: 'join' };
	if (view.isOver) return { name: 'over' };
	if (view.asksGroup) return { name: 'group' };
	const { round, closed } = view.state;
	if (!round) return { name: closed ? 'closed' : 'lobby' };
	const roundId = round.id;
	if (!started) return { name: 'start', roundId };
	if (place === 'review' || place === 'done') return { name: place, roundId };
	const cardId = place !== null && order.indexOf(place) >= 0 ? place : order[0];
	return cardId === undefined ? { name: 'review', roundId } : { name: 'card', roundId, cardId };
}

/** Two screens with the same key are the same one, brought up to date. */
export const keyOf = (screen: Screen): string => [screen.name, 'roundId' in screen ? screen.roundId : '', 'cardId' in screen ? screen.cardId : ''].join(' ');
