/** All cards at the room's median year, told to eyes and ears, with a way back where any moved. */
import { placeByMedian } from '../db/placeByMedian.ts';
import { attempt } from '../ui/attempt.ts';
import { undo } from '../ui/history.ts';
import type { BoardStore } from './boardStore.svelte.ts';

export async function placeAllByMedian({ app, announcer }: BoardStore): Promise<void> {
	const placed = await attempt(app, () => placeByMedian(app));
	if (!placed) return;
	announcer.say(placed.said);
	app.toasts.done(placed.said, placed.moved > 0 ? { label: 'Undo', run: () => undo(app) } : undefined);
}
