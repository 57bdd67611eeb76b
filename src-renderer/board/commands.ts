/** What the canvas does to records. Each command is one transaction, one journal line and one undo step. */
import { dateLabel } from '../../src-shared/domain/horizon.ts';
import type { RecordChange } from '../../src-shared/schemas/journal.ts';
import type { Placement } from '../../src-shared/schemas/records.ts';
import type { App } from '../context.ts';
import { placing } from '../db/cardUse.ts';
import type { Records } from '../db/records.svelte.ts';
import { counted } from '../ui/kinds.ts';
import { codeOf } from './codes.ts';
import { placingLabel } from './words.ts';

type Parts = Pick<App, 'records' | 'ledger' | 'toasts'>;

/**
 * Places cards, or with null takes them off the canvas; the workshop starts to use those that it did not.
 * @param label what undo calls it; made from the cards where none is given.
 * @param stepId commands with the same one are undone together.
 * @param also what else changes in the same step.
 * @returns false where it could not be stored; the person has then been told.
 */
export async function placeCards(app: Parts, placements: ReadonlyMap<string, Placement | null>, label = labelOf(app.records, placements), stepId?: string, also: RecordChange[] = []): Promise<boolean> {
	try {
		await app.ledger.commit({ label, changes: [...placing(app.records, placements), ...also], ...(stepId === undefined ? {} : { stepId }) });
		return true;
	} catch (error) {
		app.toasts.error(`The canvas could not be saved, so the card is back where it was. ${reason(error)}`);
		return false;
	}
}

function labelOf(records: Records, placements: ReadonlyMap<string, Placement | null>): string {
	const [[cardId, to] = ['', null]] = placements;
	const { workshop } = records;
	if (placements.size !== 1 || !workshop) {
		const cards = counted(placements.size, 'card');
		const places = [...placements.values()];
		if (places.every((placement) => placement === null)) return `Take ${cards} back to the library`;
		if (!workshop || [...placements.keys()].some((id) => records.uses.get(id)?.placement)) return `Move ${cards}`;
		const dates = new Set(places.map((placement) => dateLabel(workshop.baseYear, placement?.at ?? 0)));
		return dates.size === 1 ? `Place ${cards} at ${[...dates][0]!}` : `Place ${cards}`;
	}
	const from = records.uses.get(cardId)?.placement ?? null;
	return placingLabel(codeOf(records, cardId) ?? 'a card', workshop.baseYear, workshop.lanes, from, to);
}

function reason(error: unknown): string {
	return error instanceof Error && error.name === 'QuotaExceededError'
		? 'The disk is full. Free some space and try again.'
		: 'Try again, or close Longview and start it again.';
}
