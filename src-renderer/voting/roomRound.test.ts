import * as v from 'valibot';
import { expect, test } from 'vitest';
import { roomRoundSchema } from '../../src-shared/schemas/room.ts';
import type { Ballot, Card, Round } from '../../src-shared/schemas/records.ts';
import { roomRoundOf } from './roomRound.ts';
import { ballot, round } from './testRecords.ts';

const card = (id: string, patch: Partial<Card> = {}): Card => ({
	id, kind: 'signal', name: id, nameIsMade: false, description: 'What it is.', change: 'From A to B', outlook: null, drivingForce: null, machineScore: 5,
	sourceId: null, line: null, origin: 'handmade', passage: null, editedAt: null, createdAt: '2026-01-01T00:00:00.000Z', ...patch,
});
const records = (cards: Card[], rounds: Round[] = [], ballots: Ballot[] = []) =>
	({
		workshop: { question: 'Who?', baseYear: 2026 },
		cards: new Map(cards.map((one) => [one.id, one])),
		uses: new Map(cards.map((one, index) => [one.id, { number: index + 1 }])),
		rounds: new Map(rounds.map((one) => [one.id, one])),
		ballots: { all: ballots },
	}) as unknown as Parameters<typeof roomRoundOf>[0];

test('phones are asked the cards’ words and no machine score', () => {
	const asked = roomRoundOf(records([card('a'), card('b', { change: 'Towards more of it', name: 'x'.repeat(400), description: null })]), round({ cardIds: ['a', 'b', 'gone'] }));
	expect(v.parse(roomRoundSchema, asked)).toEqual(asked);
	expect(asked.cards[0]).toEqual({ id: 'a', code: 'S1', kind: 'signal', name: 'a', description: 'What it is.', from: 'A', to: 'B' });
	expect(asked.cards[1]).toMatchObject({ from: null, to: 'Towards more of it', description: null });
	expect(asked.cards[1]?.name).toHaveLength(300);
	expect(JSON.stringify(asked)).not.toContain('machine');
});

test('the round before is fed back by card and criterion, with its reasons where there are enough', () => {
	const before = round({ id: 'r', state: 'revealed', criteria: ['relevancy', 'timing'] });
	const votes = [1, 5, 5, 4, 2].map((value, voter) => ballot(`p${voter}`, 'a', value, `because ${voter}`));
	const later = { ...ballot('p0', 'a', 'later'), criterion: 'timing' as const };
	const next = round({ id: 'r2', cardIds: ['a'], criteria: ['relevancy', 'timing'], earlierRoundId: 'r' });
	const [relevancy, timing] = roomRoundOf(records([card('a')], [before], [...votes, later]), next).earlier;
	expect(relevancy).toMatchObject({ cardId: 'a', criterion: 'relevancy', votes: { 1: 1, 2: 1, 4: 1, 5: 2 } });
	expect([...(relevancy?.reasons ?? [])].sort()).toEqual(['because 0', 'because 1', 'because 2', 'because 3', 'because 4']);
	expect(timing?.votes).toEqual({ later: 1 });
	expect(roomRoundOf(records([card('a')], [before], votes.slice(1)), next).earlier[0]?.reasons).toEqual([]);
});

test('a round that is not revealed is fed back to nobody', () => {
	const next = round({ id: 'r2', cardIds: ['a'], earlierRoundId: 'r' });
	expect(roomRoundOf(records([card('a')], [round({ state: 'open' })], [ballot('p', 'a', 5)]), next).earlier).toEqual([]);
});
