import { expect, test } from 'vitest';
import { lanes, sampleWith, sampleWorkshop } from './testing/sampleWorkshop.ts';
import type { Ballot, Round } from '../../src-shared/schemas/records.ts';
import { createNotes } from './text.ts';
import { createView } from './view.ts';

const view = (changes: Parameters<typeof sampleWith>[0] = {}, notes = createNotes()) =>
	createView(sampleWith(changes), notes, 'en');
const [round] = sampleWorkshop.rounds as [Round];

test("cards have their code, their date and the room's median", () => {
	const card = view().byId.get('S1')!;
	expect(card).toMatchObject({ code: 'S1', date: '2029 Q4', lane: 'Markets & capital', vote: { median: 4, rank: 5 } });
	expect(view().byId.get('I6')).toMatchObject({ date: null, lane: null, vote: null });
});

test('placed cards come lane by lane, in order of time', () => {
	const placed = view().placed;
	expect(placed.slice(0, 5).map((card) => card.code)).toEqual(['C2', 'S3', 'C1', 'I3', 'B3']);
	expect(placed).toHaveLength(27);
});

test('the votes of a round that is not revealed are nowhere', () => {
	for (const state of ['open', 'closed', 'draft'] as const) {
		const hidden = view({ rounds: [{ ...round, state }] });
		expect(hidden.results).toEqual([]);
		expect(hidden.cards.every((card) => card.vote === null)).toBe(true);
		expect(hidden.voted).toBe(0);
		expect(hidden.hidden).toHaveLength(state === 'draft' ? 0 : 1);
	}
});

test('of a series only the latest revealed round counts', () => {
	const second: Round = { ...round, id: 'round2', revealedAt: '2026-05-14T11:00:00.000Z' };
	const ballot: Ballot = { ...sampleWorkshop.ballots[0]!, id: 'b', roundId: 'round2', cardId: 'S2', value: 1 };
	const result = view({ rounds: [second, round], ballots: [...sampleWorkshop.ballots, ballot] });
	expect(result.results.map(({ round: { id } }) => id)).toEqual(['round2']);
	expect(result.revealed).toHaveLength(2);
	expect(result.byId.get('S2')!.vote).toMatchObject({ n: 1, median: 1 });
});

test('a card that the file does not hold is left out and said', () => {
	const notes = createNotes();
	const scenarios = [{ ...sampleWorkshop.scenarios[0]!, cardIds: ['S1', 'gone'] }];
	expect(view({ scenarios }, notes).scenarios[0]!.cards.map((card) => card.code)).toEqual(['S1']);
	expect(notes.all()).toEqual(['The workshop names 1 card that its file does not hold; the report leaves it out.']);
});

test('cards of a lane that is no more stand in the first one', () => {
	const workshop = { ...sampleWorkshop.workshop, lanes: lanes.slice(1) };
	expect(view({ workshop }).byId.get('C1')!.lane).toBe('Markets & capital');
});

test('the sun stands at the day of the workshop, and not at all when that is off the canvas', () => {
	expect(view().now).toBeCloseTo(0.36, 1);
	expect(view({ workshop: { ...sampleWorkshop.workshop, baseYear: 2030 } }).now).toBeNull();
});
