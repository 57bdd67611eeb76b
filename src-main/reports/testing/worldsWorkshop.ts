/** The sample workshop taken all the way: votes with reasons, two axes, four written worlds, drivers, wheels, plans, signposts and a way back. */
import type { Ballot, BallotValue, Criterion, Round, Scenario } from '../../../src-shared/schemas/records.ts';
import type { WorkshopFile } from '../../../src-shared/schemas/workshopFile.ts';
import type { Action, Consequence, Driver, Judgement, Option, Signpost, Verdict } from '../../../src-shared/schemas/worlds.ts';
import { sampleWith, sampleWorkshop } from './sampleWorkshop.ts';

const workshopId = sampleWorkshop.workshop.id;
const voters = 12;
const cardIds = ['S1', 'S2', 'S3', 'S4', 'S5', 'C1', 'C3', 'C5', 'B2', 'T2', 'I3', 'I5'];

const opened = '2026-05-14T10:00:00.000Z';
const revealed = '2026-05-14T10:20:00.000Z';
export const round: Round = {
	id: 'round2', workshopId, seriesId: 'series2', title: 'Axes', criteria: ['relevancy', 'impact', 'uncertainty', 'timing'], cardIds, state: 'revealed', peopleInRoom: 14,
	createdAt: opened, openedAt: opened, closedAt: revealed, revealedAt: revealed,
};

/** What the room thinks at its middle, by card: relevancy, impact, uncertainty, and the year. */
const middles: Record<string, readonly [number, number, number, number]> = {
	S1: [4, 4, 4, 2029], S2: [5, 5, 5, 2028], S3: [4, 5, 4, 2027], S4: [3, 3, 2, 2027], S5: [4, 4, 2, 2030], C1: [4, 4, 3, 2028],
	C3: [3, 4, 5, 2032], C5: [5, 5, 3, 2030], B2: [3, 3, 5, 2032], T2: [4, 4, 2, 2027], I3: [5, 5, 4, 2029], I5: [3, 2, 3, 2027],
};
/** How far the twelve lie from it; the fifth pattern splits the room. */
const patterns = [
	[0, 0, 0, 1, -1, 0, 1, 1, 0, -1, 0, 1], [0, 1, -1, 0, 0, 1, 0, 0, -1, 0, -1, -1], [0, -1, 0, 0, 1, 0, -1, 0, 0, 1, 0, 0], [1, 0, -1, -1, 0, 0, 0, -1, 1, 0, -2, 0],
	[2, -2, 2, -2, 2, -2, 1, -2, 2, -1, 2, -2],
] as const;
const scale = (middle: number, away: number): BallotValue => Math.min(5, Math.max(1, middle + away));

const reasons: Record<string, Record<number, string>> = {
	C3: {
		0: 'Two buyers for every European maker since spring, and both of them are the same two.', 2: 'Once a ministry rents, it never leaves.', 4: 'Nobody in this room pays for a second supplier.',
		1: 'Anyone can retrain a small model on one card; size stops mattering.', 3: 'The Commission has been slow, but never for ten years.', 5: 'Dominance of what? The tools change each year.', 6: 'It depends on who owns the data centres, and we did not ask.',
	},
	B2: { 0: 'Our region already does it with three hospitals.', 1: 'Costs more than anyone admits.', 8: 'Works only where somebody is paid to keep it alive.' },
};

function ballotsOf(criterion: Criterion): Ballot[] {
	return cardIds.flatMap((cardId, card) =>
		Array.from({ length: voters }, (_, voter): Ballot => {
			const middle = middles[cardId]!;
			const split = (cardId === 'C3' || cardId === 'B2') && criterion === 'relevancy';
			const away = split ? patterns[4][(voter + (cardId === 'B2' ? 3 : 0)) % 12]! : patterns[(card + criterion.length) % 4]![(voter + card) % 12]!;
			const value: BallotValue = criterion === 'timing' ? (cardId === 'C3' && voter > 9 ? 'later' : middle[3] + away + (voter % 3) - 1) : scale(middle[(['relevancy', 'impact', 'uncertainty'] as Criterion[]).indexOf(criterion)]!, away);
			return {
				id: `round2/voter${voter}/${cardId}/${criterion}`, workshopId, roundId: 'round2', participant: `voter${voter}`, cardId, criterion,
				value: voter === 7 && cardId === 'I5' ? 'cannot say' : value, reason: criterion === 'relevancy' ? (reasons[cardId]?.[voter] ?? null) : null, way: 'phone',
			};
		}),
	);
}

const world = (order: number, fields: Partial<Scenario> & Pick<Scenario, 'id' | 'title' | 'narrative' | 'cardIds'>): Scenario => ({ workshopId, horizonYear: 2036, order, createdAt: opened, ...fields });

export const worlds: Scenario[] = [
	world(1, {
		id: 'licensed', title: 'Licensed Few', cardIds: ['S3', 'C3', 'C1', 'I5', 'S4'], summary: 'A handful of approved providers. Safe, slow, expensive.',
		standing: { axes: { across: 'low', up: 'high' }, horizons: 'declines', cone: 'probable' }, headline: 'Fifth provider gives back its licence',
		narrative: 'Four firms hold a licence. Each model is inspected before it ships [S3](card:S3), and the inspection takes a year.\n\nWhat is allowed works well. What is not allowed is not tried [C3](card:C3).',
		feeds: { S3: { weight: 3, role: 'drives' }, C3: { weight: 3, role: 'drives' }, C1: { weight: 2, role: 'eased' }, S4: { weight: 1, role: 'follows' } },
		winners: 'The four licence holders\n\nInsurers', losers: 'Start-ups; small hospitals that cannot pay', implications: 'Buying is easy and slow: **one** framework contract covers everything.',
	}),
	world(2, {
		id: 'common', title: 'Common Ground', cardIds: ['S2', 'I3', 'S1', 'C1', 'B3', 'C5'], summary: 'Open models under firm rules. Trust is what Europe sells.',
		standing: { axes: { across: 'high', up: 'high' }, horizons: 'emerges', cone: 'preferable' }, headline: 'Lisbon court reads the model that sentenced him',
		narrative:
			'By 2036 Europe runs on models that anyone can open, read and retrain [S2](card:S2). Hospitals, courts and schools choose among a dozen European makers [S1](card:S1), and none of them can leave with the keys.\n\n## What it cost\n\nThe price was paperwork. Since the rules firmed up in 2029 [I3](card:I3), every model ships with:\n\n- a summary of what it learned from [C1](card:C1);\n- the name of a person who answers for it;\n- a *plain* description of what it **must not** be used for.\n\nSome makers left. Most stayed: trust was what customers paid for ([the act](https://example.org/act)).\n\nMisuse has not gone away [C5](card:C5). It is found sooner, since many people can look.',
		feeds: { S2: { weight: 3, role: 'drives' }, I3: { weight: 3, role: 'drives' }, S1: { weight: 2, role: 'follows' }, C1: { weight: 2, role: 'eased' }, B3: { weight: 1, role: 'drives' }, C5: { weight: 1, role: 'remains' } },
		winners: 'Public buyers, who can change makers\n\nSmall makers near their customers [S1](card:S1)', losers: 'Makers that sell access by the call\n\nAnyone who counted on secrecy',
		implications: 'Procurement asks for **open weights** by default.\n\n- Legal reads summaries of training data, and needs three people for it.\n- IT runs models in its own data centre.', states: { d1: 'd1b', d2: 'd2b', d3: 'd3b' },
	}),
	world(3, {
		id: 'toll', title: 'Toll Road', cardIds: ['S4', 'C6', 'C3', 'I5', 'B6'], summary: 'The best models sit behind paid access. Europe rents.', standing: { axes: { across: 'low', up: 'low' }, horizons: 'bridges', cone: 'plausible' },
		headline: 'Price of a question doubles overnight',
		narrative: 'Access is sold by the call. Three makers set the price, and the public sector pays it [C6](card:C6).\n\nNo law forbids it; no law was ready in time. Startups grew fast and were bought [I5](card:I5).',
		feeds: { S4: { weight: 3, role: 'drives' } }, winners: 'Three makers', losers: 'Every budget', states: { d1: 'd1a', d2: 'd2a', d3: 'd3a' },
	}),
	world(4, {
		id: 'garden', title: 'Wild Garden', cardIds: ['S2', 'B2', 'C5', 'T5', 'S6', 'C2'], summary: 'Everything can be copied. So can every mistake.', standing: { axes: { across: 'high', up: 'low' }, cone: 'plausible' },
		narrative: 'Everyone trains. Nobody knows what runs in the ministry next door [B2](card:B2).', feeds: { S2: { weight: 3, role: 'drives' }, B2: { weight: 3, role: 'drives' }, C5: { weight: 3, role: 'grows' } },
		states: { d1: 'd1a', d2: 'd2b', d3: 'd3a' },
	}),
];

const driver = (order: number, id: string, name: string, states: string[], cardId: string | null): Driver => ({ id, workshopId, name, cardId, order, states: states.map((state, index) => ({ id: `${id}${'abc'[index]}`, name: state })) });
const drivers: Driver[] = [
	driver(1, 'd1', 'Rules', ['Light touch', 'Firm and tailored'], 'S3'), driver(2, 'd2', 'Weights', ['Closed, paid access', 'Open weights'], 'S2'), driver(3, 'd3', 'Public money', ['Rents', 'Builds', 'Waits'], null),
];
const judged: [string, string, number][] = [
	['d1a', 'd2a', 2], ['d1a', 'd2b', -2], ['d1b', 'd2a', -1], ['d1b', 'd2b', 1], ['d2a', 'd3a', 3], ['d2a', 'd3b', -2], ['d2a', 'd3c', -1], ['d2b', 'd3a', -2], ['d2b', 'd3b', 2],
	['d3a', 'd1a', 1], ['d3a', 'd1b', -1], ['d3b', 'd1a', -2], ['d3b', 'd1b', 2], ['d1a', 'd3a', 1], ['d1b', 'd3b', 1], ['d3a', 'd2a', 2], ['d3a', 'd2b', -2], ['d3b', 'd2a', -2], ['d3b', 'd2b', 2],
];
const judgements: Judgement[] = judged.map(([from, to, strength]) => ({
	id: `${from.slice(0, 2)}/${from}/${to.slice(0, 2)}/${to}`, workshopId, fromDriverId: from.slice(0, 2), fromStateId: from, toDriverId: to.slice(0, 2), toStateId: to, strength,
}));

const consequence = (order: number, id: string, parentId: string | null, text: string, about: Partial<Consequence>): Consequence => ({ id, workshopId, cardId: null, scenarioId: null, parentId, text, order, ...about });
const ofCard = { cardId: 'S2' };
const ofWorld = { scenarioId: 'toll' };
const consequences: Consequence[] = [
	consequence(1, 'q1', null, 'Every town hall can run its own', ofCard), consequence(2, 'q2', null, 'Models are audited by anyone', ofCard), consequence(3, 'q3', null, 'Makers earn with service', ofCard),
	consequence(4, 'q4', 'q1', 'Town halls share staff who know how', ofCard), consequence(5, 'q5', 'q1', 'Old servers become scarce', ofCard), consequence(6, 'q6', 'q2', 'Faults are found in days', ofCard),
	consequence(7, 'q7', 'q6', 'Insurers ask for open weights', ofCard), consequence(8, 'q8', 'q4', 'A guild of model keepers', ofCard), consequence(9, 'q9', 'q3', 'Prices follow hours, not calls', ofCard),
	consequence(10, 'r1', null, 'Budgets are cut elsewhere', ofWorld), consequence(11, 'r2', 'r1', 'Libraries close a day a week', ofWorld),
];

const verdicts = (...of: [string, Verdict, string?][]): Option['verdicts'] => Object.fromEntries(of.map(([id, verdict, why]) => [id, { verdict, ...(why && { why }) }]));
const options: Option[] = [
	{ id: 'o1', workshopId, title: 'Ask for a summary of training data in every tender', description: 'From 2027 on, in all calls above 50,000 euros.', order: 1, verdicts: verdicts(['licensed', 'works'], ['common', 'works'], ['toll', 'works', 'It is the only handle on price.'], ['garden', 'works']) },
	{ id: 'o2', workshopId, title: 'Train our own staff to keep models', description: '', order: 2, verdicts: verdicts(['licensed', 'adapts', 'As inspectors.'], ['common', 'works'], ['toll', 'works'], ['garden', 'works']) },
	{ id: 'o3', workshopId, title: 'Build a shared data centre with three regions', description: '', order: 3, verdicts: verdicts(['licensed', 'fails', 'No licence without a maker.'], ['common', 'works'], ['toll', 'fails'], ['garden', 'adapts']) },
	{ id: 'o4', workshopId, title: 'Sign for ten years with one maker', description: '', order: 4, verdicts: verdicts(['licensed', 'fails'], ['common', 'fails', 'It forgoes what is free.'], ['toll', 'fails'], ['garden', 'fails']) },
	{ id: 'o5', workshopId, title: 'Wait for the act', description: '', order: 5, verdicts: verdicts(['licensed', 'works'], ['common', 'adapts']) },
];

const signpost = (order: number, title: string, fields: Partial<Signpost>): Signpost => ({ id: `w${order}`, workshopId, title, source: '', threshold: '', owner: '', reviewAt: null, towards: [], away: [], order, ...fields });
const signposts: Signpost[] = [
	signpost(1, 'Public tenders ask for open weights', { source: 'Tenders Electronic Daily', threshold: '3 member states do', owner: 'Procurement', reviewAt: '2026-11-02', towards: ['common'], away: ['licensed', 'toll'], count: { seen: 1, of: 3 }, cardId: 'S2' }),
	signpost(2, 'Makers publish training-data summaries', { source: 'Their sites', threshold: '8 of the 10 largest do', owner: 'Legal', reviewAt: '2026-12-01', towards: ['common'], count: { seen: 2, of: 8 } }),
	signpost(3, 'A model ships without a download', { source: 'Trade press', threshold: 'Once', owner: 'Markets', reviewAt: '2026-09-15', towards: ['toll', 'licensed'], away: ['common', 'garden'], seenOn: '2026-05-02' }),
	signpost(4, 'A ministry is fined for a model it trained itself', { threshold: 'Once', towards: ['garden'] }),
];

const action = (order: number, title: string, fields: Partial<Action>): Action => ({ id: `a${order}`, workshopId, title, note: '', scenarioId: null, at: null, owner: '', order, ...fields });
const actions: Action[] = [
	action(1, 'A dozen makers deliver to the public sector', { scenarioId: 'common', at: 9, owner: 'Everyone' }), action(2, 'The act asks for summaries of training data', { scenarioId: 'common', at: 3.5, owner: 'Legal', note: 'Our comment is due in spring.' }),
	action(3, 'Three regions share a data centre', { scenarioId: 'common', at: 5, owner: 'IT' }), action(4, 'The first tender asks for open weights', { scenarioId: 'common', at: 1, owner: 'Procurement' }),
	action(5, 'Two people learn to keep a model', { scenarioId: 'common', at: 0.5, owner: 'Personnel', done: true }), action(6, 'Invite the regions that were not here', { owner: 'The facilitator', at: 0.25 }), action(7, 'Write up the reasons that were given aloud', {}),
];

const reasonless: Criterion[] = ['relevancy', 'impact', 'uncertainty', 'timing'];

export const worldsWorkshop: WorkshopFile = sampleWith({
	workshop: {
		...sampleWorkshop.workshop, critical: ['S2', 'S3', 'C3'], logic: 'axes',
		axes: { across: { cardId: 'S2', low: 'Closed, paid access', high: 'Open weights' }, up: { cardId: 'S3', low: 'Light touch', high: 'Firm and tailored rules' } },
	},
	rounds: [...sampleWorkshop.rounds, round],
	ballots: [...sampleWorkshop.ballots, ...reasonless.flatMap(ballotsOf)],
	scenarios: worlds, drivers, judgements, consequences, options, signposts, actions,
});

export const worldsWith = (changes: Partial<WorkshopFile>): WorkshopFile => ({ ...structuredClone(worldsWorkshop), ...changes });
