import { expect, test } from 'vitest';
import { sectionNames } from '../../src-shared/schemas/report.ts';
import { lacksOf, sectionTitles, type WorkshopState } from './sections.ts';

const at = '2026-05-01T10:00:00.000Z';
const blank: WorkshopState = {
	workshop: { id: 'w', title: 'W', question: '', baseYear: 2026, lanes: [{ id: 'l', name: 'L' }], createdAt: at },
	uses: [], rounds: [], scenarios: [], sourceCount: 0, judgements: 0, consequences: 0, options: 0, signposts: 0, actions: 0,
};
const use = (laneId: string | null) => ({ id: 'w/a', workshopId: 'w', cardId: 'a', number: 1, placement: laneId === null ? null : { at: 1, laneId, height: 0 } });
const round = (state: 'open' | 'revealed', criteria: ('relevancy' | 'impact' | 'uncertainty')[] = ['relevancy']) => ({
	id: state, workshopId: 'w', seriesId: state, title: `Round ${state}`, criteria, cardIds: ['a'], state, peopleInRoom: null, createdAt: at, openedAt: at, closedAt: null, revealedAt: null,
});
const scenario = (title: string, patch: object = {}) => ({ id: title, workshopId: 'w', title, narrative: 'n', horizonYear: 2036, cardIds: ['a'], order: 1, createdAt: at, ...patch });

test('a blank workshop says what is missing and the one next act of each section', () => {
	const lacks = lacksOf(blank);
	expect(Object.entries(lacks).map(([name, { act }]) => `${name}: ${act.step}`)).toEqual([
		'cover: frame', 'canvas: place', 'ranked: vote', 'contested: vote', 'uncertainties: vote', 'axes: axes', 'scenarios: scenarios', 'comparison: scenarios', 'crossImpact: axes', 'wheels: scenarios',
		'windTunnel: signposts', 'signposts: signposts', 'actions: signposts', 'cards: scan', 'sources: scan',
	]);
});

test('a card that is used and not placed is no canvas yet', () => {
	expect(lacksOf({ ...blank, uses: [use(null)] })).toMatchObject({ canvas: { missing: 'Nothing stands on the canvas yet.' } });
	expect(lacksOf({ ...blank, uses: [use('l')] }).canvas).toBeUndefined();
});

test('votes of a round that is not revealed are said to stay out', () => {
	expect(lacksOf({ ...blank, rounds: [round('revealed'), round('open')] }).ranked).toMatchObject({ missing: 'Round open is not revealed yet, so its votes stay out.', act: { label: 'Go to the round' } });
	expect(lacksOf({ ...blank, rounds: [round('revealed')] })).toMatchObject({ uncertainties: { missing: 'No revealed vote asked for impact and uncertainty.' } });
	const both = lacksOf({ ...blank, rounds: [round('revealed', ['impact', 'uncertainty'])] });
	expect([both.ranked, both.contested, both.uncertainties]).toEqual([undefined, undefined, undefined]);
});

test('scenarios say what the first of them lacks, and how many more lack something', () => {
	expect(lacksOf({ ...blank, scenarios: [scenario('A'), scenario('B', { narrative: ' ', cardIds: [] })] }).scenarios?.missing).toBe('“B” has no story and no cards yet.');
	expect(lacksOf({ ...blank, scenarios: [scenario(' '), scenario('B', { narrative: '' }), scenario('C', { narrative: '' })] }).scenarios?.missing).toBe('A scenario has no name yet. 2 more lack something too.');
	expect(lacksOf({ ...blank, scenarios: [scenario('A')] }).scenarios).toBeUndefined();
});

test('every section has a name of its own on the screen', () => {
	expect(new Set(sectionNames.map((name) => sectionTitles[name])).size).toBe(sectionNames.length);
});
