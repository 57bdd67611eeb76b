/** Placing without a hand: at a date that was typed, in a lane that was named. The row is the nearest free one, as for a hand. */
import { bandIdOf } from '../../src-shared/domain/bands.ts';
import type { Lane, Placement } from '../../src-shared/schemas/records.ts';
import type { BoardStore } from './boardStore.svelte.ts';
import { codeOf } from './codes.ts';
import { landingsFor } from './landings.ts';
import { Placing } from './placing.ts';

/** Where a card would come to stand. @param laneId null: the lane it stands in, else that of the selected card, else the first. */
export function placementAt(store: BoardStore, cardId: string, at: number, laneId: string | null): Placement | null {
	const { scenes } = store;
	const from = scenes.placementOf(cardId) ?? null;
	const lane = laneFor(store, cardId, laneId);
	if (!lane) return null;
	if (from && from.laneId === lane.id) {
		const row = scenes.crowd.layout.cards.get(cardId)?.row ?? from.height;
		return landed(store, cardId, from, at, { laneId: lane.id, impact: from.impact }, row);
	}
	return landed(store, cardId, from, at, { laneId: lane.id, impact: from?.impact }, 0);
}

function landed(store: BoardStore, cardId: string, from: Placement | null, at: number, place: Pick<Placement, 'laneId' | 'impact'>, row: number): Placement | null {
	const { frame, scene } = store.scenes;
	const bandId = bandIdOf(frame.lanes, frame.means, place);
	// A band for what has no impact yet is there only while a card is in it.
	const known = scene.boxes.some(({ id }) => id === bandId) ? bandId : (scene.boxes.findLast((box) => box.laneId === place.laneId)?.id ?? bandId);
	return landingsFor(scene, new Map([[cardId, from]]), { at, bandId: known, row }).get(cardId) ?? null;
}

/** The lane a card would go to when none is named. */
export function laneFor(store: BoardStore, cardId: string, laneId: string | null): Lane | undefined {
	const { scenes, app } = store;
	const required = scenes.frame.required(cardId);
	const selected = app.desk.selectedCardId === null ? undefined : scenes.placementOf(app.desk.selectedCardId)?.laneId;
	const wanted = required ?? laneId ?? scenes.placementOf(cardId)?.laneId ?? selected;
	return scenes.storedLanes.find(({ id }) => id === wanted) ?? scenes.storedLanes[0];
}

/** Places a card, bringing it to hand first. @returns false where it is locked or there is no such card; the person has been told. */
export async function placeAt(store: BoardStore, cardId: string, at: number, laneId: string | null): Promise<boolean> {
	const { app, port } = store;
	await app.records.fetch(app.database, [cardId]);
	if (port.isLocked(cardId)) {
		app.toasts.error(`${codeOf(app.records, cardId) ?? 'The card'} is locked. Unlock it to move it.`);
		return false;
	}
	const to = app.records.cards.has(cardId) ? placementAt(store, cardId, at, laneId) : null;
	if (!to) {
		app.toasts.error('The card is not in the library any more.');
		return false;
	}
	const from = store.scenes.placementOf(cardId);
	if (from && from.at === to.at && from.laneId === to.laneId) return true;
	new Placing(app).place(new Map([[cardId, to]]), false);
	port.say({ cardIds: [cardId], at: new Map([[cardId, to]]) });
	return true;
}

/** Brings a card on the canvas into sight and gives it the focus; a hidden one is shown for it. */
export async function jumpTo(store: BoardStore, cardId: string): Promise<void> {
	const { scenes, port, app } = store;
	if (app.records.uses.get(cardId)?.hidden) scenes.showsHidden = true;
	port.select([cardId], 'only');
	await store.focusCard(cardId);
}
