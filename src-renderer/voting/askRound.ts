/** Which round the phones are asked: the open one, be it that the round or the room opened first. */
import type { Round } from '../../src-shared/schemas/records.ts';
import type { RoomState } from '../../src-shared/schemas/room.ts';
import type { App } from '../context.ts';
import { refusal } from '../ui/attempt.ts';
import { hasEnded, type Task } from './afterClosing.svelte.ts';
import { askOnPhones } from './casting.ts';
import type { RoomLink } from './roomLink.svelte.ts';
import { roomRoundOf } from './roomRound.ts';

type Desk = Pick<App, 'records' | 'ledger'>;

/** @returns the round that phones are to be asked and are not yet; null where there is none. */
export function roundToAsk(state: RoomState | null, workshopId: string | null, rounds: readonly Round[]): Round | null {
	if (!state?.open || state.open.workshopId !== workshopId) return null;
	const open = rounds.filter((round) => round.state === 'open').sort((a, b) => (a.openedAt ?? '').localeCompare(b.openedAt ?? ''));
	return open.some(({ id }) => id === state.turnout?.roundId) ? null : (open[0] ?? null);
}

/**
 * A round that has ended, so that its ballots are in the workshop, and that the room still holds: whoever was to tell it
 * so is gone, with what waited there. @returns what is to be done about it.
 */
export function leftBehind(state: RoomState | null, rounds: readonly Round[]): Task[] {
	const round = rounds.find(({ id }) => id === state?.turnout?.roundId);
	if (!round || !hasEnded(round)) return [];
	const { id: roundId, seriesId, workshopId } = round;
	return [{ is: 'kept', roundId }, ...(round.unlinked ? [{ is: 'ended', seriesId } as const] : []), { is: 'forget', scope: `workshop-${workshopId}` }];
}

/** Brings the open round to the phones; what keeps it from them is said beside the round, and can be tried again. */
export async function askOf(app: Desk, room: RoomLink): Promise<void> {
	room.tryAgain();
	const round = roundToAsk(room.state, app.records.openWorkshopId, app.records.rounds.all);
	if (round && room.claims(round.id)) await askPhones(app, room, round);
}

export async function askPhones(app: Desk, room: RoomLink, round: Round): Promise<void> {
	try {
		await askOnPhones(app, round);
		await room.api.show(roomRoundOf(app.records, round));
		room.trouble = null;
		await room.refresh();
	} catch (error) {
		room.trouble = `${round.title} is not on the phones yet. ${refusal(error)}`;
	}
}
