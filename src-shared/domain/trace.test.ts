import { describe, expect, test } from 'vitest';
import type { Card, Source } from '../schemas/records.ts';
import { passagesOf } from './passages.ts';
import { roundOf, votes } from './testing/votes.ts';
import { cardLink, traceLine, traceOfCard, tracesOf, type TraceRecords } from './trace.ts';

const text = '# Models\n\n| name | description |\n|---|---|\n| Open models | Anyone can **open** them |';
const source = { id: 'doc', file: 'seeds/000_2c25.txt', title: 'How Mistral' } as Source;
const card = (id: string, patch: Partial<Card> = {}): Card => ({
	id, kind: 'signal', name: `Card ${id}`, nameIsMade: false, description: null, change: null, outlook: null, drivingForce: null, machineScore: 5,
	sourceId: 'doc', line: 5, origin: 'imported', passage: null, editedAt: null, createdAt: '2026-05-14T09:00:00.000Z', ...patch,
});
const file = (patch: Partial<TraceRecords> = {}): TraceRecords => ({
	workshop: { id: 'w', title: '', question: '', baseYear: 2026, lanes: [{ id: 'l', name: 'Policy' }], createdAt: '2026-05-14T09:00:00.000Z' },
	sources: [source], texts: [{ id: 'doc', text }],
	cards: [card('a'), card('b'), card('c', { sourceId: null, line: null, origin: 'handmade' })],
	workshopCards: ['a', 'b', 'c'].map((cardId, index) => ({ id: `w/${cardId}`, workshopId: 'w', cardId, number: index + 1, placement: cardId === 'a' ? { at: 5.25, laneId: 'l', height: 0 } : null })),
	rounds: [roundOf()], ballots: [...votes('a', [3, 4, 5, 4]), ...votes('b', [5, 5, 5])], ...patch,
});

describe('a card is traced', () => {
	test('to its votes, its place on the canvas and the line of its document', () => {
		expect(traceOfCard(file(), 'a')).toMatchObject({
			code: 'S1', place: { date: '2031 Q2', lane: 'Policy', hidden: false }, link: 'card-a', sourceLink: 'source-doc',
			source: { file: '000_2c25.txt', line: 5, quote: 'Open models · Anyone can open them' },
			votes: [{ criterion: 'relevancy', roundTitle: 'Round 1', n: 4, median: 4, iqr: 0.5, agreed: true, rank: 2, of: 2, reasons: null }],
		});
		expect(traceLine(traceOfCard(file(), 'a')!)).toBe('S1 · ranked 2 of 2, median 4 (n 4) · 000_2c25.txt line 5');
	});

	test('as far as there is anything: no votes, no document, no card', () => {
		const trace = tracesOf(file());
		expect(traceLine(trace('c')!)).toBe('S3 · not voted on · made by hand');
		expect(trace('c')).toMatchObject({ votes: [], source: null, place: null });
		expect(trace('gone')).toBeNull();
		expect(traceOfCard(file({ texts: [] }), 'a')?.source?.quote).toBeNull();
	});

	test('to the latest revealed round that asked about it, and never to one that is not revealed', () => {
		const hidden = roundOf({ id: 'r2', state: 'closed', revealedAt: null });
		const later = roundOf({ id: 'r3', title: 'Round 3', cardIds: ['a'], revealedAt: '2026-05-14T12:00:00.000Z' });
		const again = file({ rounds: [later, hidden, roundOf()], ballots: [...file().ballots, ...votes('a', [1, 1], 'relevancy', { roundId: 'r2' }), ...votes('a', [2, 2], 'relevancy', { roundId: 'r3' })] });
		expect(traceOfCard(again, 'a')?.votes).toMatchObject([{ roundTitle: 'Round 3', median: 2, n: 2, of: 1 }]);
		expect(traceOfCard(again, 'b')?.votes).toMatchObject([{ roundTitle: 'Round 1', median: 5 }]);
		expect(traceOfCard(file({ rounds: [hidden], ballots: votes('a', [5], 'relevancy', { roundId: 'r2' }) }), 'a')?.votes).toEqual([]);
	});

	test('by every criterion in its own way', () => {
		const rounds = [roundOf({ criteria: ['relevancy', 'timing'] }), roundOf({ id: 'd', criteria: ['dots'] }), roundOf({ id: 'y', criteria: ['approval'] })];
		const ballots = [
			...votes('a', [4, 2]), ...votes('a', [2030, 2030, 2031, 'later', 'later'], 'timing'), ...votes('a', [2, 1, 0], 'dots', { roundId: 'd' }), ...votes('a', [1, 0, 1, 'cannot say'], 'approval', { roundId: 'y' }),
		];
		expect(traceOfCard(file({ rounds, ballots }), 'a')?.votes).toMatchObject([
			{ criterion: 'relevancy', median: 3, n: 2 },
			{ criterion: 'timing', median: 2031, iqr: Infinity, agreed: null, n: 5 },
			{ criterion: 'dots', median: null, dots: 3, n: 2 },
			{ criterion: 'approval', share: 2 / 3, n: 3 },
		]);
	});

	test('with how many reasons there are only where five people gave any', () => {
		const why = (people: number) => votes('a', Array.from({ length: people }, () => 3), 'relevancy', { reason: 'Because' });
		expect(traceOfCard(file({ ballots: why(4) }), 'a')?.votes[0]?.reasons).toBeNull();
		expect(traceOfCard(file({ ballots: why(5) }), 'a')?.votes[0]?.reasons).toBe(5);
	});

	test('names of places hold letters, digits and lines only, and differ where ids do', () => {
		expect(cardLink('0a1b-3')).toBe('card-0a1b_2d_3');
		expect(cardLink('ü/1')).not.toBe(cardLink('ü 1'));
	});
});

describe('a narrative is taken apart', () => {
	const world = { id: 's', cardIds: ['f', 'g'] };
	const told = (narrative: string) => passagesOf({ ...world, narrative });

	test('into sentences with the cards that each rests on', () => {
		const [first, second] = told('Models are open [S2](card:a). Courts\nuse them. **[S1](card:b)** follows.\n\nThe price was paperwork.');
		expect(first).toMatchObject({ place: 0, cardIds: ['a', 'b'], by: 'paragraph', link: 'world-s-1' });
		expect(first?.sentences.map(({ text, cardIds, by }) => [text, cardIds, by])).toEqual([
			['Models are open S2.', ['a'], 'sentence'],
			['Courts use them.', ['a', 'b'], 'paragraph'],
			['S1 follows.', ['b'], 'sentence'],
		]);
		expect(second).toMatchObject({ cardIds: ['f', 'g'], by: 'world', sentences: [{ cardIds: ['f', 'g'], by: 'world' }] });
	});

	test('with its headings and the items of its lists', () => {
		expect(told('# Why\n\n- one\n  - two [S1](card:b)').map(({ heading, depth, cardIds }) => [heading, depth, cardIds.length])).toEqual([[true, 0, 2], [false, 1, 2], [false, 2, 1]]);
		expect(told('')).toEqual([]);
	});
});
