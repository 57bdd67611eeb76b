import { expect, test } from 'vitest';
import { documentRecords } from '../../src-shared/domain/documentRecords.ts';
import type { ParsedCard, ParsedDocument } from '../../src-shared/schemas/document.ts';
import type { Change } from '../../src-shared/schemas/journal.ts';
import type { Card } from '../../src-shared/schemas/records.ts';
import { noWorlds, workshopFileVersion, type WorkshopFile } from '../../src-shared/schemas/workshopFile.ts';
import { planAdoption, type Here } from './adopt.ts';

const at = '2026-05-01T10:00:00.000Z';
const hash = 'a'.repeat(32);
const parsedCard = (name: string, line: number): ParsedCard => ({
	kind: 'signal', name, nameIsMade: false, description: null, change: null, outlook: null, drivingForce: null, machineScore: 4, line,
});
const document: ParsedDocument = {
	hash, file: 'a.md', shape: 'signal page', title: 'A', titleIsMade: false, author: null, url: null, pageRef: null, publishedAt: null,
	provider: null, providerDomain: null, sections: [], links: [], milestones: [], keywords: ['k'], themes: [], category: null, type: null,
	summary: null, topics: [], quality: null, heat: null, related: [], encoding: 'utf-8', repairs: [], warnings: [], text: 'The text',
	cards: [parsedCard('One', 3), parsedCard('Two', 4), parsedCard('Three', 5)],
};
const records = documentRecords(document, at);
const handmade: Card = { ...records.cards[0]!, id: 'handmade', origin: 'handmade', sourceId: null, line: null, name: 'By hand' };

function file(patch: Partial<WorkshopFile> = {}): WorkshopFile {
	return {
		format: 'longview-workshop', version: workshopFileVersion, savedAt: at,
		workshop: { id: 'w', title: 'Europe', question: 'Q', baseYear: 2026, lanes: [{ id: 'l', name: 'L' }], createdAt: at },
		sources: [records.source], texts: [records.text], cards: [...records.cards, handmade],
		workshopSources: [{ id: `w/${hash}`, workshopId: 'w', sourceId: hash }],
		workshopCards: [{ id: `w/${hash}-1`, workshopId: 'w', cardId: `${hash}-1`, number: 1, placement: { at: 2, laneId: 'l', height: 0 } }],
		rounds: [{
			id: 'r', workshopId: 'w', seriesId: 's', title: 'Round 1', criteria: ['relevancy'], cardIds: [`${hash}-1`, 'handmade'], state: 'revealed',
			peopleInRoom: 3, createdAt: at, openedAt: at, closedAt: at, revealedAt: at,
		}],
		ballots: [{
			id: `r/p/${hash}-1/relevancy`, workshopId: 'w', roundId: 'r', participant: 'p', cardId: `${hash}-1`, criterion: 'relevancy', value: 4,
			reason: null, way: 'hot seat',
		}],
		scenarios: [{ id: 'z', workshopId: 'w', title: 'Z', narrative: '', horizonYear: 2036, cardIds: ['handmade'], order: 1, createdAt: at }],
		clusters: [{ id: 'k', workshopId: 'w', name: 'K', cardIds: [`${hash}-1`, 'handmade'], frame: { from: 1, to: 3, top: { laneId: 'l', height: 0 }, bottom: { laneId: 'l', height: 2 } } }],
		influences: [{ id: 'i', workshopId: 'w', fromId: `${hash}-1`, toId: 'handmade', strength: -2 }],
		notes: [{ id: 'n', workshopId: 'w', text: 'Ask', at: 1, laneId: 'l', height: 0, toSelf: true }],
		...noWorlds(),
		...patch,
	};
}
const here = (workshops: string[] = [], sources: string[] = [], cards: string[] = []): Here => ({
	workshops: new Set(workshops), sources: new Set(sources), cards: new Set(cards),
});
const keys = (changes: Change[], table: string) => changes.filter((change) => change.table === table).map(({ key }) => key);

test('on an empty computer everything of the file enters under its own ids', () => {
	const { workshopId, documents, steps, notes } = planAdoption(file(), here());
	expect([workshopId, notes]).toEqual(['w', []]);
	expect(documents).toEqual([document]);
	expect(steps[0]).toEqual([{ table: 'documents', key: hash, before: null, after: { importedAt: at } }]);
	expect(keys(steps[1], 'cards')).toEqual(['handmade']);
	expect(['workshops', 'workshopSources', 'workshopCards', 'rounds', 'ballots', 'scenarios'].map((table) => keys(steps[1], table))).toEqual([
		['w'], [`w/${hash}`], [`w/${hash}-1`], ['r'], [`r/p/${hash}-1/relevancy`], ['z'],
	]);
});

test('a workshop that is here already is opened as a copy that shares no record with it', () => {
	const { workshopId, steps } = planAdoption(file(), here(['w'], [hash], [...records.cards, handmade].map(({ id }) => id)));
	expect(workshopId).not.toBe('w');
	expect(steps[0]).toEqual([]);
	expect(keys(steps[1], 'cards')).toEqual([]);
	expect(steps[1].find(({ table }) => table === 'workshops')?.after).toMatchObject({ title: 'Europe (copy)' });
	const round = steps[1].find(({ table }) => table === 'rounds')!;
	const ballot = steps[1].find(({ table }) => table === 'ballots')!;
	expect(round.key).not.toBe('r');
	expect(ballot).toMatchObject({ key: `${round.key}/p/${hash}-1/relevancy`, after: { roundId: round.key, workshopId } });
	for (const change of steps[1]) if (change.table !== 'workshops') expect(change.after).toMatchObject({ workshopId });
});

test('in a copy a second round names the first, and a card the round that moved it, under their new ids', () => {
	const first = file().rounds[0]!;
	const again = { ...first, id: 'r2', earlierRoundId: 'r', change: { sinceRoundId: 'r', cards: [{ cardId: 'handmade', criterion: 'relevancy' as const, voters: 4, moved: 1, cvChange: null }] } };
	const use = file().workshopCards[0]!;
	const moved = { ...use, placement: { ...use.placement!, guess: { at: 1, roundId: 'r' } } };
	const { steps } = planAdoption(file({ rounds: [first, again], workshopCards: [moved] }), here(['w']));
	const rounds = steps[1].filter(({ table }) => table === 'rounds');
	expect(rounds[1]!.after).toMatchObject({ earlierRoundId: rounds[0]!.key, change: { sinceRoundId: rounds[0]!.key, cards: again.change.cards } });
	expect(steps[1].find(({ table }) => table === 'workshopCards')!.after).toMatchObject({ placement: { at: 2, guess: { at: 1, roundId: rounds[0]!.key } } });
});

test('what refers to a round that the file does not hold is left out', () => {
	const lost = { ...file().rounds[0]!, earlierRoundId: 'gone', change: { sinceRoundId: 'gone', cards: [] } };
	const { after } = planAdoption(file({ rounds: [lost] }), here()).steps[1].find(({ table }) => table === 'rounds')!;
	expect(after).not.toHaveProperty('earlierRoundId');
	expect(after).not.toHaveProperty('change');
});

test('a card that was edited comes with its document and is edited again after it', () => {
	const edited = { ...records.cards[1]!, name: 'Two, better', editedAt: '2026-05-02T10:00:00.000Z' };
	const { documents, steps } = planAdoption(file({ cards: [records.cards[0]!, edited, records.cards[2]!, handmade] }), here());
	expect(documents[0]?.cards.map(({ name }) => name)).toEqual(['One', 'Two, better', 'Three']);
	expect(steps[1].find(({ key }) => key === edited.id)?.after).toEqual(edited);
});

test('a card that was deleted leaves its place in the document, and is deleted again', () => {
	const { documents, steps } = planAdoption(file({ cards: [records.cards[0]!, records.cards[2]!, handmade] }), here());
	expect(documents[0]?.cards.map(({ name }) => name)).toEqual(['One', 'Deleted card', 'Three']);
	expect(steps[1].find(({ key }) => key === `${hash}-2`)).toMatchObject({ table: 'cards', after: null });
});

test('a card that left this library although its document stayed comes back', () => {
	const { documents, steps } = planAdoption(file(), here([], [hash], [`${hash}-2`, `${hash}-3`, 'handmade']));
	expect(documents).toEqual([]);
	expect(keys(steps[1], 'cards')).toEqual([`${hash}-1`]);
});

test('cards that the file names and does not hold are left out, and counted', () => {
	const { steps, notes } = planAdoption(file({ cards: records.cards }), here());
	expect(steps[1].find(({ table }) => table === 'scenarios')?.after).toMatchObject({ cardIds: [] });
	expect(notes).toEqual(['The file names a card that it does not hold, so it was left out.']);
});

test('a workshop whose id could name no journal gets one of its own', () => {
	for (const id of ['../../etc', 'x'.repeat(150), 'a/b']) {
		const given = file();
		const { workshopId, steps } = planAdoption({ ...given, workshop: { ...given.workshop, id } }, here());
		expect(workshopId).toMatch(/^[A-Za-z0-9_-]{1,64}$/);
		expect(keys(steps[1], 'workshops')).toEqual([workshopId]);
		expect(keys(steps[1], 'workshopCards')).toEqual([`${workshopId}/${hash}-1`]);
	}
});

test('what a file written by hand brings twice enters once', () => {
	const given = file();
	const twice = file({
		workshop: { ...given.workshop, lanes: [{ id: 'l', name: 'L' }, { id: 'l', name: 'Again' }] },
		rounds: given.rounds.map((round) => ({ ...round, cardIds: ['handmade', 'handmade'] })),
		scenarios: given.scenarios.map((scenario) => ({ ...scenario, cardIds: ['handmade', `${hash}-1`, 'handmade'] })),
	});
	const after = new Map(planAdoption(twice, here()).steps[1].map(({ table, after: record }) => [table, record as Record<string, unknown>]));
	expect(after.get('workshops')).toMatchObject({ lanes: [{ id: 'l', name: 'L' }] });
	expect(after.get('rounds')).toMatchObject({ cardIds: ['handmade'] });
	expect(after.get('scenarios')).toMatchObject({ cardIds: ['handmade', `${hash}-1`] });
});

test('votes that are not on the scale are left out, and it is said', () => {
	const [ballot] = file().ballots;
	const values = [77, 0, 2.5, 'later', 'cannot say', 5] as const;
	const ballots = values.map((value, index) => ({ ...ballot!, id: String(index), participant: `p${index}`, value }));
	const { steps, notes } = planAdoption(file({ ballots }), here());
	expect(keys(steps[1], 'ballots')).toEqual([`r/p4/${hash}-1/relevancy`, `r/p5/${hash}-1/relevancy`]);
	expect(notes).toEqual(['4 votes of the file are not on the scale, so they were left out.']);
});

test('a newer version comes with the earlier one of the file; one that is here already stays a document of its own', () => {
	const newer = 'b'.repeat(32);
	const { source, text } = documentRecords({ ...document, hash: newer, cards: [parsedCard('One', 9), parsedCard('New', 10)] }, at, hash);
	const moved: Card = { ...records.cards[0]!, sourceId: newer, line: 9 };
	const fresh: Card = { ...records.cards[1]!, id: `${newer}-2`, name: 'New', sourceId: newer, line: 10 };
	const given = file({
		sources: [records.source, source], texts: [records.text, text], cards: [moved, records.cards[1]!, records.cards[2]!, fresh, handmade],
		workshopSources: [{ id: `w/${newer}`, workshopId: 'w', sourceId: newer }],
	});
	const whole = planAdoption(given, here());
	expect(whole.steps[0].map(({ key, after }) => [key, (after as { earlier?: string }).earlier])).toEqual([[hash, undefined], [newer, hash]]);
	expect(whole.documents.map(({ cards }) => cards.map(({ name }) => name))).toEqual([['One', 'Two', 'Three'], ['One', 'New']]);
	expect(whole.steps[1].filter(({ table }) => table === 'cards').map(({ key, after }) => [key, (after as Card | null)?.sourceId])).toEqual([
		[`${hash}-1`, newer], [`${newer}-1`, undefined], ['handmade', null],
	]);
	const known = planAdoption(given, here([], [hash], records.cards.map(({ id }) => id)));
	expect(known.steps[0]).toEqual([{ table: 'documents', key: newer, before: null, after: { importedAt: at } }]);
});

test('a workshop whose document has a newer version here reads that one', () => {
	const present = { ...here([], [hash, 'n'], records.cards.map(({ id }) => id)), newer: new Map([[hash, { id: 'n' }]]) };
	expect(keys(planAdoption(file(), present).steps[1], 'workshopSources')).toEqual(['w/n']);
});

test('what stands on the canvas beside the cards comes along, without cards that are not there', () => {
	const given = file();
	const structure = (changes: Change[]) => changes.filter(({ table }) => ['clusters', 'influences', 'notes'].includes(table)).map(({ after }) => after);
	const { steps, workshopId } = planAdoption(given, here());
	expect(structure(steps[1])).toEqual([...given.clusters, ...given.influences, ...given.notes]);
	expect(workshopId).toBe('w');
	const lost = { ...given, cards: given.cards.filter(({ id }) => id !== 'handmade') };
	expect(structure(planAdoption(lost, here()).steps[1])).toMatchObject([{ id: 'k', cardIds: [`${hash}-1`] }, { id: 'n' }]);
	const copy = planAdoption(given, here(['w']));
	const copied = structure(copy.steps[1]) as { id: string; workshopId: string }[];
	expect(copied.map((record) => record.workshopId)).toEqual(Array(3).fill(copy.workshopId));
	expect(copied.some(({ id }) => ['k', 'i', 'n'].includes(id))).toBe(false);
});
