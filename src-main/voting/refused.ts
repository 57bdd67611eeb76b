/** What the room refuses a phone: a sentence for the person, and a word by which the page knows what to do. */
import type { RoomRefusal } from '../../src-shared/schemas/room.ts';

export type RoomReason = RoomRefusal['reason'];
export type RoomStatus = 400 | 401 | 403 | 404 | 405 | 409 | 411 | 413 | 422 | 429 | 503;

const statuses: Record<RoomReason, RoomStatus> = {
	'wrong code': 403,
	'too many tries': 429,
	locked: 403,
	full: 403,
	'used code': 403,
	'unknown phone': 401,
	replaced: 401,
	'round closed': 409,
	'not open': 409,
	'bad request': 422,
	'try again': 503,
};

export class RoomRefused extends Error {
	readonly reason: RoomReason;
	readonly status: RoomStatus;
	/** Seconds to wait, where waiting helps. */
	readonly after: number | undefined;
	constructor(reason: RoomReason, sentence: string, { after, status = statuses[reason] }: { after?: number; status?: RoomStatus } = {}) {
		super(sentence);
		this.name = 'RoomRefused';
		this.reason = reason;
		this.status = status;
		this.after = after;
	}
}
