/** What the wall is told of the room: read from the room's state and the open round's turnout. */
import type { Ballot, Round } from '../../src-shared/schemas/records.ts';
import type { RoomState, Wifi } from '../../src-shared/schemas/room.ts';
import { headingOf } from './asking.ts';
import { turnoutOf } from './turnout.ts';
import { scannedAddress, typedAddress, type OpenRoomState } from './wallCodes.ts';

/** All that a wall says of the room; nothing of it is secret from who can see it. */
export interface Wall {
	/** As people type it. */
	address: string;
	/** As the code holds it. */
	scanned: string;
	/** Empty in a strict room. */
	code: string;
	strict: boolean;
	wifi: Wifi | null;
	locked: boolean;
	joined: number;
	/** The round that is open: its turnout is no result. */
	round: { title: string; heading: string; voted: number; people: number | null } | null;
}

/** @param round the open one; null between rounds. */
export function wallOf(open: OpenRoomState, state: RoomState, round: Round | null, ballots: readonly Ballot[]): Wall {
	const { code, strict, wifi, locked, joined } = open;
	return { address: typedAddress(open), scanned: scannedAddress(open), code: strict ? '' : code, strict, wifi, locked, joined, round: round && turnoutWords(round, state, open, ballots) };
}

function turnoutWords(round: Round, state: RoomState, { joined }: OpenRoomState, ballots: readonly Ballot[]): Wall['round'] {
	const { voted, notStarted } = turnoutOf(round, ballots, { turnout: state.turnout, joined });
	return { title: round.title, heading: headingOf(round), voted, people: notStarted === null ? null : voted + notStarted };
}
