/** The state of the room as sentences, and what its networks are called. */
import type { NetworkInterface } from '../../src-shared/schemas/room.ts';
import { counted, number } from '../ui/kinds.ts';
import type { OpenRoomState } from './wallCodes.ts';

const kindWords: Record<NetworkInterface['kind'], string> = {
	hotspot: 'This laptop’s own hotspot',
	wireless: 'Wi-Fi',
	wired: 'Cable',
	virtual: 'Virtual, phones hardly ever reach it',
	other: 'Other network',
};
export const networkWords = ({ kind }: NetworkInterface): string => kindWords[kind];

export function presenceSentence({ joined, connected, locked, cap }: Pick<OpenRoomState, 'joined' | 'connected' | 'locked' | 'cap'>): string {
	const there = joined === 0 ? 'Nobody has joined yet.' : `${counted(joined, 'person', 'people')} joined, ${connected === joined ? 'all' : connected === 0 ? 'none' : number(connected)} connected now.`;
	if (joined >= cap) return `${there} That is the most you let in.`;
	return locked ? `${there} Nobody else gets in now.` : there;
}

/** What a window that has just been opened says of a room that was open before it. */
export const foundSentence = (open: OpenRoomState, address: string): string => `The room is open at ${address}, as before. ${presenceSentence(open)}`;
