/**
 * Asking again, as Delphi does: a draft on some of the cards of a round that is revealed, with the same criteria, in the same
 * series, so that voters stay comparable although not every card is asked about again.
 */
import { newId } from '../../src-shared/domain/ids.ts';
import type { Round } from '../../src-shared/schemas/records.ts';
import type { App } from '../context.ts';
import { created } from '../db/changes.ts';
import { inOrder } from './drafts.ts';
import { nextRoundTitle } from './words.ts';

/** One undo step. @param cardIds of the earlier round. @returns the draft's id. */
export async function askAgain({ records, ledger }: Pick<App, 'records' | 'ledger'>, earlier: Round, cardIds: readonly string[]): Promise<string> {
	const { workshopId, seriesId, criteria, peopleInRoom, dots, asksReason, shuffles, minutes } = earlier;
	const round: Round = {
		id: newId(),
		workshopId,
		seriesId,
		title: nextRoundTitle(records.rounds.all.map(({ title }) => title)),
		criteria: [...criteria],
		cardIds: inOrder(records, cardIds),
		state: 'draft',
		peopleInRoom,
		...(dots !== undefined && { dots }),
		...(asksReason !== undefined && { asksReason }),
		...(shuffles !== undefined && { shuffles }),
		...(minutes !== undefined && { minutes }),
		earlierRoundId: earlier.id,
		createdAt: new Date().toISOString(),
		openedAt: null,
		closedAt: null,
		revealedAt: null,
	};
	await ledger.commit({ label: `Prepare ${round.title}, which asks again`, changes: [created('rounds', round)] });
	return round.id;
}
