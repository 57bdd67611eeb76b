/** Taking an open round back to its draft while nobody has voted, on phones either. */
import type { Round } from '../../src-shared/schemas/records.ts';
import type { App } from '../context.ts';
import { backToDraft } from './casting.ts';
import type { RoomLink } from './roomLink.svelte.ts';
import { theClock } from './roundClock.svelte.ts';

/** @throws where someone has voted, or where the room does not answer: then nobody knows. */
export async function takeBack(app: Pick<App, 'records' | 'ledger'>, room: Pick<RoomLink, 'api' | 'state' | 'refresh' | 'releases'>, round: Round): Promise<void> {
	await room.refresh();
	// The room lets go of a round only while it has no vote in it, and says so where it has one.
	if (room.state?.turnout?.roundId === round.id) await room.api.kept(round.id);
	room.releases(round.id);
	await backToDraft(app, round);
	await theClock().clear();
}
