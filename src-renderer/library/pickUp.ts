/** Cards on their way from the library to the canvas: the one that is pressed, and where it is among those chosen, all of them. */
import type { App } from '../context.ts';
import type { Carried } from '../desk.svelte.ts';
import { counted } from '../ui/kinds.ts';
import { Refused } from './commands.ts';
import type { Shelf } from './shelf.svelte.ts';

/** New cards come below each other at one date; more than this reach further than a lane is scrolled. */
const mostInHand = 100;

/** @throws Refused for more cards than a hand takes. */
export async function pickUp(app: Pick<App, 'records' | 'database' | 'desk'>, shelf: Pick<Shelf, 'chosen' | 'chosenIds'>, cardId: string, pointer: Carried['pointer']): Promise<void> {
	const letGo = pointer && untilReleased(pointer.id);
	const chosen = shelf.chosen.size > 1 ? await shelf.chosenIds() : [];
	const also = chosen.includes(cardId) ? chosen.filter((id) => id !== cardId) : [];
	if (also.length >= mostInHand) throw new Refused(`A hand takes up to ${counted(mostInHand, 'card')}, and ${also.length + 1} are chosen. Choose fewer, or put them into a lane.`);
	await app.records.fetch(app.database, [cardId, ...also]);
	// A press that was over before the cards were at hand would leave them hanging on the pointer.
	if (letGo?.()) return;
	app.desk.carry({ cardId, pointer, ...(also.length > 0 && { also }) });
}

/** @returns a function that stops watching and says whether the pointer was let go of meanwhile. */
function untilReleased(pointerId: number): () => boolean {
	const stop = new AbortController();
	let isReleased = false;
	const release = (event: PointerEvent) => {
		if (event.pointerId === pointerId) isReleased = true;
	};
	for (const type of ['pointerup', 'pointercancel'] as const) window.addEventListener(type, release, { signal: stop.signal, capture: true });
	return () => {
		stop.abort();
		return isReleased;
	};
}
