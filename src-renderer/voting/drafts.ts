/** Preparing a round: which cards it asks about and how many people are in the room. Each command is one undo step. */
import { newId } from '../../src-shared/domain/ids.ts';
import type { RecordChange } from '../../src-shared/schemas/journal.ts';
import type { Round } from '../../src-shared/schemas/records.ts';
import type { App } from '../context.ts';
import { byCode, cardFaces, type FaceRecords } from '../db/cardFace.ts';
import { startUsing } from '../db/cardUse.ts';
import { changed, created, removed } from '../db/changes.ts';
import type { Records } from '../db/records.svelte.ts';
import { nextRoundTitle } from './words.ts';

type Desk = Pick<App, 'records' | 'ledger'>;

export const cardsOnCanvas = (records: Pick<Records, 'workshopCards'>): string[] =>
	records.workshopCards.all.filter((use) => use.placement !== null).map((use) => use.cardId);

/** In the order of their codes, which is the order in which people are asked. */
export const inOrder = (records: FaceRecords, cardIds: Iterable<string>): string[] =>
	cardFaces(records, [...new Set(cardIds)]).sort(byCode).map((face) => face.id);

/** @param like an earlier round, held in the same room. @returns the new round's id. */
export async function newRound({ records, ledger }: Desk, cardIds: readonly string[], like?: Round, criteria: Round['criteria'] = ['relevancy']): Promise<string> {
	const workshopId = records.openWorkshopId;
	if (workshopId === null) throw new Error('Open a workshop first.');
	const { uses, chosen } = useAndOrder(records, cardIds);
	const round: Round = {
		id: newId(),
		workshopId,
		seriesId: newId(),
		title: nextRoundTitle(records.rounds.all.map(({ title }) => title)),
		criteria,
		cardIds: chosen,
		state: 'draft',
		peopleInRoom: like?.peopleInRoom ?? null,
		createdAt: new Date().toISOString(),
		openedAt: null,
		closedAt: null,
		revealedAt: null,
	};
	await ledger.commit({ label: `Prepare ${round.title}`, changes: [...uses, created('rounds', round)] });
	return round.id;
}

/** Sets which cards a draft asks about; a card that the workshop did not use yet gets its number. */
export function chooseCards({ records, ledger }: Desk, round: Round, cardIds: readonly string[]): Promise<void> {
	const { uses, chosen } = useAndOrder(records, cardIds);
	return ledger.commit({ label: chosenLabel(round, chosen), changes: [...uses, changed('rounds', round, { cardIds: chosen })] });
}

/**
 * Asks about more cards, which are at hand, in a draft or in a new round.
 * @returns the round's title, and how many cards it did not ask about before.
 */
export async function askAlso(app: Desk, roundId: string | null, cardIds: readonly string[]): Promise<{ title: string; added: number }> {
	const { rounds } = app.records;
	const known = roundId === null ? undefined : rounds.get(roundId);
	if (known?.state !== 'draft') {
		const round = rounds.get(await newRound(app, cardIds))!;
		return { title: round.title, added: round.cardIds.length };
	}
	const all = [...new Set([...known.cardIds, ...cardIds])];
	const added = all.length - known.cardIds.length;
	if (added > 0) await chooseCards(app, known, all);
	return { title: known.title, added };
}

/** Uses for those of the cards that the workshop did not use yet, and all of them in the order of their codes. */
function useAndOrder(records: Records, cardIds: readonly string[]): { uses: RecordChange[]; chosen: string[] } {
	const uses = startUsing(records, cardIds);
	const fresh = new Map(uses.map(({ after }) => [after?.['cardId'], after]));
	const faces: FaceRecords = { cards: records.cards, uses: { get: (id) => records.uses.get(id) ?? (fresh.get(id) as never) } };
	return { uses, chosen: inOrder(faces, cardIds) };
}

function chosenLabel(round: Round, chosen: readonly string[]): string {
	const more = chosen.length - round.cardIds.length;
	if (more === 1) return `Ask about one more card in ${round.title}`;
	if (more === -1) return `Leave a card out of ${round.title}`;
	return `Choose ${chosen.length} cards for ${round.title}`;
}

export function countPeople({ ledger }: Pick<App, 'ledger'>, round: Round, peopleInRoom: number | null): Promise<void> {
	if (peopleInRoom === round.peopleInRoom) return Promise.resolve();
	const label = peopleInRoom === null ? 'Leave the people in the room uncounted' : `Count ${peopleInRoom} people in the room`;
	return ledger.commit({ label, changes: [changed('rounds', round, { peopleInRoom })] });
}

export const deleteDraft = ({ ledger }: Pick<App, 'ledger'>, round: Round): Promise<void> =>
	ledger.commit({ label: `Delete ${round.title}`, changes: [removed('rounds', round)] });
