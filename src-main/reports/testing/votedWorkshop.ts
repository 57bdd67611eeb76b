/** The sample workshop after a day with phones: rounds by every criterion, a second round on some cards, and a canvas with all that can stand on it. */
import type { Ballot, BallotValue, Criterion, Round } from '../../../src-shared/schemas/records.ts';
import type { WorkshopFile } from '../../../src-shared/schemas/workshopFile.ts';
import { lanes, sampleWith, sampleWorkshop } from './sampleWorkshop.ts';

const workshopId = sampleWorkshop.workshop.id;
const voters = 12;
const cardIds = ['S1', 'S2', 'C1', 'C3', 'C5', 'I3'];

const round = (id: string, hour: number, patch: Partial<Round>): Round => ({
	id, workshopId, seriesId: `series-${id}`, title: id, criteria: ['relevancy'], cardIds, state: 'revealed', peopleInRoom: 14,
	createdAt: `2026-05-14T${hour}:00:00.000Z`, openedAt: `2026-05-14T${hour}:01:00.000Z`, closedAt: `2026-05-14T${hour}:20:00.000Z`, revealedAt: `2026-05-14T${hour}:20:00.000Z`, ...patch,
});

/** By fixed steps, so that every figure is the same each time. */
const scale = (voter: number, card: number): BallotValue => 1 + ((voter * (card + 2) + card) % 5);
const calm = (voter: number, card: number): BallotValue => (voter === 11 ? 'cannot say' : 3 + ((voter + card) % 2));
const year = (voter: number, card: number): BallotValue => (card === 5 && voter > 6 ? 'later' : 2027 + card + (voter % 4) + (voter % 2) / 2);
const ways: Ballot['way'][] = [...new Array<Ballot['way']>(9).fill('phone'), 'paper', 'paper', 'hot seat'];

function ballots({ id, cardIds: asked }: Round, criterion: Criterion, value: (voter: number, card: number) => BallotValue): Ballot[] {
	return asked.flatMap((cardId, card) =>
		Array.from({ length: voters }, (_, voter): Ballot => ({
			id: `${id}/voter${voter}/${cardId}/${criterion}`, workshopId, roundId: id, participant: `voter${voter}`, cardId, criterion, value: value(voter, card), reason: null, way: ways[voter]!,
		})),
	);
}

const first = round('Round 1', 10, { criteria: ['relevancy', 'impact', 'timing'] });
const again = round('Round 2', 11, { seriesId: first.seriesId, earlierRoundId: first.id, cardIds: ['C1', 'C3'] });
const dots = round('Round 3', 12, { criteria: ['dots'], dots: 5 });
const approval = round('Round 4', 13, { criteria: ['approval'] });

export const votedWorkshop: WorkshopFile = sampleWith({
	workshop: { ...sampleWorkshop.workshop, overlays: ['horizons'], groups: [{ id: 'g1', name: 'City' }, { id: 'g2', name: 'Country' }] },
	rounds: [first, again, dots, approval],
	ballots: [
		...ballots(first, 'relevancy', scale), ...ballots(first, 'impact', calm), ...ballots(first, 'timing', year),
		...ballots(again, 'relevancy', (voter, card) => (voter < 2 ? 3 : scale(voter, card + 2))),
		...ballots(dots, 'dots', (voter, card) => ((voter + card) % 3 === 0 ? 1 + (card % 2) : 0)),
		...ballots(approval, 'approval', (voter, card) => (voter === 3 ? 'cannot say' : voter % (card + 2) === 0 ? 0 : 1)),
	],
	clusters: [
		{ id: 'k1', workshopId, name: 'Rules', cardIds: ['C1', 'S3'], frame: { from: 1, to: 3, top: { laneId: lanes[0]!.id, height: 0 }, bottom: { laneId: lanes[0]!.id, height: 2 } } },
		{ id: 'k2', workshopId, name: 'Still empty', cardIds: [], frame: { from: 6, to: 8, top: { laneId: lanes[4]!.id, height: 0 }, bottom: { laneId: lanes[4]!.id, height: 1 } } },
	],
	influences: [
		{ id: 'i1', workshopId, fromId: 'C1', toId: 'I3', strength: 2 },
		{ id: 'i2', workshopId, fromId: 'S5', toId: 'T5', strength: -3 },
	],
	notes: [
		{ id: 'n1', workshopId, text: 'Ask the ministry about the summary of training data.', at: 8.5, laneId: lanes[2]!.id, height: 0 },
		{ id: 'n2', workshopId, text: 'Do not press the mayor on this.', at: 3, laneId: lanes[4]!.id, height: 0, toSelf: true },
	],
});
