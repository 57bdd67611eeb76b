/** Taking an open round back to its draft while nobody has voted, on phones either. */
import type { Round } from '../../src-shared/schemas/records.ts';
import type { App } from '../context.ts';
import { backToDraft } from './casting.ts';
import type { RoomLink } from './roomLink.svelte.ts';
import { theClock } from './roundClock.svelte.ts';

/** @throws where someone has voted, or where the room does not answer: then nobody knows. */
export async function takeBack(app: Pick<App, 'records' | 'ledger'>, room: Pick<RoomLink, 'api' | 'state' | 'refresh'>, round: Round): Promise<void> {
	await room.refresh();
	if (room.state?.turnout?.roundId === round.id) await takeFromPhones(room, round);
	await backToDraft(app, round);
	await theClock().clear();
}

/** Closed first: nobody can vote between the question and its answer. */
async function takeFromPhones({ api, state }: Pick<RoomLink, 'api' | 'state'>, round: Round): Promise<void> {
	const voted = (state?.turnout?.voted ?? 0) > 0 || (await api.collect(round.id)).length > 0;
	if (voted) throw new Error('Someone has voted on a phone, so the cards are fixed now.');
	await api.kept(round.id);
}
