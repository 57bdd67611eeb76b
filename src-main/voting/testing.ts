/** Rounds and answers for tests. */
import type { Answer, OpenRoom, RoomCard, RoomRound } from '../../src-shared/schemas/room.ts';

export const cardOf = (id: string): RoomCard => ({ id, code: id, kind: 'signal', name: `Card ${id}`, description: null, from: null, to: null });

export const roundOf = (change: Partial<RoomRound> = {}): RoomRound => ({
	id: 'round1',
	seriesId: 'series1',
	title: 'Relevancy, round 1',
	question: 'Which of these matter most?',
	criteria: ['relevancy'],
	cards: ['a', 'b', 'c'].map(cardOf),
	baseYear: 2026,
	dots: null,
	asksReason: true,
	shuffles: true,
	earlier: [],
	...change,
});

export const answer = (change: Partial<Answer> = {}): Answer => ({ cardId: 'a', criterion: 'relevancy', value: 4, reason: null, seq: 1, ...change });

export const openRoomOf = (change: Partial<OpenRoom> = {}): OpenRoom => ({
	workshopId: 'workshop1',
	title: 'Care in 2036',
	address: '127.0.0.1',
	port: 0,
	wifi: null,
	cap: 1000,
	strict: false,
	groups: [],
	language: 'en',
	...change,
});
